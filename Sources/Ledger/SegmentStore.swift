internal import Platform
internal import SQLite
internal import Telemetry

/// Stores batches in the newest file of a folder, and starts a new file when it is full, old or
/// has failed.
struct SegmentStore: LedgerStore {
  /// A file that cannot be read so often after an error is given up.
  private static let mostVerifications = 5

  private let folder: SegmentFolder
  private let settings: SQLiteLedgerSettings
  private let status: LedgerStatus
  private let checkpointer: Checkpointer
  private var writer: SegmentWriter?
  private var committed: Int64
  /// The file that failed and that nobody has looked at since, and how often that was tried.
  private var unverified: (segment: Segment, attempts: Int)?
  private var connections = RecentMap<UInt64, LedgerConnection>(generation: 131_072)

  init(
    folder: SegmentFolder, settings: SQLiteLedgerSettings, status: LedgerStatus,
    checkpointer: Checkpointer
  ) {
    self.folder = folder
    self.settings = settings
    self.status = status
    self.checkpointer = checkpointer
    committed = status.latest.rawValue
  }

  mutating func commit(_ batches: [LedgerBatch]) throws(StoreFailure) -> [LedgerReceipt] {
    for batch in batches {
      for connection in batch.connections { connections.insert(connection.id, connection) }
    }
    try verify()
    if batches.allSatisfy(\.entries.isEmpty) {
      retireIfAsked()
      return batches.map { _ in LedgerReceipt(firstSequence: committed + 1) }
    }
    let writer = try currentWriter()
    let receipts: [LedgerReceipt]
    do throws(SQLiteError) {
      receipts = try write(batches, writer)
    } catch {
      throw giveUp(writer, error)
    }
    do {
      try settings.beforeCommit()
    } catch {
      writer.rollBack()
      throw StoreFailure("what must be durable before the messages is not: \(error)")
    }
    do throws(SQLiteError) {
      try writer.commit()
    } catch {
      throw giveUp(writer, error)
    }
    let entries = batches.reduce(0) { $0 + $1.entries.count }
    committed += batches.reduce(0) { $0 + $1.numbers }
    status.committed(
      through: committed, entries: entries,
      setAside: receipts.reduce(0) { $0 + $1.setAside.count })
    return receipts
  }

  private mutating func write(
    _ batches: [LedgerBatch], _ writer: SegmentWriter
  ) throws(SQLiteError) -> [LedgerReceipt] {
    var next = committed + 1
    try writer.begin(first: next)
    var receipts: [LedgerReceipt] = []
    receipts.reserveCapacity(batches.count)
    for batch in batches {
      let setAside = try writer.write(batch, first: next, connections: &connections)
      receipts.append(LedgerReceipt(firstSequence: next, setAside: setAside))
      next += batch.numbers
    }
    try writer.finish(before: next)
    return receipts
  }

  /// Takes back what was begun.
  ///
  /// A full disk leaves the file as it was; after every other error nothing more from this file is
  /// answered, as nobody can tell what the disk has of it.
  private mutating func giveUp(_ writer: SegmentWriter, _ error: SQLiteError) -> StoreFailure {
    writer.rollBack()
    if error.kind != .full && error.kind != .busy {
      self.writer = nil
      unverified = (writer.segment, 0)
    }
    return StoreFailure(error.description)
  }

  /// Writes no more to the newest file if somebody wants to write it anew; the next message begins
  /// another one.
  private mutating func retireIfAsked() {
    guard let writer, folder.isRetired(writer.segment) else { return }
    self.writer = nil
    checkpointer.finish(writer.segment)
  }

  private mutating func currentWriter() throws(StoreFailure) -> SegmentWriter {
    let now = settings.now()
    if let writer {
      let isFull =
        writer.bytes >= settings.segmentBytes
        || committed - writer.segment.first >= SegmentFolder.mostEntries / 2
      let isOld = now - writer.openedAt >= settings.segmentMilliseconds
      let isRetired = folder.isRetired(writer.segment)
      let hasFailed = folder.hasFailed(writer.segment)
      // A file without a record would give its name to the next one, so it is kept.
      guard hasFailed || (isFull || isOld || isRetired) && committed >= writer.segment.first else {
        return writer
      }
      self.writer = nil
      if hasFailed {
        unverified = (writer.segment, 0)
        try verify()
      } else {
        checkpointer.finish(writer.segment)
      }
    }
    let segment = folder.add(first: committed + 1)
    do {
      // What a file of this name holds was never committed.
      try checkpointer.whileIdle { try folder.removeFiles(of: segment) }
      let writer = try SegmentWriter(segment, fileSystem: folder.fileSystem, now: now)
      try Folder.sync(folder.path)
      self.writer = writer
      checkpointer.use(segment)
      return writer
    } catch {
      throw StoreFailure("cannot start a new file: \(error)")
    }
  }

  /// Looks whether a file that failed still has what was answered from it.
  ///
  /// If not, there is nothing left to be done but to say so.
  ///
  /// - Throws: if it cannot be read now; nothing is answered until that is known.
  private mutating func verify() throws(StoreFailure) {
    guard let (segment, attempts) = unverified else { return }
    guard committed >= segment.first else { return unverified = nil }
    do throws(SQLiteError) {
      let newest = try folder.open(segment).integer(SegmentSummary.newestSQL) ?? 0
      if newest < committed {
        status.lost("\(segment.path) has lost records after number \(newest)")
      }
      unverified = nil
    } catch {
      guard error.kind == .corrupt || attempts + 1 >= Self.mostVerifications else {
        unverified = (segment, attempts + 1)
        throw StoreFailure("cannot look at \(segment.path) after an error: \(error)")
      }
      unverified = nil
      status.lost("\(segment.path) cannot be read after an error: \(error)")
    }
  }
}

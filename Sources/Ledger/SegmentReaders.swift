internal import SQLite
internal import Synchronization
internal import Telemetry

/// Reads the files of a ledger; the ones used last stay open.
final class SegmentReaders: Sendable {
  /// So many bytes are read at once at most, unless one record is bigger.
  private static let mostBytes = 16_777_216
  private static let mostOpen = 4

  private let folder: SegmentFolder
  private let status: LedgerStatus
  private let open = Mutex<[SegmentReader]>([])

  init(folder: SegmentFolder, status: LedgerStatus) {
    self.folder = folder
    self.status = status
  }

  func read(
    after token: LedgerToken, through latest: LedgerToken, most: Int
  ) throws(LedgerError) -> [LedgerRecord] {
    guard most > 0, token < latest else { return [] }
    do {
      return try open.withLock { open in
        var result = SegmentReader.Reading(records: most, bytes: Self.mostBytes)
        for (segment, last) in folder.ranges(through: latest)
        where last > token.rawValue && last >= segment.first {
          try read(segment, after: token.rawValue, through: last, &open, into: &result)
          if result.isFull { break }
        }
        return result.records
      }
    } catch {
      throw .storage("\(error)")
    }
  }

  /// Reads what can be read of a file, and notes what cannot.
  private func read(
    _ segment: Segment, after: Int64, through last: Int64, _ open: inout [SegmentReader],
    into result: inout SegmentReader.Reading
  ) throws(SQLiteError) {
    do throws(SQLiteError) {
      let reader = try Self.reader(of: segment, folder, &open)
      try reader.read(after: after, through: last, into: &result)
    } catch {
      open.removeAll { $0.segment == segment }
      guard error.kind == .corrupt else { throw error }
      let first = max(after + 1, segment.first)
      result.note(Gap(numbers: first...last, reason: error.message))
    }
    for gap in result.takeGaps() { status.lost("\(segment.path): \(gap)") }
  }

  /// The entries behind a place that were set aside.
  func setAside(
    after token: LedgerToken, through latest: LedgerToken, most: Int
  ) throws(LedgerError) -> [SetAsideEntry] {
    do {
      return try open.withLock { open in
        var entries: [SetAsideEntry] = []
        for (segment, last) in folder.ranges(through: latest)
        where last > token.rawValue && last >= segment.first && entries.count < most {
          let reader = try Self.reader(of: segment, folder, &open)
          entries += try reader.setAside(
            after: token.rawValue, through: last, most: most - entries.count)
        }
        return entries
      }
    } catch {
      throw .storage("\(error)")
    }
  }

  /// Removes the oldest files that may go.
  func drop(
    _ limits: LedgerRetention, before watermark: LedgerToken
  ) throws(LedgerError) -> Int {
    do {
      return try open.withLock { open in
        var count = 0
        while true {
          let segments = folder.segments
          guard segments.count > 1, segments[1].first - 1 <= watermark.rawValue,
            try Self.isOver(limits, segments, folder, &open)
          else { return count }
          open.removeAll { $0.segment == segments[0] }
          try folder.remove(segments[0])
          count += 1
        }
      }
    } catch {
      throw .storage("\(error)")
    }
  }

  /// Runs the body while nobody in this process reads a file; other files wait too.
  func without<Result>(_ segment: Segment, _ body: () throws -> Result) throws -> Result {
    try open.withLock { open in
      open.removeAll { $0.segment == segment }
      return try body()
    }
  }

  func closeAll() { open.withLock { $0 = [] } }

  private static func isOver(
    _ limits: LedgerRetention, _ segments: [Segment], _ folder: SegmentFolder,
    _ open: inout [SegmentReader]
  ) throws -> Bool {
    if let most = limits.bytes, segments.reduce(0, { $0 + folder.size(of: $1) }) > most {
      return true
    }
    guard let oldest = limits.receivedBefore else { return false }
    let newest = try reader(of: segments[0], folder, &open).newestReceipt()
    // A file without records is of no use to anybody.
    return newest.map { $0 < oldest } ?? true
  }

  private static func reader(
    of segment: Segment, _ folder: SegmentFolder, _ open: inout [SegmentReader]
  ) throws(SQLiteError) -> SegmentReader {
    if let known = open.first(where: { $0.segment == segment }) { return known }
    let reader = try SegmentReader(segment) { () throws(SQLiteError) in try folder.open(segment) }
    if open.count >= mostOpen { open.removeFirst() }
    open.append(reader)
    return reader
  }
}

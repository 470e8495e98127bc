internal import Platform
internal import SQLite
internal import Synchronization
internal import Telemetry

/// The ledger in a folder of SQLite files.
///
/// A file is written by one run of the program only, and followed by a new one when it is full or
/// old, or when writing it failed.
public final class SQLiteLedger: Ledger {
  /// So many of the newest batches are recognised when they are handed in again; after a restart
  /// those of the two newest files.
  private static let rememberedBatches = 65_536

  let folder: SegmentFolder
  let rewriter: SegmentRewriter
  private let queue: CommitQueue
  private let status: LedgerStatus
  private let readers: SegmentReaders
  private let checkpointer: Checkpointer
  private let threads: Mutex<[WorkerThread]>

  /// Opens a ledger, and makes its folder if it is missing.
  ///
  /// - Throws: if the folder or its newest file cannot be used. A damaged newest file is read as
  ///   far as it goes, or put out of the way under another name if nothing of it can be read; the
  ///   statistics say so.
  public init(
    folder path: String, settings: SQLiteLedgerSettings = SQLiteLedgerSettings()
  ) throws(LedgerError) {
    do {
      folder = try SegmentFolder(path: path, fileSystem: settings.fileSystem)
      let start = try LedgerStart(
        folder, mostBatches: Self.rememberedBatches, notBefore: settings.notBefore)
      let status = LedgerStatus(latest: LedgerToken(rawValue: start.newest))
      for damage in start.damages { status.lost(damage) }
      let queue = CommitQueue(mostBytes: settings.pendingBytes)
      readers = SegmentReaders(folder: folder, status: status)
      rewriter = SegmentRewriter(folder: folder, readers: readers, onStep: settings.onRewritingStep)
      let packer =
        settings.packsFinishedFiles
        ? SegmentPacker(folder: folder, rewriter: rewriter, status: status) : nil
      let checkpointer = Checkpointer(
        folder: folder, settings: settings, status: status, packer: packer)
      // Those that the last run did not come to.
      for segment in folder.segments.suffix(2) { checkpointer.finish(segment) }
      let segments = folder
      let remembered = start.batches
      let writing = try WorkerThread(name: "ledger") {
        let store = SegmentStore(
          folder: segments, settings: settings, status: status, checkpointer: checkpointer)
        var writer = LedgerWriter(
          queue: queue, status: status, linger: settings.lingerMicroseconds, store: store,
          remembered: remembered)
        writer.run()
      }
      let checkpointing = try WorkerThread(name: "checkpoints") { checkpointer.run() }
      threads = Mutex([writing, checkpointing])
      self.queue = queue
      self.status = status
      self.checkpointer = checkpointer
    } catch {
      throw .storage("\(error)")
    }
  }

  deinit { close() }

  /// As ``Ledger`` promises.
  public func append(
    _ batch: LedgerBatch,
    completion: @escaping @Sendable (Result<LedgerReceipt, LedgerError>) -> Void
  ) throws(LedgerError) {
    try queue.append(batch, completion)
  }

  /// As ``Ledger`` promises.
  public func whenThereIsRoom(_ body: @escaping @Sendable () -> Void) {
    queue.whenThereIsRoom(body)
  }

  /// As ``Ledger`` promises.
  public func read(after token: LedgerToken, most: Int) throws(LedgerError) -> [LedgerRecord] {
    try readers.read(after: token, through: status.latest, most: most)
  }

  /// As ``Ledger`` promises.
  public func setAside(after token: LedgerToken, most: Int) throws(LedgerError) -> [SetAsideEntry] {
    try readers.setAside(after: token, through: status.latest, most: most)
  }

  /// As ``Ledger`` promises.
  public var latest: LedgerToken { status.latest }

  /// As ``Ledger`` promises.
  public func onCommit(_ body: @escaping @Sendable (LedgerToken) -> Void) { status.observe(body) }

  /// As ``Ledger`` promises.
  @discardableResult
  public func drop(
    _ limits: LedgerRetention, before watermark: LedgerToken
  ) throws(LedgerError) -> Int {
    try readers.drop(limits, before: watermark)
  }

  /// As ``Ledger`` promises.
  public var statistics: LedgerStatistics {
    var statistics = status.statistics
    let segments = folder.segments
    statistics.segments = segments.count
    statistics.bytes = segments.reduce(0) { $0 + folder.size(of: $1) }
    statistics.records = latest.rawValue - (segments.first?.first ?? latest.rawValue + 1) + 1
    statistics.space = DiskSpace(of: folder.path)
    statistics.pendingBytes = queue.pendingBytes
    return statistics
  }

  /// As ``Ledger`` promises.
  public func close() {
    queue.close()
    // The first caller waits for the threads; the writer first, as it gives the other work.
    let threads = threads.withLock { threads in
      defer { threads = [] }
      return threads
    }
    threads.first?.join()
    checkpointer.stop()
    threads.last?.join()
    readers.closeAll()
    folder.unlock()
  }
}

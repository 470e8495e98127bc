internal import Platform
internal import SQLite

/// Moves what was committed from the write-ahead logs into the files, on a thread of its own, so
/// that no commit waits for it.
final class Checkpointer: Sendable {
  private struct State: Sendable {
    var current: Segment?
    var finished: [Segment] = []
    var isStopped = false
  }

  private let folder: SegmentFolder
  private let status: LedgerStatus
  private let packer: SegmentPacker?
  /// A log of fewer bytes is left alone.
  private let worthwhileBytes: Int64
  private let interval: Int64
  private let state = Monitor(State())
  /// Held while this thread has a file open.
  private let turn = Monitor(())

  init(
    folder: SegmentFolder, settings: SQLiteLedgerSettings, status: LedgerStatus,
    packer: SegmentPacker?
  ) {
    self.packer = packer
    self.folder = folder
    self.status = status
    worthwhileBytes = settings.checkpointBytes
    interval = settings.checkpointInterval
  }

  /// A new file is written from now on.
  func use(_ segment: Segment) { state.withLock { $0.current = segment } }

  /// Nothing more is written to a file.
  ///
  /// At most one comes per file of the ledger, and each is done within one round.
  func finish(_ segment: Segment) { state.change { $0.finished.append(segment) } }

  /// Ends ``run()`` after the files that are finished.
  func stop() { state.change { $0.isStopped = true } }

  /// Does something while this thread has no file open.
  ///
  /// When SQLite closes the last connection to a file, it removes the log by its name. If the file
  /// was replaced meanwhile, that is the log of the new one, with all that was answered from it.
  func whileIdle(_ work: () throws -> Void) rethrows {
    try turn.withLock { _ in try work() }
  }

  /// Works until it is stopped.
  func run() {
    while true {
      let finished = state.wait(microseconds: interval) { state -> [Segment]? in
        guard !state.finished.isEmpty || state.isStopped else { return nil }
        defer { state.finished = [] }
        return state.finished
      }
      for segment in finished ?? [] {
        checkpoint(segment, .truncate)
        pack(segment)
      }
      if let current = state.withLock({ $0.current }),
        folder.logSize(of: current) >= worthwhileBytes
      {
        checkpoint(current, .passive)
      }
      if state.withLock({ $0.isStopped && $0.finished.isEmpty }) { return }
    }
  }

  private func pack(_ segment: Segment) {
    do {
      try packer?.pack(segment) { !state.withLock { $0.isStopped } }
    } catch {
      // It stays as it is, and is as good as before.
      status.noted("\(segment.path) cannot be packed: \(error)")
    }
  }

  private func checkpoint(_ segment: Segment, _ mode: Database.Checkpoint) {
    turn.withLock { _ in checkpointAlone(segment, mode) }
  }

  private func checkpointAlone(_ segment: Segment, _ mode: Database.Checkpoint) {
    do throws(SQLiteError) {
      let database = try Database(
        path: segment.path, mode: .write, fileSystem: folder.fileSystem)
      try database.execute("PRAGMA synchronous=FULL; PRAGMA wal_autocheckpoint=0")
      try database.checkpoint(mode)
    } catch {
      // The log still has everything; it is tried again at the next round or start.
      guard error.kind != .busy else { return }
      status.noted(error.description)
      if error.kind != .full { folder.markFailed(segment) }
    }
  }
}

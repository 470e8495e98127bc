import CFaultVFS
import Ledger
import Platform
import Synchronization
import TestKit
import Testing

/// A file that failed before anything was answered from it gives its name to the next one.
@Suite struct ReplacedFileTests {
  /// How far the failure has come.
  private enum Step { case before, failed, replaced }

  /// The checkpointer is the last to close the failed file, and SQLite then removes the log by its
  /// name. It is held up right before that, while the ledger wants to go on in a new file.
  @Test func closingTheFailedFileLateDoesNotRemoveTheLogOfTheNewOne() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("ledger")
    fault_install()
    fault_open_zone(path)
    let checkpointer = "checkpoints"
    let step = Mutex(Step.before)
    let isHeld = Mutex((opened: false, closing: false))

    var settings = SQLiteLedgerSettings()
    settings.fileSystem = "fault"
    settings.checkpointBytes = 1
    settings.checkpointInterval = 500
    // The commit fails once the checkpointer has the file open too.
    settings.beforeCommit = {
      guard step.withLock({ $0 }) == .before else { return }
      let held = fault_wait_held(path, 30) != 0
      isHeld.withLock { $0.opened = held }
      fault_on_sync(path, 1)
      step.withLock { $0 = .failed }
    }
    // The clock is asked before each commit: here the writer has closed the failed file.
    settings.now = {
      guard step.withLock({ $0 }) == .failed else { return Clock.milliseconds() }
      step.withLock { $0 = .replaced }
      fault_on_sync(path, 0)
      fault_hold(path, FaultCallDelete, checkpointer)
      fault_release(path)
      let held = fault_wait_held(path, 30) != 0
      isHeld.withLock { $0.closing = held }
      return Clock.milliseconds()
    }

    fault_hold(path, FaultCallSync, checkpointer)
    let ledger = try SQLiteLedger(folder: path, settings: settings)
    let outcomes = Outcomes()
    try ledger.append(.sample(1), completion: outcomes.completion)
    #expect(eventually { isHeld.withLock { $0.opened && $0.closing } })
    #expect(step.withLock { $0 } == .replaced)
    #expect(outcomes.wait(1, seconds: 1).isEmpty, "the new file did not wait for the old one")
    fault_release(path)

    #expect(try outcomes.wait(1).map { try $0.get().firstSequence } == [1])
    #expect(try ledger.everything().map(\.sequence) == [1, 2, 3])
    ledger.close()
    let again = try SQLiteLedger(folder: path, settings: settings)
    #expect(try again.everything().map(\.sequence) == [1, 2, 3])
    again.close()
    fault_close_zone(path)
  }
}

import CFaultVFS
import Foundation
import Ledger
import Platform
import SQLite
import Telemetry
import TestKit
import Testing

/// A ledger on a disk that fails and forgets.
@Suite struct LedgerFaultTests {
  /// A ledger on the failing file system.
  struct Fixture {
    let folder: TemporaryFolder
    let path: String
    let ledger: SQLiteLedger

    init(segmentBytes: Int64 = 268_435_456, checkpointBytes: Int64? = nil) throws {
      folder = try TemporaryFolder()
      path = folder.path("ledger")
      fault_install()
      fault_open_zone(path)
      var settings = SQLiteLedgerSettings()
      settings.fileSystem = "fault"
      settings.segmentBytes = segmentBytes
      if let checkpointBytes {
        settings.checkpointBytes = checkpointBytes
        settings.checkpointInterval = 500
      }
      ledger = try SQLiteLedger(folder: path, settings: settings)
    }

    func end() {
      ledger.close()
      fault_close_zone(path)
    }
  }

  @Test func aBatchIsCompletedAfterTheSyncOfItsLog() throws {
    let fixture = try Fixture()
    let path = fixture.path
    let seen = Monitor<[(syncs: UInt64, unsynced: UInt64)]>([])
    for number in 1...50 {
      try fixture.ledger.append(.sample(UInt64(number))) { _ in
        seen.change { $0.append((fault_synced_logs(path), fault_unsynced_log_writes(path))) }
      }
      if number % 5 == 0 {
        _ = seen.wait(microseconds: 60_000_000) { $0.count >= number ? true : nil }
      }
    }
    let all = seen.withLock { $0 }
    #expect(all.count == 50)
    #expect(all.allSatisfy { $0.unsynced == 0 })
    // Ten groups were waited for, so there were ten commits at least, each with its sync.
    #expect((all.first?.syncs ?? 0) >= 1)
    #expect((all.last?.syncs ?? 0) >= 10)
    fixture.end()
  }

  enum Fault: String, CaseIterable, Sendable {
    case write, full, sync

    func start(_ path: String) {
      switch self {
      case .write: fault_on_write(path, FaultInputOutput)
      case .full: fault_on_write(path, FaultFull)
      case .sync: fault_on_sync(path, 1)
      }
    }

    func stop(_ path: String) {
      fault_on_write(path, FaultNone)
      fault_on_sync(path, 0)
    }
  }

  @Test(arguments: Fault.allCases)
  func whatCouldNotBeStoredIsNotAnsweredUntilItIs(_ fault: Fault) throws {
    let fixture = try Fixture()
    let ledger = fixture.ledger
    _ = try ledger.store(.sample(1))
    fault.start(fixture.path)
    let outcomes = Outcomes()
    try ledger.append(.sample(2), completion: outcomes.completion)
    try ledger.append(.sample(3), completion: outcomes.completion)
    #expect(eventually { ledger.statistics.trouble != nil })
    #expect(outcomes.wait(1, seconds: 1).isEmpty)
    #expect(ledger.latest.rawValue == 3)
    // What was durable before can be read all the while.
    #expect(try ledger.everything().count == 3)
    fault.stop(fixture.path)
    let receipts = try outcomes.wait(2).map { try $0.get().firstSequence }
    #expect(receipts == [4, 7])
    #expect(ledger.statistics.trouble == nil)
    #expect(ledger.statistics.damage == nil)
    #expect(try ledger.everything().map(\.sequence) == Array(1...9))
    fixture.end()
  }

  @Test func afterAFailedSyncTheFileIsNotUsedAgain() throws {
    let fixture = try Fixture()
    _ = try fixture.ledger.store(.sample(1))
    Fault.sync.start(fixture.path)
    let outcomes = Outcomes()
    try fixture.ledger.append(.sample(2), completion: outcomes.completion)
    #expect(eventually { fixture.ledger.statistics.trouble != nil })
    #expect(outcomes.count == 0)
    Fault.sync.stop(fixture.path)
    #expect(try outcomes.wait(1).first?.get().firstSequence == 4)
    #expect(fixture.ledger.statistics.segments == 2)
    fixture.end()
    let names = try Folder.names(in: fixture.path).filter { $0.hasSuffix(".sqlite") }
    #expect(names == ["ledger-000000000001.sqlite", "ledger-000000000004.sqlite"])
  }

  @Test func closingWhileTheDiskFailsAnswersNobody() throws {
    let fixture = try Fixture()
    _ = try fixture.ledger.store(.sample(1))
    Fault.full.start(fixture.path)
    let outcomes = Outcomes()
    for number in 2...5 {
      try fixture.ledger.append(.sample(UInt64(number)), completion: outcomes.completion)
    }
    fixture.ledger.close()
    #expect(outcomes.count == 4)
    #expect(outcomes.wait(4).allSatisfy { $0 == .failure(.closed) })
    fixture.end()
  }

  /// Room for some messages is left, then none: the disk is full in the middle of a commit.
  @Test func aDiskThatFillsUpIsWaitedForAndGoneOnWithinSeconds() throws {
    let fixture = try Fixture()
    let ledger = fixture.ledger
    fault_space(fixture.path, 250_000)
    let outcomes = Outcomes()
    for number in 1...20 {
      try ledger.append(.sample(UInt64(number), rawBytes: 4_000), completion: outcomes.completion)
      #expect(eventually { outcomes.count == number || ledger.statistics.trouble != nil })
    }
    let answered = outcomes.count
    #expect(answered > 0 && answered < 20)
    #expect(ledger.statistics.trouble?.contains("full") == true)
    #expect(try ledger.everything().count == answered * 3)
    let start = Clock.microseconds()
    fault_space(fixture.path, -1)
    let all = try outcomes.wait(20).map { try $0.get().firstSequence }
    let expected: [Int64] = (0..<20).map { Int64($0) * 3 + 1 }
    #expect(all == expected)
    #expect(Clock.microseconds() - start < 30_000_000)
    #expect(ledger.statistics.trouble == nil)
    #expect(ledger.statistics.damage == nil)
    #expect(try ledger.everything().count == 60)
    fixture.end()
  }

  enum Call: String, CaseIterable, Sendable {
    case open, read, write, truncate, sync, delete

    var kind: FaultCall {
      switch self {
      case .open: FaultCallOpen
      case .read: FaultCallRead
      case .write: FaultCallWrite
      case .truncate: FaultCallTruncate
      case .sync: FaultCallSync
      case .delete: FaultCallDelete
      }
    }

    /// SQLite truncates and removes nothing here but the logs of files that are full.
    var fewestFailures: UInt64 { self == .truncate || self == .delete ? 1 : 20 }
  }

  /// Every single call of SQLite fails once or twice in a row, in a run of its own.
  @Test(arguments: Call.allCases)
  func noSingleFailureLosesOrStopsAnything(_ call: Call) throws {
    var failed: UInt64 = 0
    for before in 0..<UInt64(60) {
      let hit = try failOnce(call.kind, before: before, times: before % 5 == 4 ? 2 : 1)
      failed += hit
      // Calls of this kind are over before so many.
      if hit == 0 { break }
    }
    #expect(failed >= call.fewestFailures)
  }

  private func retried<Result>(_ body: () throws -> Result) throws -> Result {
    for _ in 0..<3 {
      do { return try body() } catch { continue }
    }
    return try body()
  }

  private func failOnce(_ call: FaultCall, before: UInt64, times: UInt64) throws -> UInt64 {
    let fixture = try Fixture(segmentBytes: 500, checkpointBytes: 1)
    let ledger = fixture.ledger
    _ = try ledger.store(.sample(1))
    fault_call(fixture.path, call, before, times)
    let outcomes = Outcomes()
    for number in 2...12 {
      try ledger.append(.sample(UInt64(number)), completion: outcomes.completion)
      if number % 2 == 0 { _ = outcomes.wait(number - 1) }
    }
    let receipts = try outcomes.wait(11).map { try $0.get().firstSequence }
    let expected: [Int64] = (1...11).map { Int64($0) * 3 + 1 }
    #expect(receipts == expected)
    // A read may fail, and is tried again.
    let records = try retried { try ledger.everything() }
    #expect(records.map(\.sequence) == Array(1...36))
    #expect(ledger.statistics.damage == nil)
    ledger.close()
    let failed = fault_calls_failed(fixture.path)
    fixture.end()
    let findings = try SQLiteLedger.inspect(folder: fixture.path, isInUse: false)
    #expect(findings.allFaults == [])
    #expect(findings.messages == 36)
    return failed
  }
}

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

    init(segmentBytes: Int64 = 268_435_456) throws {
      folder = try TemporaryFolder()
      path = folder.path("ledger")
      fault_install()
      fault_open_zone(path)
      var settings = SQLiteLedgerSettings()
      settings.fileSystem = "fault"
      settings.segmentBytes = segmentBytes
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
        _ = seen.wait(microseconds: 20_000_000) { $0.count >= number ? true : nil }
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
    #expect(outcomes.wait(1, seconds: 2).isEmpty)
    #expect(ledger.statistics.trouble != nil)
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
    #expect(outcomes.wait(1, seconds: 1).isEmpty)
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

  /// The power goes at 100 moments while batches are stored in files that follow each other
  /// quickly, and each time the disk may have kept any part of what was not synced.
  @Test func aPowerLossTakesNothingThatWasAnswered() throws {
    let fixture = try Fixture(segmentBytes: 4_000)
    let ledger = fixture.ledger
    let path = fixture.path
    let completed = Monitor<Set<UInt64>>([])
    // So many batches may be handed in, or nil to stop; it keeps the history short.
    let allowed = Monitor<UInt64?>(0)
    let producer = try WorkerThread(name: "producer") {
      var number: UInt64 = 1
      while let goOn = allowed.wait(until: { allowed in
        allowed.map { number <= $0 ? true : nil } ?? .some(false)
      }), goOn {
        let mine = number
        do {
          try ledger.append(.sample(mine)) { outcome in
            if case .success = outcome { completed.change { _ = $0.insert(mine) } }
          }
        } catch { Issue.record(error) }
        number += 1
        if number % 4 == 0 { Thread.sleep(forTimeInterval: 0.000_3) }
      }
    }
    for round in 0..<100 {
      allowed.change { $0 = UInt64(round * 10 + 20) }
      _ = completed.wait(microseconds: 20_000_000) { $0.count > round * 10 ? true : nil }
      let known = completed.withLock { $0 }
      let copy = fixture.folder.path("copy\(round)")
      try Folder.create(copy)
      #expect(fault_power_loss(path, copy, UInt64(round)) == 0)
      let reopened = try SQLiteLedger(folder: copy)
      let found = Set(try reopened.everything(step: 5_000).map { $0.identity.rawValue - 1 })
      #expect(known.allSatisfy { found.contains(Int64($0)) })
      #expect(reopened.statistics.damage == nil)
      reopened.close()
      for name in try Folder.names(in: copy) where name.hasSuffix(".sqlite") {
        let database = try Database(path: "\(copy)/\(name)", mode: .write)
        #expect(try database.text("PRAGMA integrity_check") == "ok")
      }
      try FileManager.default.removeItem(atPath: copy)
    }
    allowed.change { $0 = nil }
    producer.join()
    #expect(ledger.statistics.segments > 10)
    fixture.end()
  }
}

import Foundation
import Ledger
import Platform
import SQLite
import Telemetry
import TestKit
import Testing

/// What only a ledger in files can show: restarts, several files, damage.
@Suite struct SQLiteLedgerTests {
  @Test func recordsAndKeysSurviveARestart() throws {
    let folder = try TemporaryFolder()
    let first = try SQLiteLedger(folder: folder.path)
    var faulty = LedgerBatch.sample(1)
    faulty.entries[2].identity = DeviceIdentity(rawValue: -4)
    let receipt = try first.store(faulty)
    first.close()

    let second = try SQLiteLedger(folder: folder.path)
    #expect(second.latest.rawValue == 3)
    #expect(try second.store(faulty) == receipt)
    #expect(try second.store(.sample(2)).firstSequence == 4)
    let records = try second.everything()
    #expect(records.map(\.sequence) == [1, 2, 4, 5, 6])
    #expect(records.first?.origin == faulty.connections[0])
    second.close()
  }

  @Test func anEntryOfManyRecordsTakesANumberForEvery256() throws {
    let folder = try TemporaryFolder()
    let first = try SQLiteLedger(folder: folder.path)
    var batch = LedgerBatch.sample(1)
    batch.entries[0].recordCount = 256
    batch.entries[1].recordCount = 257
    batch.entries[2].recordCount = 1_024
    _ = try first.store(batch)
    #expect(try first.everything().map(\.sequence) == [1, 2, 4])
    first.close()
    let second = try SQLiteLedger(folder: folder.path)
    #expect(try second.store(.sample(2)).firstSequence == 8)
    second.close()
  }

  @Test func everyRunWritesAFileOfItsOwnAndEmptyOnesGo() throws {
    let folder = try TemporaryFolder()
    for number in 1...3 {
      let ledger = try SQLiteLedger(folder: folder.path)
      _ = try ledger.store(.sample(UInt64(number)))
      ledger.close()
      let idle = try SQLiteLedger(folder: folder.path)
      idle.close()
    }
    let names = try Folder.names(in: folder.path)
    #expect(
      names == [
        "ledger-000000000001.sqlite", "ledger-000000000004.sqlite", "ledger-000000000007.sqlite",
        "lock",
      ])
  }

  @Test func aFullFileIsFollowedByANewOneThatKnowsTheOpenConnections() throws {
    let folder = try TemporaryFolder()
    var settings = SQLiteLedgerSettings()
    settings.segmentBytes = 1
    let ledger = try SQLiteLedger(folder: folder.path, settings: settings)
    _ = try ledger.store(.sample(1))
    _ = try ledger.store(.sample(2, introduces: false))
    #expect(ledger.statistics.segments == 2)
    let records = try ledger.everything(step: 4)
    #expect(records.count == 6)
    #expect(records.allSatisfy { $0.origin?.peer == "203.0.113.4:41" })
    ledger.close()
  }

  @Test func aFileIsFollowedByANewOneWhenItIsOld() throws {
    let folder = try TemporaryFolder()
    let clock = Monitor<Int64>(0)
    var settings = SQLiteLedgerSettings()
    settings.now = { clock.withLock { $0 } }
    let ledger = try SQLiteLedger(folder: folder.path, settings: settings)
    _ = try ledger.store(.sample(1))
    _ = try ledger.store(.sample(2))
    #expect(ledger.statistics.segments == 1)
    clock.change { $0 = settings.segmentMilliseconds }
    _ = try ledger.store(.sample(3))
    #expect(ledger.statistics.segments == 2)
    #expect(try ledger.everything().count == 9)
    ledger.close()
  }

  @Test func whatWasSetAsideIsKeptWithItsReason() throws {
    let folder = try TemporaryFolder()
    let ledger = try SQLiteLedger(folder: folder.path)
    var batch = LedgerBatch.sample(1, count: 1)
    batch.entries[0].recordCount = -1
    #expect(try ledger.store(batch).setAside == [0])
    ledger.close()
    let database = try Database(
      path: folder.path("ledger-000000000001.sqlite"), mode: .write)
    let statement = try database.prepare("SELECT sequence, raw, reason FROM quarantine")
    #expect(try statement.step())
    #expect(statement.integer(0) == 1)
    #expect(statement.blob(1) == Array("frame 1.0".utf8))
    #expect(statement.text(2).contains("record_count"))
  }

  /// What a process leaves that is killed in the middle of writing.
  @Test func aCopyTakenWhileWritingHasEverythingThatWasCompleted() throws {
    let folder = try TemporaryFolder()
    var settings = SQLiteLedgerSettings()
    settings.segmentBytes = 200_000
    let ledger = try SQLiteLedger(folder: folder.path("live"), settings: settings)
    let completed = Monitor<Set<UInt64>>([])
    let stop = Monitor(false)
    let producer = try WorkerThread(name: "producer") {
      var number: UInt64 = 0
      while !stop.withLock({ $0 }) {
        number += 1
        let mine = number
        do {
          try ledger.append(.sample(mine)) { outcome in
            if case .success = outcome { completed.change { _ = $0.insert(mine) } }
          }
        } catch { Thread.sleep(forTimeInterval: 0.001) }
      }
    }
    for round in 0..<5 {
      _ = completed.wait(microseconds: 60_000_000) { $0.count > round * 2_000 ? true : nil }
      let known = completed.withLock { $0 }
      let copy = folder.path("copy\(round)")
      try FileManager.default.createDirectory(atPath: copy, withIntermediateDirectories: true)
      // The log before the file: between the two, a checkpoint may only move pages to the file.
      let names = try Folder.names(in: folder.path("live")).filter { !$0.hasSuffix("-shm") }
      for name in names.sorted(by: >) where name.hasSuffix("-wal") || name.hasSuffix(".sqlite") {
        try? Folder.copy(file: folder.path("live/\(name)"), to: "\(copy)/\(name)")
      }
      let reopened = try SQLiteLedger(folder: copy)
      let found = Set(try reopened.everything(step: 5_000).map { $0.identity.rawValue - 1 })
      #expect(known.allSatisfy { found.contains(Int64($0)) })
      #expect(reopened.statistics.damage == nil)
      reopened.close()
    }
    stop.change { $0 = true }
    producer.join()
    ledger.close()
    #expect(completed.withLock { $0.count } > 8_000)
  }

  @Test func aDamagedNewestFileIsPutAsideAndItsNumbersAreNotGivenAgain() throws {
    let folder = try TemporaryFolder()
    let first = try SQLiteLedger(folder: folder.path)
    _ = try first.store(.sample(1))
    first.close()
    let path = folder.path("ledger-000000000001.sqlite")
    try Data(repeating: 0x55, count: 20_000).write(to: URL(fileURLWithPath: path))
    let second = try SQLiteLedger(folder: folder.path)
    #expect(second.statistics.damage?.contains(path) == true)
    #expect(try second.store(.sample(2)).firstSequence > 3)
    #expect(FileManager.default.fileExists(atPath: path + ".damaged"))
    second.close()
  }

  @Test func aFolderBelongsToOneLedgerAtATime() throws {
    let folder = try TemporaryFolder()
    let first = try SQLiteLedger(folder: folder.path)
    #expect {
      try SQLiteLedger(folder: folder.path)
    } throws: { "\($0)".contains(folder.path("lock")) }
    first.close()
    try SQLiteLedger(folder: folder.path).close()
  }

  @Test func aFolderThatCannotBeMadeIsExplained() throws {
    let folder = try TemporaryFolder()
    try Data().write(to: URL(fileURLWithPath: folder.path("file")))
    #expect {
      try SQLiteLedger(folder: folder.path("file/ledger"))
    } throws: { "\($0)".contains(folder.path("file/ledger")) }
  }
}

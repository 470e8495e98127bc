import Foundation
import Ledger
import Platform
import Telemetry
import TestKit
import Testing

/// Copies of a ledger that is being written.
@Suite struct LedgerCopyTests {
  @Test func aCopyHasEverythingThatWasAnsweredBeforeAndNothingWithoutWhatIsBeforeIt() throws {
    let folder = try TemporaryFolder()
    var settings = SQLiteLedgerSettings()
    settings.segmentBytes = 20_000
    settings.checkpointBytes = 1
    settings.checkpointInterval = 2_000
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
        if number % 20 == 0 { Thread.sleep(forTimeInterval: 0.002) }
      }
    }
    for round in 0..<4 {
      _ = completed.wait(microseconds: 60_000_000) { $0.count > round * 800 ? true : nil }
      let known = completed.withLock { $0 }
      let copy = folder.path("copy\(round)")
      try Folder.create(copy)
      let result = try SQLiteLedger.copy(folder: folder.path("live"), to: copy)
      #expect(result.faults == [])
      let findings = try SQLiteLedger.inspect(folder: copy, isInUse: false)
      #expect(findings.allFaults == [])
      #expect(findings.latest == result.latest)
      let reopened = try SQLiteLedger(folder: copy)
      let records = try reopened.everything(step: 5_000)
      #expect(records.map(\.sequence) == Array(1...Int64(max(records.count, 1))))
      let found = Set(records.map { UInt64($0.identity.rawValue - 1) })
      #expect(known.subtracting(found).isEmpty)
      reopened.close()
    }
    stop.change { $0 = true }
    producer.join()
    #expect(ledger.statistics.segments > 3)
    ledger.close()
  }

  @Test func aDamagedFileIsCopiedAsItIsAndTold() throws {
    let fixture = try DamageTests.Fixture()
    try fixture.damage { $0.removeLast(8_192 * 4) }
    let copy = fixture.folder.path("copy")
    try Folder.create(copy)
    let result = try SQLiteLedger.copy(folder: fixture.path, to: copy)
    #expect(result.faults.count == 1)
    #expect(result.faults.first?.contains(fixture.first) == true)
    #expect(result.latest.rawValue == 1_803)
    let read = try SQLiteLedger.inspect(folder: copy, isInUse: false).messages
    #expect(read == (try fixture.findings().messages))
    #expect(read > 1_000 && read < 1_803)
  }
}

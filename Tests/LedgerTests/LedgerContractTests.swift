import Ledger
import Platform
import Telemetry
import TestKit
import Testing

/// What every ledger promises, whatever it keeps its records in.
@Suite struct LedgerContractTests {
  @Test(arguments: LedgerKind.allCases)
  func whatIsReadIsWhatWasAppended(_ kind: LedgerKind) throws {
    let fixture = try LedgerFixture(kind)
    let ledger = fixture.ledger
    #expect(ledger.latest == .start)
    #expect(try ledger.read(after: .start, most: 10).isEmpty)
    let batch = LedgerBatch.sample(1)
    let receipt = try ledger.store(batch)
    #expect(receipt == LedgerReceipt(firstSequence: 1))
    let second = try ledger.store(.sample(2, introduces: false))
    #expect(second.firstSequence == 4)

    let records = try ledger.everything(step: 2)
    #expect(records.map(\.sequence) == [1, 2, 3, 4, 5, 6])
    for (index, record) in records.prefix(3).enumerated() {
      let entry = batch.entries[index]
      #expect(record.raw == Array(batch.bytes[entry.raw]))
      #expect(record.reports == Array(batch.bytes[entry.reports]))
      #expect(record.reply == Array(batch.bytes[entry.reply]))
      #expect(record.receivedAt == entry.receivedAt)
      #expect(record.identity == entry.identity)
      #expect(record.protocolName == entry.protocolName)
      #expect(record.flags == entry.flags)
      #expect(record.recordCount == entry.recordCount)
      #expect(record.connection == 4)
    }
    #expect(records.allSatisfy { $0.origin == batch.connections[0] })
    #expect(ledger.latest == records.last?.token)
    #expect(ledger.statistics.records == 6)
    #expect(ledger.statistics.stored == 6)
    ledger.close()
  }

  @Test(arguments: LedgerKind.allCases)
  func manyRecordsTakeSeveralNumbers(_ kind: LedgerKind) throws {
    let fixture = try LedgerFixture(kind)
    var batch = LedgerBatch.sample(1)
    batch.entries[0].recordCount = 257
    let first = try fixture.ledger.store(batch)
    let second = try fixture.ledger.store(.sample(2, introduces: false))
    let records = try fixture.ledger.everything()
    #expect(records.map(\.sequence) == [1, 3, 4, 5, 6, 7])
    #expect(first.firstSequence == 1 && second.firstSequence == 5)
    fixture.ledger.close()
  }

  @Test(arguments: LedgerKind.allCases)
  func aConnectionThatNobodyIntroducedHasNoFacts(_ kind: LedgerKind) throws {
    let fixture = try LedgerFixture(kind)
    _ = try fixture.ledger.store(.sample(1, connection: 77, introduces: false))
    let records = try fixture.ledger.everything()
    #expect(records.count == 3)
    #expect(records.allSatisfy { $0.connection == 77 && $0.origin == nil })
    fixture.ledger.close()
  }

  @Test(arguments: LedgerKind.allCases)
  func aBatchIsStoredOnce(_ kind: LedgerKind) throws {
    let fixture = try LedgerFixture(kind)
    let ledger = fixture.ledger
    let first = try ledger.store(.sample(1))
    let other = try ledger.store(.sample(1, producer: 10))
    #expect(other.firstSequence == 4)
    #expect(try ledger.store(.sample(1)) == first)
    // Copies in one commit, too.
    let outcomes = Outcomes()
    for _ in 0..<5 { try ledger.append(.sample(2), completion: outcomes.completion) }
    let receipts = try outcomes.wait(5).map { try $0.get() }
    #expect(receipts == Array(repeating: LedgerReceipt(firstSequence: 7), count: 5))
    #expect(try ledger.everything().count == 9)
    #expect(ledger.statistics.repeated == 5)
    ledger.close()
  }

  @Test(arguments: LedgerKind.allCases)
  func anImpossibleEntryIsSetAsideAndTheOthersGoOn(_ kind: LedgerKind) throws {
    let fixture = try LedgerFixture(kind)
    var batch = LedgerBatch.sample(1, count: 5)
    batch.entries[1].reports = 0..<batch.bytes.count + 1
    batch.entries[3].identity = DeviceIdentity(rawValue: -1)
    let receipt = try fixture.ledger.store(batch)
    #expect(receipt == LedgerReceipt(firstSequence: 1, setAside: [1, 3]))
    #expect(try fixture.ledger.store(batch) == receipt)
    _ = try fixture.ledger.store(.sample(2, count: 1))
    #expect(try fixture.ledger.everything().map(\.sequence) == [1, 3, 5, 6])
    #expect(fixture.ledger.statistics.setAside == 2)
    fixture.ledger.close()
  }

  @Test(arguments: LedgerKind.allCases)
  func appendingWaitsForNothingAndRefusesWhenFull(_ kind: LedgerKind) throws {
    let gate = Monitor(false)
    let fixture = try LedgerFixture(kind, pendingBytes: 4_000) {
      _ = gate.wait(microseconds: 60_000_000) { $0 ? true : nil }
    }
    let ledger = fixture.ledger
    let outcomes = Outcomes()
    var accepted = 0
    #expect(throws: LedgerError.full) {
      for number in 1...100 {
        try ledger.append(.sample(UInt64(number)), completion: outcomes.completion)
        accepted += 1
      }
    }
    #expect(accepted > 0 && accepted < 10)
    #expect(outcomes.count == 0)
    #expect(ledger.statistics.pendingBytes > 0)
    let room = Monitor(false)
    ledger.whenThereIsRoom { room.change { $0 = true } }
    #expect(!room.withLock { $0 })
    gate.change { $0 = true }
    #expect(outcomes.wait(accepted).count == accepted)
    #expect(room.wait(microseconds: 60_000_000) { $0 ? true : nil } == true)
    _ = try ledger.store(.sample(500))
    ledger.close()
    #expect(ledger.statistics.pendingBytes == 0)
  }

  @Test(arguments: LedgerKind.allCases)
  func nothingIsDurableBeforeTheHookAgrees(_ kind: LedgerKind) throws {
    let hook = Monitor((agrees: false, refusals: 0))
    struct Refusal: Error {}
    let fixture = try LedgerFixture(kind) {
      try hook.change { state in
        guard !state.agrees else { return }
        state.refusals += 1
        throw Refusal()
      }
    }
    let outcomes = Outcomes()
    try fixture.ledger.append(.sample(1), completion: outcomes.completion)
    #expect(eventually { hook.withLock { $0.refusals } >= 2 })
    #expect(outcomes.count == 0)
    #expect(fixture.ledger.latest == .start)
    hook.change { $0.agrees = true }
    #expect(try outcomes.wait(1).first?.get().firstSequence == 1)
    #expect(try fixture.ledger.everything().count == 3)
    #expect(fixture.ledger.statistics.trouble == nil)
    #expect(fixture.ledger.statistics.lastError != nil)
    fixture.ledger.close()
  }

  @Test(arguments: LedgerKind.allCases)
  func observersHearOfEveryCommitWhenItCanBeRead(_ kind: LedgerKind) throws {
    let fixture = try LedgerFixture(kind)
    let ledger = fixture.ledger
    let heard = Monitor<[LedgerToken]>([])
    ledger.onCommit { token in heard.change { $0.append(token) } }
    _ = try ledger.store(.sample(1))
    let tokens = heard.wait(microseconds: 60_000_000) { $0.isEmpty ? nil : $0 }
    #expect(tokens == [ledger.latest])
    #expect(try ledger.read(after: .start, most: 10).last?.token == tokens?.last)
    ledger.close()
  }

  @Test(arguments: LedgerKind.allCases)
  func closingStoresWhatWaits(_ kind: LedgerKind) throws {
    let fixture = try LedgerFixture(kind)
    let outcomes = Outcomes()
    for number in 1...200 {
      try fixture.ledger.append(.sample(UInt64(number)), completion: outcomes.completion)
    }
    fixture.ledger.close()
    #expect(outcomes.count == 200)
    #expect(throws: Never.self) { for outcome in outcomes.wait(200) { _ = try outcome.get() } }
    #expect(throws: LedgerError.closed) {
      try fixture.ledger.append(.sample(300), completion: outcomes.completion)
    }
    fixture.ledger.close()
    #expect(outcomes.count == 200)
  }

  @Test(arguments: LedgerKind.allCases)
  func oldRunsAreDroppedUpToTheWatermarkOnly(_ kind: LedgerKind) throws {
    let fixture = try LedgerFixture(kind, runLength: 3)
    let ledger = fixture.ledger
    for number in 1...4 {
      let time = moment(Int64(number) * 1_000)
      _ = try ledger.store(.sample(UInt64(number), receivedAt: time))
    }
    let old = LedgerRetention(receivedBefore: moment(3_000))
    #expect(try ledger.drop(old, before: LedgerToken(rawValue: 2)) == 0)
    #expect(try ledger.drop(LedgerRetention(), before: ledger.latest) == 0)
    #expect(try ledger.drop(old, before: LedgerToken(rawValue: 3)) == 1)
    #expect(try ledger.everything().first?.sequence == 4)
    #expect(try ledger.drop(old, before: ledger.latest) == 1)
    #expect(try ledger.everything().map(\.sequence) == [7, 8, 9, 10, 11, 12])
    // The newest run stays, whatever is asked for.
    #expect(try ledger.drop(LedgerRetention(bytes: 0), before: ledger.latest) == 1)
    #expect(try ledger.everything().map(\.sequence) == [10, 11, 12])
    #expect(ledger.statistics.records == 3)
    ledger.close()
  }

  @Test(arguments: LedgerKind.allCases)
  func batchesOfSeveralThreadsKeepTheirOrder(_ kind: LedgerKind) throws {
    let fixture = try LedgerFixture(kind)
    let ledger = fixture.ledger
    let outcomes = Outcomes()
    let threads = try (0..<4).map { producer in
      try WorkerThread(name: "producer") {
        for number in 0..<250 {
          let batch = LedgerBatch.sample(
            UInt64(number), producer: UInt64(producer), count: 2, connection: UInt64(producer))
          do { try ledger.append(batch, completion: outcomes.completion) } catch {
            Issue.record(error)
          }
        }
      }
    }
    for thread in threads { thread.join() }
    #expect(outcomes.wait(1_000).count == 1_000)
    let records = try ledger.everything(step: 500)
    #expect(records.count == 2_000)
    for producer in UInt64(0)..<4 {
      let identities = records.filter { $0.connection == producer }.map(\.identity)
      #expect(identities == identities.sorted())
    }
    ledger.close()
  }
}

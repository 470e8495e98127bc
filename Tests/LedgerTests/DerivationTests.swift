import Ledger
import Platform
import Telemetry
import TestKit
import Testing

@Suite struct DerivationTests {
  /// Keeps the numbers of the records that it got.
  final class Listener: LedgerConsumer {
    struct Refusal: Error {}
    struct State: Sendable {
      var sequences: [Int64] = []
      var refuses: Bool
    }

    let name: String
    let state: Monitor<State>

    init(_ name: String, refuses: Bool = false) {
      self.name = name
      state = Monitor(State(refuses: refuses))
    }

    func watermark() -> LedgerToken {
      LedgerToken(rawValue: state.withLock { $0.sequences.last ?? 0 })
    }

    func apply(_ records: [LedgerRecord]) throws {
      try state.change { state in
        if state.refuses { throw Refusal() }
        state.sequences += records.map(\.sequence)
      }
    }
  }

  /// The last entry may take numbers that no record has.
  @Test func numbersBehindTheLastRecordArePassed() throws {
    let fixture = try LedgerFixture(.memory)
    let ledger = fixture.ledger
    let listener = Listener("listener")
    let derivation = try Derivation(ledger: ledger, consumers: [listener, Listener("other")])
    var batch = LedgerBatch.sample(1)
    batch.entries[2].recordCount = 600
    _ = try ledger.store(batch)
    #expect(ledger.latest == LedgerToken(rawValue: 5))
    #expect(derivation.wait(for: ledger.latest, milliseconds: Int64(patience)))
    _ = try ledger.store(.sample(2))
    #expect(derivation.wait(for: ledger.latest, milliseconds: Int64(patience)))
    #expect(listener.state.withLock { $0.sequences } == [1, 2, 3, 6, 7, 8])
    derivation.stop()
    ledger.close()
  }

  @Test func consumersGetEverythingInOrderAlsoWhatComesLater() throws {
    let fixture = try LedgerFixture(.memory)
    let ledger = fixture.ledger
    for number in 1...5 { _ = try ledger.store(.sample(UInt64(number))) }
    let ahead = Listener("ahead")
    ahead.state.withLock { $0.sequences = [9] }
    let behind = Listener("behind")
    let derivation = try Derivation(ledger: ledger, consumers: [ahead, behind])
    #expect(derivation.wait(for: ledger.latest, milliseconds: Int64(patience)))
    #expect(behind.state.withLock { $0.sequences } == Array(1...15))
    #expect(ahead.state.withLock { $0.sequences } == Array(9...15))
    _ = try ledger.store(.sample(6))
    #expect(derivation.wait(for: ledger.latest, milliseconds: Int64(patience)))
    #expect(behind.state.withLock { $0.sequences } == Array(1...18))
    #expect(derivation.lowestWatermark == ledger.latest)
    #expect(derivation.progress.allSatisfy { $0.lag == 0 && $0.trouble == nil })
    derivation.stop()
    _ = try ledger.store(.sample(7))
    #expect(derivation.progress.map(\.lag) == [3, 3])
    ledger.close()
  }

  @Test func aConsumerThatFailsGetsTheSameAgainAndHoldsUpNobody() throws {
    let fixture = try LedgerFixture(.memory)
    let ledger = fixture.ledger
    let failing = Listener("failing", refuses: true)
    let fine = Listener("fine")
    let derivation = try Derivation(ledger: ledger, consumers: [failing, fine])
    _ = try ledger.store(.sample(1))
    _ = fine.state.wait(microseconds: 60_000_000) { $0.sequences.isEmpty ? nil : true }
    #expect(fine.state.withLock { $0.sequences } == [1, 2, 3])
    #expect(eventually { derivation.progress.first?.trouble?.contains("failing") == true })
    failing.state.change { $0.refuses = false }
    // The retry comes by itself, without another commit.
    #expect(derivation.wait(for: ledger.latest, milliseconds: Int64(patience)))
    #expect(failing.state.withLock { $0.sequences } == [1, 2, 3])
    #expect(derivation.progress.first?.trouble == nil)
    derivation.stop()
    ledger.close()
  }
}

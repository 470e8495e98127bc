import Ledger
import Synchronization
import Testing

/// A commit that was taken back because what must be durable before it was not.
@Suite struct RolledBackCommitTests {
  private struct Refused: Error {}

  @Test(arguments: LedgerKind.allCases)
  func theNextAttemptStoresEverything(_ kind: LedgerKind) throws {
    let attempts = Mutex(0)
    let fixture = try LedgerFixture(
      kind,
      beforeCommit: {
        let attempt = attempts.withLock { attempts in
          attempts += 1
          return attempts
        }
        if attempt == 1 { throw Refused() }
      })
    _ = try fixture.ledger.store(.sample(1))
    #expect(attempts.withLock { $0 } == 2)
    let records = try fixture.ledger.everything()
    #expect(records.map(\.protocolName) == ["alpha", "beta", "alpha"])
    #expect(
      records.map { $0.origin?.peer } == ["203.0.113.4:41", "203.0.113.4:41", "203.0.113.4:41"])
    // The file itself has not failed: it is gone on with.
    #expect(fixture.ledger.statistics.segments == 1)
    #expect(records.map(\.sequence) == [1, 2, 3])
    fixture.ledger.close()
  }
}

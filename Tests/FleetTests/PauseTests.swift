import Fleet
import Telemetry
import TestKit
import Testing

@Suite struct PauseTests {
  /// Calls after so many seconds each.
  private func usual(_ fixture: FleetFixture, _ pauses: [Int64]) throws -> Int64? {
    let identity = try fixture.arrival("861234567890123")
    var watermark: Int64 = 1
    try fixture.fleet.recordContacts([fixture.contact(identity)], watermark: watermark)
    for pause in pauses {
      fixture.pass(seconds: pause)
      watermark += 1
      try fixture.fleet.recordContacts([fixture.contact(identity)], watermark: watermark)
    }
    _ = try fixture.fleet.adopt(identity, by: .machine)
    let inMemory = fixture.fleet.device(of: identity)?.usualPause
    #expect(try fixture.another().device(of: identity)?.usualPause == inMemory)
    return inMemory.map { $0 / 1_000 }
  }

  @Test func oneFaultIsNoHabit() throws {
    #expect(try usual(FleetFixture(), []) == nil)
    // One pause may have been a fault.
    #expect(try usual(FleetFixture(), [30]) == nil)
    let steady = try #require(try usual(FleetFixture(), [30, 30, 30]))
    #expect((29...30).contains(steady))
    let failed = try #require(try usual(FleetFixture(), [30, 30, 40_000, 30, 30]))
    #expect((20...40).contains(failed))
  }

  @Test func restsThatReturnAreNormalAndAreForgotten() throws {
    let parked = try #require(
      try usual(FleetFixture(), [10, 10, 3_600, 3_600, 10, 10, 10]))
    #expect((3_500...3_600).contains(parked))
    let changed = try #require(
      try usual(
        FleetFixture(),
        [86_400, 86_400] + Array(repeating: 600, count: 3_000)))
    #expect(changed < 20_000)
  }
}

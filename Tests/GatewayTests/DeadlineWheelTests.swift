import Testing

@testable import Gateway

@Suite struct DeadlineWheelTests {
  @Test func remindersComeInTheirSecond() {
    var wheel = DeadlineWheel(second: 1_000)
    wheel.add(1, at: 1_001)
    wheel.add(2, at: 1_030)
    wheel.add(3, at: 999)
    #expect(Set(wheel.advance(to: 1_001)) == [1, 3])
    #expect(wheel.advance(to: 1_029).isEmpty)
    #expect(wheel.advance(to: 1_030) == [2])
    #expect(wheel.advance(to: 9_000).isEmpty)
  }

  @Test func farRemindersComeEarlyAndNoneIsLostOverAStandstill() {
    var wheel = DeadlineWheel(second: 0)
    wheel.add(1, at: 1_000_000)
    wheel.add(2, at: 10)
    let due = wheel.advance(to: 50_000)
    #expect(Set(due) == [1, 2])
    #expect(due.count == 2)
  }
}

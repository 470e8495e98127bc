import Ledger
import Telemetry
import TestKit
import Testing

@testable import Timeline

/// What is made of the times that devices say.
@Suite struct SaidTimeTests {
  /// A time that a device said, when that came, and what stands in the history.
  struct Case: Sendable, CustomTestStringConvertible {
    let title: String
    let said: String
    let received: String
    let time: String
    let flags: PositionFlags

    init(
      _ title: String, _ said: String, at received: String = "2026-11-21T12:00:00Z",
      is time: String? = nil, _ flags: PositionFlags = []
    ) {
      self.title = title
      self.said = said
      self.received = received
      self.time = time ?? said
      self.flags = flags
    }

    var testDescription: String { title }
  }

  static let cases = [
    Case("now", "2026-11-21T11:59:58Z"),
    Case("ahead by less than a day", "2026-11-22T12:00:00Z"),
    Case("ahead by more than a day", "2026-11-22T12:00:01Z", .timeImplausible),
    Case("late by months", "2026-03-01T00:00:00Z"),
    Case("late by years", "2019-11-21T12:00:00Z"),
    Case("next year", "2027-11-21T12:00:00Z", .timeImplausible),
    Case("the year before", "2025-11-21T12:00:00Z"),
    Case("first day of 2000", "2000-01-01T23:59:59Z", .timeImplausible),
    Case("second day of 2000", "2000-01-02T00:00:00Z"),
    Case("last second of 1999", "1999-12-31T23:59:59Z", .timeImplausible),
    Case("1970", "1970-01-01T00:00:00Z", .timeImplausible),
    Case("1980-01-06", "1980-01-06T00:00:07Z", .timeImplausible),
    Case("no time of any century", "1026-03-03T12:00:00Z", .timeImplausible),
    // Counts of weeks that began again.
    Case(
      "one era back", "2007-04-07T11:59:58Z", is: "2026-11-21T11:59:58Z", .timeRepaired),
    Case(
      "two eras back", "1987-08-22T11:59:58Z", is: "2026-11-21T11:59:58Z", .timeRepaired),
    Case(
      "two eras back, by two digits of the year", "2087-08-22T11:59:58Z",
      is: "2026-11-21T11:59:58Z", .timeRepaired),
    Case(
      "an era ahead", "2046-07-07T11:59:58Z", is: "2026-11-21T11:59:58Z", .timeRepaired),
    Case(
      "an era back and 90 days late", "2007-01-07T12:00:00Z", is: "2026-08-23T12:00:00Z",
      .timeRepaired),
    Case("an era back and later than that", "2007-01-07T11:59:59Z"),
    Case(
      "an era back and a day ahead", "2007-04-08T12:00:00Z", is: "2026-11-22T12:00:00Z",
      .timeRepaired),
    Case(
      "an era back and more ahead", "2007-04-09T12:00:00Z", is: "2026-11-23T12:00:00Z",
      [.timeRepaired, .timeImplausible]),
    Case("2099 for 1999", "2099-08-22T00:00:30Z", .timeImplausible),
    Case(
      "1999 as it was repaired in 2019", "1999-08-29T10:00:00Z", at: "2019-04-14T10:00:05Z",
      is: "2019-04-14T10:00:00Z", .timeRepaired),
    Case(
      "2099 for 1999 in 2019", "2099-08-29T10:00:00Z", at: "2019-04-14T10:00:05Z",
      is: "2019-04-14T10:00:00Z", .timeRepaired),
    // Receivers without time say the beginning of an era, which is no time to repair.
    Case(
      "beginning of an era", "1999-08-22T00:00:10Z", at: "2019-04-07T08:00:00Z",
      .timeImplausible),
    Case(
      "beginning of the first era, three eras later", "1980-01-06T00:00:10Z",
      at: "2038-11-21T08:00:00Z", .timeImplausible),
    Case("the rollover of 2038", "2038-11-21T00:00:10Z", at: "2038-11-21T00:00:12Z"),
    // Ends of counters.
    Case("before the seconds of 1900 end", "2036-02-07T06:28:15Z", at: "2036-02-07T06:28:16Z"),
    Case("after the seconds of 1900 ended", "2036-02-07T06:28:16Z", at: "2036-02-07T06:28:17Z"),
    Case("before 31 bits end", "2038-01-19T03:14:07Z", at: "2038-01-19T03:14:08Z"),
    Case("after 31 bits ended", "2038-01-19T03:14:08Z", at: "2038-01-19T03:14:09Z"),
    Case(
      "31 bits that ended", "1901-12-13T20:45:52Z", at: "2038-01-19T03:14:09Z", .timeImplausible),
    Case("end of 32 bits", "2106-02-07T06:28:15Z", .timeImplausible),
  ]

  @Test(arguments: cases)
  func aTimeIsRepairedOrKeptApartOrTaken(_ sample: Case) throws {
    let said = try #require(Timestamp(iso8601: sample.said))
    let received = try #require(Timestamp(iso8601: sample.received))
    let (time, flags) = SaidTime.judge(said, receivedAt: received)
    #expect(time.brief == sample.time)
    #expect(flags == sample.flags)
  }

  @Test func nothingTraps() {
    for said in [Int64.min, .min + 1, -1, 0, 1 << 60, .max - 1, .max] {
      for received in [Int64.min, -1, 0, base, .max] {
        _ = SaidTime.judge(
          Timestamp(milliseconds: said), receivedAt: Timestamp(milliseconds: received))
      }
    }
  }

  /// A wrong time among right ones touches neither what is last known nor the chunks of the rest,
  /// and is kept as it was said.
  @Test(arguments: cases.filter { !$0.flags.isEmpty })
  func aWrongTimeHarmsNothing(_ sample: Case) throws {
    let said = try #require(Timestamp(iso8601: sample.said))
    let received = try #require(Timestamp(iso8601: sample.received))
    let device = DeviceIdentity(rawValue: 7)
    let folder = try TemporaryFolder()
    var settings = PackedSettings()
    settings.tailBytes = 0
    let timeline = try PackedTimeline(file: folder.path("timeline.sqlite"), settings: settings)
    let before = received.advanced(byMilliseconds: -60_000)
    try timeline.apply([
      .holding(
        [Sample(fix: before, device: before, latitude: 48)], sequence: 1, receivedAt: received)
    ])
    try timeline.apply([
      .holding([Sample(fix: said, device: said, latitude: 1)], sequence: 2, receivedAt: received)
    ])
    try timeline.packAll()
    let isApart = sample.flags.contains(.timeImplausible)
    let apart = try timeline.implausible(of: device, limit: 9)
    #expect(apart.count == (isApart ? 1 : 0))
    #expect(apart.allSatisfy { $0.flags == sample.flags && $0.time.brief == sample.time })
    let history = try timeline.history()
    #expect(history.count == (isApart ? 1 : 2))
    #expect(history.allSatisfy { $0.flags == ($0.time == before ? [] : sample.flags) })
    if isApart { #expect(try timeline.lastKnown(of: device)?.time == before) }
    // What the device said is in the message and, by how much it was moved, in the position.
    let all = history + apart
    #expect(all.contains { $0.position.fixTime?.brief == sample.time })
  }
}

import Telemetry
import Testing

@Suite struct TimestampTests {
  @Test(
    arguments: [
      (0, "1970-01-01T00:00:00Z"), (951_782_400_000, "2000-02-29T00:00:00Z"),
      (1_767_323_045_000, "2026-01-02T03:04:05Z"), (1_767_323_045_006, "2026-01-02T03:04:05.006Z"),
      (-1, "1969-12-31T23:59:59.999Z"), (4_102_444_799_000, "2099-12-31T23:59:59Z"),
    ] as [(Int64, String)])
  func bothWays(_ milliseconds: Int64, _ text: String) {
    #expect(Timestamp(milliseconds: milliseconds).brief == text)
    #expect(Timestamp(iso8601: text)?.milliseconds == milliseconds)
  }

  @Test func everyDayOfFourCenturiesComesBack() {
    for day in stride(from: Int64(-36_525), through: 109_575, by: 1) {
      let time = Timestamp(milliseconds: day * 86_400_000)
      let civil = CivilTime(time)
      #expect(civil.timestamp == time)
      #expect(civil.isProper)
    }
  }

  @Test(
    arguments: [
      ("2026-01-02T03:04:05+02:00", 1_767_315_845_000),
      ("2026-01-02T03:04:05-0130", 1_767_328_445_000),
      ("2026-01-02", 1_767_312_000_000), ("2026-01-02T03:04Z", 1_767_323_040_000),
      ("2026-01-02T03:04:05.1234567Z", 1_767_323_045_123),
    ] as [(String, Int64)])
  func zonesAndShortForms(_ text: String, _ milliseconds: Int64) {
    #expect(Timestamp(iso8601: text)?.milliseconds == milliseconds)
  }

  @Test(arguments: ["", "2026", "2026-13-01", "2026-01-02T25:00Z", "2026-01-02T03:04:05+", "x"])
  func refusesWhatIsNone(_ text: String) { #expect(Timestamp(iso8601: text) == nil) }

  @Test func partsOutOfRangeRollOver() {
    let odd = CivilTime(year: 2026, month: 1, day: 31, hour: 24, minute: 59, second: 60)
    #expect(odd.timestamp.brief == "2026-02-01T01:00:00Z")
    #expect(!odd.isProper)
  }

  @Test func theApiFormHasAZone() {
    #expect(
      Timestamp(milliseconds: 1_767_323_045_000).iso8601 == "2026-01-02T03:04:05.000+00:00")
  }

  @Test func nothingOverflows() {
    #expect(Timestamp(seconds: .max).milliseconds == .max)
    #expect(Timestamp(milliseconds: .max).advanced(byMilliseconds: 1).milliseconds == .max)
    _ = Timestamp(milliseconds: .min).iso8601
    _ = CivilTime(year: .max, month: .max, day: .min, hour: .max).timestamp
  }
}

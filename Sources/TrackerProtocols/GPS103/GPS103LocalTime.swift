import Telemetry
import Wire

extension GPS103 {
  /// The unit's local date, hour and minute. Its zone is not said, but follows from the time of
  /// day in UTC that stands behind the fix.
  struct LocalTime {
    private static let minutesOfDay = 1_440

    private var civil: CivilTime
    /// The zone where the unit does not say the time of day in UTC.
    private let zone: ClockZone?

    /// Reads `yymmddHHMM`, the same with seconds, or `yy/mm/dd HH:MM`; nil for other texts, which
    /// units without a clock send.
    init?(_ text: Span<UInt8>, _ zone: ClockZone?) {
      self.zone = zone
      let isSpaced = text.count == 14
      var number = 0
      var count = 0
      for index in text.indices {
        let digit = TextNumber.digit(text[index])
        if isSpaced, index % 3 == 2 {
          guard digit == nil else { return nil }
          continue
        }
        guard let digit else { return nil }
        // The seconds, if there are any, are never used.
        if count < 10 { number = number &* 10 &+ digit }
        count += 1
      }
      guard count == 10 || count == 12 else { return nil }
      civil = CivilTime(
        year: 2_000 + number / 100_000_000, month: number / 1_000_000 % 100,
        day: number / 10_000 % 100, hour: number / 100 % 100, minute: number % 100)
      // So begins the clock of a unit that has none.
      guard civil.month != 0 || civil.day != 0 else { return nil }
    }

    /// The moment in UTC. Seconds come from the time of day in UTC, also the zone: the
    /// difference of both clocks, taken into half a day on either side. Without a time of day in
    /// UTC the zone is the one that the operator entered. For a date that there is not see
    /// ``CivilTime/moment(by:)``.
    func moment(utc text: Span<UInt8>) -> Timestamp {
      guard civil.exists, text.count >= 6, text.count == 6 || text[6] == UInt8(ascii: "."),
        let clock = TextNumber.digits(text.extracting(0..<6))
      else { return civil.moment(by: zone) }
      var ahead =
        civil.hour * 60 + civil.minute - (clock / 10_000 * 60 + clock / 100 % 100)
      if ahead <= -Self.minutesOfDay / 2 { ahead += Self.minutesOfDay }
      if ahead > Self.minutesOfDay / 2 { ahead -= Self.minutesOfDay }
      var local = civil
      local.second = clock % 100
      return local.timestamp.advanced(byMilliseconds: Int64(ahead) * -60_000)
    }
  }
}

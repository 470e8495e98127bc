/// A moment in milliseconds since 1970-01-01T00:00:00 UTC, without leap seconds.
///
/// This is the only form of time inside; text is made at the edge by ``iso8601``.
public struct Timestamp: Sendable, Hashable, Comparable {
  /// Milliseconds since 1970 UTC; negative before.
  public var milliseconds: Int64

  /// The moment so many milliseconds after 1970 UTC.
  public init(milliseconds: Int64) { self.milliseconds = milliseconds }

  /// The moment so many seconds after 1970 UTC; seconds beyond the range of a 64-bit
  /// millisecond count are clamped to it, so that no value from the wire can trap.
  public init(seconds: Int64) {
    let (product, overflow) = seconds.multipliedReportingOverflow(by: 1_000)
    milliseconds = overflow ? (seconds < 0 ? .min : .max) : product
  }

  /// The earlier one first.
  public static func < (left: Timestamp, right: Timestamp) -> Bool {
    left.milliseconds < right.milliseconds
  }

  /// This moment moved by so many milliseconds, clamped to the range.
  public func advanced(byMilliseconds delta: Int64) -> Timestamp {
    let (sum, overflow) = milliseconds.addingReportingOverflow(delta)
    return Timestamp(milliseconds: overflow ? (delta < 0 ? .min : .max) : sum)
  }
}

/// A date and time of day in the proleptic Gregorian calendar, UTC.
///
/// The parts may be out of their usual range (second 69, hour 24): they roll over, as devices
/// expect. Days are counted with the algorithm for civil dates by H. Hinnant
/// ("chrono-compatible low-level date algorithms").
public struct CivilTime: Sendable, Hashable {
  /// The full year, such as 2026.
  public var year: Int
  /// 1 to 12.
  public var month: Int
  /// 1 to 31.
  public var day: Int
  /// 0 to 23.
  public var hour: Int
  /// 0 to 59.
  public var minute: Int
  /// 0 to 59, or 60 in a leap second (which rolls over).
  public var second: Int

  /// A date and a time of day; midnight if none is given.
  public init(
    year: Int, month: Int, day: Int, hour: Int = 0, minute: Int = 0, second: Int = 0
  ) {
    self.year = year
    self.month = month
    self.day = day
    self.hour = hour
    self.minute = minute
    self.second = second
  }

  /// The date and time of day of a moment.
  public init(_ time: Timestamp) {
    let seconds = CivilTime.floorDivide(time.milliseconds, 1_000)
    let days = CivilTime.floorDivide(seconds, 86_400)
    let ofDay = Int(seconds &- days &* 86_400)
    let shifted = days &+ 719_468
    let era = CivilTime.floorDivide(shifted, 146_097)
    let dayOfEra = Int(shifted &- era &* 146_097)
    let century = dayOfEra / 36_524 - dayOfEra / 146_096
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + century) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    year = yearOfEra + Int(era) * 400 + (month <= 2 ? 1 : 0)
    hour = ofDay / 3_600
    minute = ofDay / 60 % 60
    second = ofDay % 60
  }

  /// The moment of this date and time of day.
  ///
  /// All arithmetic wraps instead of trapping, because the parts may come from the wire;
  /// values within their usual ranges are exact.
  public var timestamp: Timestamp {
    let shiftedYear = month <= 2 ? year &- 1 : year
    let era = Int(CivilTime.floorDivide(Int64(shiftedYear), 400))
    let yearOfEra = shiftedYear &- era &* 400
    let shiftedMonth = month > 2 ? month &- 3 : month &+ 9
    let dayOfYear = (153 &* shiftedMonth &+ 2) / 5 &+ day &- 1
    let dayOfEra = yearOfEra &* 365 &+ yearOfEra / 4 &- yearOfEra / 100 &+ dayOfYear
    let days = era &* 146_097 &+ dayOfEra &- 719_468
    let ofDay = (hour &* 60 &+ minute) &* 60 &+ second
    return Timestamp(milliseconds: (Int64(days) &* 86_400 &+ Int64(ofDay)) &* 1_000)
  }

  /// Whether every part lies in its usual range; second 60 and hour 24 do not.
  public var isProper: Bool {
    (1...12).contains(month) && (1...31).contains(day) && (0...23).contains(hour)
      && (0...59).contains(minute) && (0...59).contains(second)
  }

  private static func floorDivide(_ value: Int64, _ divisor: Int64) -> Int64 {
    let quotient = value / divisor
    return value % divisor < 0 ? quotient &- 1 : quotient
  }
}

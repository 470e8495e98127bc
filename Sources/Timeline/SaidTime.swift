internal import Telemetry

/// What is made of the time that a device says.
///
/// It is repaired only where that is certain; otherwise a time that cannot be right is kept as it
/// is and stands beside the history. Nothing but the time itself and the moment of receipt decides.
enum SaidTime {
  private static let day: Int64 = 86_400_000
  /// So long counts a satellite's number of the week, of ten bits, before it begins again.
  private static let era: Int64 = 1_024 * 7 * day
  /// 1980-01-06, when that count began.
  private static let firstEra: Int64 = 315_964_800_000
  /// How late a record may come and still be recognised as one that is off by whole eras.
  private static let tolerance: Int64 = 90 * day
  /// The most eras that a time may be off.
  private static let mostEras: Int64 = 4
  /// 2000-01-02. Clocks that nobody has set begin with the first day of that year.
  private static let earliest: Int64 = 946_771_200_000

  /// The time that a position stands under, and what is special about it.
  static func judge(
    _ said: Timestamp, receivedAt: Timestamp
  ) -> (time: Timestamp, flags: PositionFlags) {
    let age = receivedAt.milliseconds.subtractingReportingOverflow(said.milliseconds)
    // Nearly all are; the rest may take longer.
    if !age.overflow, said.milliseconds >= earliest, (-day...tolerance).contains(age.partialValue) {
      return (said, [])
    }
    let repaired = age.overflow ? nil : repair(said, receivedAt)
    let time = repaired ?? said
    var flags: PositionFlags = repaired == nil ? [] : .timeRepaired
    if time.milliseconds < earliest || time > receivedAt.advanced(byMilliseconds: day) {
      flags.insert(.timeImplausible)
    }
    return (time, flags)
  }

  /// A time that is off by a number of whole eras; nil if it is not.
  private static func repair(_ said: Timestamp, _ receivedAt: Timestamp) -> Timestamp? {
    if let shift = shift(said, receivedAt) { return said.advanced(byMilliseconds: shift) }
    // The year 1987 as two digits was read as 2087.
    let civil = CivilTime(said)
    guard said > receivedAt.advanced(byMilliseconds: day), (2_080...2_099).contains(civil.year)
    else { return nil }
    var earlier = civil
    earlier.year -= 100
    let back = earlier.timestamp.advanced(byMilliseconds: said.milliseconds % 1_000)
    return shift(back, receivedAt).map(back.advanced(byMilliseconds:))
  }

  /// By how many milliseconds a time is off because the count has begun again; nil if it is not.
  private static func shift(_ said: Timestamp, _ receivedAt: Timestamp) -> Int64? {
    let (age, overflow) = receivedAt.milliseconds.subtractingReportingOverflow(said.milliseconds)
    guard !overflow, age.magnitude < UInt64(era * (mostEras + 1)) else { return nil }
    let half = age < 0 ? -era / 2 : era / 2
    let count = (age + half) / era
    guard count != 0, abs(count) <= mostEras, abs(age - count * era) <= tolerance,
      !isBeginning(said.milliseconds)
    else { return nil }
    return count * era
  }

  /// Whether a time lies in the first day of an era, as receivers say that have no time yet.
  private static func isBeginning(_ said: Int64) -> Bool {
    said >= firstEra && (said - firstEra) % era < day
  }
}

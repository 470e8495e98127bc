import Telemetry
import Wire

// Fields as satellite receivers write them in their sentences, for protocols that pass them on.
extension FieldReader {
  /// A time of day `hhmmss`, with or without decimals of a second; the first digit of the hour may
  /// lack. In milliseconds since midnight; nil if the field is empty.
  mutating func timeOfDay(_ name: String) throws(DecodeError) -> Int64? {
    let start = offset
    let text = text(name)
    guard text.count > 0 else { return nil }
    let point = text.firstIndex(of: UInt8(ascii: ".")) ?? text.count
    guard (5...6).contains(point), let clock = TextNumber.digits(text.extracting(0..<point)),
      clock / 10_000 <= 24, clock / 100 % 100 < 60, clock % 100 <= 60
    else { throw DecodeError(.invalid, field: name, at: start) }
    var milliseconds = Int64((clock / 10_000 * 60 + clock / 100 % 100) * 60 + clock % 100) * 1_000
    if point + 1 < text.count {
      guard let fraction = TextNumber.decimal(text.extracting(point..<text.count)) else {
        throw DecodeError(.invalid, field: name, at: start)
      }
      milliseconds += Int64(exactly: (fraction * 1_000).rounded()) ?? 0
    }
    return milliseconds
  }

  /// A date `ddmmyy` of this century, joined with a time of day; nil if one of the two is empty or
  /// the date is all zeros, as a unit without a clock sends it. See ``CivilTime/moment(by:)`` for
  /// what becomes of a date that there is not.
  mutating func date(
    _ name: String, at milliseconds: Int64?, by zone: ClockZone? = nil
  ) throws(DecodeError) -> Timestamp? {
    let start = offset
    let text = text(name)
    guard text.count > 0 else { return nil }
    guard text.count == 6, let date = TextNumber.digits(text) else {
      throw DecodeError(.invalid, field: name, at: start)
    }
    guard date >= 100, let milliseconds else { return nil }
    let civil = CivilTime(dayMonthYear: date, hourMinuteSecond: 0)
    guard civil.exists else { return civil.moment().advanced(byMilliseconds: milliseconds) }
    let shown = civil.timestamp.advanced(byMilliseconds: milliseconds)
    return zone.map { $0.moment(shown: shown) } ?? shown
  }

  /// An angle in degrees and minutes and the letter of its hemisphere, the first of the two or the
  /// second, which is negative; nil if the angle is empty.
  mutating func angle(
    _ name: String, _ letters: (positive: String, negative: String), limit: Double
  ) throws(DecodeError) -> Double? {
    let start = offset
    let text = text(name)
    let degrees = DegreesAndMinutes.degrees(text)
    if let degrees { note(degrees: degrees) }
    let letter = self.text("hemisphere")
    guard text.count > 0 else { return nil }
    guard let degrees, degrees <= limit,
      letter.equals(letters.positive) || letter.equals(letters.negative)
    else { throw DecodeError(.invalid, field: name, at: start) }
    return letter.equals(letters.negative) && degrees != 0 ? -degrees : degrees
  }

  /// Latitude and longitude with their letters; nil if one of them is empty.
  mutating func latitudeAndLongitude() throws(DecodeError) -> Location? {
    let latitude = try angle("latitude", ("N", "S"), limit: 90)
    let longitude = try angle("longitude", ("E", "W"), limit: 180)
    guard let latitude, let longitude else { return nil }
    return Location(latitude: latitude, longitude: longitude)
  }

  /// Whether the next text, up to a separator, passes a test; nothing is read.
  func next(to separator: UInt8, _ fits: (Span<UInt8>) -> Bool) -> Bool {
    var ahead = lookahead()
    return fits(ahead.text("ahead", to: separator))
  }
}

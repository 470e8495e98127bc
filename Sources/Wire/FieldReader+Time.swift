public import Telemetry

extension FieldReader {
  /// A time of twelve decimal digits, `yymmddHHMMSS`, of this century, UTC. Parts out of their
  /// range are an error, but second 60 and hour 24 roll over.
  public mutating func compactTime(
    _ name: String, to separator: UInt8 = UInt8(ascii: ",")
  ) throws(DecodeError) -> Timestamp {
    let range = takeText(to: separator, name)
    guard range.count == 12, let number = TextNumber.digits(frame.extracting(range)) else {
      throw DecodeError(.invalid, field: name, at: range.lowerBound)
    }
    let civil = CivilTime(
      year: 2_000 + number / 10_000_000_000, month: number / 100_000_000 % 100,
      day: number / 1_000_000 % 100, hour: number / 10_000 % 100, minute: number / 100 % 100,
      second: number % 100)
    guard (1...12).contains(civil.month), (1...31).contains(civil.day), civil.hour <= 24,
      civil.minute < 60, civil.second <= 60
    else { throw DecodeError(.invalid, field: name, at: range.lowerBound) }
    if let trace { trace.mark(name, range, .text) }
    return civil.timestamp
  }
}

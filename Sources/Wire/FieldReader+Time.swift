public import Telemetry

extension FieldReader {
  /// A time of twelve decimal digits, `yymmddHHMMSS`, of this century; see
  /// ``CivilTime/moment(by:)`` for what becomes of one that there is not.
  public mutating func compactTime(
    _ name: String, to separator: UInt8 = UInt8(ascii: ","), by zone: ClockZone? = nil
  ) throws(DecodeError) -> Timestamp {
    let range = takeText(to: separator)
    guard range.count == 12, let number = TextNumber.digits(frame.extracting(range)) else {
      throw DecodeError(.invalid, field: name, at: range.lowerBound)
    }
    let civil = CivilTime(
      year: 2_000 + number / 10_000_000_000, month: number / 100_000_000 % 100,
      day: number / 1_000_000 % 100, hour: number / 10_000 % 100, minute: number / 100 % 100,
      second: number % 100)
    if let trace { trace.mark(name, range, .text) }
    return civil.moment(by: zone)
  }

  /// A time of six binary bytes: year of this century, month, day, hour, minute, second; see
  /// ``CivilTime/moment(by:)`` for what becomes of one that there is not, as devices without a
  /// clock send it.
  public mutating func binaryTime(
    _ name: String, by zone: ClockZone? = nil
  ) throws(DecodeError) -> Timestamp {
    let start = try take(6, name)
    let civil = CivilTime(
      year: 2_000 + Int(frame[start]), month: Int(frame[start + 1]), day: Int(frame[start + 2]),
      hour: Int(frame[start + 3]), minute: Int(frame[start + 4]), second: Int(frame[start + 5]))
    if let trace { trace.mark(name, start..<offset, .bytes) }
    return civil.moment(by: zone)
  }

  /// A time of twelve decimal digits in six bytes, `yymmddHHMMSS`, of this century; a nibble above
  /// 9 is an error. See ``CivilTime/moment(by:)`` for what becomes of one that there is not.
  public mutating func packedTime(
    _ name: String, by zone: ClockZone? = nil
  ) throws(DecodeError) -> Timestamp {
    let number = try packedDecimal(name, bytes: 6)
    let civil = CivilTime(
      year: 2_000 + number / 10_000_000_000, month: number / 100_000_000 % 100,
      day: number / 1_000_000 % 100, hour: number / 10_000 % 100, minute: number / 100 % 100,
      second: number % 100)
    return civil.moment(by: zone)
  }

  /// A time of so many seconds since 1970 UTC in four bytes.
  public mutating func unixTime(
    _ name: String, _ order: ByteOrder = .big
  ) throws(DecodeError) -> Timestamp {
    Timestamp(seconds: Int64(try u32(name, order)))
  }
}

public import Telemetry

extension FieldReader {
  /// A time of fourteen decimal digits, `yyyymmddHHMMSS`; nil if the field is empty. See
  /// ``CivilTime/moment(by:)`` for what becomes of one that there is not.
  public mutating func fullTime(
    _ name: String, to separator: UInt8 = UInt8(ascii: ","), by zone: ClockZone? = nil
  ) throws(DecodeError) -> Timestamp? {
    let start = offset
    let text = text(name, to: separator)
    guard text.count > 0 else { return nil }
    guard let civil = CivilTime(fullTime: text) else {
      throw DecodeError(.invalid, field: name, at: start)
    }
    let time = civil.moment(by: zone)
    note(time.brief)
    return time
  }
}

extension CivilTime {
  /// A date and a time of day from fourteen decimal digits, `yyyymmddHHMMSS`; nil if the text is
  /// anything else.
  public init?(fullTime text: Span<UInt8>) {
    guard text.count == 14, let number = TextNumber.digits(text) else { return nil }
    self.init(
      year: number / 10_000_000_000, month: number / 100_000_000 % 100,
      day: number / 1_000_000 % 100, hour: number / 10_000 % 100, minute: number / 100 % 100,
      second: number % 100)
  }
}

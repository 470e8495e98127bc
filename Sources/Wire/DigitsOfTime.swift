public import Telemetry

extension CivilTime {
  /// A date and a time of day from two numbers as they are often written, `ddmmyy` of this century
  /// and `hhmmss`. Parts out of their range roll over.
  public init(dayMonthYear: Int, hourMinuteSecond: Int) {
    self.init(
      year: 2_000 + dayMonthYear % 100, month: dayMonthYear / 100 % 100,
      day: dayMonthYear / 10_000, hour: hourMinuteSecond / 10_000,
      minute: hourMinuteSecond / 100 % 100, second: hourMinuteSecond % 100)
  }

  /// The time of day as `hhmmss`.
  public var hourMinuteSecond: Int { (hour &* 100 &+ minute) &* 100 &+ second }

  /// The date as `yyyymmdd`.
  public var yearMonthDay: Int { (year &* 100 &+ month) &* 100 &+ day }
}

extension [UInt8] {
  /// Appends the last so many decimal digits of a number, with zeros in front.
  public mutating func append(digits number: Int, count: Int) {
    let start = self.count
    append(contentsOf: repeatElement(UInt8(ascii: "0"), count: Swift.max(0, count)))
    var rest = number.magnitude
    var index = self.count
    while index > start {
      index -= 1
      self[index] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
  }
}

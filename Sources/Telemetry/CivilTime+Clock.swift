// What a device's clock shows, which need not be a moment of any calendar.
extension CivilTime {
  /// How many days a month has; 31 for a month that there is not.
  public static func days(inMonth month: Int, ofYear year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    default: 31
    }
  }

  /// Whether a calendar has the date, and the time of day can be meant: hour 24, a leap second and
  /// other minutes and seconds of two digits are, and roll over, as some devices count on.
  public var exists: Bool {
    (1...12).contains(month) && day >= 1 && day <= Self.days(inMonth: month, ofYear: year)
      && (0...24).contains(hour) && (0...99).contains(minute) && (0...99).contains(second)
  }

  /// The moment that a device means whose clock shows this.
  ///
  /// A leap second is the first second of the minute behind it. A date or an hour that there is
  /// not, such as 31 February or hour 25, gives a moment that is plainly wrong: what it would roll
  /// over to, but in the eleventh century (2026 becomes 1026). So its record is kept, beside the
  /// history, under a time that differs from those of other such records and is the same whenever
  /// it comes.
  ///
  /// - Parameter zone: by which zone the clock goes; nil is UTC.
  public func moment(by zone: ClockZone? = nil) -> Timestamp {
    guard exists else { return plainlyWrong }
    guard let zone else { return timestamp }
    return zone.moment(shown: timestamp)
  }

  private var plainlyWrong: Timestamp {
    var wrong = self
    wrong.year = 1_000 + abs(year % 100)
    return wrong.timestamp
  }
}

/// When summer time begins and ends every year, as the last line of a zone file says it, such as
/// `CET-1CEST,M3.5.0,M10.5.0/3` (the form of the variable TZ in POSIX).
struct ClockRule {
  /// A day of every year and a time of day by the clock that holds until then.
  private enum Day {
    /// The week's day (Sunday is 0) of a week of a month; week 5 is the last.
    case week(month: Int, week: Int, weekday: Int)
    /// A day of the year from 1, in which 29 February does not count.
    case julian(Int)
    /// A day of the year from 0.
    case zeroBased(Int)
  }

  private let standard: Int64
  private let summer: Int64
  private let begin: (day: Day, seconds: Int64)
  private let end: (day: Day, seconds: Int64)

  /// - Returns: nil for a text without summer time, or that is none of the form.
  init?(_ text: String) {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    guard parts.count == 3 else { return nil }
    var rest = Array(parts[0].utf8)[...]
    guard Self.skipName(&rest), let west = Self.seconds(&rest), Self.skipName(&rest) else {
      return nil
    }
    // By default summer time is an hour ahead; offsets count to the west.
    let summerWest = rest.isEmpty ? west - 3_600 : Self.seconds(&rest)
    guard let summerWest, rest.isEmpty, let begin = Self.change(parts[1]),
      let end = Self.change(parts[2])
    else { return nil }
    standard = -west * 1_000
    summer = -summerWest * 1_000
    self.begin = begin
    self.end = end
  }

  /// The changes of some years in the order of time.
  func changes(inYears years: ClosedRange<Int>) -> [ClockZone.Change] {
    years.flatMap { year in
      [
        ClockZone.Change(at: moment(begin, year) - standard, offset: summer),
        ClockZone.Change(at: moment(end, year) - summer, offset: standard),
      ]
    }.sorted { $0.at < $1.at }
  }

  private func moment(_ change: (day: Day, seconds: Int64), _ year: Int) -> Int64 {
    let civil: CivilTime
    switch change.day {
    case .week(let month, let week, let weekday):
      let first = CivilTime(year: year, month: month, day: 1).timestamp.milliseconds / 86_400_000
      // 1970 began on a Thursday.
      let firstWeekday = Int((first % 7 + 7 + 4) % 7)
      var day = 1 + (weekday - firstWeekday + 7) % 7 + (week - 1) * 7
      if day > CivilTime.days(inMonth: month, ofYear: year) { day -= 7 }
      civil = CivilTime(year: year, month: month, day: day)
    case .julian(let day):
      let isBehindLeapDay = day >= 60 && CivilTime.days(inMonth: 2, ofYear: year) == 29
      civil = CivilTime(year: year, month: 1, day: day + (isBehindLeapDay ? 1 : 0))
    case .zeroBased(let day): civil = CivilTime(year: year, month: 1, day: day + 1)
    }
    return civil.timestamp.milliseconds + change.seconds * 1_000
  }

  // MARK: Reading

  private static func skipName(_ text: inout ArraySlice<UInt8>) -> Bool {
    let before = text.count
    if text.first == UInt8(ascii: "<") {
      guard let end = text.firstIndex(of: UInt8(ascii: ">")) else { return false }
      text = text[(end + 1)...]
    } else {
      text = text.drop { $0 >= UInt8(ascii: "A") }
    }
    return text.count < before
  }

  /// Reads `[+-]h[:mm[:ss]]`.
  private static func seconds(_ text: inout ArraySlice<UInt8>) -> Int64? {
    let isNegative = text.first == UInt8(ascii: "-")
    if isNegative || text.first == UInt8(ascii: "+") { text.removeFirst() }
    let clock = text.prefix { (48...58).contains($0) }
    text = text.dropFirst(clock.count)
    let numbers = clock.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
      .map { Int64(String(decoding: $0, as: UTF8.self)) ?? -1 }
    guard (1...3).contains(numbers.count), numbers[0] <= 167,
      numbers.allSatisfy({ $0 >= 0 }), numbers.dropFirst().allSatisfy({ $0 < 60 })
    else { return nil }
    let padded = numbers + [0, 0]
    let total = padded[0] * 3_600 + padded[1] * 60 + padded[2]
    return isNegative ? -total : total
  }

  private static func change(_ text: Substring) -> (day: Day, seconds: Int64)? {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard let day = parts.first.flatMap(day), parts.count <= 2 else { return nil }
    guard parts.count == 2 else { return (day, 7_200) }
    var rest = Array(parts[1].utf8)[...]
    guard let seconds = seconds(&rest), rest.isEmpty else { return nil }
    return (day, seconds)
  }

  private static func day(_ text: Substring) -> Day? {
    switch text.first {
    case "M":
      let numbers = text.dropFirst().split(separator: ".").map { Int($0) ?? -1 }
      guard numbers.count == 3, (1...12).contains(numbers[0]), (1...5).contains(numbers[1]),
        (0...6).contains(numbers[2])
      else { return nil }
      return .week(month: numbers[0], week: numbers[1], weekday: numbers[2])
    case "J":
      return Int(text.dropFirst()).flatMap { (1...365).contains($0) ? .julian($0) : nil }
    default: return Int(text).flatMap { (0...365).contains($0) ? .zeroBased($0) : nil }
    }
  }
}

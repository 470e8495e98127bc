import Telemetry
import Wire

extension TK103 {
  /// The most items in front of a position: a comma, three words of an alarm.
  private static let mostItems = 4

  /// Whether digits and the letter of a fix come next, possibly behind the words of an alarm or
  /// other items.
  static func isPosition(_ frame: borrowing FieldReader) -> Bool {
    var ahead = frame.lookahead()
    if ahead.peek() == UInt8(ascii: ",") { skipItems(&ahead) }
    return dateOffset(ahead) != nil
  }

  /// Moves over items up to a position.
  private static func skipItems(_ frame: inout FieldReader) {
    var items = 0
    while items < mostItems, dateOffset(frame) == nil {
      frame.skipText("item")
      items += 1
    }
  }

  /// How many digits stand in front of the date, the last six before the letter of the fix; nil
  /// if there is no such letter.
  private static func dateOffset(_ frame: borrowing FieldReader) -> Int? {
    var count = 0
    while let byte = frame.peek(count), TextNumber.digit(byte) != nil { count += 1 }
    let letter = frame.peek(count)
    return count >= 6 && (letter == UInt8(ascii: "A") || letter == UInt8(ascii: "V"))
      ? count - 6 : nil
  }

  static func compactPosition(
    _ command: String, _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    var code: Int64?
    if command == "BQ81", frame.peek() == UInt8(ascii: ",") {
      frame.skipText("separator")
      frame.skipText("alarm")
      code = try frame.integer("alarm code")
    }
    if frame.peek() == UInt8(ascii: ",") || code != nil { skipItems(&frame) }
    let extra = dateOffset(frame) ?? 0
    if extra == 1 {
      code = Int64(try frame.digits("alarm code", count: 1))
    } else {
      try frame.skip("identifier", extra)
    }
    try position(isCompact: true, &frame, &reports)
    if let code {
      if command == "BO01", let alarm = oldAlarms[code] { reports.raise(alarm) }
      if command == "BQ81", let alarm = newAlarms[code] { reports.raise(alarm) }
    }
  }

  private static let oldAlarms: [Int64: Alarm] = [
    1: .accident, 2: .sos, 3: .vibration, 4: .lowspeed, 5: .overspeed, 6: .geofenceExit,
  ]
  private static let newAlarms: [Int64: Alarm] = [
    0: .lowBattery, 1: .overspeed, 2: .idle, 3: .hardAcceleration, 4: .hardBraking,
    5: .temperature,
  ]

  /// Reads a position. In the compact dialect the date begins with the year, and nothing, or a
  /// comma here and there, parts the fields.
  static func position(
    isCompact: Bool, _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    reports.begin()
    let date = try frame.digits("date", count: 6)
    skipComma(&frame)
    let start = frame.offset
    let fix = try frame.text("fix", count: 1)
    guard fix.equals("A") || fix.equals("V") else {
      throw DecodeError(.invalid, field: "fix", at: start)
    }
    skipComma(&frame)
    let latitude = try angle(&frame, "latitude", ("N", "S"), 90)
    let longitude = try angle(&frame, "longitude", ("E", "W"), 180)
    let speed = try speed(isCompact, &frame)
    frame.note("\(speed) km/h")
    let clock = try frame.digits("time", count: 6)
    skipComma(&frame)
    let time =
      (isCompact ? civil(date, clock) : CivilTime(dayMonthYear: date, hourMinuteSecond: clock))
      .moment()
    reports.current.setTime(time)
    reports.current.hasLocation = true
    reports.current.location.isValid = fix.equals("A")
    reports.current.location.latitude = latitude
    reports.current.location.longitude = longitude
    reports.current.location.speed = Units.knots(kilometresPerHour: speed)
    if isCompact {
      try courseAndInputs(&frame, &reports)
    } else {
      reports.current.location.course = try frame.decimal("course") ?? 0
    }
  }

  private static func civil(_ date: Int, _ clock: Int) -> CivilTime {
    CivilTime(
      year: 2_000 + date / 10_000, month: date / 100 % 100, day: date % 100,
      hour: clock / 10_000, minute: clock / 100 % 100, second: clock % 100)
  }

  static func skipComma(_ frame: inout FieldReader) {
    if frame.peek() == UInt8(ascii: ",") { frame.skipText("separator") }
  }

  /// Reads degrees and minutes, in which blanks may stand for zeros and degrees may lack, and the
  /// letter of the hemisphere.
  private static func angle(
    _ frame: inout FieldReader, _ name: String,
    _ letters: (positive: Unicode.Scalar, negative: Unicode.Scalar),
    _ limit: Double
  ) throws(DecodeError) -> Double {
    let start = frame.offset
    let count = min(
      frame.distance(to: UInt8(ascii: letters.positive)),
      frame.distance(to: UInt8(ascii: letters.negative)))
    guard count <= 14 else { throw DecodeError(.invalid, field: name, at: start) }
    let degrees = DegreesAndMinutes.degrees(try frame.text(name, count: count).trimmed)
    let isNegative = frame.peek() == UInt8(ascii: letters.negative)
    try frame.skip("hemisphere", 1)
    skipComma(&frame)
    guard let degrees, degrees <= limit else {
      throw DecodeError(.invalid, field: name, at: start)
    }
    return isNegative && degrees != 0 ? -degrees : degrees
  }

  /// Reads five characters, or fewer up to a comma; between commas there may be more, which do not
  /// count.
  private static func speed(
    _ isCompact: Bool, _ frame: inout FieldReader
  ) throws(DecodeError) -> Double {
    let start = frame.offset
    let count = min(5, frame.distance(to: UInt8(ascii: ",")))
    let text = isCompact ? try frame.text("speed", count: count) : frame.text("speed")
    if isCompact { skipComma(&frame) }
    let digits = text.extracting(0..<min(text.count, 5)).trimmed
    guard let speed = TextNumber.decimal(digits) else {
      throw DecodeError(.invalid, field: "speed", at: start)
    }
    return speed
  }

  // MARK: Course, inputs and odometer

  /// Reads the course up to the eight characters of the inputs, which an L follows; without them
  /// it is six characters, and what follows has no use.
  private static func courseAndInputs(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    let letter = frame.distance(to: UInt8(ascii: "L"))
    let hasInputs =
      letter < frame.remaining && letter >= 10
      && frame.frame.extracting(frame.offset..<frame.offset &+ letter).extracting(last: 8)
        .isHexadecimal
    let most = hasInputs ? letter &- 8 : min(6, courseCount(frame))
    let count = min(frame.distance(to: UInt8(ascii: ",")), most)
    let start = frame.offset
    let text = try frame.text("course", count: count).trimmed
    guard let course = text.count > 0 ? TextNumber.decimal(text) : 0 else {
      throw DecodeError(.invalid, field: "course", at: start)
    }
    reports.current.location.course = course
    skipComma(&frame)
    if hasInputs, frame.peek(8) == UInt8(ascii: "L") { try inputs(&frame, &reports) }
    frame.skipRest("other fields")
  }

  /// How many digits and points come next: some units send two digits, and more text behind them.
  private static func courseCount(_ frame: borrowing FieldReader) -> Int {
    var count = 0
    while let byte = frame.peek(count), TextNumber.digit(byte) != nil || byte == UInt8(ascii: ".") {
      count += 1
    }
    return count
  }

  private static func inputs(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    reports.set(.charge, try frame.text("supply", count: 1).equals("0"))
    reports.set(.ignition, try frame.text("ignition", count: 1).equals("1"))
    let first = try frame.hexadecimal("inputs and outputs", count: 1)
    reports.set(.input(2), frame.bits("input 2", of: first, 0..<1))
    reports.set("panic", frame.bits("panic", of: first, 1..<2))
    reports.set(.output(2), frame.bits("output 2", of: first, 2..<3))
    if frame.bit("blocked", of: first, 3) { reports.set(.blocked, 1) }
    let second = try frame.hexadecimal("inputs", count: 1)
    for (bit, key): (Int, AttributeKey) in [(0, "hs3"), (1, "hs2"), (2, "hs1"), (3, .door)]
    where frame.bit("input", of: second, bit) {
      reports.set(key, 1)
    }
    let third = try frame.hexadecimal("outputs", count: 1)
    for (bit, key): (Int, AttributeKey) in [(1, "ls3"), (2, "ls2"), (3, "ls1")]
    where frame.bit("output", of: third, bit) {
      reports.set(key, 1)
    }
    reports.set(.fuel, try frame.hexadecimal("fuel", count: 3))
    try frame.expect("odometer mark", "L")
    var digits = 0
    while digits < 8, let byte = frame.peek(digits), TextNumber.hexadecimalDigit(byte) != nil {
      digits += 1
    }
    if digits > 0 { reports.set(.odometer, try frame.hexadecimal("odometer", count: digits)) }
  }
}

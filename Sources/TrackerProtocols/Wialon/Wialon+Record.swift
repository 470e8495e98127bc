import Telemetry
import Wire

extension Wialon {
  /// Fields of a record with date, time, place, motion and satellites.
  static let shortCount = 10
  /// Fields of a record with inputs, outputs, driver and parameters as well.
  static let longCount = 16

  /// Reads one record up to its last known field.
  static func record(_ frame: inout FieldReader, _ reports: inout Reports) throws(DecodeError) {
    reports.begin()
    let count = count(of: semicolon, in: frame.frame.extracting(frame.offset..<frame.end)) + 1
    guard count >= shortCount else {
      throw DecodeError(.truncated, field: "fields of a record", at: frame.offset)
    }
    let time = try moment(&frame)
    let latitude = try angle("latitude", &frame, negative: "S", limit: 90)
    let longitude = try angle("longitude", &frame, negative: "W", limit: 180)
    let speed = try number("speed", &frame)
    if let speed { frame.note("\(speed) km/h") }
    let course = try number("course", &frame)
    let altitude = try number("altitude", &frame)
    let satellites = try number("satellites", &frame).flatMap { Int64(exactly: $0.rounded()) }
    if latitude == nil, longitude == nil, speed == nil, course == nil, altitude == nil {
      reports.current.deviceTime = time
    } else {
      reports.current.setTime(time)
      reports.current.hasLocation = true
      reports.current.location = Location(
        latitude: latitude ?? 0, longitude: longitude ?? 0, altitude: altitude ?? 0,
        speed: Units.knots(kilometresPerHour: speed ?? 0), course: course ?? 0,
        isValid: (satellites ?? 0) >= fewestSatellites)
    }
    if let satellites { reports.set(.satellites, satellites) }
    if count >= longCount { try inputsAndParameters(&frame, &reports) }
  }

  /// With fewer satellites a place is not valid.
  private static let fewestSatellites: Int64 = 3

  /// Whether a field says that there is nothing.
  private static func isAbsent(_ text: Span<UInt8>) -> Bool {
    text.count == 0 || text.equals("NA")
  }

  private static func number(
    _ name: String, _ frame: inout FieldReader
  ) throws(DecodeError) -> Double? {
    let start = frame.offset
    let text = frame.text(name, to: semicolon)
    guard !isAbsent(text) else { return nil }
    guard let number = TextNumber.decimal(text) else {
      throw DecodeError(.invalid, field: name, at: start)
    }
    return number
  }

  /// Reads date and time of day; nil if one of them is missing. Decimals of a second are dropped.
  private static func moment(_ frame: inout FieldReader) throws(DecodeError) -> Timestamp? {
    let start = frame.offset
    let date = frame.text("date", to: semicolon)
    let timeStart = frame.offset
    let time = frame.text("time", to: semicolon)
    let clock = time.extracting(0..<(time.firstIndex(of: UInt8(ascii: ".")) ?? time.count))
    if !isAbsent(date), date.count != 6 || !date.isDigits {
      throw DecodeError(.invalid, field: "date", at: start)
    }
    if !isAbsent(time), clock.count != 6 || !clock.isDigits {
      throw DecodeError(.invalid, field: "time", at: timeStart)
    }
    guard !isAbsent(date), !isAbsent(time), let days = TextNumber.digits(date),
      let seconds = TextNumber.digits(clock)
    else { return nil }
    let moment = CivilTime(dayMonthYear: days, hourMinuteSecond: seconds).moment()
    frame.note(moment.brief)
    return moment
  }

  /// Reads degrees and minutes in one number, and the letter of the hemisphere. The minutes have
  /// any number of decimals, and may be more than 60.
  private static func angle(
    _ name: String, _ frame: inout FieldReader, negative: String, limit: Double
  ) throws(DecodeError) -> Double? {
    let start = frame.offset
    let text = frame.text(name, to: semicolon)
    let degrees = degrees(text)
    if let degrees { frame.note(degrees: degrees) }
    let letter = frame.text("hemisphere", to: semicolon)
    guard !isAbsent(text) else { return nil }
    guard let degrees, degrees <= limit else {
      throw DecodeError(.invalid, field: name, at: start)
    }
    return letter.equals(negative) && degrees != 0 ? -degrees : degrees
  }

  private static func degrees(_ text: Span<UInt8>) -> Double? {
    guard let point = text.firstIndex(of: UInt8(ascii: ".")), point > 0, point < text.count - 1,
      TextNumber.digit(text[0]) != nil
    else { return nil }
    let minutesStart = max(0, point - 2)
    let degrees =
      minutesStart == 0 ? 0 : TextNumber.digits(text.extracting(0..<minutesStart))
    let minutes = TextNumber.decimal(text.extracting(droppingFirst: minutesStart))
    guard let degrees, let minutes else { return nil }
    return Double(degrees) + minutes / 60
  }

  // MARK: Fields behind the satellites

  /// Reads the fields of a long record: precision, inputs, outputs, driver, parameters.
  private static func inputsAndParameters(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    if let hdop = try number("hdop", &frame) { reports.set(.hdop, hdop) }
    try digits("inputs", .input, &frame, &reports)
    try digits("outputs", .output, &frame, &reports)
    try analogue(&frame, &reports)
    let driver = frame.text("driver", to: semicolon)
    if !isAbsent(driver) { reports.set(.driverUniqueId, text: driver) }
    var parameters = frame.group("parameters", to: semicolon)
    try Self.parameters(&parameters, &reports)
  }

  /// Reads inputs or outputs, which are stored as they are written.
  private static func digits(
    _ name: String, _ key: AttributeKey, _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    let start = frame.offset
    let text = frame.text(name, to: semicolon)
    guard !isAbsent(text) else { return }
    guard text.isDigits else { throw DecodeError(.invalid, field: name, at: start) }
    reports.set(key, text: text)
  }

  /// Reads analogue inputs, which are stored as they are written.
  private static func analogue(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    var list = frame.group("analogue inputs", to: semicolon)
    var number = 0
    while !list.isAtEnd {
      number &+= 1
      let start = list.offset
      let text = list.text("analogue input")
      guard !isAbsent(text) else { continue }
      guard TextNumber.decimal(text) != nil else {
        throw DecodeError(.invalid, field: "analogue input", at: start)
      }
      reports.set(.adc(number), text: text)
    }
  }
}

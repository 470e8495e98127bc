import Telemetry
import Wire

extension GPS103 {
  /// Reads the line of a maker of its own that ends with `*`: UTC, signed degrees, km/h.
  static func starred(_ frame: inout FieldReader, _ reports: inout Reports) throws(DecodeError) {
    reports.begin()
    frame.skipText("name")
    text(.event, "event", &frame, &reports)
    text("sensorId", "sensor", &frame, &reports)
    if let volts = try number("sensor voltage", &frame) { reports.set("sensorVoltage", volts) }
    let time = try frame.digits("time", count: 6)
    try frame.skip("separator", 1)
    let date = try frame.digits("date", count: 6)
    try frame.skip("separator", 1)
    let moment = CivilTime(dayMonthYear: date, hourMinuteSecond: time).moment()
    reports.current.setTime(moment)
    if let signal = try number("signal", &frame) { whole(.rssi, signal, &reports) }
    try place(ofStarred: &frame, &reports)
    if let hdop = try number("hdop", &frame) { reports.set(.hdop, hdop) }
    if let count = try number("satellites", &frame) { whole(.satellites, count, &reports) }
    if let on = try number("ignition", &frame) { reports.set(.ignition, on == 1) }
    if let on = try number("charging", &frame) { reports.set(.charge, on == 1) }
    text("error", "error", &frame, &reports)
    frame.skipRest("further items")
  }

  private static func place(
    ofStarred frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    let isValid = (try number("fix", &frame) ?? 0) > 0
    let start = frame.offset
    let latitude = try number("latitude", &frame)
    let longitude = try number("longitude", &frame)
    let speed = try number("speed", &frame) ?? 0
    frame.note("\(speed) km/h")
    let course = try number("course", &frame) ?? 0
    let altitude = try number("altitude", &frame) ?? 0
    guard let latitude, let longitude else { return }
    guard abs(latitude) <= 90, abs(longitude) <= 180 else {
      throw DecodeError(.invalid, field: "latitude and longitude", at: start)
    }
    reports.current.hasLocation = true
    reports.current.location = Location(
      latitude: latitude, longitude: longitude, altitude: altitude,
      speed: Units.knots(kilometresPerHour: speed), course: course, isValid: isValid)
  }

  /// Reads a number; nil if the field is empty or made of dashes, which say that it is absent.
  private static func number(
    _ name: String, _ frame: inout FieldReader
  ) throws(DecodeError) -> Double? {
    let start = frame.offset
    let text = frame.text(name)
    guard !isAbsent(text) else { return nil }
    guard let number = TextNumber.decimal(text) else {
      throw DecodeError(.invalid, field: name, at: start)
    }
    return number
  }

  private static func text(
    _ key: AttributeKey, _ name: String, _ frame: inout FieldReader, _ reports: inout Reports
  ) {
    let text = frame.text(name)
    if !isAbsent(text) { reports.set(key, text: text) }
  }

  private static func whole(_ key: AttributeKey, _ number: Double, _ reports: inout Reports) {
    if let whole = Int64(exactly: number.rounded()) { reports.set(key, whole) }
  }

  private static func isAbsent(_ text: Span<UInt8>) -> Bool {
    for index in text.indices where text[index] != UInt8(ascii: "-") { return false }
    return true
  }
}

import Telemetry
import Wire

extension JT600 {
  /// Reads a text in parentheses.
  static func text(_ frame: inout FieldReader, _ reports: inout Reports) throws(DecodeError) {
    var end = try frame.trailer("end", 1)
    try end.expect("end", ")")
    try frame.expect("start", "(")
    let start = frame.offset
    let identifier = frame.text("identifier")
    guard identifier.count == 10, identifier.isDigits else {
      throw DecodeError(.invalid, field: "identifier", at: start)
    }
    reports.identifier = identifier.string
    let type = frame.text("type")
    if type.equals("W01") {
      try watch(&frame, &reports)
    } else if type.equals("P45") {
      try unlocking(&frame, &reports)
    } else if type.starts(with: "U"), type.count == 3 {
      try state(&frame, type, &reports)
    } else if type.equals("1"), beginsSensor(frame) {
      try sensor(&frame, &reports)
    }
    frame.skipRest("further items")
  }

  /// Reads a date `ddmmyy` and a time `hhmmss`.
  private static func moment(_ frame: inout FieldReader, _ reports: inout Reports)
    throws(DecodeError)
  {
    let start = frame.offset
    let date = frame.text("date")
    let time = frame.text("time")
    guard date.count == 6, time.count == 6, let days = TextNumber.digits(date),
      let seconds = TextNumber.digits(time)
    else { throw DecodeError(.invalid, field: "date", at: start) }
    guard days >= 100 else { return }
    let moment = CivilTime(dayMonthYear: days, hourMinuteSecond: seconds).moment()
    frame.note(moment.brief)
    reports.current.setTime(moment)
  }

  /// Reads degrees with decimals and the letter of the hemisphere.
  private static func degrees(
    _ name: String, _ frame: inout FieldReader, _ negative: String, limit: Double
  ) throws(DecodeError) -> Double {
    let start = frame.offset
    let degrees = try frame.decimal(name) ?? 0
    guard (0...limit).contains(degrees) else {
      throw DecodeError(.invalid, field: name, at: start)
    }
    return frame.text("hemisphere").equals(negative) && degrees != 0 ? -degrees : degrees
  }

  private static func place(ofText frame: inout FieldReader) throws(DecodeError) -> Location {
    let latitude = try degrees("latitude", &frame, "S", limit: 90)
    let longitude = try degrees("longitude", &frame, "W", limit: 180)
    return Location(latitude: latitude, longitude: longitude)
  }

  /// Reads speed in miles an hour and course.
  private static func motion(
    _ frame: inout FieldReader, _ location: inout Location
  ) throws(DecodeError) {
    let speed = try frame.decimal("speed") ?? 0
    frame.note("\(speed) mph")
    location.speed = Units.knots(milesPerHour: speed)
    location.course = try frame.decimal("course") ?? 0
  }

  private static func set(
    _ key: AttributeKey, _ name: String, _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    if let value = try frame.integer(name) { reports.set(key, value) }
  }

  // MARK: Messages

  /// W01: a position with the longitude first, the angles in degrees and minutes.
  private static func watch(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    reports.begin()
    let longitude = try frame.angle("longitude", ("E", "W"), limit: 180)
    let latitude = try frame.angle("latitude", ("N", "S"), limit: 90)
    let isValid = frame.text("fix").equals("A")
    try moment(&frame, &reports)
    let speed = try frame.decimal("speed") ?? 0
    frame.note("\(speed) km/h")
    let course = try frame.decimal("course") ?? 0
    if let latitude, let longitude {
      reports.current.hasLocation = true
      reports.current.location = Location(
        latitude: latitude, longitude: longitude,
        speed: Units.knots(kilometresPerHour: speed), course: course, isValid: isValid)
    } else {
      reports.current.fixTime = nil
    }
    if let power = try frame.decimal("power") { reports.set(.power, power) }
    try set(.gps, "state of the receiver", &frame, &reports)
    try set(.rssi, "signal", &frame, &reports)
    try set("alertType", "alert", &frame, &reports)
  }

  /// U01 to U03 and U06: a position and the state; U06 has the number of an alarm in front.
  private static func state(
    _ frame: inout FieldReader, _ type: Span<UInt8>, _ reports: inout Reports
  ) throws(DecodeError) {
    let comma = UInt8(ascii: ",")
    guard !frame.isAtEnd else { return }
    if !frame.next(to: comma, { $0.count == 6 && $0.isDigits }) { frame.skipText("alarm") }
    guard frame.next(to: comma, { $0.count == 6 && $0.isDigits }) else { return }
    reports.begin()
    try moment(&frame, &reports)
    let isValid = frame.text("fix").equals("T")
    var location = try place(ofText: &frame)
    location.isValid = isValid
    try motion(&frame, &location)
    reports.current.hasLocation = true
    reports.current.location = location
    try set(.satellites, "satellites", &frame, &reports)
    try battery(&frame, &reports)
    try status(&frame, &reports)
    let cell = try frame.integer("cell")
    let area = try frame.integer("location area code")
    let signal = try frame.integer("signal") ?? 0
    if let cell, let area { reports.add(tower(area: area, cell: cell, signal: signal)) }
    if let odometer = try frame.decimal("odometer") {
      frame.note("\(odometer) km")
      if let metres = Int64(exactly: (odometer * 1_000).rounded()) {
        reports.set(.odometer, metres)
      }
    }
    try set(.index, "number", &frame, &reports)
    answer(type, &reports)
  }

  private static func battery(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    let start = frame.offset
    let text = frame.text("battery")
    let digits = text.extracting(0..<(text.firstIndex(of: UInt8(ascii: "%")) ?? text.count))
    guard text.count > 0 else { return }
    guard let level = TextNumber.digits(digits) else {
      throw DecodeError(.invalid, field: "battery", at: start)
    }
    reports.set(.batteryLevel, level)
  }

  /// Reads the status, whose bits are written as ones and zeros.
  private static func status(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    let start = frame.offset
    let text = frame.text("status")
    var bits: UInt64 = 0
    for index in text.indices {
      guard text[index] & 0xFE == UInt8(ascii: "0"), text.count <= 63 else {
        throw DecodeError(.invalid, field: "status", at: start)
      }
      bits = bits << 1 | UInt64(text[index] & 1)
    }
    if text.count > 0 { reports.set(.status, bits) }
  }

  private static func answer(_ type: Span<UInt8>, _ reports: inout Reports) {
    let isAlarm = type.equals("U06")
    guard isAlarm || type.equals("U01") || type.equals("U02") || type.equals("U03") else { return }
    reports.reply { $0.append(contentsOf: (isAlarm ? "(S20)" : "(S39)").utf8) }
  }

  /// P45: where a lock was opened, and by whom.
  private static func unlocking(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    reports.begin()
    try moment(&frame, &reports)
    var location = try place(ofText: &frame)
    location.isValid = frame.text("fix").equals("A")
    try motion(&frame, &location)
    reports.current.hasLocation = true
    reports.current.location = location
    try set("eventSource", "source", &frame, &reports)
    frame.skipText("result")
    let card = frame.text("card")
    if card.count > 0, !card.equals("0000000000") { reports.set(.driverUniqueId, text: card) }
    frame.skipText("password")
    frame.skipText("wrong passwords")
    let number = try frame.integer("number") ?? 0
    reports.reply { $0.append(contentsOf: "(P69,0,\(number))".utf8) }
  }
}

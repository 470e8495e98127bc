import Telemetry
import Wire

extension Totem {
  private static let bar = UInt8(ascii: "|")

  /// Reads a code of two hexadecimal digits, and raises its alarm.
  private static func code(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    if let alarm = alarms[try frame.hexadecimal("code", count: 2)] { reports.raise(alarm) }
  }

  /// Reads a message with a receiver's sentence.
  static func first(_ frame: inout FieldReader, _ reports: inout Reports) throws(DecodeError) {
    reports.begin()
    try code(&frame, &reports)
    try frame.expect("sentence", "$GPRMC,")
    var sentence = frame.group("sentence", to: bar)
    let isThere = try place(&sentence, &reports)
    sentence.skipRest("rest of the sentence")
    for (name, key) in [("pdop", AttributeKey.pdop), ("hdop", .hdop), ("vdop", .vdop)] {
      if let value = try frame.decimal(name, to: bar) { reports.set(key, value) }
    }
    if let status = try bits(&frame) {
      reports.set(.status, status)
      if frame.bit("SOS", of: status, 0) { reports.raise(.sos) }
      for (bit, input) in [(4, 3), (5, 4), (6, 1), (7, 2)] {
        reports.set(.input(input), frame.bit("input", of: status, bit))
      }
      for (bit, output) in [(8, 1), (9, 2)] {
        reports.set(.output(output), frame.bit("output", of: status, bit))
      }
    }
    frame.skipText("clock", to: bar)
    var voltages = frame.group("voltages", to: bar)
    try voltages.skip("charging", 1)
    reports.set(.battery, Double(try voltages.digits("battery", count: 3)) / 100)
    reports.set(.power, try voltages.digits("supply", count: 4))
    // An analogue input may stand in front of the cell; the odometer has a point.
    if hasAnalogue(frame) { analogue(&frame, &reports) }
    try tail(&frame, &reports)
    // Without a date there is no place, and nothing else is certain.
    if !isThere { reports.discardCurrent() }
  }

  /// Reads what stands in a sentence; false if there is no date in it.
  private static func place(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) -> Bool {
    let clock = try frame.timeOfDay("time").map { $0 / 1_000 * 1_000 }
    let start = frame.offset
    let fix = frame.text("fix")
    guard fix.equals("A") || fix.equals("V") else {
      throw DecodeError(.invalid, field: "fix", at: start)
    }
    guard let location = try frame.latitudeAndLongitude() else { return false }
    reports.current.location = location
    reports.current.hasLocation = true
    reports.current.location.isValid = fix.equals("A")
    reports.current.location.speed = try frame.decimal("speed") ?? 0
    reports.current.location.course = try frame.decimal("course") ?? 0
    guard let time = try frame.date("date", at: clock) else { return false }
    reports.current.setTime(time)
    return true
  }

  /// Reads a string of 0 and 1 as a number; nil if it is none.
  private static func bits(_ frame: inout FieldReader) throws(DecodeError) -> UInt64? {
    let start = frame.offset
    let text = frame.text("inputs and outputs", to: bar)
    guard (1...32).contains(text.count) else {
      throw DecodeError(.invalid, field: "inputs and outputs", at: start)
    }
    var value: UInt64 = 0
    for index in text.indices {
      guard text[index] == 48 || text[index] == 49 else {
        throw DecodeError(.invalid, field: "inputs and outputs", at: start)
      }
      value = value << 1 | UInt64(text[index] & 1)
    }
    frame.note(String(value, radix: 2))
    return value
  }

  private static func hasAnalogue(_ frame: borrowing FieldReader) -> Bool {
    var ahead = frame.lookahead()
    for _ in 0..<2 { ahead.skipText("field", to: bar) }
    return ahead.text("odometer or temperature", to: bar).firstIndex(of: UInt8(ascii: ".")) == nil
  }

  private static func analogue(_ frame: inout FieldReader, _ reports: inout Reports) {
    let text = frame.text("analogue input", to: bar)
    if text.count > 0 { reports.set(.adc(1), text: text) }
  }

  /// Reads cell, temperature, odometer and serial number.
  private static func tail(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    var cell = frame.group("area and cell", to: bar)
    if cell.remaining >= 8 {
      try cell.skip("area and cell", cell.remaining &- 8)
      let area = try cell.hexadecimal("location area code", count: 4)
      let identifier = try cell.hexadecimal("cell", count: 4)
      if area != 0, identifier != 0 { add(area, identifier, &reports) }
    }
    cell.skipRest("area and cell")
    let temperature = frame.text("temperature", to: bar)
    if temperature.count > 0 { reports.set(.temperature(1), text: temperature) }
    if let odometer = try frame.decimal("odometer", to: bar) {
      reports.set(.odometer, odometer * 1_000)
    }
    let start = frame.offset
    guard try frame.integer("serial number", to: bar) != nil else {
      throw DecodeError(.truncated, field: "serial number", at: start)
    }
    frame.skipRest("extra")
  }

  static func add(
    _ area: UInt64, _ cell: UInt64, country: Int = 0, network: Int = 0, signal: Int? = nil,
    _ reports: inout Reports
  ) {
    reports.add(
      CellTower(
        mobileCountryCode: UInt32(clamping: country), mobileNetworkCode: UInt32(clamping: network),
        locationAreaCode: UInt32(clamping: area), cellIdentifier: cell,
        signalStrength: signal.map { 0 &- Int32(clamping: $0) }))
  }

  /// Reads a message with the fields of a sentence between bars.
  static func second(_ frame: inout FieldReader, _ reports: inout Reports) throws(DecodeError) {
    reports.begin()
    try code(&frame, &reports)
    let date = try frame.digits("date", count: 6)
    let clock = try frame.digits("time", count: 6)
    frame.skipText("end of time", to: bar)
    reports.current.setTime(CivilTime(dayMonthYear: date, hourMinuteSecond: clock).moment())
    reports.current.location.isValid = frame.text("fix", to: bar).equals("A")
    reports.current.location.latitude = try angle(&frame, "latitude", "S", 90)
    reports.current.location.longitude = try angle(&frame, "longitude", "W", 180)
    reports.current.hasLocation = true
    reports.current.location.speed = try frame.decimal("speed", to: bar) ?? 0
    reports.current.location.course = try frame.decimal("course", to: bar) ?? 0
    if let hdop = try frame.decimal("hdop", to: bar) { reports.set(.hdop, hdop) }
    if let status = try bits(&frame) {
      reports.set(.status, status)
      reports.set(.antenna, frame.bit("antenna", of: status, 0))
      reports.set(.charge, frame.bit("charging", of: status, 1))
      for input in 1...6 {
        reports.set(.input(input), frame.bit("input", of: status, input &+ 1))
      }
      for output in 1...4 {
        reports.set(.output(output), frame.bit("output", of: status, output &+ 7))
      }
    }
    var voltages = frame.group("voltages", to: bar)
    try voltages.skip("charging", 1)
    reports.set(.battery, Double(try voltages.digits("battery", count: 2)) / 10)
    reports.set(.power, try voltages.digits("supply", count: 2))
    analogue(&frame, &reports)
    try tail(&frame, &reports)
    if date % 100 == 0 { reports.discardCurrent() }
  }

  private static func angle(
    _ frame: inout FieldReader, _ name: String, _ negative: String, _ limit: Double
  ) throws(DecodeError) -> Double {
    let start = frame.offset
    let degrees = DegreesAndMinutes.degrees(frame.text(name, to: bar))
    let letter = frame.text("hemisphere", to: bar)
    guard let degrees, degrees <= limit else {
      throw DecodeError(.invalid, field: name, at: start)
    }
    return letter.equals(negative) && degrees != 0 ? -degrees : degrees
  }

  /// Reads a message in fixed widths.
  static func third(_ frame: inout FieldReader, _ reports: inout Reports) throws(DecodeError) {
    reports.begin()
    try code(&frame, &reports)
    let date = try frame.digits("date", count: 6)
    let clock = try frame.digits("time", count: 6)
    reports.current.setTime(CivilTime(dayMonthYear: date, hourMinuteSecond: clock).moment())
    reports.set(.io(1), text: try frame.text("inputs and outputs", count: 4))
    try frame.skip("charging", 1)
    reports.set(.battery, Double(try frame.digits("battery", count: 2)) / 10)
    reports.set(.power, try frame.digits("supply", count: 2))
    for index in 1...2 {
      reports.set(.adc(index), text: try frame.text("analogue input", count: 4))
    }
    for index in 1...2 {
      reports.set(.temperature(index), text: try frame.text("temperature", count: 3))
    }
    let area = try frame.hexadecimal("location area code", count: 4)
    add(area, try frame.hexadecimal("cell", count: 4), &reports)
    let start = frame.offset
    let fix = try frame.text("fix", count: 1)
    guard fix.equals("A") || fix.equals("V") else {
      throw DecodeError(.invalid, field: "fix", at: start)
    }
    reports.set(.satellites, try frame.digits("satellites", count: 2))
    let course = try frame.digits("course", count: 3)
    let speed = try frame.digits("speed", count: 3)
    reports.set(.pdop, try frame.fixedDecimal("pdop", 4))
    reports.set(.odometer, Int64(try frame.digits("odometer", count: 7)) &* 1_000)
    try fixedPlace(&frame, &reports)
    reports.current.location.isValid = fix.equals("A")
    reports.current.location.course = Double(course)
    reports.current.location.speed = Double(speed)
    _ = try frame.digits("serial number", count: 4)
    frame.skipRest("extra")
  }

  static func fixedPlace(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    reports.current.location.latitude =
      try frame.fixedAngle("latitude", 9, negative: "S", limit: 90)
    reports.current.location.longitude =
      try frame.fixedAngle("longitude", 10, negative: "W", limit: 180)
    reports.current.hasLocation = true
  }

  static let alarms: [UInt64: Alarm] = [
    0x01: .sos, 0x10: .lowBattery, 0x11: .overspeed, 0x30: .parking, 0x42: .geofenceExit,
    0x43: .geofenceEnter,
  ]
}

import Telemetry
import Wire

// Positions and accumulators (chapters 4.3 to 4.5 of the sheet).
extension CalAmp {
  static func event(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    try place(&frame, &reports)
    try frame.skip("event index", 1)
    reports.set(.event, Int64(try frame.u8("event")))
    try accumulators(&frame, hasAppend: true, &reports)
  }

  static func userData(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    try place(&frame, &reports)
    try frame.skip("route", 1)
    try frame.skip("message", 1)
    let count = Int(try frame.u16("length"))
    let text = try frame.text("text", count: min(count, frame.remaining))
    reports.set(.result, text: text.trimmed)
  }

  /// The position of events, positions and data of the user.
  static func place(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    reports.begin()
    reports.current.setTime(try frame.unixTime("time"))
    try frame.skip("time of the fix", 4)
    try coordinates(&frame, &reports)
    reports.current.location.altitude = Double(try frame.i32("altitude")) / 100
    frame.note("\(reports.current.location.altitude) m")
    let speed = Double(try frame.u32("speed")) / 100
    frame.note("\(speed) m/s")
    reports.current.location.speed = Units.knots(metresPerSecond: speed)
    reports.current.location.course = Double(try frame.i16("course"))
    reports.set(.satellites, Int64(try frame.u8("satellites")))
    let fix = try frame.u8("state of the fix")
    _ = frame.bit("predicted", of: fix, 0)
    _ = frame.bit("differential", of: fix, 1)
    _ = frame.bit("last known", of: fix, 2)
    reports.current.location.isValid = !frame.bit("not valid", of: fix, 3)
    reports.set("carrier", Int64(try frame.u16("carrier")))
    reports.set(.rssi, Int64(try frame.i16("signal")))
    reports.set("modem", Int64(try frame.u8("state of the modem")))
    reports.set(.hdop, Int64(try frame.u8("dilution")))
    try inputs(&frame, &reports)
    reports.set(.status, Int64(try frame.u8("state of the unit")))
  }

  static func miniEvent(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    reports.begin()
    reports.current.setTime(try frame.unixTime("time"))
    try coordinates(&frame, &reports)
    reports.current.location.course = Double(try frame.i16("course"))
    let speed = Double(try frame.u8("speed"))
    frame.note("\(speed) km/h")
    reports.current.location.speed = Units.knots(kilometresPerHour: speed)
    let fix = try frame.u8("satellites and state of the fix")
    reports.set(.satellites, frame.bits("satellites", of: fix, 0..<4))
    reports.current.location.isValid = !frame.bit("not valid", of: fix, 5)
    reports.set("modem", Int64(try frame.u8("state of the modem")))
    try inputs(&frame, &reports)
    reports.set(.event, Int64(try frame.u8("event")))
    try accumulators(&frame, hasAppend: false, &reports)
  }

  private static func coordinates(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    let latitude = Double(try frame.i32("latitude")) / 10_000_000
    frame.note(degrees: latitude)
    let longitude = Double(try frame.i32("longitude")) / 10_000_000
    frame.note(degrees: longitude)
    // What cannot be a place is none; the rest of the record counts.
    guard abs(latitude) <= 90, abs(longitude) <= 180 else { return }
    reports.current.hasLocation = true
    reports.current.location.latitude = latitude
    reports.current.location.longitude = longitude
  }

  private static func inputs(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    let inputs = try frame.u8("inputs")
    reports.set(.input, Int64(inputs))
    reports.set(.ignition, frame.bit("ignition", of: inputs, 0))
  }

  /// Reads accumulators, of which fewer may be there than were counted.
  static func accumulators(
    _ frame: inout FieldReader, hasAppend: Bool, _ reports: inout Reports
  ) throws(DecodeError) {
    let head = try frame.u8("accumulators")
    let count = frame.bits("count", of: head, 0..<6)
    let kind = frame.bits("kind", of: head, 6..<8)
    if hasAppend { reports.set("append", Int64(try frame.u8("append"))) }
    if kind == 1, frame.remaining >= 8 {
      try frame.skip("threshold", 4)
      try frame.skip("mask", 4)
    }
    var number = 0
    while number < count, frame.remaining >= 4 {
      reports.set(AttributeKey("acc", number), Int64(try frame.u32("accumulator")))
      number += 1
    }
  }
}

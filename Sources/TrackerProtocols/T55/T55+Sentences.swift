import Telemetry
import Wire

// Sentences of receivers.
extension T55 {
  /// Reads RMC: time, place, speed, course and date.
  static func minimum(
    _ frame: inout FieldReader, _ context: DecodeContext, _ reports: inout Reports
  ) throws(DecodeError) {
    let clock = try frame.timeOfDay("time")
    let isValid = try fix(&frame)
    let place = try frame.latitudeAndLongitude()
    let speed = try frame.decimal("speed") ?? 0
    frame.note("\(speed) kn")
    let course = try frame.decimal("course") ?? 0
    let time = try frame.date("date", at: clock, by: context.settings.clock)
    if let time { frame.note(time.brief) }
    // Without a fix a receiver leaves all of it empty.
    guard var location = place else { return frame.skipRest("sentence without place") }
    location.speed = speed
    location.course = course
    location.isValid = isValid
    reports.begin()
    reports.current.setTime(time)
    reports.current.hasLocation = true
    reports.current.location = location
    try minimumTail(&frame, &reports)
  }

  /// Reads what one maker puts behind the checksum: satellites, identifier, ignition, fuel, battery
  /// and further numbers.
  private static func minimumTail(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    var isBehindChecksum = false
    while !frame.isAtEnd, !isBehindChecksum {
      isBehindChecksum = frame.text("variation and mode").firstIndex(of: star) != nil
    }
    var ahead = frame.lookahead()
    ahead.skipText("satellites")
    guard ahead.text("identifier").count == 15, !frame.isAtEnd else { return }
    if let count = try frame.integer("satellites") { reports.set(.satellites, count) }
    let identifier = frame.text("identifier")
    if identifier.isDigits { reports.identifier = identifier.string }
    let ignition = frame.text("ignition")
    if ignition.count > 0 { reports.set(.ignition, ignition.equals("1")) }
    if let fuel = try frame.decimal("fuel") { reports.set(.fuel, fuel) }
    if let volts = try frame.decimal("battery") { reports.set(.battery, volts) }
    var number = 1
    while !frame.isAtEnd, number <= 64 {
      let value = frame.text("further value")
      if value.count > 0 { reports.set(.io(number), text: value) }
      number += 1
    }
  }

  private static func fix(_ frame: inout FieldReader) throws(DecodeError) -> Bool {
    let start = frame.offset
    let fix = frame.text("fix")
    guard fix.equals("A") || fix.equals("V") else {
      throw DecodeError(.invalid, field: "fix", at: start)
    }
    return fix.equals("A")
  }

  /// Reads GGA: time of day, place, quality, satellites, altitude.
  static func fixData(
    _ frame: inout FieldReader, _ context: DecodeContext, _ reports: inout Reports
  ) throws(DecodeError) {
    let clock = try frame.timeOfDay("time")
    let place = try frame.latitudeAndLongitude()
    let quality = try frame.integer("quality") ?? 0
    guard var location = place else { return }
    reports.begin()
    location.isValid = quality > 0
    if let count = try frame.integer("satellites") { reports.set(.satellites, count) }
    if let hdop = try frame.decimal("hdop") { reports.set(.hdop, hdop) }
    location.altitude = try frame.decimal("altitude") ?? 0
    reports.current.setTime(moment(clock, context))
    reports.current.hasLocation = true
    reports.current.location = location
  }

  /// Reads GLL: place and time of day.
  static func geographic(
    _ frame: inout FieldReader, _ context: DecodeContext, _ reports: inout Reports
  ) throws(DecodeError) {
    let place = try frame.latitudeAndLongitude()
    let clock = try frame.timeOfDay("time")
    guard var location = place else { return }
    reports.begin()
    location.isValid = try fix(&frame)
    reports.current.setTime(moment(clock, context))
    reports.current.hasLocation = true
    reports.current.location = location
  }

  /// Reads RMA: a place without a time.
  static func minimumWithoutTime(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    let isValid = try fix(&frame)
    guard var location = try frame.latitudeAndLongitude() else { return }
    frame.skipText("time difference A")
    frame.skipText("time difference B")
    location.speed = try frame.decimal("speed") ?? 0
    location.course = try frame.decimal("course") ?? 0
    location.isValid = isValid
    reports.begin()
    reports.current.hasLocation = true
    reports.current.location = location
  }

  /// How far a sender's clock may be ahead of the server's, in milliseconds.
  private static let mostAhead: Int64 = 120_000

  /// The moment of a time of day whose date is not said: the last one before the receipt.
  static func moment(_ clock: Int64?, _ context: DecodeContext) -> Timestamp? {
    guard let clock else { return nil }
    let received = context.receivedAt.milliseconds
    // Times of receipt are after 1970.
    let today = received &- received % 86_400_000 &+ clock
    let isTomorrow = today > received &+ mostAhead
    return Timestamp(milliseconds: isTomorrow ? today &- 86_400_000 : today)
  }
}

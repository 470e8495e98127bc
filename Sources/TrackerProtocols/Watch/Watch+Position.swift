import Telemetry
import Wire

extension Watch {
  /// Reads the fields of UD, AL and WT. Other texts whose types begin alike have other fields:
  /// they give no record, which is no error, because an alarm is answered all the same.
  static func position(
    _ frame: inout FieldReader, isAlarm: Bool, _ reports: inout Reports
  ) {
    reports.begin()
    do throws(DecodeError) {
      try place(&frame, &reports)
      try counters(&frame, &reports)
      try status(&frame, isAlarm: isAlarm, &reports)
    } catch {
      frame.note("not the form of a position: \(error.description)")
      reports.discardCurrent()
      frame.skipRest("fields of another form")
      return
    }
    tail(&frame, &reports)
  }

  private static func place(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    let date = try sixDigits("date", &frame)
    let time = try sixDigits("time", &frame)
    // A unit without a clock sends a date of zeros.
    if date > 0 {
      let moment = CivilTime(dayMonthYear: date, hourMinuteSecond: time).moment()
      frame.note(moment.brief)
      reports.current.setTime(moment)
    }
    let start = frame.offset
    let fix = frame.text("fix")
    guard fix.equals("A") || fix.equals("V") else {
      throw DecodeError(.invalid, field: "fix", at: start)
    }
    let latitude = try coordinate(
      "latitude", &frame, positive: "N", negative: "S", limit: 90)
    let longitude = try coordinate(
      "longitude", &frame, positive: "E", negative: "W", limit: 180)
    let speed = try number("speed", &frame)
    frame.note("\(speed) km/h")
    reports.current.hasLocation = true
    reports.current.location = Location(
      latitude: latitude, longitude: longitude, speed: Units.knots(kilometresPerHour: speed),
      isValid: fix.equals("A"))
    reports.current.location.course = try number("course", &frame)
    reports.current.location.altitude = try number("altitude", &frame)
  }

  private static func counters(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    reports.set(.satellites, try whole("satellites", &frame))
    reports.set(.rssi, try whole("signal in percent", &frame))
    reports.set(.batteryLevel, try whole("battery level", &frame))
    reports.set(.steps, try whole("steps", &frame))
    _ = try whole("turn-overs", &frame)
  }

  /// The bits of the status word that are alarms, in the order in which they count.
  private static let alarms: [(bit: Int, alarm: Alarm)] = [
    (0, .lowBattery), (1, .geofenceExit), (2, .geofenceEnter), (14, .powerCut), (16, .sos),
    (17, .lowBattery), (18, .geofenceExit), (19, .geofenceEnter), (20, .removing),
    (21, .fallDown), (22, .fallDown),
  ]

  private static func status(
    _ frame: inout FieldReader, isAlarm: Bool, _ reports: inout Reports
  ) throws(DecodeError) {
    let start = frame.offset
    guard let word = TextNumber.hexadecimal(frame.text("status")) else {
      throw DecodeError(.invalid, field: "status", at: start)
    }
    if frame.isTraced {
      for (bit, alarm) in alarms { _ = frame.bit(alarm.rawValue, of: word, bit) }
      _ = frame.bit("worn", of: word, 3)
    }
    if let (_, alarm) = alarms.first(where: { word >> UInt64($0.bit) & 1 == 1 }) {
      reports.raise(alarm)
    } else if isAlarm {
      reports.raise(.general)
    }
    if frame.bit("motion", of: word, 4) { reports.set(.motion, true) }
  }

  // MARK: Fields of text

  /// Reads a coordinate and its letter. South and west are negative whatever the sign says;
  /// without a letter the sign counts.
  private static func coordinate(
    _ name: String, _ frame: inout FieldReader, positive: String, negative: String, limit: Double
  ) throws(DecodeError) -> Double {
    let start = frame.offset
    let degrees = try number(name, &frame)
    let letter = frame.text("hemisphere")
    guard letter.count == 0 || letter.equals(positive) || letter.equals(negative),
      abs(degrees) <= limit
    else { throw DecodeError(.invalid, field: name, at: start) }
    return letter.equals(negative) && degrees != 0 ? -abs(degrees) : degrees
  }

  private static func sixDigits(
    _ name: String, _ frame: inout FieldReader
  ) throws(DecodeError) -> Int {
    let start = frame.offset
    let text = frame.text(name)
    guard text.count == 6, let digits = TextNumber.digits(text) else {
      throw DecodeError(.invalid, field: name, at: start)
    }
    return digits
  }

  private static func number(
    _ name: String, _ frame: inout FieldReader
  ) throws(DecodeError) -> Double {
    let start = frame.offset
    guard let number = TextNumber.decimal(frame.text(name).trimmed) else {
      throw DecodeError(.invalid, field: name, at: start)
    }
    return number
  }

  private static func whole(
    _ name: String, _ frame: inout FieldReader
  ) throws(DecodeError) -> Int64 {
    let start = frame.offset
    guard let number = TextNumber.integer(frame.text(name).trimmed) else {
      throw DecodeError(.invalid, field: name, at: start)
    }
    return number
  }
}

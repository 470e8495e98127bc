import Telemetry
import Wire

// Status and location (chapters 4.2 and 4.3 of the sheet).
extension Cellocator {
  /// Reasons that are alarms.
  private static let alarms: [UInt8: Alarm] = [70: .sos, 80: .powerCut, 81: .lowPower]

  /// Other reasons, for explanations.
  private static let reasons: [UInt8: String] = [
    31: "answer to a command", 32: "connected", 33: "navigation started", 34: "too fast",
    35: "idling", 36: "distance", 37: "ignition on", 40: "disconnected", 41: "navigation ended",
    42: "no longer too fast", 43: "no longer idling", 44: "time", 45: "ignition off",
    46: "driver code", 47: "driving without a driver code", 48: "door closed",
    53: "driving stopped",
    54: "distress button released", 64: "door opened", 69: "driving started",
    82: "backup battery disconnected", 83: "backup battery low", 87: "main power connected",
    88: "main power high", 89: "backup battery connected", 90: "backup battery high",
    99: "harsh braking", 100: "sudden turn", 101: "harsh acceleration", 190: "area without network",
    191: "geographic spot", 199: "trailer", 202: "awake", 203: "going to sleep",
    204: "direction changed", 206: "jamming", 207: "radio off",
  ]

  static func status(
    _ frame: inout FieldReader, isAlternative: Bool, _ reports: inout Reports
  ) throws(DecodeError) {
    reports.begin()
    reports.set(.hardware, Int64(try frame.u8("hardware")))
    reports.set(.firmware, Int64(try frame.u8("firmware")))
    try frame.skip("protocol version", 1)
    let state = try frame.u8("state and operator")
    reports.set(.status, frame.bits("state of the unit", of: state, 0..<4))
    _ = frame.bits("digit of the operator", of: state, 4..<8)
    try frame.skip("operator and configuration", 1)
    try frame.skip("details of the reason", 1)
    let event = try frame.u8("event")
    frame.note(alarms[event]?.rawValue ?? reasons[event] ?? "unknown")
    reports.set(.event, Int64(event))
    if let alarm = alarms[event] { reports.raise(alarm) }
    reports.set("mode", Int64(try frame.u8("mode")))
    try inputs(&frame, isAlternative: isAlternative, &reports)
    reports.set(.odometer, Int64(bitPattern: try frame.unsigned("odometer", bytes: 3, .little)))
    reports.set(.driverUniqueId, text: HexText.text(try frame.bytes("driver", 6)))
    try frame.skip("time of the last fix", 2)
    try frame.skip("state of the location", 1)
    try frame.skip("modes of the receiver", 2)
    reports.set(.satellites, Int64(try frame.u8("satellites")))
    try place(&frame, isAlternative: isAlternative, &reports)
    reports.current.setTime(try time(&frame))
  }

  private static func inputs(
    _ frame: inout FieldReader, isAlternative: Bool, _ reports: inout Reports
  ) throws(DecodeError) {
    let inputs = try frame.u32("inputs and outputs")
    reports.set(.input, Int64(inputs))
    reports.set(.door, frame.bit("door", of: inputs, 24))
    reports.set(.ignition, frame.bit("ignition", of: inputs, 29))
    reports.set(.charge, frame.bit("charging", of: inputs, 7))
    if isAlternative {
      try frame.skip("inputs", 1)
      reports.set(.adc(1), Int64(try frame.u16("analogue input 1", .little)))
      reports.set(.adc(2), Int64(try frame.u16("analogue input 2", .little)))
    } else {
      try frame.skip("operator", 1)
      for number in 1...4 {
        reports.set(.adc(number), Int64(try frame.u8("analogue input")))
      }
    }
  }

  /// Degrees in a radian.
  static let radian = 180 / Double.pi

  private static func place(
    _ frame: inout FieldReader, isAlternative: Bool, _ reports: inout Reports
  ) throws(DecodeError) {
    let scale = isAlternative ? 1e-7 : radian / 1e8
    var location = try coordinates(&frame, scale: scale)
    location.altitude = Double(try frame.i32("altitude", .little)) / 100
    frame.note("\(location.altitude) m")
    let speed = Double(try frame.u32("speed", .little))
    location.speed =
      isAlternative
      ? Units.knots(kilometresPerHour: speed) : Units.knots(metresPerSecond: speed / 100)
    frame.note("\(location.speed) kn")
    let course = Double(try frame.u16("course", .little)) / 1_000
    location.course = isAlternative ? course : course * radian
    frame.note(degrees: location.course)
    location.isValid = true
    keep(location, &reports)
  }

  static func coordinates(
    _ frame: inout FieldReader, scale: Double
  ) throws(DecodeError) -> Location {
    let longitude = Double(try frame.i32("longitude", .little)) * scale
    frame.note(degrees: longitude)
    let latitude = Double(try frame.i32("latitude", .little)) * scale
    frame.note(degrees: latitude)
    return Location(latitude: latitude, longitude: longitude)
  }

  /// What cannot be a place is none; the rest of the record counts.
  static func keep(_ location: Location, _ reports: inout Reports) {
    guard abs(location.latitude) <= 90, abs(location.longitude) <= 180 else { return }
    reports.current.location = location
    reports.current.hasLocation = true
  }

  private static func time(_ frame: inout FieldReader) throws(DecodeError) -> Timestamp {
    let second = Int(try frame.u8("second"))
    let minute = Int(try frame.u8("minute"))
    let hour = Int(try frame.u8("hour"))
    let day = Int(try frame.u8("day"))
    let month = Int(try frame.u8("month"))
    let year = Int(try frame.u16("year", .little))
    let time = CivilTime(
      year: year, month: month, day: day, hour: hour, minute: minute, second: second
    ).moment()
    frame.note(time.brief)
    return time
  }
}

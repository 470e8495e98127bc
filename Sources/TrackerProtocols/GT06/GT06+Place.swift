import Telemetry
import Wire

extension GT06 {
  /// Steps about time and place.
  enum PlaceStep: String, Sendable {
    /// Starts a record.
    case record
    /// Starts a record that carries the message type.
    case typed
    /// The device's clock, six bytes.
    case D
    /// The satellite fix, eighteen bytes.
    case G
    /// Ignition, reason and re-upload behind a position.
    case upload
    /// Metres above the sea.
    case altitude
    /// The device's clock in seconds since 1970.
    case unixTime
    /// The fix of AZ735, which may be missing, and what follows it.
    case positionAZ
  }

  static func read(
    _ step: PlaceStep, _ frame: inout FieldReader, _ message: Message, _ reports: inout Reports
  ) throws(DecodeError) {
    switch step {
    case .record: reports.begin()
    case .typed:
      reports.begin()
      reports.set(.type, Int64(message.type))
    case .D: reports.current.deviceTime = try clock(&frame, message)
    case .G: try fix(&frame, message, &reports)
    case .upload: try upload(&frame, &reports)
    case .altitude:
      if frame.remaining >= 2 {
        reports.current.location.altitude = Double(try frame.i16("altitude"))
      }
    case .unixTime: reports.current.deviceTime = try frame.unixTime("time")
    case .positionAZ: try positionAZ(&frame, message, &reports)
    }
  }

  /// Block D of the sheet: the device's clock in its own zone.
  static func clock(
    _ frame: inout FieldReader, _ message: Message
  ) throws(DecodeError) -> Timestamp {
    let time = try frame.binaryTime("time", by: message.zone)
    frame.note(time.brief)
    return time
  }

  /// Block G of the sheet.
  static func fix(
    _ frame: inout FieldReader, _ message: Message, _ reports: inout Reports
  ) throws(DecodeError) {
    reports.current.setTime(try clock(&frame, message))
    try satellites(&frame, &reports)
    try coordinates(&frame, &reports)
    try speed(&frame, &reports)
    try flags(&frame, &reports)
  }

  static func satellites(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    let byte = try frame.u8("length and satellites")
    reports.set(.satellites, frame.bits("satellites", of: byte, 0..<4))
  }

  /// Reads latitude and longitude without their signs, which the flags hold.
  static func coordinates(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    let at = frame.offset
    let latitude = Double(try frame.u32("latitude")) / 1_800_000
    frame.note(degrees: latitude)
    let longitude = Double(try frame.u32("longitude")) / 1_800_000
    frame.note(degrees: longitude)
    guard latitude <= 90, longitude <= 180 else {
      throw DecodeError(.invalid, field: "latitude and longitude", at: at)
    }
    reports.current.hasLocation = true
    reports.current.location.latitude = latitude
    reports.current.location.longitude = longitude
  }

  static func speed(_ frame: inout FieldReader, _ reports: inout Reports) throws(DecodeError) {
    let speed = Double(try frame.u8("speed"))
    frame.note("\(speed) km/h")
    reports.current.location.speed = Units.knots(kilometresPerHour: speed)
  }

  /// Reads course, hemispheres, validity and ignition.
  static func flags(
    _ frame: inout FieldReader, _ reports: inout Reports, hasIgnition: Bool = true
  ) throws(DecodeError) {
    let flags = try frame.u16("flags")
    reports.current.location.course = Double(frame.bits("course", of: flags, 0..<10))
    if !frame.bit("north", of: flags, 10) { reports.current.location.latitude.negate() }
    if frame.bit("west", of: flags, 11) { reports.current.location.longitude.negate() }
    reports.current.location.isValid = frame.bit("fix valid", of: flags, 12)
    _ = frame.bit("differential", of: flags, 13)
    if frame.bit("ignition known", of: flags, 14), hasIgnition {
      reports.set(.ignition, frame.bit("ignition", of: flags, 15))
    }
  }

  /// Reads the three bytes behind the cell of types 22, 2D, 31 and 37, where they are there.
  private static func upload(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    guard frame.remaining >= 3 else { return }
    reports.set(.ignition, try frame.u8("ignition") != 0)
    let reason = try frame.u8("reason")
    frame.note(reasons[reason] ?? "unknown")
    reports.set(.event, Int64(reason))
    reports.set(.archive, try frame.u8("re-upload") != 0)
  }

  /// What a position was sent for; uncertain between makers, so for explanations only.
  private static let reasons: [UInt8: String] = [
    0: "time", 1: "distance", 2: "corner", 3: "ignition changed", 4: "last point",
    5: "network recovered", 6: "ephemeris", 7: "side key", 8: "power on", 10: "standing",
    13: "standing", 14: "repeated",
  ]

  /// What may follow any position or status: ignition, mode and re-upload, then an odometer. Only
  /// their exact number tells them from other bytes.
  static func tail(_ frame: inout FieldReader, _ reports: inout Reports) throws(DecodeError) {
    if frame.remaining == 3 || frame.remaining == 7 {
      reports.set(.ignition, try frame.u8("ignition") != 0)
      _ = try frame.u8("upload mode")
      if try frame.u8("re-upload") != 0 { reports.set(.archive, true) }
    }
    if frame.remaining == 4 { reports.set(.odometer, Int64(try frame.u32("odometer"))) }
  }

  /// Reads what AZ735 sends in front of its state.
  private static func positionAZ(
    _ frame: inout FieldReader, _ message: Message, _ reports: inout Reports
  ) throws(DecodeError) {
    reports.current.deviceTime = try clock(&frame, message)
    if try frame.u8("length of the fix") != 0 {
      reports.current.fixTime = reports.current.deviceTime
      try satellites(&frame, &reports)
      try coordinates(&frame, &reports)
      try speed(&frame, &reports)
      try flags(&frame, &reports)
    }
    if frame.peek() == 0 {
      try frame.skip("length of the cell", 1)
    } else {
      try read(CellStep.L3, &frame, &reports)
      reports.set(.rssi, Int64(try frame.u8("signal")))
    }
    try lengthThenBytes("neighbour cells", &frame)
    try lengthThenBytes("access points", &frame)
  }

  static func lengthThenBytes(
    _ name: String, _ frame: inout FieldReader
  ) throws(DecodeError) {
    let count = try frame.u8("length")
    try frame.skip(name, Int(count))
  }
}

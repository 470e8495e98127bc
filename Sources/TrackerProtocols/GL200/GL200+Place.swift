import Telemetry
import Wire

// The block of a position, which most messages hold (sheet 4.3).
extension GL200 {
  // MARK: Forms

  /// Whether the next fields are a block in which every field has its form; they are read past.
  static func placeFits(_ frame: inout FieldReader) -> Bool {
    guard placeForm.fits(&frame) else { return false }
    if hasAccessPoints(frame), !accessPointsFit(&frame) { return false }
    return cellForm.fits(&frame)
  }

  /// Whether a number and an address follow.
  private static func hasAccessPoints(_ frame: borrowing FieldReader) -> Bool {
    var ahead = frame.lookahead()
    let count = ahead.text("number of access points")
    let address = ahead.text("access point")
    return (1...2).contains(count.count) && count.isDigits && address.count == 12
      && address.isHexadecimal
  }

  static func accessPointsFit(_ frame: inout FieldReader) -> Bool {
    guard let count = TextNumber.digits(frame.text("number of access points")) else {
      return false
    }
    for _ in 0..<min(count, mostAccessPoints) {
      guard !frame.isAtEnd, frame.text("access point").isHexadecimal else { return false }
      for _ in 0..<4 {
        guard !frame.isAtEnd else { return false }
        frame.skipText("signal")
      }
    }
    return count <= mostAccessPoints
  }

  /// The most access points of one list; units hear fewer.
  private static let mostAccessPoints = 64

  static func neighboursFit(_ frame: inout FieldReader) -> Bool {
    var fields = 0
    while !frame.isAtEnd {
      frame.skipText("field")
      fields &+= 1
    }
    return fields == 7 * 6
  }

  // MARK: Reading

  /// Reads a block whose fields have their form, into the record that was begun.
  static func place(_ frame: inout FieldReader, _ reports: inout Reports) throws(DecodeError) {
    if let accuracy = try frame.decimal("accuracy") { reports.set(.hdop, accuracy) }
    try fix(&frame, needsTime: true, &reports)
    if hasAccessPoints(frame) { try accessPoints(&frame, &reports) }
    // Other servers leave these cells out; they are named, so that they can be seen.
    for name in ["mobile country code", "mobile network code", "location area code", "cell"] {
      frame.skipText(name)
    }
    let last = frame.text("odometer or signal")
    if last.firstIndex(of: UInt8(ascii: ".")) != nil, let distance = TextNumber.decimal(last) {
      reports.set(.odometer, distance * 1_000)
    }
  }

  /// Reads speed, course, altitude, longitude, latitude and time. Without coordinates the record
  /// has no place.
  static func fix(
    _ frame: inout FieldReader, needsTime: Bool, _ reports: inout Reports
  ) throws(DecodeError) {
    let speed = try frame.decimal("speed") ?? 0
    frame.note("\(speed) km/h")
    let course = try frame.decimal("course") ?? 0
    let altitude = try frame.decimal("altitude") ?? 0
    let longitude = try frame.decimal("longitude")
    let latitude = try frame.decimal("latitude")
    let time = try frame.fullTime("time of fix")
    guard let longitude, let latitude, abs(latitude) <= 90, abs(longitude) <= 180,
      time != nil || !needsTime
    else { return }
    reports.current.setTime(time)
    reports.current.hasLocation = true
    reports.current.location = Location(
      latitude: latitude, longitude: longitude, altitude: altitude,
      speed: Units.knots(kilometresPerHour: speed), course: course, isValid: true)
  }

  static func accessPoints(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    let count = try frame.integer("number of access points") ?? 0
    var left = count
    while left > 0, !frame.isAtEnd {
      try frame.accessPointText(&reports)
      for _ in 0..<3 { frame.skipText("reserved") }
      left &-= 1
    }
  }

  /// Reads a block by the places of its fields, into the record that was begun.
  static func counted(
    _ frame: inout FieldReader, _ model: GL200Model, _ reports: inout Reports
  ) throws(DecodeError) {
    reports.set(.hdop, try frame.decimal("accuracy") ?? 0)
    try fix(&frame, needsTime: false, &reports)
    if hasAccessPoints(frame) { try accessPoints(&frame, &reports) }
    try frame.cellText(&reports)
    if model.has(.signal) {
      frame.skipText("signal")
      frame.skipText("bit errors")
    }
    guard !model.has(.noAppendMask) else { return }
    let mask = UInt64(clamping: try frame.integer("append mask") ?? 0)
    if frame.bit("satellites follow", of: mask, 0),
      let satellites = try frame.integer("satellites")
    {
      reports.set(.satellites, satellites)
    }
    if mask & 2 != 0 { frame.skipText("trigger") }
  }

  // MARK: Further values

  /// Reads the state of ignition, inputs and outputs, a hexadecimal number.
  static func status(_ frame: inout FieldReader, _ reports: inout Reports) throws(DecodeError) {
    guard let status = try frame.hexadecimal("status") else { return }
    let state = frame.bits("state", of: status, 16..<24)
    if state & 0x10 != 0 {
      reports.set(.ignition, false)
    } else if state & 0x20 != 0 {
      reports.set(.ignition, true)
    }
    let inputs = frame.bits("inputs", of: status, 8..<16)
    reports.set(.input, inputs)
    reports.set(.input(1), inputs & 2 != 0)
    reports.set(.input(2), inputs & 4 != 0)
    let outputs = frame.bits("outputs", of: status, 0..<8)
    reports.set(.output, outputs)
    reports.set(.output(1), outputs & 1 != 0)
    reports.set(.output(2), outputs & 2 != 0)
  }

  /// A clock of hours, `hhhhh:mm:ss`; nil if the text is none.
  static func milliseconds(clock text: Span<UInt8>) -> Int64? {
    let colon = UInt8(ascii: ":")
    guard text.count >= 7, text.count <= 16, text[text.count - 3] == colon,
      text[text.count - 6] == colon,
      let hours = TextNumber.digits(text.extracting(0..<text.count - 6)),
      let minutes = TextNumber.digits(text.extracting(text.count - 5..<text.count - 3)),
      let seconds = TextNumber.digits(text.extracting(droppingFirst: text.count - 2))
    else { return nil }
    return Int64((hours * 60 + minutes) * 60 + seconds) * 1_000
  }
}

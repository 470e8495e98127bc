import Telemetry
import Wire

// Records and their elements (chapters 4.1 to 4.5 of the sheet).
extension Ruptela {
  /// Longitude and latitude of a record without a fix.
  private static let noFix = Int32.min

  static func records(
    _ frame: inout FieldReader, isExtended: Bool, _ reports: inout Reports
  ) throws(DecodeError) {
    try frame.skip("records left in the device", 1)
    let count = try frame.u8("records")
    for index in 0..<count where !frame.isAtEnd {
      let time = try frame.unixTime("time")
      frame.note(time.brief)
      try frame.skip("counter within the second", 1)
      var goesOn = false
      if isExtended {
        let parts = try frame.u8("parts")
        let last = frame.bits("last part", of: parts, 4..<8)
        let part = frame.bits("part", of: parts, 0..<4)
        goesOn = part > 0 && part <= last
      }
      if !goesOn || index == 0 {
        reports.begin()
        reports.current.setTime(time)
      }
      try frame.skip("priority", 1)
      try place(&frame, goesOn: goesOn, &reports)
      let event = try frame.unsigned("event", bytes: isExtended ? 2 : 1)
      reports.set(.event, Int64(truncatingIfNeeded: event))
      try elements(&frame, isExtended: isExtended, &reports)
    }
  }

  /// - Parameter goesOn: whether the place is that of the record before, so that it does not count.
  private static func place(
    _ frame: inout FieldReader, goesOn: Bool, _ reports: inout Reports
  ) throws(DecodeError) {
    let longitude = try frame.i32("longitude")
    frame.note(degrees: Double(longitude) / 10_000_000)
    let latitude = try frame.i32("latitude")
    frame.note(degrees: Double(latitude) / 10_000_000)
    guard !goesOn, longitude != noFix, latitude != noFix else {
      if !goesOn { reports.current.fixTime = nil }
      return try frame.skip("altitude, course, satellites, speed, dilution", 8)
    }
    var location = Location(
      latitude: Double(latitude) / 10_000_000, longitude: Double(longitude) / 10_000_000)
    location.altitude = Double(try frame.u16("altitude")) / 10
    frame.note("\(location.altitude) m")
    location.course = Double(try frame.u16("course")) / 100
    frame.note(degrees: location.course)
    reports.set(.satellites, Int64(try frame.u8("satellites")))
    let speed = Double(try frame.u16("speed"))
    frame.note("\(speed) km/h")
    location.speed = Units.knots(kilometresPerHour: speed)
    reports.set(.hdop, Double(try frame.u8("dilution")) / 10)
    location.isValid = true
    // What cannot be a place is none; the rest of the record counts.
    guard abs(location.latitude) <= 90, abs(location.longitude) <= 180 else { return }
    reports.current.location = location
    reports.current.hasLocation = true
  }

  private static func elements(
    _ frame: inout FieldReader, isExtended: Bool, _ reports: inout Reports
  ) throws(DecodeError) {
    var pairs = Pairs()
    for group in 0..<4 {
      let count = try frame.u8("elements of this width")
      let width = 1 << group
      for _ in 0..<count {
        let number = Int(
          truncatingIfNeeded: try frame.unsigned("element", bytes: isExtended ? 2 : 1))
        let value = try frame.unsigned("value", bytes: width)
        guard let element = elementTable[number] else {
          reports.set(.element(number), Int64(truncatingIfNeeded: value))
          continue
        }
        frame.note(element.name)
        if case .special(let special) = element.form {
          pairs.take(special, value)
        } else {
          element.set(value, bytes: width, &reports)
        }
      }
    }
    pairs.finish(&reports)
  }

  /// Elements that are halves of something.
  private struct Pairs {
    private var busDriver: (UInt64?, UInt64?)
    private var cardDriver: (UInt64?, UInt64?)
    private var tag: (UInt64?, UInt64?)

    mutating func take(_ special: Special, _ value: UInt64) {
      switch special {
      case .busDriverHigh: busDriver.0 = value
      case .busDriverLow: busDriver.1 = value
      case .cardDriverHigh: cardDriver.0 = value
      case .cardDriverLow: cardDriver.1 = value
      case .tagHigh: tag.0 = value
      case .tagLow: tag.1 = value
      }
    }

    func finish(_ reports: inout Reports) {
      for case (let high?, let low?) in [busDriver, cardDriver] {
        var text: [UInt8] = []
        text.append(number: high, bytes: 8)
        text.append(number: low, bytes: 8)
        reports.set(.driverUniqueId, text: text.span)
      }
      if case (let high?, let low?) = tag {
        reports.set("tagId", text: String(high, radix: 16) + String(low, radix: 16))
      }
    }
  }

  // MARK: Trouble codes

  /// Where a trouble code came from that was stored before.
  private static let stored: UInt8 = 2

  static func troubleCodes(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    let count = try frame.u8("trouble codes")
    for _ in 0..<count where !frame.isAtEnd {
      reports.begin()
      try frame.skip("reserved", 1)
      reports.current.setTime(try frame.unixTime("time"))
      let at = frame.offset
      let longitude = Double(try frame.i32("longitude")) / 10_000_000
      let latitude = Double(try frame.i32("latitude")) / 10_000_000
      guard abs(latitude) <= 90, abs(longitude) <= 180 else {
        throw DecodeError(.invalid, field: "latitude and longitude", at: at)
      }
      reports.current.hasLocation = true
      reports.current.location = Location(
        latitude: latitude, longitude: longitude, isValid: true)
      if try frame.u8("origin") == stored { reports.set(.archive, true) }
      reports.set(.dtcs, text: try frame.text("trouble code", count: 5))
    }
  }
}

import Telemetry
import Wire

// Codec 7 of GH3000 (chapter 4.9 of the sheet).
extension Teltonika {
  private static let oldElements = ElementTable<Special>(oldElementTable)
  /// The clock of codec 7 counts from 2007-01-01.
  private static let oldEpoch: Int64 = 1_167_609_600

  static func oldRecords(
    _ frame: inout FieldReader, _ packet: Packet, _ reports: inout Reports
  ) throws(DecodeError) {
    for _ in 0..<packet.count where !frame.isAtEnd {
      reports.begin()
      try oldRecord(&frame, &reports)
    }
  }

  private static func oldRecord(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    let word = try frame.u32("priority and time")
    _ = frame.bits("priority", of: word, 30..<32)
    let seconds = frame.bits("time", of: word, 0..<30)
    let time = Timestamp(seconds: Int64(seconds) &+ oldEpoch)
    frame.note(time.brief)
    reports.current.deviceTime = time
    let parts = try frame.u8("parts")
    if frame.bit("place", of: parts, 0) {
      reports.current.fixTime = time
      try oldPlace(&frame, &reports)
    }
    for group in 0..<3 where frame.bit("group", of: parts, group + 1) {
      let count = try frame.u8("elements of this width")
      for _ in 0..<count {
        let number = Int(try frame.u8("element"))
        let width = 1 << group
        let value = try frame.unsigned("value", bytes: width)
        if let element = oldElements[number] {
          frame.note(element.name)
          element.set(value, bytes: width, &reports)
        } else {
          reports.set(.element(number), Int64(truncatingIfNeeded: value))
        }
      }
    }
  }

  /// Any such part makes the position valid, even one without coordinates.
  private static func oldPlace(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    reports.current.hasLocation = true
    reports.current.location.isValid = true
    let parts = try frame.u8("parts of the place")
    if frame.bit("coordinates", of: parts, 0) {
      let at = frame.offset
      let latitude = try frame.float32("latitude", .big)
      frame.note(degrees: latitude)
      let longitude = try frame.float32("longitude", .big)
      frame.note(degrees: longitude)
      guard abs(latitude) <= 90, abs(longitude) <= 180 else {
        throw DecodeError(.invalid, field: "latitude and longitude", at: at)
      }
      reports.current.location.latitude = latitude
      reports.current.location.longitude = longitude
    }
    if frame.bit("altitude", of: parts, 1) {
      reports.current.location.altitude = Double(try frame.u16("altitude"))
    }
    if frame.bit("course", of: parts, 2) {
      reports.current.location.course = Double(try frame.u8("course")) * 360 / 256
    }
    if frame.bit("speed", of: parts, 3) {
      let speed = Double(try frame.u8("speed"))
      reports.current.location.speed = Units.knots(kilometresPerHour: speed)
    }
    if frame.bit("satellites", of: parts, 4) {
      reports.set(.satellites, Int64(try frame.u8("satellites")))
    }
    try oldCell(&frame, parts, &reports)
  }

  private static func oldCell(
    _ frame: inout FieldReader, _ parts: UInt8, _ reports: inout Reports
  ) throws(DecodeError) {
    var tower: CellTower?
    if frame.bit("cell", of: parts, 5) {
      tower = CellTower(
        mobileCountryCode: 0, mobileNetworkCode: 0,
        locationAreaCode: UInt32(try frame.u16("area")),
        cellIdentifier: UInt64(try frame.u16("cell")))
    }
    if frame.bit("signal", of: parts, 6) {
      let signal = try frame.u8("signal")
      if tower == nil {
        reports.set(.rssi, Int64(signal))
      } else {
        tower?.signalStrength = 0 &- Int32(signal)
      }
    }
    if frame.bit("operator", of: parts, 7) {
      let number = try frame.u32("operator")
      if tower == nil {
        reports.set(.networkOperator, Int64(number))
      } else {
        let (country, network) = RecordNotes.parts(of: UInt64(number))
        tower?.mobileCountryCode = country
        tower?.mobileNetworkCode = network
      }
    }
    if let tower { reports.add(tower) }
  }
}

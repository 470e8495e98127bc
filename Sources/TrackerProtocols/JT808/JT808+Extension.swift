import Telemetry
import Wire

extension JT808 {
  /// Item EB: cells, a time zone, or a list with lengths and numbers of two bytes.
  static func readExtension(
    _ item: inout FieldReader, _ message: Message, _ reports: inout Reports
  ) throws(DecodeError) {
    let ahead = UInt16(item.peek() ?? 0) << 8 | UInt16(item.peek(1) ?? 0)
    if ahead > 200, (item.remaining - 3) % 5 == 0 {
      try oldCells(&item, &reports)
    } else if isPrintable(item) {
      // For people: it does not change the zone of the times.
      reports.set("timezone", text: item.textRest("time zone"))
    } else {
      try extensionList(&item, message, &reports)
    }
  }

  private static func isPrintable(_ item: borrowing FieldReader) -> Bool {
    for distance in 0..<item.remaining {
      guard let byte = item.peek(distance), (0x20...0x7E).contains(byte) else { return false }
    }
    return item.remaining > 0
  }

  private static func extensionList(
    _ item: inout FieldReader, _ message: Message, _ reports: inout Reports
  ) throws(DecodeError) {
    while item.remaining >= 4 {
      let length = Int(try item.u16("length"))
      let number = try item.u16("extension")
      // The length counts the number, too.
      try readItem(number, max(length - 2, 0), extensions, &item, message, &reports)
    }
  }

  /// Values in the list of item EB that are more than plain fields.
  static func readState(
    _ special: Special, _ item: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    switch special {
    case .fuelText:
      if let value = TextNumber.decimal(try item.text("fuel", count: 6).trimmed) {
        reports.set(.fuel(2), value)
      }
    case .iccid:
      var digits = HexText.text(try item.bytes("ICCID", 10))
      while digits.hasSuffix("f") { digits.removeLast() }
      if !digits.isEmpty { reports.set(.iccid, text: digits) }
    case .extendedState:
      // Negative logic: a bit that is not set tells something.
      raise(~(try item.u32("extended state")), [(1, .powerOff), (1 << 12, .removing)], &reports)
    case .motionState:
      let state = try item.u32("extended state")
      if !item.bit("no vibration", of: state, 6) { reports.raise(.vibration) }
      let motion = item.bits("motion", of: state, 23..<25)
      if motion <= 1 { reports.set(.motion, motion == 0) }
    case .batteryAlarm:
      let value = try item.u8("battery alarm")
      reports.set("batteryAlarm", Int64(value))
      guard value == 3 || value == 4 else { return }
      reports.raise(.lowBattery)
    default: return
    }
  }

  // MARK: Cameras

  /// Item E8 of Jimi's cameras: values, or an event.
  static func readCamera(
    _ item: inout FieldReader, _ message: Message, _ reports: inout Reports
  ) throws(DecodeError) {
    let type = try item.u16("type")
    switch type {
    case 0x2002:
      try item.skip("length", 1)
      reports.set("uploadMode", Int64(try item.u8("upload mode")))
      reports.set("buffered", try item.u8("buffered") == 1)
    case 0x2003:
      try item.skip("length", 1)
      reports.set(.charge, try item.u8("charging") == 1)
      let level = try item.u8("battery level")
      if (1...6).contains(level) { reports.set(.batteryLevel, Int64(level) &* 100 / 6) }
      reports.set(.battery, Double(try item.u16("battery")) / 100)
      reports.set(.rssi, Int64(try item.u8("signal")))
      reports.set(.power, Double(try item.u16("power")) / 100)
    case 0x2005:
      try item.skip("length", 1)
      try readWideItems(of: cameraValues, &item, message, &reports)
    case 0x0C03: reports.set(.ignition, true)
    case 0x0C04: reports.set(.ignition, false)
    default: if let alarm = cameraAlarms[type] { reports.raise(alarm) }
    }
  }

  private static let cameraAlarms: [UInt16: Alarm] = [
    0x0001: .fault, 0x0400: .hardAcceleration, 0x0401: .hardBraking, 0x0402: .hardCornering,
    0x0403: .overspeed, 0x0405: .accident, 0x0406: .vibration, 0x0407: .tow,
    0x0408: .geofenceEnter, 0x0409: .geofenceExit, 0x040C: .door, 0x0412: .hardAcceleration,
    0x0413: .hardBraking, 0x0414: .hardCornering, 0x0415: .laneChange, 0x0416: .accident,
    0x0417: .accident, 0x0C01: .sos, 0x0C02: .lowPower, 0x0C05: .general, 0x0C0E: .powerCut,
    0x0C0F: .lowBattery, 0x0C10: .powerOff, 0x0C12: .tampering,
  ]
}

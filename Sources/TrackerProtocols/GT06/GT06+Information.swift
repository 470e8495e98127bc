import Telemetry
import Wire

extension GT06 {
  /// Type 94 with the long header: a number says what follows.
  static func information(
    _ frame: inout FieldReader, _ message: Message, _ reports: inout Reports
  ) throws(DecodeError) {
    let kind = try frame.u8("kind")
    switch kind {
    case 0x00: reports.set(.adc(1), Double(try frame.u16("external voltage")) / 100)
    case 0x04: alarmSettings(&frame, &reports)
    case 0x05: try door(&frame, message, &reports)
    case 0x0A: try card(&frame, &reports)
    case 0x0B:
      if frame.remaining == 1 {
        let network = try frame.u8("network")
        reports.set("networkTechnology", text: network > 0 ? "4G" : "2G")
      } else {
        reports.set(.power, Double(try frame.u16("supply voltage")) / 100)
      }
    case 0x0D: try fuel(&frame, message, &reports)
    case 0x1B: try reader(&frame, &reports)
    case 0x1E:
      reports.set(.temperature(1), Double(try frame.i32("temperature")) / 10)
      reports.set(.humidity, Double(try frame.i32("humidity")) / 10)
    default: break
    }
  }

  /// Reads pairs such as `ALM1=45;STA1=40;`, hexadecimal.
  private static func alarmSettings(_ frame: inout FieldReader, _ reports: inout Reports) {
    while !frame.isAtEnd {
      var pair = frame.group("pair", to: UInt8(ascii: ";"))
      let name = pair.text("name", to: UInt8(ascii: "="))
      let value = pair.textRest("value")
      guard let key = settingKeys[name.string], let number = TextNumber.hexadecimal(value) else {
        continue
      }
      reports.set(key, number)
    }
  }

  private static let settingKeys: [String: AttributeKey] = [
    "ALM1": "alarm1Status", "ALM2": "alarm2Status", "ALM3": "alarm3Status",
    "ALM4": "alarm4Status", "STA1": "otherStatus", "DYD": "engineStatus",
  ]

  private static func door(
    _ frame: inout FieldReader, _ message: Message, _ reports: inout Reports
  ) throws(DecodeError) {
    if frame.remaining >= 7 { reports.current.deviceTime = try clock(&frame, message) }
    let flags = try frame.u8("flags")
    reports.set(.door, frame.bit("door", of: flags, 0))
    reports.set(.io(1), frame.bit("input 1", of: flags, 2))
  }

  /// The numbers of the device and of its SIM card.
  private static func card(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    try frame.skip("IMEI", 8)
    try frame.skip("IMSI", 8)
    var digits = HexText.text(try frame.bytes("ICCID", 10))
    while digits.hasSuffix("f") { digits.removeLast() }
    reports.set(.iccid, text: digits)
  }

  /// A fuel sensor's line: `!AIOIL,02,008.290,029.600,519J,0400,008.430,0,00,AB`.
  private static func fuel(
    _ frame: inout FieldReader, _ message: Message, _ reports: inout Reports
  ) throws(DecodeError) {
    if frame.peek() != UInt8(ascii: "!"), frame.remaining >= 6 {
      reports.current.deviceTime = try clock(&frame, message)
    }
    guard frame.text("sensor").equals("!AIOIL") else { return }
    frame.skipText("address")
    frame.skipText("output")
    if let temperature = TextNumber.decimal(frame.text("temperature")) {
      reports.set(.temperature(1), temperature)
    }
    frame.skipText("version")
    frame.skipText("state")
    if let fuel = TextNumber.decimal(frame.text("fuel")) { reports.set(.fuel, fuel) }
  }

  /// A card reader: text, or the number of a card in a frame of its own.
  private static func reader(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    let first = frame.peek() ?? 0
    if (65...90).contains(first) || (97...122).contains(first) {
      let text = frame.textRest("serial number").trimmed
      if text.count > 0 { reports.set("serial", text: text) }
    } else {
      try frame.skip("header", 1)
      try frame.skip("kind of card", 1)
      reports.set(.driverUniqueId, text: HexText.text(try frame.bytes("card", 4)))
      try frame.skip("checksum and footer", min(2, frame.remaining))
    }
  }
}

import Telemetry
import Wire

extension JT808 {
  /// Message 0900: what it holds depends on its first byte.
  static func transparent(
    _ frame: inout FieldReader, _ message: Message, _ reports: inout Reports
  ) throws(DecodeError) {
    switch try frame.u8("kind of data") {
    case 0x40: try transparentText(&frame, &reports)
    case 0x41:
      reports.begin()
      if isVehicleLine(frame) { try vehicleLine(&frame, &reports) }
    case 0x53: try tagList(&frame, message, &reports)
    case 0x54: try samples(&frame, message, &reports)
    case 0xF0: try vehicleData(&frame, message, &reports)
    case 0xF3: try collision(&frame, message, &reports)
    case 0xFF: try shortPosition(&frame, message, &reports)
    default: return
    }
  }

  /// Text; `GTSL` has a driver's card in its fifth field.
  private static func transparentText(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    reports.begin()
    let ahead = UInt16(frame.peek() ?? 0) << 8 | UInt16(frame.peek(1) ?? 0)
    if frame.remaining >= 2, Int(ahead) == frame.remaining - 2 { try frame.skip("length", 2) }
    while let byte = frame.peek(), byte <= 0x20 { try frame.skip("control character", 1) }
    guard starts(frame, "GTSL|") else {
      let text = frame.textRest("data").trimmed
      if text.count > 0 { reports.set("data", text: text) }
      return
    }
    for name in ["word", "value", "value", "value"] {
      frame.skipText(name, to: UInt8(ascii: "|"))
    }
    reports.set(.driverUniqueId, text: frame.text("card", to: UInt8(ascii: "|")))
    _ = frame.textRest("rest")
  }

  /// A position with the Bluetooth tags around.
  private static func tagList(
    _ frame: inout FieldReader, _ message: Message, _ reports: inout Reports
  ) throws(DecodeError) {
    reports.begin()
    try place(&frame, message, &reports)
    let count = Int(try frame.u8("number of tags"))
    for _ in 0..<count where frame.remaining >= 9 {
      let number = Int(try frame.u8("tag")) + 1
      let address = HexText.text(try frame.bytes("address", 6))
      let signal = try frame.i8("signal")
      let length = Int(try frame.u8("length"))
      let data = HexText.text(try frame.bytes("data", length))
      guard number <= mostNumbered else { continue }
      reports.set(numbered("tag", number, "Mac"), text: address)
      reports.set(numbered("tag", number, "Rssi"), Int64(signal))
      reports.set(numbered("tag", number, "Data"), text: data)
    }
  }

  /// A position with samples of sensors, of which the last stays.
  private static func samples(
    _ frame: inout FieldReader, _ message: Message, _ reports: inout Reports
  ) throws(DecodeError) {
    reports.begin()
    try place(&frame, message, &reports)
    while frame.remaining >= 8 {
      let mask = try frame.u16("mask")
      try frame.skip("time of the sample", 6)
      if mask & 1 != 0 { reports.set("lightSensor", Int64(try frame.u16("light"))) }
      if mask & 2 != 0 {
        reports.set(.deviceTemp, Double(try frame.i16("temperature")) / 10)
        reports.set(.humidity, Double(try frame.i16("humidity")) / 10)
      }
      if mask & 4 != 0 { reports.set(.temperature(3), Double(try frame.i16("temperature")) / 10) }
      if mask & 8 != 0 { try frame.skip("unknown", 6) }
      if mask & 16 != 0 { reports.set("airPressure", Int64(try frame.u16("air pressure"))) }
    }
  }

  private static func collision(
    _ frame: inout FieldReader, _ message: Message, _ reports: inout Reports
  ) throws(DecodeError) {
    reports.begin()
    while frame.remaining >= 4 {
      let number = try frame.u16("item")
      let count = Int(try frame.u16("length"))
      guard frame.remaining >= count else {
        frame.skipRest("incomplete item")
        return
      }
      var item = try frame.part("item", count)
      if number == 2, count >= 2 {
        reports.set("collision", Double(try item.u16("collision")) / 25_600)
      } else if number == 6, count >= 6 {
        reports.current.deviceTime = try time(&item, message)
      }
      item.skipRest("rest of the item")
    }
  }

  /// A position whose degrees have signs.
  private static func shortPosition(
    _ frame: inout FieldReader, _ message: Message, _ reports: inout Reports
  ) throws(DecodeError) {
    reports.begin()
    reports.current.setTime(try time(&frame, message))
    let at = frame.offset
    let latitude = Double(try frame.i32("latitude")) / 1_000_000
    let longitude = Double(try frame.i32("longitude")) / 1_000_000
    guard abs(latitude) <= 90, abs(longitude) <= 180 else {
      throw DecodeError(.invalid, field: "latitude and longitude", at: at)
    }
    reports.current.hasLocation = true
    reports.current.location.latitude = latitude
    reports.current.location.longitude = longitude
    reports.current.location.isValid = true
    try movement(&frame, &reports)
  }
}

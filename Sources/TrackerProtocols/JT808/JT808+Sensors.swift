import Telemetry
import Wire

extension JT808 {
  /// Items about sensors.
  static func readSensor(
    _ special: Special, _ item: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    switch special {
    case .temperatures: try temperatures(&item, &reports)
    case .tyres: try tyres(&item, &reports)
    case .tags: try tags(&item, &reports)
    case .sensorsF6: try sensorsF6(&item, &reports)
    case .receiver: try receiver(&item, &reports)
    default: return
    }
  }

  private static func temperatures(
    _ item: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    for number in 1...8 where item.remaining >= 2 {
      let value = try item.u16("temperature")
      guard value != 0xFFFF else { continue }
      let degrees = Double(value & 0x7FFF) / 10
      reports.set(.temperature(number), value & 0x8000 != 0 ? -degrees : degrees)
    }
  }

  private static func tyres(
    _ item: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    while item.remaining >= 8 {
      let number = Int(try item.u8("tyre"))
      let sensor = HexText.text(try item.bytes("sensor", 3))
      let pressure = try item.u16("pressure")
      let temperature = Int64(try item.u8("temperature")) &- 50
      let status = Int64(try item.u8("status"))
      guard number <= mostNumbered else { continue }
      reports.set(numbered("tire", number, "SensorId"), text: sensor)
      reports.set(
        numbered("tire", number, "Pressure"),
        Double(item.bits("pressure", of: pressure, 0..<10)) / 40)
      reports.set(numbered("tire", number, "Temp"), temperature)
      reports.set(numbered("tire", number, "Status"), status)
    }
  }

  /// Bluetooth tags; a mask says what each of them has.
  private static func tags(
    _ item: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    let mask = try item.u8("mask")
    for number in 1...mostNumbered where item.remaining >= 7 {
      let address = HexText.text(try item.bytes("tag", 6))
      reports.set(numbered("tag", number, "Mac"), text: address)
      reports.set(numbered("tag", number, "Rssi"), Int64(try item.i8("signal")))
      if mask & 1 != 0 {
        reports.set(
          numbered("tag", number, "Name"), text: try item.text("name", count: 10).trimmed)
      }
      if mask & 2 != 0 { try item.skip("unknown", 2) }
      if mask & 4 != 0 {
        reports.set(
          numbered("tag", number, "Battery"), Double(try item.u16("battery")) / 1_000)
      }
      if mask & 8 != 0 {
        reports.set(numbered("tag", number, "Temp"), Double(try item.i16("temperature")) / 10)
      }
      if mask & 16 != 0 {
        reports.set(numbered("tag", number, "Humidity"), Double(try item.i16("humidity")) / 10)
      }
      for (bit, count) in [(UInt8(32), 6), (64, 2), (128, 2)] where mask & bit != 0 {
        try item.skip("unknown", count)
      }
    }
  }

  /// Sensors of asset trackers: an event, and what the mask says.
  private static func sensorsF6(
    _ item: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    let event = try item.u8("event")
    reports.set(.event, Int64(event))
    if event == 2 { reports.set(.motion, true) }
    let mask = try item.u8("mask")
    if mask & 1 != 0 { reports.set("lightSensor", Int64(try item.u16("light"))) }
    if mask & 2 != 0 { reports.set(.temperature(1), Double(try item.i16("temperature")) / 10) }
    if mask & 4 != 0 { reports.set(.humidity, Double(try item.i16("humidity")) / 10) }
    if mask & 8 != 0 { reports.set(.gSensor, text: try vector(&item)) }
    if mask & 16 != 0 { try item.skip("thresholds", 10) }
    if mask & 32 != 0 { reports.set("airPressure", Int64(try item.u16("air pressure"))) }
  }

  /// How the receiver does, and what the mask says.
  private static func receiver(
    _ item: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    let mask = try item.u16("mask")
    if mask & 1 != 0 { try item.skip("unknown", 4) }
    if mask & 2 != 0 { try item.skip("unknown", 4) }
    if mask & 4 != 0 { reports.set(.hdop, Double(try item.u16("hdop")) / 10) }
    if mask & 8 != 0 { try item.skip("unknown", 6) }
    if mask & 32 != 0 { try item.skip("unknown", 8) }
    if mask & 64 != 0 {
      reports.set(.temperature(3), Double(try item.i16("temperature")) / 10)
      try item.skip("unknown", 4)
    }
  }

  // MARK: Item E6

  /// Item E6 is a line about the vehicle, or sensors with their addresses.
  static func sensorsOrVehicle(
    _ item: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    if isVehicleLine(item) {
      try vehicleLine(&item, &reports)
      return
    }
    guard item.remaining > 0, item.remaining % 11 == 0 else { return }
    while item.remaining >= 11 {
      let number = Int(try item.u8("sensor"))
      try item.skip("address", 6)
      reports.set(.temperature(number), try fraction("temperature", &item))
      reports.set(.humidity(number), try fraction("humidity", &item))
    }
  }

  /// A whole number with sign, and a fraction of 255 that goes in the same direction.
  private static func fraction(
    _ name: String, _ item: inout FieldReader
  ) throws(DecodeError) -> Double {
    let whole = Double(try item.i8(name))
    let part = Double(try item.u8("fraction")) / 255
    return whole < 0 ? whole - part : whole + part
  }
}

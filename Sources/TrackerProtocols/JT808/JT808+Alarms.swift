import Telemetry
import Wire

extension JT808 {
  /// Items that raise alarms.
  static func readAlarm(
    _ special: Special, _ item: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    switch special {
    case .driving57:
      raise(UInt32(try item.u16("alarms")), driving57, &reports)
      try item.skip("switches", 2)
    case .doors57: raise(try item.u32("doors"), [(1 << 16, .door)], &reports)
    case .assistance: try assistance("adasAlarm", &item, &reports)
    case .driverAssistance: try assistance("dmsAlarm", &item, &reports)
    case .driving70:
      try item.skip("alarm number", 4)
      try item.skip("state", 1)
      if let alarm = driving70[try item.u8("kind")] { reports.raise(alarm) }
    case .vibrationD0: raise(try item.u32("alarms"), [(1 << 3, .vibration)], &reports)
    case .alarmsE7:
      raise(UInt32(try item.u16("alarms")), [(1, .vibration), (0b1110, .sos)], &reports)
    case .drivingFE: try drivingFE(&item, &reports)
    default: return
    }
  }

  private static let driving57: [(mask: UInt32, alarm: Alarm)] = [
    (1 << 8, .hardAcceleration), (1 << 9, .hardBraking), (1 << 10, .hardCornering),
  ]
  private static let driving70: [UInt8: Alarm] = [
    0x01: .hardAcceleration, 0x02: .hardBraking, 0x03: .hardCornering, 0x16: .accident,
  ]
  private static let drivingFE: [(mask: UInt32, alarm: Alarm)] = [
    (1 << 0, .hardAcceleration), (1 << 1, .hardBraking), (1 << 2, .hardCornering),
    (1 << 3, .accident), (1 << 4, .tampering),
  ]

  /// An alarm of a camera; the label in its last bytes is what its files are asked for with.
  private static func assistance(
    _ key: AttributeKey, _ item: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    let hasLabel = item.remaining >= 47
    try item.skip("alarm number", 4)
    try item.skip("state", 1)
    reports.set(key, Int64(try item.u8("kind")))
    guard hasLabel else { return }
    try item.skip("details", item.remaining - 16)
    reports.set("alarmLabel", text: HexText.text(try item.bytes("label", 16)))
  }

  /// Items within item FE, behind a start byte; a byte that is left over is the battery.
  private static func drivingFE(
    _ item: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    guard try item.u8("start") == 0x7C else { return }
    while item.remaining >= 2 {
      let number = try item.u8("item")
      let count = Int(try item.u8("length"))
      if number == 1, count == 4 {
        raise(try item.u32("alarms"), drivingFE, &reports)
      } else {
        try item.skip("unknown", min(count, item.remaining))
      }
    }
    if !item.isAtEnd { reports.set(.batteryLevel, Int64(try item.u8("battery level"))) }
  }
}

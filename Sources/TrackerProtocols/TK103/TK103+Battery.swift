import Telemetry
import Wire

// What battery management units report through the tracker, as hexadecimal digits.
extension TK103 {
  /// Reads bytes of a field of digits.
  private struct Digits: ~Copyable, ~Escapable {
    var frame: FieldReader

    @_lifetime(copy frame)
    init(_ frame: consuming FieldReader) { self.frame = frame }

    var bytesLeft: Int { frame.remaining / 2 }

    mutating func byte(_ name: String) throws(DecodeError) -> Int {
      Int(truncatingIfNeeded: try frame.hexadecimal(name, count: 2))
    }

    /// Two bytes, most significant first.
    mutating func big(_ name: String) throws(DecodeError) -> Int {
      Int(truncatingIfNeeded: try frame.hexadecimal(name, count: 4))
    }

    /// Two bytes, least significant first.
    mutating func little(_ name: String) throws(DecodeError) -> Int {
      Int(UInt16(truncatingIfNeeded: try frame.hexadecimal(name, count: 4)).byteSwapped)
    }

    mutating func skip(_ name: String, _ bytes: Int8) throws(DecodeError) {
      try frame.skip(name, 2 * Int(bytes))
    }
  }

  /// BS51: items with a key and a colon. Their numbers have the most significant byte first: in
  /// the other order a pack would have 537 volts and a charge of 5,632 %.
  static func batteryItems(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    reports.begin()
    while !frame.isAtEnd {
      var item = frame.group("item")
      let key = try item.hexadecimal("key", to: UInt8(ascii: ":"))
      switch key {
      case 0x90, 0x91, 0x92, 0x96:
        var digits = Digits(item)
        try batteryItem(key ?? 0, &digits, &reports)
        digits.frame.skipRest("other fields")
      default: item.skipRest("item without use")
      }
    }
  }

  private static func batteryItem(
    _ key: UInt64, _ item: inout Digits, _ reports: inout Reports
  ) throws(DecodeError) {
    switch key {
    case 0x90:
      reports.set("cumulativeVoltage", Double(try item.big("voltage")) / 10)
      reports.set("gatherVoltage", Double(try item.big("gathered voltage")) / 10)
      reports.set("current", Double(try item.big("current") - 30_000) / 10)
      reports.set("soc", Double(try item.big("charge")) / 10)
    case 0x91:
      reports.set("maxCellVoltage", Double(try item.big("highest voltage")) / 1_000)
      reports.set("maxCellVoltageCount", try item.byte("its cell"))
      reports.set("minCellVoltage", Double(try item.big("lowest voltage")) / 1_000)
      reports.set("minCellVoltageCount", try item.byte("its cell"))
    case 0x92:
      reports.set("maxTemp", try item.byte("highest temperature") - 40)
      reports.set("maxTempCount", try item.byte("its sensor"))
      reports.set("minTemp", try item.byte("lowest temperature") - 40)
      reports.set("minTempCount", try item.byte("its sensor"))
    default:
      try item.skip("number", 1)
      var index = 0
      while item.bytesLeft > 0 {
        index += 1
        reports.set(AttributeKey("cellTemp", index), try item.byte("temperature") - 40)
      }
    }
  }

  /// BS50: one field of digits, with the least significant byte first.
  static func battery(_ frame: inout FieldReader, _ reports: inout Reports) throws(DecodeError) {
    reports.begin()
    var digits = Digits(frame.group("battery", to: UInt8(ascii: ",")))
    try battery(&digits, &reports)
    digits.frame.skipRest("other fields")
    frame.skipRest("other fields")
  }

  private static func battery(
    _ digits: inout Digits, _ reports: inout Reports
  ) throws(DecodeError) {
    try digits.skip("header", 3)
    let cells = try digits.byte("cells")
    for cell in 1...24 {
      let millivolts = try digits.little("cell voltage")
      if cell <= cells { reports.set(.battery(cell), Double(millivolts) / 1_000) }
    }
    reports.set(.charge, try digits.byte("charging") == 0)
    reports.set("current", Double(try digits.little("current")) / 10)
    reports.set(.battery, Double(try digits.little("voltage")) / 100)
    reports.set(.batteryLevel, try digits.byte("battery level"))
    reports.set("batteryOverheat", try digits.byte("overheat") > 0)
    reports.set("chargeProtection", try digits.byte("charge protection") > 0)
    reports.set("dischargeProtection", try digits.byte("discharge protection") > 0)
    try digits.skip("wires and balance", 2)
    reports.set("cycles", try digits.little("cycles"))
    reports.set("faultAlarm", try digits.byte("fault"))
    try digits.skip("unused", 6)
    let sensors = try digits.byte("sensors")
    reports.set("powerTemp", try digits.byte("power temperature") - 40)
    reports.set("equilibriumTemp", try digits.byte("balance temperature") - 40)
    for sensor in 1...7 {
      let degrees = try digits.byte("temperature") - 40
      if sensor <= sensors { reports.set(AttributeKey("batteryTemp", sensor), degrees) }
    }
    reports.set("calibrationCapacity", Double(try digits.little("capacity")) / 100)
    let low = try digits.little("discharge, low")
    let high = try digits.little("discharge, high")
    reports.set("dischargeCapacity", Int64(high) << 16 | Int64(low))
  }
}

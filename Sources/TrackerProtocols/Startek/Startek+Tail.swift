import Telemetry
import Wire

extension Startek {
  /// Reads what may follow the voltages: pro-code, fuel, temperature, OBD, driver, time with
  /// ignition on. All of it is optional, but in order; an empty field keeps its comma, except the
  /// driver's, which is there only with its text.
  static func tail(_ frame: inout FieldReader, _ reports: inout Reports) throws(DecodeError) {
    _ = try frame.integer("pro-code")
    try channels("fuel", &frame) { channel, raw in
      reports.set(.fuel(channel), Double(raw) / 10)
    }
    try channels("temperature", &frame) { channel, raw in
      let magnitude = Double(raw & 0x7FFF) / 10
      reports.set(.temperature(channel), raw & 0x8000 == 0 ? magnitude : -magnitude)
    }
    try vehicle(&frame, &reports)
    guard !frame.isAtEnd else { return }
    if frame.distance(to: UInt8(ascii: ",")) >= 20 {
      reports.set(.driverUniqueId, text: frame.text("driver"))
    }
    if let seconds = try frame.integer("seconds with ignition on"), seconds >= 0 {
      let (milliseconds, overflow) = seconds.multipliedReportingOverflow(by: 1_000)
      if !overflow { reports.set(.engineHours, milliseconds) }
    }
  }

  /// Reads a list of two digits of channel and four hexadecimal digits, with bars.
  private static func channels(
    _ name: String, _ frame: inout FieldReader, _ set: (Int, UInt64) -> Void
  ) throws(DecodeError) {
    var list = frame.group(name)
    while !list.isAtEnd {
      let channel = try list.digits("channel", count: 2)
      guard let raw = try list.hexadecimal(name, to: UInt8(ascii: "|")) else { continue }
      set(channel, raw)
    }
  }

  /// Reads `rpm|load|air flow|air pressure|air temperature|throttle|coolant|fuel rate|level`; the
  /// two temperatures are 40 too high, the rate is tenfold, the level ends with `%` or `L`.
  private static func vehicle(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    var values = frame.group("vehicle")
    guard !values.isAtEnd else { return }
    let bar = UInt8(ascii: "|")
    if let value = try values.integer("rpm", to: bar) { reports.set(.rpm, value) }
    if let value = try values.integer("engine load", to: bar) { reports.set(.engineLoad, value) }
    if let value = try values.integer("air flow", to: bar) { reports.set("airFlow", value) }
    if let value = try values.integer("air pressure", to: bar) { reports.set("airPressure", value) }
    if let value = try values.integer("air temperature", to: bar) {
      reports.set("airTemp", value &- 40)
    }
    if let value = try values.integer("throttle", to: bar) { reports.set(.throttle, value) }
    if let value = try values.integer("coolant temperature", to: bar) {
      reports.set(.coolantTemp, value &- 40)
    }
    if let value = try values.integer("fuel rate", to: bar) {
      reports.set(.fuelConsumption, Double(value) / 10)
    }
    let level = values.textRest("fuel level")
    if level.count > 1, let number = TextNumber.integer(level.extracting(0..<level.count - 1)),
      [UInt8(ascii: "%"), UInt8(ascii: "L")].contains(level[level.count - 1])
    {
      reports.set(.fuel, number)
    }
  }

  /// Reads command 710: lines from the serial or CAN port, the first item of each its name.
  static func serialData(_ frame: inout FieldReader, _ reports: inout Reports) throws(DecodeError) {
    reports.begin()
    while !frame.isAtEnd {
      var line = frame.group("line", to: 13)
      if frame.peek() == 10 { try frame.skip("line feed", 1) }
      let name = line.text("line name")
      if name.equals("T1") {
        try items(&line, engineItems, &reports)
      } else if name.equals("T2") {
        try items(&line, totalItems, &reports)
      } else {
        line.skipRest("values")
      }
    }
  }

  /// What an item of a line becomes.
  private enum Item {
    case number(AttributeKey)
    case integer(AttributeKey)
    case metres(AttributeKey)
    case boolean(AttributeKey)
  }

  /// Items of line T1 by their place, the line's name is 0; sheet A10.
  private static let engineItems: [Int: Item] = [
    2: .number(.rpm), 4: .number(.fuel), 10: .integer(.coolantTemp), 12: .integer("torque"),
    14: .number(.power), 16: .number("oilTemp"), 18: .number(.throttle),
    23: .integer("oilPressure"), 26: .boolean(.ignition), 28: .number("catalystLevel"),
  ]

  /// Items of line T2 by their place.
  private static let totalItems: [Int: Item] = [
    1: .metres(.odometer), 17: .number(.engineHours), 19: .number(.fuelConsumption),
    21: .number(.fuelUsed),
  ]

  private static func items(
    _ line: inout FieldReader, _ items: [Int: Item], _ reports: inout Reports
  ) throws(DecodeError) {
    var index = 0
    while !line.isAtEnd {
      index += 1
      guard let item = items[index] else {
        line.skipText("value \(index)")
        continue
      }
      switch item {
      case .number(let key):
        if let value = try line.decimal(key.word) { reports.set(key, value) }
      case .integer(let key):
        if let value = try line.decimal(key.word), let whole = Int64(exactly: value.rounded()) {
          reports.set(key, whole)
        }
      case .metres(let key):
        if let value = try line.decimal(key.word) { reports.set(key, value * 1_000) }
      case .boolean(let key):
        let value = try line.integer(key.word)
        if value == 0 || value == 1 { reports.set(key, value == 1) }
      }
    }
  }
}

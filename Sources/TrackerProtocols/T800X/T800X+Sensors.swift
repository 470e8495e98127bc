import Telemetry
import Wire

extension T800X {
  /// Reads what Bluetooth sensors around the unit said, one behind the other.
  static func sensors(_ frame: inout FieldReader, _ reports: inout Reports) throws(DecodeError) {
    reports.begin()
    reports.current.deviceTime = try frame.packedTime("time")
    reports.set(.ignition, try frame.u8("ignition") != 0)
    var number = 0
    while frame.remaining >= 2 {
      number &+= 1
      switch try frame.u16("kind of the sensor") {
      case 1: try tyre(number, &frame, &reports)
      case 2: try button(number, &frame, &reports)
      case 3: try driver(number, &frame, &reports)
      case 4: try climate(number, &frame, &reports)
      case 5: try door(number, &frame, &reports)
      case 6: try relay(number, &frame, &reports)
      default:
        // How long it is cannot be known.
        frame.skipRest("sensor that is not known")
      }
    }
  }

  private static func key(_ number: Int, _ name: String) -> AttributeKey {
    AttributeKey("tag\(number)" + name)
  }

  private static func identifier(
    _ number: Int, _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    reports.set(key(number, "Id"), text: HexText.text(try frame.bytes("sensor", 6)))
  }

  /// Reads a voltage in hundredths above one that the kind of the sensor has.
  private static func voltage(
    _ number: Int, above volts: Double, _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    let hundredths = Double(try frame.u8("battery of the sensor"))
    reports.set(key(number, "Battery"), (hundredths + volts * 100) / 100)
  }

  private static func tyre(
    _ number: Int, _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    try identifier(number, &frame, &reports)
    try voltage(number, above: 1.22, &frame, &reports)
    reports.set(key(number, "TirePressure"), Double(try frame.u8("pressure")) * 3.054)
    reports.set(key(number, "TireTemp"), Int(try frame.u8("temperature")) - 55)
    reports.set(key(number, "TireStatus"), Int(try frame.u8("state")))
  }

  private static func button(
    _ number: Int, _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    try identifier(number, &frame, &reports)
    try digitsOfVoltage(number, &frame, &reports)
    switch try frame.u8("alarm") {
    case 0: reports.raise(.sos)
    case 1: reports.raise(.lowBattery)
    default: break
    }
    try frame.skip("state", 1)
    try frame.skip("place", 16)
  }

  private static func driver(
    _ number: Int, _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    reports.set(.driverUniqueId, text: HexText.text(try frame.bytes("driver", 6)))
    try digitsOfVoltage(number, &frame, &reports)
    if try frame.u8("alarm") == 1 { reports.raise(.lowBattery) }
    try frame.skip("state", 1)
    try frame.skip("place", 16)
  }

  private static func digitsOfVoltage(
    _ number: Int, _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    let tenths = try looseDigits("battery of the sensor", bytes: 1, &frame)
    reports.set(key(number, "Battery"), Double(tenths) / 10)
  }

  private static func climate(
    _ number: Int, _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    try identifier(number, &frame, &reports)
    try voltage(number, above: 2, &frame, &reports)
    try frame.skip("level of the battery", 1)
    try temperature(number, &frame, &reports)
    reports.set(key(number, "Humidity"), Double(try frame.u16("humidity")) / 100)
    reports.set(key(number, "LightSensor"), Int(try frame.u16("light")))
    try signal(number, &frame, &reports)
  }

  private static func door(
    _ number: Int, _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    try identifier(number, &frame, &reports)
    try voltage(number, above: 2, &frame, &reports)
    try frame.skip("level of the battery", 1)
    try temperature(number, &frame, &reports)
    reports.set(key(number, "Door"), try frame.u8("door") != 0)
    try signal(number, &frame, &reports)
  }

  private static func relay(
    _ number: Int, _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    try identifier(number, &frame, &reports)
    try voltage(number, above: 2, &frame, &reports)
    reports.set(key(number, "Output"), try frame.u8("output") != 0)
    try signal(number, &frame, &reports)
  }

  /// Reads a temperature in hundredths; the highest bit is the sign.
  private static func temperature(
    _ number: Int, _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    let word = try frame.u16("temperature")
    let degrees = Double(frame.bits("degrees", of: word, 0..<15)) / 100
    let isNegative = frame.bit("below zero", of: word, 15)
    reports.set(key(number, "Temp"), isNegative && degrees != 0 ? -degrees : degrees)
  }

  private static func signal(
    _ number: Int, _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    reports.set(key(number, "Rssi"), Int(try frame.u8("signal of the sensor")) - 128)
  }
}

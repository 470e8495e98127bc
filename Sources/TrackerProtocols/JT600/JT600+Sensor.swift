import Telemetry
import Wire

extension JT600 {
  /// Whether the items behind the type are those of a wireless sensor.
  static func beginsSensor(_ frame: borrowing FieldReader) -> Bool {
    var ahead = frame.lookahead()
    ahead.skipText("ahead")
    return ahead.text("ahead").equals("WLNET") && ahead.text("ahead").equals("5")
  }

  /// Reads what a wireless sensor measured, with the place of the unit that heard it.
  static func sensor(_ frame: inout FieldReader, _ reports: inout Reports) throws(DecodeError) {
    frame.skipText("length")
    frame.skipText("word")
    frame.skipText("kind")
    frame.skipText("count")
    reports.begin()
    try place(&frame, &reports)
    try frame.skip("date of the sensor", 3)
    try frame.skip("time of the sensor", 3)
    let identifier = try frame.unsigned("sensor", bytes: 5)
    reports.set("sensorId", text: hexadecimal(identifier))
    try frame.skip("number of the record", 1)
    reports.set("sensorBattery", Double(try frame.u16("battery of the sensor")) / 100)
    reports.set("sensorBatteryLevel", Int(try frame.u8("level of the sensor")))
    reports.set("sensorRssi", -Int(try frame.u8("signal of the sensor")))
    guard try frame.u8("type of the sensor") == 1 else { return }
    let word = try frame.u16("temperature")
    if word != 0xFFFF {
      let degrees = Double(frame.bits("degrees", of: word, 0..<12)) / 10
      let isNegative = frame.bits("below zero", of: word, 12..<16) != 0
      reports.set(.temperature(1), isNegative && degrees != 0 ? -degrees : degrees)
    }
    reports.set(.humidity, Int(try frame.u8("humidity")))
    try frame.skip("count of messages", 2)
    try frame.skip("status", 1)
  }

  /// Ten digits of a sensor's number.
  private static func hexadecimal(_ number: UInt64) -> String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: max(0, 10 - digits.utf8.count)) + digits
  }
}

import Telemetry
import Wire

extension GPS103 {
  /// Reads a record of values from the vehicle's diagnosis plug.
  static func vehicle(_ frame: inout FieldReader, _ reports: inout Reports) throws(DecodeError) {
    reports.begin()
    let time = try frame.compactTime("time")
    frame.note(time.brief)
    reports.current.deviceTime = time
    number(.odometer, frame.text("odometer"), &reports)
    frame.skipText("fuel now")
    reports.set(.fuelConsumption, try frame.decimal("average fuel consumption") ?? 0)
    if let hours = try frame.integer("hours") {
      let (milliseconds, overflow) = hours.multipliedReportingOverflow(by: 3_600_000)
      if !overflow { reports.set(.engineHours, milliseconds) }
    }
    reports.set(.obdSpeed, try whole("speed", &frame))
    reports.set(.engineLoad, text: try percent("engine load", &frame))
    let coolant = TextNumber.integer(frame.text("coolant temperature"))
    if let coolant { reports.set(.coolantTemp, coolant) }
    reports.set(.throttle, text: try percent("throttle", &frame))
    reports.set(.rpm, try whole("engine speed", &frame))
    let start = frame.offset
    guard let volts = try frame.decimal("battery") else {
      throw DecodeError(.invalid, field: "battery", at: start)
    }
    reports.set(.battery, volts)
    troubleCodes(&frame, &reports)
  }

  private static func troubleCodes(_ frame: inout FieldReader, _ reports: inout Reports) {
    var codes: [String] = []
    while !frame.isAtEnd {
      let code = frame.text("trouble code").trimmed
      if code.count > 0 { codes.append(code.string) }
    }
    if !codes.isEmpty { reports.set(.dtcs, text: codes.joined(separator: " ")) }
  }

  /// Sets a number that is whole as a rule; nothing is zero.
  private static func number(_ key: AttributeKey, _ text: Span<UInt8>, _ reports: inout Reports) {
    if let decimal = TextNumber.decimal(text), TextNumber.integer(text) == nil {
      reports.set(key, decimal)
    } else {
      reports.set(key, TextNumber.integer(text) ?? 0)
    }
  }

  private static func whole(
    _ name: String, _ frame: inout FieldReader
  ) throws(DecodeError) -> Int64 {
    let start = frame.offset
    guard let number = try frame.integer(name) else {
      throw DecodeError(.invalid, field: name, at: start)
    }
    return number
  }

  /// Reads a number with a percent sign; it is stored with the sign.
  @_lifetime(copy frame)
  private static func percent(
    _ name: String, _ frame: inout FieldReader
  ) throws(DecodeError) -> Span<UInt8> {
    let start = frame.offset
    let text = frame.text(name)
    guard text.count > 1, text[text.count - 1] == UInt8(ascii: "%"),
      TextNumber.decimal(text.extracting(0..<text.count - 1)) != nil
    else { throw DecodeError(.invalid, field: name, at: start) }
    return text
  }
}

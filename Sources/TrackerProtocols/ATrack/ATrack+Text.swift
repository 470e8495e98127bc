import Telemetry
import Wire

extension ATrack {
  /// Reads a message as text: header, and records in lines.
  static func textMessage(
    _ frame: inout FieldReader, _ context: DecodeContext, _ reports: inout Reports
  ) throws(DecodeError) {
    frame.skipText("prefix")
    reports.checksumFailed = !textSumHolds(frame.frame)
    _ = try frame.hexadecimal("checksum")
    frame.note(reports.checksumFailed ? "does not hold" : "holds")
    let length = try frame.integer("length") ?? 0
    let sequence = try frame.integer("sequence") ?? 0
    let start = frame.offset
    guard let unit = frame.text("unit").asciiString, (1...20).contains(unit.utf8.count) else {
      throw DecodeError(.invalid, field: "unit", at: start)
    }
    reports.identifier = unit
    var failure: DecodeError?
    while !frame.isAtEnd {
      var line = frame.group("record", to: 10)
      if line.peek(line.remaining - 1) == 13 {
        var end = try line.trailer("line end", 1)
        end.skipRest("line end")
      }
      guard !line.isAtEnd else { continue }
      reports.begin()
      do throws(DecodeError) {
        try textRecord(&line, context, &reports)
      } catch {
        // A line that has not the form costs the others nothing.
        reports.discardCurrent()
        line.abandon("record", after: error)
        failure = error
      }
    }
    // Without an answer a sound message would be repeated for ever, and nothing behind it come.
    if let failure, reports.recordCount == 0, reports.checksumFailed { throw failure }
    // Other servers give the length where the papers have the unit's number.
    acknowledge(UInt64(clamping: length), UInt16(truncatingIfNeeded: sequence), &reports)
  }

  private static func textRecord(
    _ frame: inout FieldReader, _ context: DecodeContext, _ reports: inout Reports
  ) throws(DecodeError) {
    reports.current.setTime(try textTime(&frame))
    frame.skipText("device time")
    frame.skipText("time of sending")
    let start = frame.offset
    guard let longitude = try frame.integer("longitude"),
      let latitude = try frame.integer("latitude"), latitude.magnitude <= 90_000_000,
      longitude.magnitude <= 180_000_000
    else { throw DecodeError(.invalid, field: "latitude and longitude", at: start) }
    reports.current.hasLocation = true
    reports.current.location.isValid = true
    reports.current.location.longitude = Double(longitude) / 1e6
    reports.current.location.latitude = Double(latitude) / 1e6
    reports.current.location.course = try frame.decimal("course") ?? 0
    if let report = try frame.integer("report") { reports.set(.event, report) }
    if let odometer = try frame.decimal("odometer") { reports.set(.odometer, odometer * 100) }
    if let hdop = try frame.decimal("hdop") { reports.set(.hdop, hdop / 10) }
    if let inputs = try frame.integer("inputs") { reports.set(.input, inputs) }
    let speed = try frame.decimal("speed") ?? 0
    frame.note("\(speed) km/h")
    reports.current.location.speed = Units.knots(kilometresPerHour: speed)
    if let outputs = try frame.integer("outputs") { reports.set(.output, outputs) }
    if let analogue = try frame.integer("analogue input") { reports.set(.adc(1), analogue) }
    let driver = frame.text("driver")
    if driver.count > 0 { reports.set(.driverUniqueId, text: driver) }
    for index in 1...2 {
      if let raw = try frame.integer("temperature") { reports.set(.temperature(index), raw) }
    }
    frame.skipText("message")
    try customTexts(&frame, context, &reports)
  }

  /// Reads a time: 14 digits of date and time, or seconds since 1970.
  private static func textTime(_ frame: inout FieldReader) throws(DecodeError) -> Timestamp {
    let start = frame.offset
    let text = frame.text("fix time")
    guard let number = TextNumber.digits(text) else {
      throw DecodeError(.invalid, field: "fix time", at: start)
    }
    guard text.count == 14 else { return Timestamp(seconds: Int64(number)) }
    return CivilTime(
      year: number / 10_000_000_000, month: number / 100_000_000 % 100,
      day: number / 1_000_000 % 100, hour: number / 10_000 % 100, minute: number / 100 % 100,
      second: number % 100
    ).moment()
  }

  /// Reads a line that answers a command.
  static func line(_ frame: inout FieldReader, _ reports: inout Reports) throws(DecodeError) {
    var end = try frame.trailer("line end", 2)
    try end.expect("line end", "\r\n")
    reports.begin()
    guard frame.frame.starts(with: "$INFO=") else {
      reports.set(.result, text: frame.textRest("answer"))
      return
    }
    try frame.expect("start", "$INFO=")
    reports.identifier = frame.text("unit").asciiString
    reports.set("model", text: frame.text("model"))
    reports.set(.firmware, text: frame.text("firmware"))
    frame.skipText("IMEI")
    frame.skipText("subscriber")
    frame.skipText("SIM card")
    if let power = try frame.integer("supply") { reports.set(.power, Double(power) / 10) }
    if let battery = try frame.integer("battery") { reports.set(.battery, Double(battery) / 10) }
    if let satellites = try frame.integer("satellites") { reports.set(.satellites, satellites) }
    frame.skipText("network state")
    if let signal = try frame.integer("signal") { reports.set(.rssi, signal) }
    frame.skipRest("connection and antenna")
  }
}

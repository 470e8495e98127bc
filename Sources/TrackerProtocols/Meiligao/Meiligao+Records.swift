import Telemetry
import Wire

extension Meiligao {
  /// Command 9999: a code and a position.
  static func alarm(
    _ frame: inout FieldReader, _ settings: DeviceSettings, _ reports: inout Reports
  ) throws(DecodeError) {
    reports.begin()
    let code = try frame.u8("alarm")
    frame.note(Self.title(ofAlarm: code))
    reports.set(.event, Int64(code))
    raise(code, settings, &reports)
    try place(&frame, &reports)
  }

  /// Raises what an alarm code means; an input's edge sets the input.
  private static func raise(
    _ code: UInt8, _ settings: DeviceSettings, _ reports: inout Reports
  ) {
    if let alarm = alarm(of: code, settings) { reports.raise(alarm) }
    switch code {
    case 0x02...0x05: reports.set(.input(Int(code)), 1)
    case 0x32...0x35: reports.set(.input(Int(code & 15)), 0)
    default: break
    }
  }

  /// Command 9016: a position from the unit's log.
  static func logged(_ frame: inout FieldReader, _ reports: inout Reports) throws(DecodeError) {
    try frame.skip("random byte of the unit", 1)
    try frame.skip("random byte of the server", 1)
    let left = try frame.u32("positions left")
    frame.note("\(left)")
    reports.begin()
    reports.set(.archive, true)
    try place(&frame, &reports)
  }

  /// Command 6688: positions that could not be sent, each with an alarm code that is mostly 00.
  /// Their number is said in front, but the end of the packet counts.
  static func buffered(
    _ frame: inout FieldReader, _ settings: DeviceSettings, _ reports: inout Reports
  ) throws(DecodeError) {
    _ = try frame.u8("count")
    while !frame.isAtEnd {
      var record = frame.group("record", to: UInt8(ascii: "\\"))
      reports.begin()
      let code = try record.u8("alarm")
      if code != 0 {
        record.note(Self.title(ofAlarm: code))
        reports.set(.event, Int64(code))
        raise(code, settings, &reports)
      }
      reports.set(.archive, true)
      try place(&record, &reports)
    }
  }

  /// Command 9966: up to 15 cards, then time and place in an order of their own.
  static func cards(_ frame: inout FieldReader, _ reports: inout Reports) throws(DecodeError) {
    reports.begin()
    for place in 1...15 {
      let card = try frame.u32("card")
      guard card != 0 else { continue }
      var digits: [UInt8] = []
      digits.append(digits: Int(card), count: 10)
      reports.set(AttributeKey("card", place), text: digits.span)
      reports.set(.driverUniqueId, text: digits.span)
    }
    try frame.expect("separator", "|")
    let clock = try frame.timeOfDay("time")
    let time = try frame.date("date", at: clock)
    guard var location = try frame.latitudeAndLongitude() else {
      return reports.current.deviceTime = time
    }
    location.isValid = true
    reports.current.setTime(time)
    reports.current.hasLocation = true
    reports.current.location = location
  }

  // MARK: The vehicle

  /// The items of command 9901 in their order.
  static let vehicleItems: [AttributeKey] = [
    .battery, .rpm, .obdSpeed, .throttle, .engineLoad, .coolantTemp, .fuelConsumption,
    "averageFuelConsumption", "drivingRange", .odometer, "singleFuelConsumption", .fuelUsed, .dtcs,
    "hardAccelerationCount", "hardBrakingCount",
  ]

  /// The items of command 9902 in their order; one is spelt as the field knows it.
  static let totalItems: [AttributeKey] = [
    "totalIgnitionNo", "totalDrivingTime", "totalIdlingTime", "averageHotStartTime",
    "averageSpeed", "historyHighestSpeed", "historyHighestRpm", "totalHarshAccerleration",
    "totalHarshBrake",
  ]

  /// Reads numbers with commas into attributes; an empty item is not set.
  static func list(
    _ frame: inout FieldReader, _ keys: [AttributeKey], _ reports: inout Reports
  ) throws(DecodeError) {
    reports.begin()
    for key in keys where !frame.isAtEnd {
      let isWhole = frame.next(to: UInt8(ascii: ",")) { TextNumber.integer($0) != nil }
      if isWhole, let value = try frame.integer(key.word) {
        reports.set(key, value)
      } else if let value = try frame.decimal(key.word) {
        reports.set(key, value)
      }
    }
  }

  /// Command 9903: codes with commas, which become blanks.
  static func troubleCodes(_ frame: inout FieldReader, _ reports: inout Reports) {
    reports.begin()
    let text = frame.textRest("trouble codes")
    var codes: [UInt8] = []
    for index in text.indices {
      codes.append(text[index] == UInt8(ascii: ",") ? UInt8(ascii: " ") : text[index])
    }
    reports.set(.dtcs, text: codes.span)
  }

  // MARK: Answers to commands

  /// The answer of a unit to a command of the server: a byte for done or failed, or values.
  static func answer(
    _ frame: inout FieldReader, _ command: UInt16, _ reports: inout Reports
  ) throws(DecodeError) {
    guard MeiligaoHeader(length: 0, command: command).isAnswer else {
      frame.note("not known")
      return frame.skipRest("data")
    }
    frame.note("answer to a command")
    reports.begin()
    let name = HexText.text([
      UInt8(truncatingIfNeeded: command >> 8), UInt8(truncatingIfNeeded: command),
    ])
    reports.set(.type, text: name)
    let data = try frame.bytes("result", frame.remaining)
    if data.count == 1 {
      reports.set(.result, text: data[0] == 0 ? "failed" : data[0] == 1 ? "done" : "")
    }
    if data.count > 1 { reports.set(.result, text: data.asciiString ?? HexText.text(data)) }
    // Serial number, IMEI and version.
    if command == 0x9001, let version = lastItem(of: data) { reports.set(.firmware, text: version) }
  }

  private static func lastItem(of data: Span<UInt8>) -> String? {
    guard let first = data.firstIndex(of: UInt8(ascii: ",")),
      let second = data.firstIndex(of: UInt8(ascii: ","), from: first + 1)
    else { return nil }
    return data.extracting(second + 1..<data.count).asciiString
  }
}

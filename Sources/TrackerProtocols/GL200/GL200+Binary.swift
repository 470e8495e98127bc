import Telemetry
import Wire

// The binary form (sheet 4.12).
extension GL200 {
  /// Numbers of messages that have a layout of their own.
  private enum Number {
    static let call: UInt8 = 3
    static let fence: UInt8 = 8
    static let seconds: UInt8 = 100
  }

  /// How many bytes stand behind the satellites in events: number of the event, bytes.
  static let eventTable = "6 2|15 3|17 4|21 6|23 1|26 12|31 2|33 1|34 3|35 1|45 7|46 7"

  private static let eventBytes: [(number: UInt8, count: Int)] =
    eventTable.split(separator: "|").compactMap { entry in
      let parts = entry.split(separator: " ")
      guard parts.count == 2, let number = UInt8(parts[0], radix: 10), let count = Int(parts[1])
      else {
        return nil
      }
      return (number, count)
    }

  static func binary(
    _ kind: GL200Binary, _ frame: inout FieldReader, into reports: inout Reports
  ) throws(DecodeError) {
    let sum = sum(frame.frame)
    var end = try frame.trailer("end", 2)
    try end.expect("end", "\r\n")
    var trailer = try frame.trailer("checksum", 2)
    reports.checksumFailed = try !trailer.checksum("checksum", bytes: 2, is: UInt64(sum))
    try frame.expect("header", kind.word)
    let number = try frame.u8("message number")
    try frame.skip("mask", kind.lengthStart - 5)
    try frame.skip("length", kind.lengthBytes)
    switch kind.content {
    case .unknown: frame.skipRest("content")
    case .answer:
      try versions(&frame)
      _ = try frame.u16("firmware")
      try identify(&frame, &reports)
      frame.skipRest("answer")
    case .information: try binaryInformation(&frame, &reports)
    case .positions: try binaryPositions(number, &frame, &reports)
    case .event: try binaryEvent(number, &frame, &reports)
    }
  }

  // MARK: Messages

  private static func binaryPositions(
    _ number: UInt8, _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    try versions(&frame)
    _ = try frame.u16("firmware")
    try identify(&frame, &reports)
    let supply = try Supply(&frame)
    if number == Number.fence { try frame.skip("fence and its state", 2) }
    _ = try frame.u8("motion")
    let satellites = try frame.u8("satellites")
    guard number != Number.seconds else { return try seconds(&frame, &reports) }
    _ = try frame.u8("report type")
    let phone = number == Number.call ? try phone(&frame) : nil
    let count = try frame.u8("number of records")
    for _ in 0..<Int(count) {
      reports.begin()
      try binaryPlace(&frame, &reports)
      supply.apply(satellites, &reports)
      if let phone { reports.set(.phone, text: phone) }
    }
    frame.skipRest("mileage, hours, state, send time and count")
  }

  private static func binaryEvent(
    _ number: UInt8, _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    try versions(&frame)
    let firmware = try frame.u16("firmware")
    try identify(&frame, &reports)
    let supply = try Supply(&frame)
    _ = try frame.u8("motion")
    let satellites = try frame.u8("satellites")
    for entry in eventBytes where entry.number == number {
      try frame.skip("event", entry.count)
    }
    _ = try frame.u8("number of records")
    reports.begin()
    reports.set(.firmware, text: String(firmware))
    try binaryPlace(&frame, &reports)
    supply.apply(satellites, &reports)
    frame.skipRest("mileage, hours, state, send time and count")
  }

  /// Reads who the unit is and its versions; what is between them and the time is not known.
  private static func binaryInformation(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    var end = try frame.trailer("send time and count", 9)
    let time = try binaryTime("send time", &end)
    _ = try end.u16("count")
    try identify(&frame, &reports)
    try versions(&frame)
    reports.begin()
    reports.current.deviceTime = time
    reports.set(.firmware, text: String(try frame.u16("firmware")))
    reports.set(.hardware, text: String(try frame.u16("hardware")))
    frame.skipRest("state")
  }

  // MARK: Parts

  private static func versions(_ frame: inout FieldReader) throws(DecodeError) {
    _ = try frame.u8("device type")
    _ = try frame.u16("protocol version")
  }

  /// Battery and supply.
  private struct Supply {
    let level: UInt8
    let millivolts: UInt16

    init(_ frame: inout FieldReader) throws(DecodeError) {
      level = try frame.u8("battery level")
      millivolts = try frame.u16("power")
    }

    func apply(_ satellites: UInt8, _ reports: inout Reports) {
      reports.set(.batteryLevel, Int64(level))
      reports.set(.power, Double(millivolts) / 1_000)
      reports.set(.satellites, Int64(satellites))
    }
  }

  /// Reads the caller's number: how long it is, then digits up to one that is F.
  private static func phone(_ frame: inout FieldReader) throws(DecodeError) -> String {
    _ = try frame.u8("type of phone number")
    var count = 0
    while let byte = frame.peek(count), byte & 15 != 15, byte >> 4 != 15 { count += 1 }
    let digits = HexText.text(try frame.bytes("phone number", count + 1))
    return String(digits.prefix { $0 != "f" })
  }

  /// Reads an identifier: an IMEI of two digits in a byte, or the name that was set.
  ///
  /// Other servers know the unit by the eight bytes as one number.
  private static func identify(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    let start = frame.offset
    let bytes = try frame.bytes("identifier", 8)
    guard let identifier = deviceName(bytes) ?? pairedDigits(bytes) else {
      throw DecodeError(.invalid, field: "identifier", at: start)
    }
    reports.identifier = identifier
    var number: UInt64 = 0
    for index in bytes.indices { number = number << 8 | UInt64(bytes[index]) }
    reports.otherIdentifiers = [String(number)]
  }

  private static func deviceName(_ bytes: Span<UInt8>) -> String? {
    let name = bytes.extracting(0..<(bytes.firstIndex(of: 0) ?? bytes.count))
    for index in name.count..<bytes.count where bytes[index] != 0 { return nil }
    return name.count > 0 ? name.asciiString : nil
  }

  private static func pairedDigits(_ bytes: Span<UInt8>) -> String? {
    var digits: [UInt8] = []
    for index in bytes.indices {
      guard bytes[index] < (index == 7 ? 10 : 100) else { return nil }
      digits.append(digits: Int(bytes[index]), count: index == 7 ? 1 : 2)
    }
    return String(decoding: digits, as: UTF8.self)
  }

  /// Reads a block of 32 bytes into the record that was begun.
  private static func binaryPlace(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    let accuracy = try frame.u8("accuracy")
    reports.set(.hdop, Int64(accuracy))
    let whole = Double(try frame.u16("speed"))
    let speed = whole + Double(try frame.u8("tenths of speed")) / 10
    frame.note("\(speed) km/h")
    let course = Double(try frame.u16("course"))
    let altitude = Double(try frame.i16("altitude"))
    let longitude = Double(try frame.i32("longitude")) / 1_000_000
    let latitude = Double(try frame.i32("latitude")) / 1_000_000
    reports.current.setTime(try binaryTime("time of fix", &frame))
    if abs(latitude) <= 90, abs(longitude) <= 180 {
      reports.current.hasLocation = true
      reports.current.location = Location(
        latitude: latitude, longitude: longitude, altitude: altitude,
        speed: Units.knots(kilometresPerHour: speed), course: course, isValid: accuracy > 0)
    }
    let country = digits(of: try frame.u16("mobile country code"))
    let network = digits(of: try frame.u16("mobile network code"))
    let area = try frame.u16("location area code")
    let cell = try frame.u16("cell")
    reports.add(
      CellTower(
        mobileCountryCode: country, mobileNetworkCode: network,
        locationAreaCode: UInt32(area), cellIdentifier: UInt64(cell)))
    _ = try frame.u8("reserved")
  }

  /// A code of a country or network, whose digits are sent as they are: 0x0460 is 460.
  private static func digits(of code: UInt16) -> UInt32 {
    PackedDecimal.number(UInt64(code), digits: 4).map { UInt32(clamping: $0) } ?? UInt32(code)
  }

  /// Reads a time of seven bytes: year of two, month, day, hour, minute, second.
  private static func binaryTime(
    _ name: String, _ frame: inout FieldReader
  ) throws(DecodeError) -> Timestamp {
    let bytes = try frame.bytes(name, 7)
    let civil = CivilTime(
      year: Int(bytes.bigEndian16(at: 0)), month: Int(bytes[2]), day: Int(bytes[3]),
      hour: Int(bytes[4]), minute: Int(bytes[5]), second: Int(bytes[6]))
    let time = civil.moment()
    frame.note(time.brief)
    return time
  }
}

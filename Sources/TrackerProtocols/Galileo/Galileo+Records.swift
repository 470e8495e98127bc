import Telemetry
import Wire

extension Galileo {
  /// What a record has said so far that decides what becomes of it.
  struct Content {
    var hasTime = false
    var hasPlace = false
    var hasResult = false
    var hardware: UInt8?
    var firmware: UInt8?
  }

  /// The tags that a record has.
  private struct Seen {
    private var bits = InlineArray<4, UInt64>(repeating: 0)

    /// Whether a tag is new; then it is noted.
    mutating func insert(_ tag: UInt8) -> Bool {
      let bit: UInt64 = 1 << UInt64(tag & 63)
      let word = Int(tag >> 6)
      defer { bits[word] |= bit }
      return bits[word] & bit == 0
    }
  }

  /// Reads records, one behind the other: a tag that the record has already begins the next.
  static func records(_ frame: inout FieldReader, _ reports: inout Reports) throws(DecodeError) {
    var seen = Seen()
    var content = Content()
    reports.begin()
    while !frame.isAtEnd {
      let tag = try frame.u8("tag")
      if !seen.insert(tag) {
        finish(content, isLast: false, &reports)
        reports.begin()
        content = Content()
        seen = Seen()
        _ = seen.insert(tag)
      }
      try value(of: tag, &frame, &content, &reports)
    }
    finish(content, isLast: true, &reports)
  }

  /// Keeps a record with time and place, and an answer to a command in the last one; of what is
  /// left only the versions are news.
  private static func finish(_ content: Content, isLast: Bool, _ reports: inout Reports) {
    if content.hasTime && content.hasPlace { return }
    if isLast && content.hasResult {
      reports.current.hasLocation = false
      reports.current.fixTime = nil
      return
    }
    reports.discardCurrent()
    var facts: [Attribute] = []
    if let hardware = content.hardware {
      facts.append(Attribute(.hardware, .integer(Int64(hardware))))
    }
    if let firmware = content.firmware {
      facts.append(Attribute(.firmware, .integer(Int64(firmware))))
    }
    if !facts.isEmpty { reports.notice = DeviceNotice(facts) }
  }

  /// Reads the value of a tag into the current record.
  static func value(
    of number: UInt8, _ frame: inout FieldReader, _ content: inout Content,
    _ reports: inout Reports
  ) throws(DecodeError) {
    guard let tag = GalileoTag.all.fields[Int(number)] else {
      // How long its value is cannot be known.
      throw DecodeError(.unsupported, field: "tag", at: frame.offset - 1)
    }
    let count = try tag.count(&frame)
    switch tag.meaning {
    case .ignored: try frame.skip(tag.name, count)
    case .value(let value):
      if number == 0x01 { content.hardware = frame.peek() }
      if number == 0x02 { content.firmware = frame.peek() }
      try value.read(tag.name, bytes: count, &frame, &reports)
    case .special(let special):
      try Self.special(special, of: number, tag.name, count, &frame, &content, &reports)
    }
  }

  // MARK: Sensors

  /// The tags of the first level sensor and of the first thermometer.
  private static let (firstLevel, firstThermometer): (UInt8, UInt8) = (0x60, 0x70)
  /// What a sensor says that does not measure.
  private static let noTemperature: Int8 = -128

  /// Reads the level of a fuel sensor and its temperature, °C.
  private static func level(
    _ tag: UInt8, _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    let number = Int(tag &- firstLevel)
    reports.set(.fuel(number), Int64(try frame.u16("fuel level", .little)))
    let degrees = try frame.i8("temperature of the sensor")
    if degrees != noTemperature { reports.set(AttributeKey("fuelTemp", number), Int64(degrees)) }
  }

  /// Reads a thermometer: its number, which is no news, and °C. It has a name of its own because
  /// that of the vehicle's coolant is `temp1`.
  private static func thermometer(
    _ tag: UInt8, _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    try frame.skip("number of the thermometer", 1)
    let degrees = try frame.i8("temperature")
    let key = AttributeKey("thermometer", Int(tag &- firstThermometer))
    if degrees != noTemperature { reports.set(key, Int64(degrees)) }
  }

  private static func special(
    _ special: GalileoTag.Special, of tag: UInt8, _ name: String, _ count: Int,
    _ frame: inout FieldReader, _ content: inout Content, _ reports: inout Reports
  ) throws(DecodeError) {
    switch special {
    case .identifier:
      let start = frame.offset
      guard let identifier = try frame.text(name, count: count).asciiString else {
        throw DecodeError(.invalid, field: name, at: start)
      }
      reports.identifier = identifier
    case .time:
      let time = try frame.unixTime(name, .little)
      frame.note(time.brief)
      reports.current.setTime(time)
      content.hasTime = true
    case .place: try place(&frame, &content, &reports)
    case .motion:
      let speed = Double(try frame.u16("speed", .little)) / 10
      frame.note("\(speed) km/h")
      reports.current.location.speed = Units.knots(kilometresPerHour: speed)
      reports.current.location.course = Double(try frame.u16("course", .little)) / 10
    case .altitude: reports.current.location.altitude = Double(try frame.i16(name, .little))
    case .driver: reports.set(.driverUniqueId, text: String(try frame.u32(name, .little)))
    case .vehicle:
      reports.set(.fuel, Double(try frame.u8("fuel level")) * 0.4)
      reports.set(.temperature(1), Int(try frame.u8("coolant temperature")) - 40)
      reports.set(.rpm, Double(try frame.u16("engine speed", .little)) * 0.125)
    case .result:
      reports.set(.result, text: try frame.text(name, count: count))
      content.hasResult = true
    case .array:
      reports.set("userDataArray", text: HexText.text(try frame.bytes(name, count)))
    case .level: try level(tag, &frame, &reports)
    case .thermometer: try thermometer(tag, &frame, &reports)
    }
  }

  private static func place(
    _ frame: inout FieldReader, _ content: inout Content, _ reports: inout Reports
  ) throws(DecodeError) {
    let state = try frame.u8("state of the receiver")
    let source = frame.bits("source of the place", of: state, 4..<8)
    _ = frame.bits("satellites", of: state, 0..<4)
    let latitude = Double(try frame.i32("latitude", .little)) / 1_000_000
    frame.note(degrees: latitude)
    let longitude = Double(try frame.i32("longitude", .little)) / 1_000_000
    frame.note(degrees: longitude)
    content.hasPlace = true
    // What cannot be a place is none; without an answer the packet would come again for ever.
    guard abs(latitude) <= 90, abs(longitude) <= 180 else { return }
    reports.current.hasLocation = true
    reports.current.location.latitude = latitude
    reports.current.location.longitude = longitude
    reports.current.location.isValid = source == 0
  }
}

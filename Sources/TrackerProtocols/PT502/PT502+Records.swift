import Telemetry
import Wire

extension PT502 {
  private static let slash = UInt8(ascii: "/")

  /// Reads one record, from `$` on.
  mutating func record(
    _ frame: inout FieldReader, _ context: DecodeContext, _ reports: inout Reports
  ) throws(DecodeError) {
    try frame.expect("start", "$")
    let name = try frame.text("type", count: 3)
    if frame.isTraced { frame.note(Self.title(of: name)) }
    if name.equals("FUS") { return try Self.firmware(&frame, &reports) }
    var offer: (size: Int64, number: Int64?)?
    if name.equals("PHO"), frame.peek() != UInt8(ascii: ",") {
      var picture = frame.group("picture")
      let size = try picture.integer("size", to: UInt8(ascii: "-")) ?? 0
      offer = (size, try picture.integer("number"))
    } else {
      try frame.expect("separator", ",")
    }
    reports.identifier = try Self.identifier(&frame)
    reports.begin()
    if let alarm = Self.alarm(of: name) { reports.raise(alarm) }
    if !name.equals("POS") { reports.set(.type, text: name) }
    let time = try Self.position(&frame, context, &reports)
    if let offer, offer.size > 0 {
      try startPhoto(offer.size, offer.number, time, context.receivedAt, &reports, at: frame.offset)
    }
  }

  private static func identifier(
    _ frame: inout FieldReader
  ) throws(DecodeError) -> String {
    let start = frame.offset
    let text = frame.text("identifier")
    guard (4...15).contains(text.count), text.isDigits else {
      throw DecodeError(.invalid, field: "identifier", at: start)
    }
    return text.string
  }

  /// `$FUS<identifier>,<firmware>,<hardware>`: the versions.
  private static func firmware(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    reports.identifier = try identifier(&frame)
    reports.begin()
    reports.set(.firmware, text: frame.text("firmware"))
    if !frame.isAtEnd { reports.set(.hardware, text: frame.text("hardware")) }
  }

  /// Reads time, place and state into the record that was begun. It is dropped if it has no
  /// coordinates: the unit is heard, but has nothing to show.
  private static func position(
    _ frame: inout FieldReader, _ context: DecodeContext, _ reports: inout Reports
  ) throws(DecodeError) -> Timestamp? {
    let clock = try frame.timeOfDay("time")
    let start = frame.offset
    let fix = frame.text("fix")
    guard fix.equals("A") || fix.equals("V") else {
      throw DecodeError(.invalid, field: "fix", at: start)
    }
    let isValid = fix.equals("A")
    let place = try frame.latitudeAndLongitude()
    let speed = try frame.decimal("speed") ?? 0
    frame.note("\(speed) kn")
    let course = try frame.decimal("course") ?? 0
    let time = try frame.date("date", at: clock, by: context.settings.clock)
    if let time { frame.note(time.brief) }
    guard var location = place else {
      frame.skipRest("rest of a record without place")
      reports.discardCurrent()
      return time
    }
    location.speed = speed
    location.course = course
    location.isValid = isValid
    reports.current.setTime(time)
    reports.current.hasLocation = true
    reports.current.location = location
    try state(&frame, &reports)
    return time
  }

  /// Reads what stands behind the date. Old firmware ends anywhere.
  private static func state(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    guard !frame.isAtEnd else { return }
    let start = frame.offset
    let mode = frame.text("variation and mode", to: slash)
    guard isMode(mode) else {
      throw DecodeError(.invalid, field: "variation and mode", at: start)
    }
    guard !frame.isAtEnd else { return }
    if let inputs = try ports("inputs", &frame, to: UInt8(ascii: ",")) {
      reports.set(.input, inputs)
    }
    if let outputs = try ports("outputs", &frame, to: slash) { reports.set(.output, outputs) }
    var list = frame.group("analogue inputs", to: slash)
    var number = 0
    while !list.isAtEnd {
      number += 1
      if let value = try list.hexadecimal("analogue input") { reports.set(.adc(number), value) }
    }
    if let metres = try frame.integer("odometer", to: slash) { reports.set(.odometer, metres) }
    let driver = frame.text("driver", to: slash)
    if driver.count > 0 { reports.set(.driverUniqueId, text: driver) }
    levels(&frame, &reports)
    frame.skipRest("version and data")
  }

  /// Commas, then at most one letter.
  private static func isMode(_ text: Span<UInt8>) -> Bool {
    guard text.count <= 4 else { return false }
    for index in text.indices where text[index] != UInt8(ascii: ",") {
      guard index == text.count - 1, (65...90).contains(text[index]) else { return false }
    }
    return true
  }

  /// Ports as characters 0 and 1, the last is port 1; nil if there are none.
  private static func ports(
    _ name: String, _ frame: inout FieldReader, to separator: UInt8
  ) throws(DecodeError) -> Int64? {
    let start = frame.offset
    let text = frame.text(name, to: separator)
    guard text.count > 0 else { return nil }
    var bits: Int64 = 0
    for index in text.indices {
      guard text.count <= 32, text[index] & 0xFE == UInt8(ascii: "0") else {
        throw DecodeError(.invalid, field: name, at: start)
      }
      bits = bits << 1 | Int64(text[index] & 1)
    }
    return bits
  }

  /// Reads three hexadecimal digits, each from 0 to 15; other forms say nothing.
  private static func levels(_ frame: inout FieldReader, _ reports: inout Reports) {
    let text = frame.text("battery, mobile network, satellites", to: slash)
    guard text.count == 3, let levels = TextNumber.hexadecimal(text) else { return }
    reports.set(.battery, frame.bits("battery", of: levels, 8..<12))
    reports.set(.rssi, frame.bits("mobile network", of: levels, 4..<8))
    reports.set(.satellites, frame.bits("satellites", of: levels, 0..<4))
  }

  // MARK: Types

  /// What names of records mean: name, alarm or `-`, words. Sheet A3; from SPD on the spelling in
  /// the stream is not certain.
  static let typeTable = """
    POS|-|position
    IN1|sos|input 1 or SOS
    IN2|-|input 2
    IN3|-|input 3
    IN4|-|input 4
    IN5|-|input 5
    GOF|geofence|fence crossed
    TOW|tow|towed
    HDA|hardAcceleration|harsh acceleration
    HDB|hardBraking|harsh braking
    FDA|fatigueDriving|fatigue
    DFR|-|report of the driver
    SKA|vibration|shaken
    PMA|movement|moved
    CPA|powerCut|external power cut
    PHO|-|picture
    PHD|-|part of a picture
    FUS|-|firmware
    SPD|overspeed|too fast
    GEO|geofence|fence crossed
    MLA|lowPower|external power low
    LPA|lowBattery|battery low
    SLP|-|sleeps
    """

  private static let types: [(name: String, alarm: Alarm?, title: String)] =
    typeTable.split(separator: "\n").map { line in
      let parts = line.split(separator: "|").map(String.init)
      return (parts[0], Alarm(rawValue: parts[1]), parts[2])
    }

  private static func alarm(of name: Span<UInt8>) -> Alarm? {
    for type in types where name.equals(type.name) { return type.alarm }
    return nil
  }

  private static func title(of name: Span<UInt8>) -> String {
    for type in types where name.equals(type.name) { return type.title }
    return "answer to a command, or an alarm"
  }

  /// Whether a name is one of the table.
  static func isKnown(_ name: Span<UInt8>) -> Bool {
    for type in types where name.equals(type.name) { return true }
    return false
  }
}

import Telemetry
import Wire

extension GT06 {
  /// Reads messages that hold text.
  static func texts(
    _ step: ValueStep, _ frame: inout FieldReader, _ message: Message, _ reports: inout Reports
  ) throws(DecodeError) {
    switch step {
    case .answer: try answer(&frame, &reports)
    case .longAnswer: try longAnswer(&frame, &reports)
    case .serialData: try serialData(&frame, &reports)
    case .vehicle: try vehicle(&frame, message, &reports)
    case .vehicleSkipped:
      try frame.skip("time", 6)
      try frame.skip("ignition", 1)
      try frame.skip("values", max(frame.remaining - 12, 0))
      frame.skipRest("position")
    default: try information(&frame, message, &reports)
    }
  }

  // MARK: Answers to commands

  /// Type 15. Old units send a length of 0 and the text all the same.
  private static func answer(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    let length = Int(try frame.u8("length"))
    try frame.skip("server flag", min(4, frame.remaining))
    let room = length == 0 ? frame.remaining - 2 : min(length &- 4, frame.remaining)
    let text = try frame.text("answer", count: max(room, 0)).trimmed
    if !frame.isAtEnd { frame.skipRest("language") }
    let word = "<ICCID:"
    if text.starts(with: word), text.count >= word.utf8.count + 20 {
      let start = word.utf8.count
      reports.set(.iccid, text: text.extracting(start..<start + 20))
    } else if text.count > 0 {
      reports.set(.result, text: text.string)
    }
  }

  /// Type 21: text in ASCII or UTF-16, which may be a position.
  private static func longAnswer(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    try frame.skip("server flag", 4)
    if try frame.u8("encoding") == 1 {
      let text = frame.textRest("answer")
      if place(in: text, &reports) { return }
      if text.count > 0 { reports.set(.result, text: text.string) }
    } else {
      var units: [UInt16] = []
      while frame.remaining >= 2 { units.append(try frame.u16("character")) }
      if !units.isEmpty {
        reports.set(.result, text: String(decoding: units, as: UTF16.self))
      }
    }
  }

  /// Reads `Current position!Lat:N12.3,Lon:E98.7,Course:90.00,Speed:0.0000,DateTime:2026-01-02
  /// 03:04:05`; false if the text is another.
  private static func place(in text: Span<UInt8>, _ reports: inout Reports) -> Bool {
    var words = FieldReader(text)
    do throws(DecodeError) {
      try words.expect("word", "Current position!Lat:")
      let latitude = try signed(&words, positive: "N", negative: "S")
      try words.expect("word", "Lon:")
      let longitude = try signed(&words, positive: "E", negative: "W")
      try words.expect("word", "Course:")
      let course = try words.decimal("course")
      try words.expect("word", "Speed:")
      let speed = try words.decimal("speed")
      try words.expect("word", "DateTime:")
      let time = try dateAndTime(&words)
      guard let latitude, let longitude, let course, let speed, abs(latitude) <= 90,
        abs(longitude) <= 180
      else { return false }
      reports.current.setTime(time)
      reports.current.hasLocation = true
      reports.current.location = Location(
        latitude: latitude, longitude: longitude, speed: speed, course: course, isValid: true)
      return true
    } catch {
      return false
    }
  }

  private static func signed(
    _ words: inout FieldReader, positive: String, negative: String
  ) throws(DecodeError) -> Double? {
    let letter = try words.text("hemisphere", count: 1)
    guard letter.equals(positive) || letter.equals(negative) else { return nil }
    let isNegative = letter.equals(negative)
    return try words.decimal("degrees").map { isNegative ? -$0 : $0 }
  }

  /// Reads `2026-01-02  03:04:05` to the end, as UTC.
  private static func dateAndTime(
    _ words: inout FieldReader
  ) throws(DecodeError) -> Timestamp {
    var numbers: [Int] = []
    for (digits, separator) in [(4, "-"), (2, "-"), (2, " "), (2, ":"), (2, ":"), (2, "")] {
      numbers.append(try words.digits("time", count: digits))
      let isSeparated = words.peek().map { [$0] } ?? [] == Array(separator.utf8)
      guard isSeparated else { throw DecodeError(.invalid, field: "time", at: words.offset) }
      if !separator.isEmpty { try words.skip("separator", 1) }
      while separator == " ", words.peek() == UInt8(ascii: " ") { try words.skip("blank", 1) }
    }
    return CivilTime(
      year: numbers[0], month: numbers[1], day: numbers[2], hour: numbers[3], minute: numbers[4],
      second: numbers[5]
    ).moment()
  }

  // MARK: Data passed through

  /// Type 9B: what came in at the serial port, as text if it is text.
  private static func serialData(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    try frame.skip("kind of device", 1)
    let data = try frame.bytes("data", frame.remaining)
    var isText = true
    for index in data.indices {
      let byte = data[index]
      if !(0x20...0x7E).contains(byte), byte != 0x0D, byte != 0x0A { isText = false }
    }
    if isText {
      reports.set(.result, text: data.trimmed)
    } else {
      reports.set(.result, text: HexText.text(data))
    }
  }

  // MARK: Vehicle values (FM08ABC)

  /// Type 8C: pairs `283=0002A1B0`, then a position.
  private static func vehicle(
    _ frame: inout FieldReader, _ message: Message, _ reports: inout Reports
  ) throws(DecodeError) {
    let time = try clock(&frame, message)
    reports.current.deviceTime = time
    reports.set(.ignition, try frame.u8("ignition") != 0)
    guard frame.remaining >= 12 else {
      throw DecodeError(.truncated, field: "position", at: frame.offset)
    }
    var pairs = try frame.part("values", frame.remaining - 12)
    while !pairs.isAtEnd {
      var pair = pairs.group("pair")
      let key = pair.text("key", to: UInt8(ascii: "="))
      let value = pair.textRest("value")
      if value.count > 0 { set(vehicleValue: key, value, &reports) }
    }
    try satellites(&frame, &reports)
    try coordinates(&frame, &reports)
    try speed(&frame, &reports)
    try flags(&frame, &reports, hasIgnition: false)
    reports.current.fixTime = time
  }

  private static func set(
    vehicleValue key: Span<UInt8>, _ value: Span<UInt8>, _ reports: inout Reports
  ) {
    // The third digit of a key is its unit, which the first two imply.
    guard key.count == 3, let id = TextNumber.hexadecimal(key.extracting(0..<2)) else { return }
    if id == 0x4A {
      reports.set(.vin, text: value)
    } else if let key = vehicleKeys[id], let number = TextNumber.hexadecimal(value) {
      reports.set(key, Double(number) / 100)
    }
  }

  private static let vehicleKeys: [UInt64: AttributeKey] = [
    0x28: .odometer, 0x2B: .fuel, 0x2D: .coolantTemp, 0x35: .obdSpeed, 0x36: .rpm,
    0x47: .fuelUsed, 0x49: .engineHours,
  ]
}

import Telemetry
import Wire

/// Xexun's text protocol of the TK102 and its clones: the RMC sentence of the receiver without its
/// `$`, and `imei:` with the identifier behind it; fuller lines have two fields in front and a
/// tail.
///
/// Source: fact sheet on the vendor's texts and recorded traffic.
struct Xexun: TrackerProtocol {
  /// A conversation that has just begun; the protocol has no state.
  init() {}

  /// Full lines have some 180 characters.
  static let longestFrame = 768

  static let comma = UInt8(ascii: ",")
  private static let star = UInt8(ascii: "*")

  mutating func decode(
    _ frame: inout FieldReader, _ context: DecodeContext, into reports: inout Reports
  ) throws(DecodeError) {
    let whole = frame.frame
    var end = whole.count
    while end > 0, whole[end - 1] <= 0x20 { end -= 1 }
    var blanks = try frame.trailer("end", whole.count - end)
    blanks.skipRest("end")
    reports.begin()
    if frame.peek() != UInt8(ascii: "G") { Self.lead(&frame, &reports) }
    let hasPlace = frame.text("sentence").count > 0
    if hasPlace { try Self.sentence(&frame, context, &reports) }
    let isEvent = try Self.behindSentence(&frame, &reports)
    Self.tail(&frame, &reports)
    frame.skipRest("further fields")
    // Without a sentence only an event is worth a record.
    if !hasPlace, !isEvent { reports.discardCurrent() }
  }

  /// Reads the two fields in front of the sentence: local time, and a phone number or the name of
  /// the operator.
  private static func lead(_ frame: inout FieldReader, _ reports: inout Reports) {
    let serial = frame.text("serial number")
    // Of the local time in it the last digit alone is known as the serial number.
    let last = serial.extracting(droppingFirst: max(0, serial.count - 1))
    if serial.count > 0 { reports.set("serial", text: last) }
    let number = frame.text("phone or operator")
    if number.count > 0 { reports.set("number", text: number) }
  }

  // MARK: Sentence

  private static func sentence(
    _ frame: inout FieldReader, _ context: DecodeContext, _ reports: inout Reports
  ) throws(DecodeError) {
    let clock = try time(&frame)
    let start = frame.offset
    let fix = frame.text("fix")
    guard fix.equals("A") || fix.equals("V") else {
      throw DecodeError(.invalid, field: "fix", at: start)
    }
    let latitude = try angle("latitude", &frame, ("N", "S"), limit: 90)
    let longitude = try angle("longitude", &frame, ("E", "W"), limit: 180)
    let speed = try frame.decimal("speed") ?? 0
    frame.note("\(speed) kn")
    let course = try frame.decimal("course") ?? 0
    let moment = try frame.date("date", at: clock, by: context.settings.clock)
    if let moment { frame.note(moment.brief) }
    reports.current.setTime(moment)
    reports.current.hasLocation = true
    reports.current.location = Location(
      latitude: latitude, longitude: longitude, speed: speed, course: course,
      isValid: fix.equals("A"))
    var isBehindChecksum = false
    while !frame.isAtEnd, !isBehindChecksum {
      isBehindChecksum = frame.text("variation, mode, checksum").firstIndex(of: star) != nil
    }
  }

  /// Reads `hhmmss.sss`; some units without a fix send the decimals only.
  private static func time(_ frame: inout FieldReader) throws(DecodeError) -> Int64? {
    if frame.peek() == UInt8(ascii: ".") {
      frame.skipText("time")
      return 0
    }
    return try frame.timeOfDay("time")
  }

  /// Reads an angle and its letter, which is the first of the two if it lacks.
  private static func angle(
    _ name: String, _ frame: inout FieldReader, _ letters: (positive: String, negative: String),
    limit: Double
  ) throws(DecodeError) -> Double {
    let start = frame.offset
    let degrees = DegreesAndMinutes.degrees(frame.text(name))
    if let degrees { frame.note(degrees: degrees) }
    let letter = frame.text("hemisphere")
    guard let degrees, degrees <= limit,
      letter.count == 0 || letter.equals(letters.positive) || letter.equals(letters.negative)
    else { throw DecodeError(.invalid, field: name, at: start) }
    return letter.equals(letters.negative) && degrees != 0 ? -degrees : degrees
  }

  // MARK: Behind the sentence

  /// Reads signal, an alarm, and the identifier.
  ///
  /// - Returns: whether there was an event.
  private static func behindSentence(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) -> Bool {
    let signal = frame.text("signal").trimmed
    if signal.count > 0 { reports.set("signal", text: signal) }
    var isEvent = false
    if !frame.next(to: comma, { $0.trimmed.starts(with: XexunRecord.mark) }) {
      isEvent = event(frame.text("alarm").trimmed, &reports)
    }
    while frame.peek() == 0x20 { try frame.skip("blank", 1) }
    try frame.expect("mark", XexunRecord.mark)
    let start = frame.offset
    let identifier = frame.text("identifier")
    guard (10...17).contains(identifier.count), identifier.isDigits else {
      throw DecodeError(.invalid, field: "identifier", at: start)
    }
    reports.identifier = identifier.string
    return isEvent
  }

  private static func event(_ text: Span<UInt8>, _ reports: inout Reports) -> Bool {
    guard text.count > 0 else { return false }
    func says(_ words: String...) -> Bool {
      words.contains { word in
        word.utf8.count == text.count
          && zip(word.utf8, text.indices).allSatisfy { $0 == text[$1] | 0x20 }
      }
    }
    if says("help me", "help me!") {
      reports.raise(.sos)
    } else if says("low battery") {
      reports.raise(.lowBattery)
    } else if says("move!", "moved!") {
      reports.raise(.movement)
    } else if says("acc on", "accstart") {
      reports.set(.ignition, true)
    } else if says("acc off", "accstop") {
      reports.set(.ignition, false)
    } else {
      return false
    }
    return true
  }

  /// Reads satellites, altitude and `F:4.28V`, if all three are there.
  private static func tail(_ frame: inout FieldReader, _ reports: inout Reports) {
    var ahead = frame.lookahead()
    let satellites = TextNumber.digits(ahead.text("satellites"))
    let height = ahead.text("altitude")
    let altitude = height.count == 0 ? 0 : TextNumber.decimal(height)
    let text = ahead.text("voltage")
    let end = text.firstIndex(of: UInt8(ascii: "V")) ?? 0
    guard let satellites, let altitude, end > 3, text[1] == UInt8(ascii: ":"),
      let volts = TextNumber.decimal(text.extracting(2..<end))
    else { return }
    frame.skipText("satellites")
    reports.set(.satellites, satellites)
    frame.skipText("altitude")
    reports.current.location.altitude = altitude
    frame.skipText("voltage")
    reports.set(.power, volts)
    for name in ["charging", "length", "checksum", "mobile country code", "mobile network code"] {
      frame.skipText(name)
    }
    frame.skipText("location area code")
    frame.skipText("cell")
  }

  // MARK: Commands

  static func encode(
    _ command: Command, _ context: CommandContext, into frame: inout [UInt8]
  ) throws(CommandError) {
    let password = try context.password(usual: "123456")
    switch command.type {
    case .engineStop: frame.append(contentsOf: "powercar\(password) 11".utf8)
    case .engineResume: frame.append(contentsOf: "powercar\(password) 00".utf8)
    default: throw .unsupported(command.type)
    }
  }
}

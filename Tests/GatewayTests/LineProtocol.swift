import Telemetry
import TrackerProtocols
import Wire

/// A protocol of the tests: lines such as `@P,7` that end with a line feed.
///
/// `@L,<identifier>` logs in, `@P,<n>` is a record of the device that logged in, `@I,<id>,<n>` one
/// that names its device, `@M,<id>,<seconds>,<latitude>,<longitude>` one with a place, `@T,<n>` has
/// two answers, `@Q,<n>` a short one, `@N,<n>` so many records. `@P` doubles its number for the
/// model `double`.
struct LineProtocol: TrackerProtocol {
  static let about = About(
    name: "testline", title: "Lines", transports: [.tcp, .udp], firstBytes: [UInt8(ascii: "@")],
    longestFrame: 256, identifiesEveryMessage: false, commands: [], relatives: ["testcolon"],
    sources: [], models: "", notes: "", examples: "")

  static let letters = Array("LPIMTQN".utf8)
  static let separator = UInt8(ascii: ",")

  /// Frames since the beginning, to see that the state is put back where a frame is read twice.
  var count = 0

  static func recognise(_ bytes: Span<UInt8>, _ stream: StreamState) -> Recognition {
    recogniseLine(bytes, letters, separator)
  }

  static func recogniseLine(
    _ bytes: Span<UInt8>, _ letters: [UInt8], _ separator: UInt8
  ) -> Recognition {
    if bytes.count >= 2, !letters.contains(bytes[1]) {
      return .no(at: 1, expected: "a kind of line")
    }
    if bytes.count >= 3, bytes[2] != separator { return .no(at: 2, expected: "a separator") }
    for index in bytes.indices where bytes[index] == 10 {
      return .yes([.sync, .keyword, .grammar], frame: index + 1)
    }
    return .more(bytes.count + 1)
  }

  mutating func nextFrame(in bytes: Span<UInt8>, _ stream: StreamState) -> FrameStep {
    Self.nextLine(bytes)
  }

  static func nextLine(_ bytes: Span<UInt8>) -> FrameStep {
    var start = 0
    while start < bytes.count, bytes[start] != UInt8(ascii: "@") { start += 1 }
    if start > 0 { return .skip(start) }
    for index in bytes.indices where bytes[index] == 10 { return .frame(index + 1) }
    return .needMore(bytes.count + 1)
  }

  mutating func decode(
    _ frame: inout FieldReader, _ context: DecodeContext, into reports: inout Reports
  ) throws(DecodeError) {
    count += 1
    let fields = try Self.fields(&frame, Self.separator)
    switch (fields[0], fields.count) {
    case ("L", 2):
      reports.identifier = fields[1]
      Self.answer("OK", &reports)
    case ("P", 2):
      let factor = context.settings.model == "double" ? 2 : 1
      try Self.record(fields[1], factor, &reports)
      reports.set(.index, count)
      Self.answer("P\(fields[1])", &reports)
    case ("I", 3):
      reports.identifier = fields[1]
      try Self.record(fields[2], context.settings.model == "double" ? 2 : 1, &reports)
      reports.set(.index, count)
      Self.answer("I\(fields[2])", &reports)
    case ("M", 5):
      try Self.place(fields, &reports)
    case ("Q", 2):
      try Self.record(fields[1], 1, &reports)
      Self.answer("Q", &reports)
    case ("N", 2):
      for number in 0..<(Int(fields[1]) ?? 0) { try Self.record("\(number)", 1, &reports) }
      Self.answer("N\(fields[1])", &reports)
    case ("T", 2):
      Self.answer("T\(fields[1])a", &reports)
      Self.answer("T\(fields[1])b", &reports)
    default: throw DecodeError(.unsupported, field: "kind", at: 1)
    }
  }

  static func fields(
    _ frame: inout FieldReader, _ separator: UInt8
  ) throws(DecodeError) -> [String] {
    var text = ""
    let bytes = try frame.bytes("line", frame.remaining)
    for index in 1..<max(bytes.count - 1, 1) {
      text.unicodeScalars.append(Unicode.Scalar(bytes[index]))
    }
    let fields = text.utf8.split(separator: separator).map { String(decoding: $0, as: UTF8.self) }
    guard !fields.isEmpty else { throw DecodeError(.invalid, field: "kind", at: 1) }
    return fields
  }

  static func record(
    _ number: String, _ factor: Int, _ reports: inout Reports
  ) throws(DecodeError) {
    guard let value = Int(number) else { throw DecodeError(.invalid, field: "number", at: 3) }
    reports.begin()
    reports.set(.event, value * factor)
  }

  private static func place(_ fields: [String], _ reports: inout Reports) throws(DecodeError) {
    guard let seconds = Int64(fields[2]), let latitude = Double(fields[3]),
      let longitude = Double(fields[4])
    else { throw DecodeError(.invalid, field: "place", at: 3) }
    reports.identifier = fields[1]
    reports.begin()
    reports.current.setTime(Timestamp(seconds: seconds))
    reports.current.hasLocation = true
    reports.current.location = Location(latitude: latitude, longitude: longitude, isValid: true)
    answer("M\(fields[2])", &reports)
  }

  static func answer(_ text: String, _ reports: inout Reports) {
    reports.reply { $0.append(contentsOf: (text + "\n").utf8) }
  }
}

/// A protocol whose lines look like those of ``LineProtocol`` to its framing: `@C:<id>:<n>`.
struct ColonProtocol: TrackerProtocol {
  static let about = About(
    name: "testcolon", title: "Lines with colons", transports: [.tcp, .udp],
    firstBytes: [UInt8(ascii: "@")], longestFrame: 256, identifiesEveryMessage: true,
    commands: [], relatives: ["testline"], sources: [], models: "", notes: "", examples: "")

  static func recognise(_ bytes: Span<UInt8>, _ stream: StreamState) -> Recognition {
    LineProtocol.recogniseLine(bytes, [UInt8(ascii: "C")], UInt8(ascii: ":"))
  }

  mutating func nextFrame(in bytes: Span<UInt8>, _ stream: StreamState) -> FrameStep {
    LineProtocol.nextLine(bytes)
  }

  mutating func decode(
    _ frame: inout FieldReader, _ context: DecodeContext, into reports: inout Reports
  ) throws(DecodeError) {
    let fields = try LineProtocol.fields(&frame, UInt8(ascii: ":"))
    guard fields[0] == "C", fields.count == 3 else {
      throw DecodeError(.unsupported, field: "kind", at: 1)
    }
    reports.identifier = fields[1]
    try LineProtocol.record(fields[2], 1, &reports)
    LineProtocol.answer("C\(fields[2])", &reports)
  }
}

/// A protocol without length or end: `~`, five digits of an identifier, and what follows until the
/// sender pauses.
struct PauseProtocol: TrackerProtocol {
  static let about = About(
    name: "testpause", title: "Blocks without an end", transports: [.tcp, .udp],
    firstBytes: [UInt8(ascii: "~")], longestFrame: 64, identifiesEveryMessage: true,
    commands: [], sources: [], models: "", notes: "", examples: "")

  static func recognise(_ bytes: Span<UInt8>, _ stream: StreamState) -> Recognition {
    for index in 1..<6 where index < bytes.count {
      if !(48...57).contains(bytes[index]) { return .no(at: index, expected: "a digit") }
    }
    guard bytes.count >= 6, stream.edge != .open else { return .more(bytes.count + 1) }
    return .yes([.sync, .grammar], frame: bytes.count)
  }

  mutating func nextFrame(in bytes: Span<UInt8>, _ stream: StreamState) -> FrameStep {
    if bytes[0] != UInt8(ascii: "~") { return .skip(1) }
    return stream.edge == .open ? .waitForPause : .frame(bytes.count)
  }

  mutating func decode(
    _ frame: inout FieldReader, _ context: DecodeContext, into reports: inout Reports
  ) throws(DecodeError) {
    try frame.expect("start", "~")
    let digits = try frame.bytes("identifier", 5)
    var identifier = ""
    for index in digits.indices { identifier.unicodeScalars.append(Unicode.Scalar(digits[index])) }
    reports.identifier = identifier
    reports.begin()
    reports.set(.index, frame.remaining)
    frame.skipRest("rest")
    LineProtocol.answer("~\(identifier)", &reports)
  }
}

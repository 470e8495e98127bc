import Telemetry
import Wire

/// Wialon IPS: lines `#type#fields` with semicolons between the fields; a login over TCP, the
/// identifier in front of each line over UDP.
///
/// Source: fact sheet on versions 1.1 to 2.1 and recorded traffic.
struct Wialon: TrackerProtocol {
  /// A conversation that has just begun; the protocol has no state but the login.
  init() {}

  /// A black box has thousands of characters.
  static let longestFrame = 32_768

  static let semicolon = UInt8(ascii: ";")
  private static let bar = UInt8(ascii: "|")
  private static let lineFeed: UInt8 = 10
  private static let carriageReturn: UInt8 = 13

  // MARK: Recognition

  /// Types that are known; those of the second line carry nothing that is stored.
  private static let types = [
    "D", "SD", "L", "P", "B", "M",
    "I", "QI", "T", "QT", "IT", "US", "UC", "V",
  ]

  static func recognise(_ bytes: Span<UInt8>, _ stream: StreamState) -> Recognition {
    let header: WialonHeader
    switch WialonHeader.read(bytes, isStranger: true) {
    case .no(let offset, let expected): return .no(at: offset, expected: expected)
    case .more(let count): return .more(count)
    case .header(let found): header = found
    }
    let type = bytes.extracting(header.type)
    guard types.contains(where: { type.equals($0) }) else {
      return .no(at: header.type.lowerBound, expected: "a type of this protocol")
    }
    let feed = bytes.firstIndex(of: lineFeed, from: header.textStart, limit: longestFrame)
    guard let count = feed.map({ $0 + 1 }) ?? (stream.transport == .udp ? bytes.count : nil) else {
      return .more(bytes.count + 1)
    }
    let line = bytes.extracting(0..<count)
    var proofs: Proofs = [.sync, .keyword]
    if feed != nil { proofs.insert(.terminator) }
    if canDecode(line) {
      proofs.insert(.grammar)
      if feed != nil, provesItself(line, header) { proofs.insert(.checksum) }
    } else if !header.identifier.isEmpty {
      return .no(at: header.textStart, expected: "fields of this protocol behind an identifier")
    }
    return .yes(proofs, frame: count)
  }

  /// Whether the checksum holds and stands for the whole line: it does not cover an identifier in
  /// front, nor the type, of which that of a login is one bit away from others.
  private static func provesItself(_ line: Span<UInt8>, _ header: WialonHeader) -> Bool {
    let type = line.extracting(header.type)
    guard header.identifier.isEmpty, type.equals("D") || type.equals("SD") || type.equals("B")
    else {
      return false
    }
    let end = endOfText(line)
    guard header.textStart <= end else { return false }
    return checksumHolds(line, header, end) == true
  }

  // MARK: Framing

  mutating func nextFrame(in bytes: Span<UInt8>, _ stream: StreamState) -> FrameStep {
    if let feed = bytes.firstIndex(of: Self.lineFeed, limit: Self.longestFrame) {
      let line = bytes.extracting(0..<feed + 1)
      if case .header = WialonHeader.read(line, isStranger: false) { return .frame(feed + 1) }
      return .skip(Self.distanceToLine(line))
    }
    if stream.transport == .udp, bytes.count <= Self.longestFrame,
      case .header = WialonHeader.read(bytes, isStranger: false)
    {
      return .frame(bytes.count)
    }
    return bytes.count < Self.longestFrame && stream.edge != .ended
      ? .needMore(bytes.count + 1) : .skip(bytes.count)
  }

  /// How far it is to the next line: bytes of a file, which are not read, may stand in front of it
  /// without a line end between.
  private static func distanceToLine(_ line: Span<UInt8>) -> Int {
    var index = 1
    while let mark = line.firstIndex(of: UInt8(ascii: "#"), from: index, limit: line.count) {
      let rest = line.extracting(droppingFirst: mark)
      if case .header(let header) = WialonHeader.read(rest, isStranger: false),
        types.contains(where: { rest.extracting(header.type).equals($0) })
      {
        return mark
      }
      index = mark + 1
    }
    return line.count
  }

  /// Where the text ends that stands in front of the line's end.
  private static func endOfText(_ line: Span<UInt8>) -> Int {
    var end = line.count
    if end > 0, line[end - 1] == lineFeed { end -= 1 }
    if end > 0, line[end - 1] == carriageReturn { end -= 1 }
    return end
  }

  // MARK: Decoding

  mutating func decode(
    _ frame: inout FieldReader, _ context: DecodeContext, into reports: inout Reports
  ) throws(DecodeError) {
    let line = frame.frame
    guard case .header(let header) = WialonHeader.read(line, isStranger: false) else {
      throw DecodeError(.invalid, field: "type", at: 0)
    }
    let end = Self.endOfText(line)
    guard header.textStart <= end else { throw DecodeError(.invalid, field: "type", at: 0) }
    if end < line.count {
      var lineEnd = try frame.trailer("line end", line.count - end)
      lineEnd.skipRest("line end")
    }
    if header.hasVersion { frame.skipText("version", to: Self.semicolon) }
    if header.identifier.isEmpty {
      try frame.skip("start", 1)
    } else {
      reports.identifier = frame.text("identifier", to: UInt8(ascii: "#")).string
    }
    let type = frame.text("type", to: UInt8(ascii: "#"))
    if type.equals("D") || type.equals("SD") {
      try Self.record(&frame, &reports)
      Self.checksum(&frame, header, &reports)
      Self.answer("#AD#1\r\n", &reports)
    } else if type.equals("B") {
      try Self.blackBox(&frame, header, &reports)
    } else if type.equals("L") {
      try Self.login(&frame, header, &reports)
      Self.answer("#AL#1\r\n", &reports)
    } else if type.equals("P") {
      frame.skipRest("further fields")
      Self.answer("#AP#\r\n", &reports)
    } else if type.equals("M") {
      reports.begin()
      reports.set(.result, text: frame.textRest("message"))
      Self.answer("#AM#1\r\n", &reports)
    } else if Self.types.contains(where: { type.equals($0) }) {
      frame.skipRest("file or request, not stored")
    } else {
      throw DecodeError(.unsupported, field: "type", at: header.type.lowerBound)
    }
  }

  /// Reads a login: identifier and password, in newer versions a version in front and a checksum.
  private static func login(
    _ frame: inout FieldReader, _ header: WialonHeader, _ reports: inout Reports
  ) throws(DecodeError) {
    var ahead = frame.lookahead()
    let hasVersion = ahead.text("ahead", to: semicolon).firstIndex(of: UInt8(ascii: ".")) != nil
    if hasVersion { frame.skipText("version", to: semicolon) }
    let start = frame.offset
    guard let identifier = frame.text("identifier", to: semicolon).asciiString,
      (1...64).contains(identifier.utf8.count)
    else { throw DecodeError(.invalid, field: "identifier", at: start) }
    reports.identifier = identifier
    frame.skipText("password", to: semicolon)
    checksum(&frame, header, &reports)
  }

  /// Reads the stored records of a unit that was out of reach, with bars between them.
  ///
  /// A record that cannot be read costs no other: without the answer the unit would send all of
  /// them for ever.
  private static func blackBox(
    _ frame: inout FieldReader, _ header: WialonHeader, _ reports: inout Reports
  ) throws(DecodeError) {
    var pieces = 0
    var empty = 0
    var broken: DecodeError?
    while !frame.isAtEnd {
      guard frame.distance(to: bar) > 0 else {
        try frame.skip("separator", 1)
        empty &+= 1
        continue
      }
      pieces &+= 1 &+ empty
      empty = 0
      if frame.distance(to: semicolon) >= frame.distance(to: bar), pieces > 1 {
        checksum(&frame, header, &reports)
        continue
      }
      var record = frame.group("record", to: bar)
      do throws(DecodeError) {
        try Self.record(&record, &reports)
        reports.set(.archive, true)
        record.skipRest("further fields")
      } catch {
        reports.discardCurrent()
        record.abandon("record", after: error)
        broken = broken ?? error
      }
    }
    if let broken, reports.recordCount == 0 { throw broken }
    reports.reply { $0.append(contentsOf: "#AB#\(pieces)\r\n".utf8) }
  }

  private static func answer(_ text: String, _ reports: inout Reports) {
    reports.reply { $0.append(contentsOf: text.utf8) }
  }

  // MARK: Checksum

  /// Reads what stands behind the fields: the last of it is a checksum, from version 2.0 on.
  private static func checksum(
    _ frame: inout FieldReader, _ header: WialonHeader, _ reports: inout Reports
  ) {
    while !frame.isAtEnd {
      guard frame.distance(to: semicolon) == frame.remaining else {
        frame.skipText("further field", to: semicolon)
        continue
      }
      let holds = checksumHolds(frame.frame, header, frame.end)
      frame.skipText(holds == nil ? "further field" : "checksum", to: bar)
      guard let holds else { continue }
      frame.note(holds ? "holds" : "does not hold")
      if !holds { reports.checksumFailed = true }
    }
  }

  /// Whether the checksum at the end of a line holds; nil if none stands there.
  private static func checksumHolds(
    _ line: Span<UInt8>, _ header: WialonHeader, _ end: Int
  ) -> Bool? {
    guard header.textStart <= end else { return nil }
    let text = line.extracting(header.textStart..<end)
    guard let start = checksumStart(text, line.extracting(header.type)) else { return nil }
    let written = text.extracting(droppingFirst: start)
    let digits = written.starts(with: "0x") ? written.extracting(droppingFirst: 2) : written
    guard digits.count <= 4, let claimed = TextNumber.hexadecimal(digits) else { return nil }
    return claimed == UInt64(Checksum.arc(text.extracting(0..<start)))
  }

  /// Where a checksum stands in a text: behind all fields that the type has, or alone behind the
  /// records of a black box; nil if the text has none.
  private static func checksumStart(_ text: Span<UInt8>, _ type: Span<UInt8>) -> Int? {
    let isBlackBox = type.equals("B")
    let separators = count(of: semicolon, in: text)
    if type.equals("L") {
      let first = text.firstIndex(of: semicolon) ?? 0
      guard separators >= 3, text.extracting(0..<first).firstIndex(of: UInt8(ascii: ".")) != nil
      else { return nil }
    } else if !isBlackBox, separators != shortCount, separators < longCount {
      return nil
    }
    var start = text.count
    while start > 0, text[start - 1] != semicolon, text[start - 1] != bar { start -= 1 }
    guard start > 0, !isBlackBox || text[start - 1] == bar else { return nil }
    return start
  }

  static func count(of byte: UInt8, in text: Span<UInt8>) -> Int {
    var count = 0
    for index in text.indices where text[index] == byte { count &+= 1 }
    return count
  }

  // MARK: Repair

  static func reseal(_ frame: inout [UInt8]) {
    guard case .header(let header) = WialonHeader.read(frame.span, isStranger: false) else {
      return
    }
    let end = endOfText(frame.span)
    guard checksumHolds(frame.span, header, end) == false,
      let last = frame[..<end].lastIndex(where: { $0 == semicolon || $0 == bar })
    else { return }
    let sum = Checksum.arc(frame.span.extracting(header.textStart..<last + 1))
    frame.replaceSubrange(last + 1..<end, with: String(sum, radix: 16, uppercase: true).utf8)
  }
}

import Telemetry
import Wire

/// The protocol of children's and senior watches on the SeTracker platform, and of TK-Star:
/// `[3G*identifier*length*content]`, text with pictures and sound in it.
///
/// Source: fact sheet on the vendors' texts and recorded traffic.
struct Watch: TrackerProtocol {

  /// A conversation that has just begun.
  init() {}

  /// A length of four digits, every byte of it escaped, and room for the header.
  static let longestFrame = 2 * 0xFFFF + 64
  static let separator = UInt8(ascii: "*")

  static func recognise(_ bytes: Span<UInt8>, _ stream: StreamState) -> Recognition {
    let header: WatchHeader
    switch WatchHeader.read(bytes) {
    case .no(let offset, let expected): return .no(at: offset, expected: expected)
    case .more(let count): return .more(count)
    case .header(let found): header = found
    }
    var index = header.contentStart
    while index < bytes.count, isWord(bytes[index]) { index += 1 }
    guard index < bytes.count else { return .more(bytes.count + 1) }
    let isEnd = bytes[index] == UInt8(ascii: ",") || bytes[index] == UInt8(ascii: "]")
    guard index > header.contentStart, isEnd else {
      return .no(at: index, expected: "a type of letters, digits and '_'")
    }
    guard case .frame(let count) = step(bytes, header, stream) else {
      return .more(bytes.count + 1)
    }
    var proofs: Proofs = [.sync, .terminator]
    let content = bytes.extracting(header.contentStart..<count - 1)
    if WatchEscapes.plainCount(content) == header.length { proofs.insert(.length) }
    let type = bytes.extracting(header.contentStart..<index)
    if Kind(type.asciiString ?? "") != nil { proofs.insert(.keyword) }
    if canDecode(bytes.extracting(0..<count)) { proofs.insert(.grammar) }
    return .yes(proofs, frame: count)
  }

  mutating func nextFrame(in bytes: Span<UInt8>, _ stream: StreamState) -> FrameStep {
    switch WatchHeader.read(bytes) {
    case .no: return .skip(bytes.firstIndex(of: UInt8(ascii: "["), from: 1) ?? bytes.count)
    case .more(let count): return .needMore(count)
    case .header(let header): return Self.step(bytes, header, stream)
    }
  }

  /// Looks for the `]` that closes the frame. The length is no help, because whole series of
  /// units have it wrong.
  private static func step(
    _ bytes: Span<UInt8>, _ header: WatchHeader, _ stream: StreamState
  ) -> FrameStep {
    var depth = 0
    var index = 0
    let limit = min(bytes.count, longestFrame)
    while index < limit {
      if bytes[index] == UInt8(ascii: "[") {
        // A name of a network with a lone '[' would swallow what follows, if not for this.
        if depth > 0, bytes[index - 1] == UInt8(ascii: "]"),
          case .header = WatchHeader.read(bytes.extracting(droppingFirst: index))
        {
          return .frame(index)
        }
        depth += 1
      } else if bytes[index] == UInt8(ascii: "]") {
        depth -= 1
        if depth == 0 { return .frame(index + 1) }
      }
      index += 1
    }
    guard bytes.count < longestFrame else {
      return .skip(bytes.firstIndex(of: UInt8(ascii: "["), from: 1) ?? bytes.count)
    }
    // With a lone '[' in it the frame may be whole all the same, if all of its length is there.
    guard bytes[bytes.count - 1] == UInt8(ascii: "]"),
      bytes.count - header.contentStart > header.length
    else { return .needMore(bytes.count + 1) }
    return stream.edge == .open ? .waitForPause : .frame(bytes.count)
  }

  mutating func decode(
    _ frame: inout FieldReader, _ context: DecodeContext, into reports: inout Reports
  ) throws(DecodeError) {
    guard case .header(let header) = WatchHeader.read(frame.frame) else {
      throw DecodeError(.invalid, field: "header", at: 0)
    }
    var end = try frame.trailer("end", 1)
    try end.expect("end", "]")
    try frame.expect("start", "[")
    frame.skipText("maker", to: Self.separator)
    reports.identifier = frame.text("identifier", to: Self.separator).string
    if header.hasIndex { frame.skipText("index", to: Self.separator) }
    let length = try frame.hexadecimal("length", count: 4)
    try frame.skip("separator", 1)
    if frame.isTraced {
      let count = WatchEscapes.plainCount(frame.frame.extracting(frame.offset..<frame.end))
      if length != UInt64(count) { frame.note("the content has \(count) bytes") }
    }
    let start = frame.offset
    guard let type = frame.text("type").asciiString else {
      throw DecodeError(.invalid, field: "type", at: start)
    }
    guard let kind = Kind(type) else {
      // Answers to commands, and notices.
      frame.skipRest("fields")
      return
    }
    try read(kind, &frame, context, &reports)
    frame.skipRest("further fields")
    if let text = kind.answer(to: type) {
      let address = frame.frame.extracting(0..<header.lengthStart)
      reports.reply { answer in
        for index in address.indices { answer.append(address[index]) }
        Self.append(content: text.utf8, to: &answer)
      }
    }
  }

  /// Appends length, content and the closing bracket.
  static func append(content: some Collection<UInt8>, to frame: inout [UInt8]) {
    let digits = String(content.count, radix: 16)
    frame.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: max(0, 4 - digits.utf8.count)))
    frame.append(contentsOf: digits.utf8)
    frame.append(separator)
    frame.append(contentsOf: content)
    frame.append(UInt8(ascii: "]"))
  }

  static func reseal(_ frame: inout [UInt8]) {
    guard case .header(let header) = WatchHeader.read(frame.span),
      header.contentStart < frame.count
    else { return }
    let range = header.contentStart..<frame.count - 1
    let count = WatchEscapes.plainCount(frame.span.extracting(range))
    // Both cases of digits occur: what is right stays as it is.
    guard count != header.length, count <= 0xFFFF else { return }
    let digits = String(count, radix: 16)
    let padded = String(repeating: "0", count: 4 - digits.utf8.count) + digits
    frame.replaceSubrange(header.lengthStart..<header.lengthStart + 4, with: padded.utf8)
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    (65...90).contains(byte & 0xDF) || TextNumber.digit(byte) != nil || byte == UInt8(ascii: "_")
  }
}

import Telemetry
import Wire

/// iStartek's text protocol: `&&`, a packet character, the length, and fields with commas up to a
/// sum of all bytes.
///
/// Source: fact sheet on the "iStartek GPS Tracker Communication Protocol" (V1.0 to V2.2) and
/// recorded traffic.
struct Startek: TrackerProtocol {
  /// A conversation that has just begun; the protocol has no state.
  init() {}

  /// `&&` 1, packet character 1, at most 4 digits and a comma; the counted part; sum 2, CR LF 2.
  static let longestFrame = 8 + 9_999 + 4

  static func recognise(_ bytes: Span<UInt8>, _ stream: StreamState) -> Recognition {
    switch StartekHeader.read(bytes) {
    case .no(let offset, let expected): return .no(at: offset, expected: expected)
    case .more(let count): return .more(count)
    case .header(let header):
      guard bytes.count >= header.comma + 17 else { return .more(header.comma + 17) }
      // The identifier is an IMEI in all frames seen; other makers' frames fail here at once.
      for index in header.comma + 1...header.comma + 15
      where TextNumber.digit(bytes[index]) == nil {
        return .no(at: index, expected: "a digit of a 15-digit identifier")
      }
      guard bytes[header.comma + 16] == UInt8(ascii: ",") else {
        return .no(at: header.comma + 16, expected: "a comma behind a 15-digit identifier")
      }
      if bytes.count < header.total, stream.edge == .open { return .more(header.total) }
      guard bytes.count >= header.total, header.endsWithLineBreak(bytes) else {
        return wrongLength(bytes, header, stream)
      }
      var proofs: Proofs = [.sync, .length, .terminator, .keyword]
      if header.sumHolds(bytes) { proofs.insert(.checksum) }
      return .yes(proofs, frame: header.total)
    }
  }

  /// A wrong length alone is no reason to refuse, because nothing else begins like this; but then
  /// the line must have come to its end.
  private static func wrongLength(
    _ bytes: Span<UInt8>, _ header: StartekHeader, _ stream: StreamState
  ) -> Recognition {
    if let end = endOfLine(bytes, from: header.comma) {
      return .yes([.sync, .terminator, .keyword, .grammar], frame: end)
    }
    return stream.edge == .open && bytes.count < longestFrame
      ? .more(bytes.count + 1)
      : .no(at: min(header.total, bytes.count), expected: "CR LF where the length field says")
  }

  mutating func nextFrame(in bytes: Span<UInt8>, _ stream: StreamState) -> FrameStep {
    switch StartekHeader.read(bytes) {
    case .no: return .skip(Self.distanceToHeader(bytes))
    case .more(let count): return .needMore(count)
    case .header(let header):
      if bytes.count < header.total {
        guard stream.edge != .open else { return .needMore(header.total) }
      } else if header.endsWithLineBreak(bytes) {
        return .frame(header.total)
      }
      // A wrong length: the frame ends at the line break that another frame follows.
      if let end = Self.endOfLine(bytes, from: header.comma) { return .frame(end) }
      return stream.edge == .open && bytes.count < Self.longestFrame
        ? .needMore(bytes.count + 1) : .skip(Self.distanceToHeader(bytes))
    }
  }

  mutating func decode(
    _ frame: inout FieldReader, _ context: DecodeContext, into reports: inout Reports
  ) throws(DecodeError) {
    var end = try frame.trailer("end", 2)
    try end.expect("end", "\r\n")
    var trailer = try frame.trailer("checksum", 2)
    let sum = Checksum.sum8(frame.frame.extracting(0..<frame.end))
    let claimed = try trailer.hexadecimal("checksum", count: 2)
    trailer.note(claimed == UInt64(sum) ? "holds" : "should be \(sum)")
    reports.checksumFailed = claimed != UInt64(sum)

    try frame.expect("start", "&&")
    let packet = try frame.u8("packet character")
    _ = try frame.integer("length")
    let identifier = frame.text("identifier")
    guard identifier.isDigits, let imei = identifier.asciiString else {
      throw DecodeError(.invalid, field: "identifier", at: frame.offset)
    }
    reports.identifier = imei
    let command = frame.text("command")
    if command.equals("000") {
      try Self.position(&frame, &reports)
    } else if command.equals("010") {
      try Self.position(&frame, &reports)
      Self.confirm(packet, imei, "010,1", &reports)
    } else if command.equals("020") {
      // The compressed layout is not public: the bytes are kept and confirmed.
      frame.skipRest("compressed positions")
      reports.begin()
      reports.set(.type, text: command)
      Self.confirm(packet, imei, "020,1", &reports)
    } else if command.equals("710") {
      try Self.serialData(&frame, &reports)
    } else {
      reports.begin()
      reports.set(.type, text: command)
      reports.set(.result, text: frame.textRest("answer"))
    }
  }

  static func confirm(
    _ packet: UInt8, _ imei: String, _ content: String, _ reports: inout Reports
  ) {
    reports.reply { frame in
      write(imei.utf8.count + 1 + content.utf8.count, packet, to: &frame) { frame in
        frame.append(contentsOf: imei.utf8)
        frame.append(UInt8(ascii: ","))
        frame.append(contentsOf: content.utf8)
      }
    }
  }

  /// Appends a frame from the server: `$$`, packet character, length, content, sum, CR LF.
  ///
  /// - Parameter count: the bytes that the closure appends.
  static func write(
    _ count: Int, _ packet: UInt8, to frame: inout [UInt8], content: (inout [UInt8]) -> Void
  ) {
    let start = frame.count
    frame.append(UInt8(ascii: "$"))
    frame.append(UInt8(ascii: "$"))
    frame.append(packet)
    // The length counts from its own comma to the last byte before the sum.
    frame.append(digits: count + 1, count: digitCount(count + 1))
    frame.append(UInt8(ascii: ","))
    content(&frame)
    let sum = Checksum.sum8(frame.span.extracting(start..<frame.count))
    frame.append(upperHexadecimal(sum >> 4))
    frame.append(upperHexadecimal(sum & 15))
    frame.append(13)
    frame.append(10)
  }

  private static func digitCount(_ number: Int) -> Int {
    number < 10 ? 1 : number < 100 ? 2 : number < 1_000 ? 3 : 4
  }

  static func reseal(_ frame: inout [UInt8]) {
    guard case .header(let header) = StartekHeader.read(frame.span), frame.count >= header.comma + 5
    else { return }
    let length = frame.count - 4 - header.comma
    frame.replaceSubrange(3..<header.comma, with: String(length).utf8)
    let sum = Checksum.sum8(frame.span.extracting(0..<frame.count - 4))
    frame[frame.count - 4] = upperHexadecimal(sum >> 4)
    frame[frame.count - 3] = upperHexadecimal(sum & 15)
  }

  private static func upperHexadecimal(_ digit: UInt8) -> UInt8 {
    digit < 10 ? 48 &+ digit : 55 &+ digit
  }

  private static func distanceToHeader(_ bytes: Span<UInt8>) -> Int {
    var index = 1
    while index < bytes.count {
      if bytes.starts(with: "&&", at: index) { return index }
      if index == bytes.count - 1, bytes[index] == UInt8(ascii: "&") { return index }
      index += 1
    }
    return bytes.count
  }

  /// Where the line ends that is followed by another frame or by nothing.
  private static func endOfLine(_ bytes: Span<UInt8>, from start: Int) -> Int? {
    var index = start
    while let found = bytes.firstIndex(of: 13, from: index) {
      if bytes.starts(with: "\r\n", at: found),
        found + 2 == bytes.count || bytes.starts(with: "&&", at: found + 2)
      {
        return found + 2
      }
      index = found + 1
    }
    return nil
  }
}

/// The start of a frame: `&&`, packet character, length, comma.
struct StartekHeader {
  enum Result {
    case no(Int, String)
    case more(Int)
    case header(StartekHeader)
  }

  /// Where the first comma stands.
  let comma: Int
  /// The length of the whole frame.
  let total: Int

  static func read(_ bytes: Span<UInt8>) -> Result {
    for index in 0..<2 {
      guard index < bytes.count else { return .more(24) }
      guard bytes[index] == UInt8(ascii: "&") else { return .no(index, "'&&'") }
    }
    guard bytes.count > 2 else { return .more(24) }
    guard (0x3A...0x7E).contains(bytes[2]) else {
      return .no(2, "a packet character from ':' to '~'")
    }
    var length = 0
    var index = 3
    while index < bytes.count, let digit = TextNumber.digit(bytes[index]), index < 7 {
      length = length * 10 + digit
      index += 1
    }
    guard index < bytes.count else { return .more(24) }
    guard index > 3, bytes[index] == UInt8(ascii: ",") else {
      return .no(index, "a length of one to four digits and a comma")
    }
    // Identifier and command take at least 20 bytes of the counted part.
    guard length >= 20 else { return .no(3, "a length of at least 20") }
    return .header(StartekHeader(comma: index, total: index + length + 4))
  }

  func endsWithLineBreak(_ bytes: Span<UInt8>) -> Bool {
    bytes.starts(with: "\r\n", at: total - 2)
  }

  func sumHolds(_ bytes: Span<UInt8>) -> Bool {
    let claimed = TextNumber.hexadecimal(bytes.extracting(total - 4..<total - 2))
    return claimed == UInt64(Checksum.sum8(bytes.extracting(0..<total - 4)))
  }
}

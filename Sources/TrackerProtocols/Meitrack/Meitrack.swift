import Telemetry
import Wire

/// Meitrack's protocol: `$$`, a flag character, a length, identifier and command, fields with
/// commas or lists of binary values, and a sum of all bytes behind `*`.
///
/// Source: fact sheet on Meitrack's protocol papers and recorded traffic.
struct Meitrack: TrackerProtocol {
  /// A conversation that has just begun; the protocol has no state.
  init() {}

  static let longestFrame = 65_536

  static func recognise(_ bytes: Span<UInt8>, _ stream: StreamState) -> Recognition {
    let header: MeitrackHeader
    switch MeitrackHeader.read(bytes) {
    case .no(let offset, let expected): return .no(at: offset, expected: expected)
    case .more(let count): return .more(count)
    case .header(let found): header = found
    }
    let end: Int
    switch header.end(of: bytes, stream) {
    case .frame(let count): end = count
    case .more(let count): return .more(count)
    case .none: return .no(at: 3, expected: "the length of the frame")
    }
    let frame = bytes.extracting(0..<end)
    var proofs: Proofs = [.sync, .terminator, .keyword]
    // Only a datagram may lack the line end, which the length counts all the same.
    if header.total == end || header.total == end + 2 && stream == .datagram {
      proofs.insert(.length)
      if MeitrackHeader.sumHolds(frame) { proofs.insert(.checksum) }
    }
    guard MeitrackHeader.isEnd(frame) else { return .yes([.sync, .keyword], frame: end) }
    // A wrong length proves nothing, but the rest has its form.
    if !proofs.contains(.length) { proofs.insert(.grammar) }
    return .yes(proofs, frame: end)
  }

  mutating func nextFrame(in bytes: Span<UInt8>, _ stream: StreamState) -> FrameStep {
    switch MeitrackHeader.read(bytes) {
    case .no: return .skip(bytes.distanceToNextPair(of: UInt8(ascii: "$")))
    case .more(let count): return .needMore(count)
    case .header(let header):
      switch header.end(of: bytes, stream) {
      case .frame(let count): return .frame(count)
      case .more(let count):
        // It may be whole already, with a length that is wrong.
        return MeitrackHeader.isEnd(bytes) ? .waitForPause : .needMore(count)
      case .none: return .skip(bytes.distanceToNextPair(of: UInt8(ascii: "$")))
      }
    }
  }

  mutating func decode(
    _ frame: inout FieldReader, _ context: DecodeContext, into reports: inout Reports
  ) throws(DecodeError) {
    try Self.trailer(&frame, &reports)
    try frame.expect("start", "$$")
    let flag = try frame.u8("packet flag")
    _ = try frame.integer("length")
    let start = frame.offset
    let identifier = frame.text("identifier")
    guard identifier.isDigits, let imei = identifier.asciiString else {
      throw DecodeError(.invalid, field: "identifier", at: start)
    }
    reports.identifier = imei
    let beginning = frame.offset
    let command = frame.text("command")
    if command.equals("CCE") {
      try Self.parameterRecords(&frame, &reports)
    } else if command.equals("CCC") {
      try Self.fixedRecords(&frame, &reports)
      let count = reports.recordCount
      Self.reply(flag, to: imei, &reports) { $0.append(contentsOf: "CCC,\(count)".utf8) }
    } else if command.equals("D00") {
      try Self.photoPart(&frame, imei, &reports)
    } else if command.equals("D03") {
      frame.skipRest("answer")
      Self.reply(UInt8(ascii: "O"), to: imei, &reports) {
        $0.append(contentsOf: "D00,camera_picture.jpg,0".utf8)
      }
    } else if command.equals("AAC") {
      frame.skipRest("request")
      Self.reply(UInt8(ascii: "z"), to: imei, &reports) { $0.append(contentsOf: "AAC,1".utf8) }
    } else if command.equals("D82") {
      frame.skipRest("answer")
      reports.begin()
      reports.set(.result, text: frame.frame.extracting(beginning..<frame.end))
    } else if Self.isPosition(frame) {
      try Self.position(&frame, context, &reports)
    } else {
      frame.skipRest("answer")
    }
  }

  /// Takes sum and line end off.
  private static func trailer(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    if frame.frame.starts(with: "\r\n", at: frame.end - 2) {
      var end = try frame.trailer("end", 2)
      try end.expect("end", "\r\n")
    }
    var trailer = try frame.trailer("checksum", 3)
    try trailer.expect("checksum mark", "*")
    let sum = Checksum.sum8(frame.frame.extracting(0..<frame.end + 1))
    let claimed = try trailer.hexadecimal("checksum", count: 2)
    trailer.note(claimed == UInt64(sum) ? "holds" : "should be \(sum)")
    reports.checksumFailed = claimed != UInt64(sum)
  }

  // MARK: Writing

  private static func reply(
    _ flag: UInt8, to identifier: String, _ reports: inout Reports,
    content: (inout [UInt8]) -> Void
  ) {
    reports.reply { write(flag, to: identifier, &$0, content: content) }
  }

  /// Appends a frame from the server: `@@`, flag, length, identifier, content, sum, line end.
  static func write(
    _ flag: UInt8, to identifier: String, _ frame: inout [UInt8],
    content: (inout [UInt8]) -> Void
  ) {
    var text: [UInt8] = []
    content(&text)
    let start = frame.count
    frame.append(contentsOf: "@@".utf8)
    frame.append(flag)
    // Counted from the comma behind the length to the end of the line.
    frame.append(contentsOf: String(identifier.utf8.count + text.count + 7).utf8)
    frame.append(UInt8(ascii: ","))
    frame.append(contentsOf: identifier.utf8)
    frame.append(UInt8(ascii: ","))
    frame.append(contentsOf: text)
    frame.append(UInt8(ascii: "*"))
    frame.append(upperHexadecimal: Checksum.sum8(frame.span.extracting(start..<frame.count)))
    frame.append(contentsOf: "\r\n".utf8)
  }

  static func reseal(_ frame: inout [UInt8]) {
    guard case .header(let header) = MeitrackHeader.read(frame.span) else { return }
    let hasLineEnd = frame.span.starts(with: "\r\n", at: frame.count - 2)
    let length = frame.count - header.comma + (hasLineEnd ? 0 : 2)
    frame.replaceSubrange(3..<header.comma, with: String(length).utf8)
    let digits = frame.count - (hasLineEnd ? 4 : 2)
    guard digits > 0, frame[digits - 1] == UInt8(ascii: "*") else { return }
    let sum = Checksum.sum8(frame.span.extracting(0..<digits))
    // Some write small letters: a sum that holds stays as it is.
    guard TextNumber.hexadecimal(frame.span.extracting(digits..<digits + 2)) != UInt64(sum) else {
      return
    }
    frame[digits] = [UInt8].upperHexadecimal(sum >> 4)
    frame[digits + 1] = [UInt8].upperHexadecimal(sum & 15)
  }
}

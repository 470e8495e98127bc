import Telemetry
import Wire

/// Totem's and Tzone's text protocol: `$$`, a length, the identifier and `|`, in four generations
/// that differ in fields and sums.
///
/// Source: fact sheet on the makers' papers and recorded traffic.
struct Totem: TrackerProtocol {
  /// A conversation that has just begun; the protocol has no state.
  init() {}

  static let longestFrame = 2_048

  static func recognise(_ bytes: Span<UInt8>, _ stream: StreamState) -> Recognition {
    let header: TotemHeader
    switch TotemHeader.read(bytes) {
    case .no(let offset, let expected): return .no(at: offset, expected: expected)
    case .more(let count): return .more(count)
    case .header(let found): header = found
    }
    guard let end = header.end(of: bytes, stream) else {
      return stream.edge == .ended || header.total > longestFrame
        ? .no(at: min(bytes.count, header.total), expected: "the length of the message")
        : .more(max(header.total, bytes.count + 1))
    }
    let frame = bytes.extracting(0..<end)
    var proofs: Proofs = [.sync]
    if end == header.total {
      proofs.insert(.length)
      if header.sumHolds(frame) { proofs.insert(.checksum) }
    }
    if !proofs.contains(.checksum) {
      guard canDecode(frame) else {
        return .no(at: end, expected: "the sum of the message")
      }
      proofs.insert(.grammar)
    }
    return .yes(proofs, frame: end)
  }

  mutating func nextFrame(in bytes: Span<UInt8>, _ stream: StreamState) -> FrameStep {
    switch TotemHeader.read(bytes) {
    case .no: return .skip(bytes.distanceToNextPair(of: UInt8(ascii: "$")))
    case .more(let count): return .needMore(count)
    case .header(let header):
      if let end = header.end(of: bytes, stream) { return .frame(end) }
      guard header.total <= Self.longestFrame, bytes.count < header.total else {
        return .skip(bytes.distanceToNextPair(of: UInt8(ascii: "$")))
      }
      // Its length may be wrong, and the message whole already.
      return stream.edge == .open ? .waitForPause : .needMore(header.total)
    }
  }

  mutating func decode(
    _ frame: inout FieldReader, _ context: DecodeContext, into reports: inout Reports
  ) throws(DecodeError) {
    guard case .header(let header) = TotemHeader.read(frame.frame) else {
      throw DecodeError(.invalid, field: "start", at: 0)
    }
    var sum = try frame.trailer("checksum", header.isFourth ? 2 : 4)
    _ = try sum.hexadecimal("checksum", count: header.isFourth ? 2 : 4)
    reports.checksumFailed = !header.sumHolds(frame.frame)
    sum.note(reports.checksumFailed ? "does not hold" : "holds")
    try frame.expect("start", "$$")
    if header.isFourth {
      try Self.fourth(&frame, &reports)
    } else {
      _ = try frame.hexadecimal("length", count: 2)
      reports.identifier = try Self.identifier(&frame)
      try Self.tolerantly(&frame, &reports, Self.earlier)
      reports.reply { $0.append(contentsOf: "ACK OK\r\n".utf8) }
    }
  }

  /// Reads the fields of a message. A sound one is answered whether it can be read or not, or it
  /// would come again and again.
  static func tolerantly(
    _ frame: inout FieldReader, _ reports: inout Reports,
    _ fields: (inout FieldReader, inout Reports) throws(DecodeError) -> Void
  ) throws(DecodeError) {
    do throws(DecodeError) {
      try fields(&frame, &reports)
    } catch {
      guard !reports.checksumFailed else { throw error }
      reports.discardCurrent()
      frame.abandon("fields that cannot be read", after: error)
    }
  }

  /// Reads a message of the first three generations.
  private static func earlier(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    let bar = UInt8(ascii: "|")
    if frame.next(to: bar, { $0.starts(with: "$GPRMC,", at: 2) }) {
      try first(&frame, &reports)
    } else if frame.next(to: bar, { $0.count == 14 }) {
      try second(&frame, &reports)
    } else if frame.distance(to: bar) == frame.remaining {
      try third(&frame, &reports)
    } else {
      frame.skipRest("no position")
    }
  }

  static func identifier(_ frame: inout FieldReader) throws(DecodeError) -> String {
    let start = frame.offset
    let text = frame.text("identifier", to: UInt8(ascii: "|"))
    guard text.isDigits, let identifier = text.asciiString else {
      throw DecodeError(.invalid, field: "identifier", at: start)
    }
    return identifier
  }

  static func reseal(_ frame: inout [UInt8]) {
    guard case .header(let header) = TotemHeader.read(frame.span) else { return }
    let before = frame
    if header.isFourth {
      var digits: [UInt8] = []
      digits.append(digits: frame.count, count: 4)
      frame.replaceSubrange(2..<6, with: digits)
      let sum = Checksum.xor8(frame.span.extracting(0..<frame.count - 2))
      frame.removeLast(2)
      frame.append(upperHexadecimal: sum)
    } else {
      frame[2] = [UInt8].upperHexadecimal(UInt8(truncatingIfNeeded: frame.count >> 4 & 15))
      frame[3] = [UInt8].upperHexadecimal(UInt8(truncatingIfNeeded: frame.count & 15))
      let sum = Checksum.modbus(frame.span.extracting(0..<frame.count - 4))
      frame.removeLast(4)
      frame.append(upperHexadecimal: UInt8(truncatingIfNeeded: sum >> 8))
      frame.append(upperHexadecimal: UInt8(truncatingIfNeeded: sum))
    }
    // Digits of a length can make another generation of it, which has another length.
    if case .header(let now) = TotemHeader.read(frame.span), now.isFourth == header.isFourth {
      return
    }
    frame = before
  }
}

// Fields of a fixed number of characters.
extension FieldReader {
  /// A decimal number of so many characters; 0 if they are blanks.
  mutating func fixedDecimal(_ name: String, _ count: Int8) throws(DecodeError) -> Double {
    let start = offset
    let text = try text(name, count: Int(count))
    guard let value = TextNumber.decimal(text) else {
      throw DecodeError(.invalid, field: name, at: start)
    }
    return value
  }

  /// An angle in degrees and minutes of so many characters, and the letter of its hemisphere.
  mutating func fixedAngle(
    _ name: String, _ count: Int8, negative: String, limit: Double
  ) throws(DecodeError) -> Double {
    let start = offset
    let text = try text(name, count: Int(count))
    let letter = try self.text("hemisphere", count: 1)
    guard let degrees = DegreesAndMinutes.degrees(text), degrees <= limit,
      (65...90).contains(letter[0])
    else { throw DecodeError(.invalid, field: name, at: start) }
    return letter.equals(negative) && degrees != 0 ? -degrees : degrees
  }
}

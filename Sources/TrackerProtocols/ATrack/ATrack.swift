import Telemetry
import Wire

/// ATrack's protocol: reports in binary (`@P`) or as text (`@P,`), pictures (`@R`), and lines that
/// answer commands (`$…`). Units and operators choose which values follow the usual ones.
///
/// Source: fact sheet on ATrack's protocol papers and recorded traffic.
struct ATrack: TrackerProtocol {
  /// A conversation that has just begun; the protocol has no state.
  init() {}

  static let longestFrame = 65_600
  static let longestLine = 1_024

  static func recognise(_ bytes: Span<UInt8>, _ stream: StreamState) -> Recognition {
    switch ATrackHeader.read(bytes) {
    case .no(let offset, let expected): return .no(at: offset, expected: expected)
    case .more(let count): return .more(count)
    case .keepAlive: return .yes([.sync, .grammar], frame: 12)
    case .line(let count): return recogniseLine(bytes.extracting(0..<count))
    case .binary(let count):
      guard count <= bytes.count else { return .more(count) }
      let frame = bytes.extracting(0..<count)
      // The sum does not cover the prefix, which tells reports from pictures.
      guard canDecode(frame) else { return .no(at: 16, expected: "a report or a picture") }
      if sumHolds(frame) { return .yes([.sync, .length, .checksum], frame: count) }
      guard bytes[0] == UInt8(ascii: "@") else {
        return .no(at: 2, expected: "the sum of the message")
      }
      return .yes([.sync, .length, .grammar], frame: count)
    case .text(let count):
      // A datagram ends where it ends, whatever its length says.
      if count > bytes.count, stream == .datagram, canDecode(bytes) {
        return .yes([.sync, .grammar], frame: bytes.count)
      }
      guard count <= bytes.count else { return .more(count) }
      guard let end = endOfText(bytes, stream) else { return .more(count + 1) }
      let frame = bytes.extracting(0..<end)
      if textSumHolds(frame) { return .yes([.sync, .length, .checksum], frame: end) }
      guard bytes[0] == UInt8(ascii: "@"), canDecode(frame) else {
        return .no(at: 3, expected: "the sum of the message")
      }
      return .yes([.sync, .length, .grammar], frame: end)
    }
  }

  /// Other makers have lines that begin with `$` as well; these words are ATrack's.
  private static func recogniseLine(_ line: Span<UInt8>) -> Recognition {
    let proofs: Proofs = [.sync, .terminator, .keyword, .grammar]
    if line.equals("$OK\r\n") || line.starts(with: "$UNID=") {
      return .yes(proofs, frame: line.count)
    }
    for word in ["$ERROR=", "$INFO="] where line.starts(with: word) {
      var rest = FieldReader(line.extracting(word.utf8.count..<line.count - 2))
      if rest.text("number").isDigits { return .yes(proofs, frame: line.count) }
    }
    return .no(at: 1, expected: "'OK', 'ERROR=', 'INFO=' or 'UNID='")
  }

  mutating func nextFrame(in bytes: Span<UInt8>, _ stream: StreamState) -> FrameStep {
    switch ATrackHeader.read(bytes) {
    case .no: .skip(Self.distanceToNext(bytes))
    case .more(let count): .needMore(count)
    case .keepAlive: .frame(12)
    case .line(let count): .frame(count)
    case .binary(let count): count <= bytes.count ? .frame(count) : .needMore(count)
    case .text(let count):
      if count > bytes.count {
        stream == .datagram ? .frame(bytes.count) : .needMore(count)
      } else {
        Self.endOfText(bytes, stream).map { .frame($0) } ?? .waitForPause
      }
    }
  }

  /// Where a text ends: some units do not count its last character, a line feed. Nil to wait
  /// for it.
  private static func endOfText(
    _ bytes: Span<UInt8>, _ stream: StreamState
  ) -> Int? {
    guard case .text(let count) = ATrackHeader.read(bytes), count <= bytes.count else { return nil }
    guard count > 0, bytes[count - 1] == 13 else { return count }
    guard count < bytes.count else { return stream.edge == .open ? nil : count }
    return bytes[count] == 10 ? count + 1 : count
  }

  mutating func decode(
    _ frame: inout FieldReader, _ context: DecodeContext, into reports: inout Reports
  ) throws(DecodeError) {
    switch ATrackHeader.read(frame.frame) {
    case .keepAlive: try Self.keepAlive(&frame, &reports)
    case .line: try Self.line(&frame, &reports)
    case .binary: try Self.message(&frame, context, &reports)
    case .text: try Self.textMessage(&frame, context, &reports)
    case .more, .no: throw DecodeError(.invalid, field: "start", at: 0)
    }
  }

  private static func keepAlive(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    try frame.skip("start", 2)
    let unit = try frame.unsigned("unit", bytes: 8)
    let sequence = try frame.u16("sequence")
    frame.skipRest("padding")
    reports.identifier = String(unit)
    acknowledge(unit, sequence, &reports)
  }

  static func acknowledge(_ number: UInt64, _ sequence: UInt16, _ reports: inout Reports) {
    reports.reply { answer in
      answer.append(0xFE)
      answer.append(0x02)
      for shift in stride(from: UInt64(56), through: 0, by: -8) {
        answer.append(UInt8(truncatingIfNeeded: number >> shift))
      }
      answer.append(UInt8(truncatingIfNeeded: sequence >> 8))
      answer.append(UInt8(truncatingIfNeeded: sequence))
    }
  }

  // MARK: Sums

  static func sumHolds(_ frame: Span<UInt8>) -> Bool {
    frame.count > 6 && frame.bigEndian16(at: 2) == Checksum.arc(frame.extracting(droppingFirst: 4))
  }

  static func textSumHolds(_ frame: Span<UInt8>) -> Bool {
    let sumEnd = ATrackHeader.sumEnd
    guard sumEnd < frame.count else { return false }
    return TextNumber.hexadecimal(frame.extracting(sumEnd - 4..<sumEnd))
      == UInt64(Checksum.arc(frame.extracting(droppingFirst: sumEnd)))
  }

  static func reseal(_ frame: inout [UInt8]) {
    switch ATrackHeader.read(frame.span) {
    case .binary(let count):
      // A datagram may have padding behind the message.
      if count > frame.count {
        frame[4] = UInt8(truncatingIfNeeded: (frame.count - 6) >> 8)
        frame[5] = UInt8(truncatingIfNeeded: frame.count - 6)
      }
      let sum = Checksum.arc(frame.span.extracting(4..<min(count, frame.count)))
      frame[2] = UInt8(truncatingIfNeeded: sum >> 8)
      frame[3] = UInt8(truncatingIfNeeded: sum)
    case .text:
      let sumEnd = ATrackHeader.sumEnd
      guard let comma = frame.span.firstIndex(of: UInt8(ascii: ","), from: sumEnd + 1) else {
        return
      }
      let length = frame.count - comma
      frame.replaceSubrange(sumEnd + 1..<comma, with: String(length).utf8)
      let sum = Checksum.arc(frame.span.extracting(droppingFirst: sumEnd))
      guard !textSumHolds(frame.span) else { return }
      for (index, shift) in [UInt16(12), 8, 4, 0].enumerated() {
        frame[3 + index] = [UInt8].upperHexadecimal(UInt8(truncatingIfNeeded: sum >> shift & 15))
      }
    case .keepAlive, .line, .more, .no: return
    }
  }

  private static func distanceToNext(_ bytes: Span<UInt8>) -> Int {
    var index = 1
    while index < bytes.count {
      if case .no = ATrackHeader.read(bytes.extracting(droppingFirst: index)) {
        index += 1
      } else {
        return index
      }
    }
    return bytes.count
  }
}

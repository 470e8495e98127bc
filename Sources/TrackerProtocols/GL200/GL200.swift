import Telemetry
import Wire

/// Queclink's "@Track" protocol: text such as `+RESP:GTFRI,…$`, and its binary form `+RSP…`.
///
/// Source: fact sheet on the vendor's interface descriptions and recorded traffic.
struct GL200: TrackerProtocol {
  /// A conversation that has just begun; the protocol has no state.
  init() {}

  /// A list of fifteen positions takes two thousand bytes as text; binary ones one point a second
  /// for some minutes.
  static let longestFrame = 16_384
  /// `+ACK:GTHBD,` and what follows in every message.
  static let shortestFrame = 20
  static let identifierLength = 15

  // MARK: Recognition

  static func recognise(_ bytes: Span<UInt8>, _ stream: StreamState) -> Recognition {
    switch GL200Start.read(bytes) {
    case .no(let offset, let expected): return .no(at: offset, expected: expected)
    case .more(let count):
      return stream.edge == .ended
        ? .no(at: bytes.count, expected: "a whole message") : .more(max(count, bytes.count + 1))
    case .text(let isBare): return text(bytes, stream, isBare: isBare)
    case .binary(_, let total): return binary(bytes, stream, total)
    }
  }

  /// An identifier instead of a version is what the older gl100 has too; its end decides.
  private static func text(
    _ bytes: Span<UInt8>, _ stream: StreamState, isBare: Bool
  ) -> Recognition {
    guard let end = endOfText(bytes) else {
      if stream == .datagram, !isBare, bytes.count <= longestFrame {
        return .yes([.sync, .keyword, .grammar], frame: bytes.count)
      }
      return stream.edge != .ended && bytes.count < longestFrame
        ? .more(bytes.count + 1) : .no(at: bytes.count, expected: "'$' at the end")
    }
    guard !isBare || bytes[end - 1] == UInt8(ascii: "$") else {
      return .no(at: end - 1, expected: "'$' at the end")
    }
    return .yes([.sync, .keyword, .terminator, .grammar], frame: end)
  }

  private static func binary(
    _ bytes: Span<UInt8>, _ stream: StreamState, _ total: Int
  ) -> Recognition {
    guard bytes.count >= total else {
      return stream.edge == .ended
        ? .no(at: bytes.count, expected: "as many bytes as the length says") : .more(total)
    }
    guard bytes.starts(with: "\r\n", at: total - 2) else {
      return .no(at: total - 2, expected: "CR LF where the length says")
    }
    var proofs: Proofs = [.sync, .length, .terminator, .keyword]
    if sum(bytes.extracting(0..<total)) == bytes.bigEndian16(at: total - 4) {
      proofs.insert(.checksum)
    }
    return .yes(proofs, frame: total)
  }

  // MARK: Frames

  mutating func nextFrame(in bytes: Span<UInt8>, _ stream: StreamState) -> FrameStep {
    switch GL200Start.read(bytes) {
    case .no: return .skip(Self.distanceToSign(bytes))
    case .more(let count): return .needMore(max(count, bytes.count + 1))
    case .text:
      if let end = Self.endOfText(bytes) { return .frame(end) }
      if stream == .datagram, bytes.count <= Self.longestFrame { return .frame(bytes.count) }
      return bytes.count < Self.longestFrame
        ? .needMore(bytes.count + 1) : .skip(Self.distanceToSign(bytes))
    case .binary(_, let total):
      guard bytes.count >= total else { return .needMore(total) }
      return bytes.starts(with: "\r\n", at: total - 2)
        ? .frame(total) : .skip(Self.distanceToSign(bytes))
    }
  }

  /// Behind the `$` or NUL that ends a message as text.
  static func endOfText(_ bytes: Span<UInt8>) -> Int? {
    for index in 0..<min(bytes.count, longestFrame) where isTerminator(bytes[index]) {
      return index + 1
    }
    return nil
  }

  static func isTerminator(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "$") || byte == 0 }
  static func isLineEnd(_ byte: UInt8) -> Bool { byte == 13 || byte == 10 }

  private static func distanceToSign(_ bytes: Span<UInt8>) -> Int {
    bytes.firstIndex(of: UInt8(ascii: "+"), from: 1) ?? bytes.count
  }

  // MARK: Reading

  mutating func decode(
    _ frame: inout FieldReader, _ context: DecodeContext, into reports: inout Reports
  ) throws(DecodeError) {
    switch GL200Start.read(frame.frame) {
    case .no(let offset, _), .more(let offset):
      throw DecodeError(.invalid, field: "header", at: offset)
    case .text: try Self.text(&frame, context, into: &reports)
    case .binary(let kind, let total):
      guard total == frame.frame.count else {
        throw DecodeError(.invalid, field: "length", at: kind.lengthStart)
      }
      try Self.binary(kind, &frame, into: &reports)
    }
  }

  // MARK: Checksums

  /// The checksum of a binary message, which is over all but its header, itself and the line end.
  static func sum(_ message: Span<UInt8>) -> UInt16 {
    guard message.count > 8 else { return 0 }
    return Checksum.ccittFalse(message.extracting(4..<message.count - GL200Binary.trailerCount))
  }

  static func reseal(_ frame: inout [UInt8]) {
    guard let kind = GL200Binary.kinds.first(where: { frame.span.starts(with: $0.word) }),
      frame.count > 4, frame[4] != UInt8(ascii: ":"),
      frame.count >= kind.headerCount + GL200Binary.trailerCount, frame.count <= longestFrame
    else { return }
    if kind.lengthBytes == 1 {
      frame[kind.lengthStart] = UInt8(truncatingIfNeeded: frame.count)
    } else {
      frame[kind.lengthStart] = UInt8(truncatingIfNeeded: frame.count >> 8)
      frame[kind.lengthStart + 1] = UInt8(truncatingIfNeeded: frame.count)
    }
    let sum = sum(frame.span)
    frame[frame.count - 4] = UInt8(truncatingIfNeeded: sum >> 8)
    frame[frame.count - 3] = UInt8(truncatingIfNeeded: sum)
  }
}

import Telemetry
import Wire

extension BCE {
  /// Where a packet ends.
  private enum End {
    /// It is none, because of this byte.
    case no(at: Int, expected: String)
    case more(Int)
    case total(Int)
  }

  /// An IMEI has 15 digits, and none has four zeros in front.
  private static let identifiers: ClosedRange<UInt64> = 100_000_000_000...999_999_999_999_999

  /// Looks at the head of a packet, then goes from block to block until the checksum holds behind
  /// one: nothing else says where the packet ends.
  private static func end(_ bytes: Span<UInt8>) -> End {
    if bytes.count > 7, bytes[7] != 0 { return .no(at: 7, expected: "00 of an IMEI") }
    if bytes.count > 6, bytes[6] > 3 { return .no(at: 6, expected: "an IMEI of 15 digits") }
    guard bytes.count > 10 else { return .more(11) }
    guard identifiers.contains(bytes.number(at: 0, bytes: 8, .little)) else {
      return .no(at: 6, expected: "an IMEI of 15 digits")
    }
    guard Service(rawValue: bytes[10]) != nil else { return .no(at: 10, expected: "a service") }
    var sum = Checksum.sum8(bytes.extracting(0..<8))
    var offset = 8
    var found: Int?
    while offset + 2 <= bytes.count {
      let length = Int(truncatingIfNeeded: bytes.number(at: offset, bytes: 2, .little))
      let next = offset + 2 + length
      guard length >= 2, next < longestFrame else { break }
      guard next < bytes.count else { return found.map(End.total) ?? .more(next + 1) }
      sum = sum &+ Checksum.sum8(bytes.extracting(offset..<next))
      if sum == bytes[next] {
        // A length of a further block may be the same as the sum by chance.
        if isEnd(bytes, next + 1) { return .total(next + 1) }
        if found == nil { found = next + 1 }
      }
      offset = next
    }
    if let found { return .total(found) }
    return offset + 2 > bytes.count && offset + 2 < longestFrame
      ? .more(offset + 2) : .no(at: offset, expected: "a checksum that holds, or a block")
  }

  /// Whether nothing follows, or another packet of the same unit.
  private static func isEnd(_ bytes: Span<UInt8>, _ offset: Int) -> Bool {
    for index in offset..<min(offset + 8, bytes.count) where bytes[index] != bytes[index - offset] {
      return bytes[offset] == UInt8(ascii: "#")
    }
    return true
  }

  static func recognise(_ bytes: Span<UInt8>, _ stream: StreamState) -> Recognition {
    if let handshake = recogniseHandshake(bytes) { return handshake }
    // Half an identifier can be anything, so nobody is kept waiting who has sent all.
    guard bytes.count > 7 || (stream.edge == .open && !isProbe(bytes)) else {
      return .no(at: bytes.count, expected: "#BCE#, or an IMEI in eight bytes")
    }
    switch end(bytes) {
    case .no(let offset, let expected): return .no(at: offset, expected: expected)
    case .more(let count): return .more(count)
    case .total(let total): return .yes([.length, .checksum, .grammar], frame: total)
    }
  }

  private static func recogniseHandshake(_ bytes: Span<UInt8>) -> Recognition? {
    let text = Array(handshake.utf8)
    for index in 0..<min(bytes.count, text.count) where bytes[index] != text[index] {
      return nil
    }
    return bytes.count < text.count
      ? .more(text.count) : .yes([.sync, .keyword, .grammar], frame: text.count)
  }

  /// Whether bytes begin as those who look for other services on every port (TLS, RDP, text), who
  /// must not be kept waiting. What is lost is a unit without handshake whose IMEI looks like that
  /// and is cut in two.
  private static func isProbe(_ bytes: Span<UInt8>) -> Bool {
    if bytes.starts(with: "\u{16}\u{3}") || bytes.starts(with: "\u{3}\0") { return true }
    return bytes.count > 3 && bytes.asciiString != nil
  }

  // MARK: Framing

  mutating func nextFrame(in bytes: Span<UInt8>, _ stream: StreamState) -> FrameStep {
    switch Self.recogniseHandshake(bytes) {
    case .yes(_, let total): return .frame(total)
    case .more(let count) where stream.edge != .ended: return .needMore(count)
    default: break
    }
    switch Self.end(bytes) {
    case .total(let total): return .frame(total)
    case .more(let count) where stream.edge != .ended: return .needMore(count)
    case .more, .no: break
    }
    guard stream.transport == .udp else { return .skip(Self.distanceToStart(bytes)) }
    // A datagram is a packet, with the right sum or without.
    let isPacket = bytes.count >= Self.shortestPacket && bytes[7] == 0 && bytes[6] <= 3
    return isPacket ? .frame(bytes.count) : .skip(bytes.count)
  }

  /// How many bytes stand in front of a handshake or of what can be an identifier.
  private static func distanceToStart(_ bytes: Span<UInt8>) -> Int {
    var index = 1
    while index < bytes.count {
      let rest = bytes.extracting(droppingFirst: index)
      if recogniseHandshake(rest) != nil { return index }
      if case .no = end(rest) { index += 1 } else { return index }
    }
    return bytes.count
  }
}

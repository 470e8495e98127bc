import Telemetry
import Wire

/// Eelink's binary protocol, old (1.8) and 2.0: packets `gg` on a stream, and datagrams `EL` that
/// hold several of them.
///
/// Source: fact sheet on the vendor's texts and recorded traffic.
struct Eelink: TrackerProtocol {
  /// A conversation that has just begun; who the unit is the gateway remembers from the login.
  init() {}

  /// Real packets have some hundred bytes; datagrams may hold tags by the dozen.
  static let longestFrame = 16_384
  /// Start, type, size and sequence number of a packet.
  static let packetHeaderCount = 7
  /// Start, length, checksum and identifier of a datagram.
  static let datagramHeaderCount = 14
  static let identifierCount = 8

  // MARK: Recognition

  static func recognise(_ bytes: Span<UInt8>, _ stream: StreamState) -> Recognition {
    switch EelinkStart.read(bytes) {
    case .no(let offset, let expected): return .no(at: offset, expected: expected)
    case .more(let count):
      return stream.edge == .ended
        ? .no(at: bytes.count, expected: "a whole header") : .more(max(count, bytes.count + 1))
    case .packet(let total): return whole(bytes, stream, total, isDatagram: false)
    case .datagram(let total): return whole(bytes, stream, total, isDatagram: true)
    }
  }

  private static func whole(
    _ bytes: Span<UInt8>, _ stream: StreamState, _ total: Int, isDatagram: Bool
  ) -> Recognition {
    guard bytes.count >= total else {
      return stream.edge == .ended
        ? .no(at: bytes.count, expected: "as many bytes as the length says") : .more(total)
    }
    let frame = bytes.extracting(0..<total)
    if isDatagram {
      var proofs: Proofs = [.sync, .length, .keyword]
      if Checksum.turningSum(frame.extracting(droppingFirst: 6)) == frame.bigEndian16(at: 4) {
        proofs.insert(.checksum)
      }
      return .yes(proofs, frame: total)
    }
    // A packet has neither end nor checksum: what follows must be another one.
    guard bytes.count == total || bytes[total] == EelinkStart.packetByte else {
      return .no(at: total, expected: "another packet")
    }
    var proofs: Proofs = [.sync, .length]
    if canDecode(frame) { proofs.insert(.grammar) }
    return .yes(proofs, frame: total)
  }

  // MARK: Frames

  mutating func nextFrame(in bytes: Span<UInt8>, _ stream: StreamState) -> FrameStep {
    switch EelinkStart.read(bytes) {
    case .no: return .skip(Self.distanceToStart(bytes))
    case .more(let count): return .needMore(max(count, bytes.count + 1))
    case .packet(let total), .datagram(let total):
      return bytes.count >= total ? .frame(total) : .needMore(total)
    }
  }

  private static func distanceToStart(_ bytes: Span<UInt8>) -> Int {
    for index in bytes.indices.dropFirst() {
      if case .no = EelinkStart.read(bytes.extracting(droppingFirst: index)) { continue }
      return index
    }
    return bytes.count
  }

  static func reseal(_ frame: inout [UInt8]) {
    guard frame.count <= longestFrame else { return }
    switch EelinkStart.first(frame.span) {
    case .packet where frame.count >= packetHeaderCount:
      frame.replace(at: 3, number: UInt64(frame.count - 5), bytes: 2)
    case .datagram where frame.count > datagramHeaderCount:
      resealLastPacket(&frame)
      frame.replace(at: 2, number: UInt64(frame.count - 4), bytes: 2)
      let sum = Checksum.turningSum(frame.span.extracting(droppingFirst: 6))
      frame.replace(at: 4, number: UInt64(sum), bytes: 2)
    default: return
    }
  }

  /// Repairs the size of the last packet of a datagram, which the end of the datagram gives.
  private static func resealLastPacket(_ frame: inout [UInt8]) {
    var start = datagramHeaderCount
    while start + packetHeaderCount <= frame.count {
      let next = start + 5 + Int(frame.span.bigEndian16(at: start + 3))
      guard next < frame.count, next > start else { break }
      start = next
    }
    guard start + packetHeaderCount <= frame.count else { return }
    frame.replace(at: start + 3, number: UInt64(frame.count - start - 5), bytes: 2)
  }

  // MARK: Reading

  mutating func decode(
    _ frame: inout FieldReader, _ context: DecodeContext, into reports: inout Reports
  ) throws(DecodeError) {
    guard EelinkStart.first(frame.frame) == .datagram else {
      return try Self.packet(&frame, nil, context, &reports)
    }
    try frame.expect("start", "EL")
    _ = try frame.u16("length")
    let sum = Checksum.turningSum(frame.frame.extracting(min(6, frame.end)..<frame.end))
    reports.checksumFailed = try !frame.checksum("checksum", bytes: 2, is: UInt64(sum))
    var identifier = frame.lookahead()
    reports.identifier = try frame.digits("identifier", bytes: Self.identifierCount, dropping: 1)
    let bytes = try identifier.bytes("identifier", Self.identifierCount)
    while !frame.isAtEnd {
      let records = reports.recordCount
      do {
        try Self.packet(&frame, bytes, context, &reports)
      } catch {
        // The other packets are worth as much as without it; it is not answered.
        while reports.recordCount > records { reports.discardCurrent() }
        frame.abandon("packets that cannot be read", after: error)
      }
    }
  }
}

import Telemetry
import Wire

/// The start of a packet: type, length of the tags with the low byte first; or the wrapper of
/// Iridium's gateway, whose length has the high byte first.
struct GalileoHeader {
  /// The bytes before the tags.
  static let count = 3
  /// Header and checksum.
  static let overhead = 5
  /// The bytes that tell the two forms apart.
  static let decisive = 6
  /// The longest message of the gateway.
  private static let longestMessage = 4_096

  /// Nil if it is the wrapper.
  let type: UInt8?
  /// The length of the whole packet.
  let total: Int

  /// Whether bytes begin as the gateway's messages do: version 1, length, and the block of 28 bytes
  /// that names the modem.
  static func isIridium(_ bytes: Span<UInt8>) -> Bool {
    bytes.count >= decisive && bytes[0] == 1 && bytes[3] == 1 && bytes[4] == 0 && bytes[5] == 0x1C
  }

  /// Nil if no packet begins so; at least ``decisive`` bytes must be there.
  init?(_ bytes: Span<UInt8>) {
    guard bytes.count >= Self.decisive else { return nil }
    if Self.isIridium(bytes) {
      type = nil
      total = Int(bytes.bigEndian16(at: 1)) + Self.count
      guard total > 37, total <= Self.longestMessage else { return nil }
      return
    }
    guard [0x01, 0x06, 0x07, 0x08].contains(bytes[0]) else { return nil }
    type = bytes[0]
    let length = Int(bytes[1]) | Int(bytes[2] & 0x7F) << 8
    guard length > 0 else { return nil }
    total = length + Self.overhead
  }

  /// Whether the checksum of a packet that is all there holds.
  func checksumHolds(_ bytes: Span<UInt8>) -> Bool {
    guard bytes.count >= total, total > Self.overhead else { return false }
    let sum = Checksum.modbus(bytes.extracting(0..<total - 2))
    return bytes[total - 2] == UInt8(truncatingIfNeeded: sum)
      && bytes[total - 1] == UInt8(truncatingIfNeeded: sum >> 8)
  }
}

extension Galileo {
  /// Tags that a packet of records begins with.
  private static let firstTags: Set<UInt8> = [0x01, 0x02, 0x03, 0x04, 0x10, 0x20, 0x30]

  static func recognise(_ bytes: Span<UInt8>, _ stream: StreamState) -> Recognition {
    guard bytes.count > 0 else { return .more(GalileoHeader.decisive) }
    guard [0x01, 0x07, 0x08].contains(bytes[0]) else { return .no(at: 0, expected: "01, 07 or 08") }
    if bytes[0] == 0x01, bytes.count > 3, !firstTags.contains(bytes[3]) {
      return .no(at: 3, expected: "the first tag of a packet")
    }
    guard bytes.count >= GalileoHeader.decisive else { return .more(GalileoHeader.decisive) }
    guard let header = GalileoHeader(bytes) else { return .no(at: 1, expected: "a length") }
    if header.type == 0x01, let index = unsoundTag(bytes, header) {
      return .no(at: index, expected: "a tag that is known")
    }
    if bytes.count < header.total { return .more(header.total) }
    let frame = bytes.extracting(0..<header.total)
    if header.type == nil {
      return canDecode(frame)
        ? .yes([.sync, .length, .grammar], frame: header.total)
        : .no(at: 6, expected: "a modem's number and a run of tags")
    }
    guard header.checksumHolds(bytes) else {
      return .no(at: header.total - 2, expected: "a checksum that holds")
    }
    guard canDecode(frame) else {
      return .no(at: GalileoHeader.count, expected: "records of tags")
    }
    return .yes([.sync, .length, .checksum, .grammar], frame: header.total)
  }

  private static func unsoundTag(_ bytes: Span<UInt8>, _ header: GalileoHeader) -> Int? {
    let end = min(bytes.count, header.total - 2)
    let tags = bytes.extracting(GalileoHeader.count..<max(end, GalileoHeader.count))
    return GalileoTag.firstUnsound(tags, of: header.total - GalileoHeader.overhead).map {
      $0 + GalileoHeader.count
    }
  }

  mutating func nextFrame(in bytes: Span<UInt8>, _ stream: StreamState) -> FrameStep {
    guard bytes.count >= GalileoHeader.decisive else {
      let isStart = bytes.count > 0 && Self.mayStart(bytes[0])
      return isStart && stream.edge != .ended
        ? .needMore(GalileoHeader.decisive) : .skip(Self.distanceToStart(bytes))
    }
    guard let header = GalileoHeader(bytes) else { return .skip(Self.distanceToStart(bytes)) }
    guard bytes.count >= header.total else {
      return stream.edge == .ended ? .skip(Self.distanceToStart(bytes)) : .needMore(header.total)
    }
    // A damaged packet ends where the next one begins.
    guard
      header.type == nil || header.checksumHolds(bytes) || bytes.count == header.total
        || Self.mayStart(bytes[header.total])
    else { return .skip(Self.distanceToStart(bytes)) }
    return .frame(header.total)
  }

  private static func mayStart(_ byte: UInt8) -> Bool {
    byte == 0x01 || (0x06...0x08).contains(byte)
  }

  private static func distanceToStart(_ bytes: Span<UInt8>) -> Int {
    var index = 1
    while index < bytes.count, !mayStart(bytes[index]) { index += 1 }
    return index
  }

  // MARK: Repair

  static func reseal(_ frame: inout [UInt8]) {
    if GalileoHeader.isIridium(frame.span) {
      let length = frame.count - GalileoHeader.count
      guard length <= 0xFFFF else { return }
      frame[1] = UInt8(truncatingIfNeeded: length >> 8)
      frame[2] = UInt8(truncatingIfNeeded: length)
      return
    }
    guard frame.count > GalileoHeader.overhead, frame.count <= longestFrame, mayStart(frame[0])
    else { return }
    let length = frame.count - GalileoHeader.overhead
    frame[1] = UInt8(truncatingIfNeeded: length)
    frame[2] = frame[2] & 0x80 | UInt8(truncatingIfNeeded: length >> 8)
    writeChecksum(&frame)
  }

  /// Writes the checksum into the last two bytes.
  static func writeChecksum(_ frame: inout [UInt8]) {
    let sum = Checksum.modbus(frame.span.extracting(0..<frame.count - 2))
    frame[frame.count - 2] = UInt8(truncatingIfNeeded: sum)
    frame[frame.count - 1] = UInt8(truncatingIfNeeded: sum >> 8)
  }
}

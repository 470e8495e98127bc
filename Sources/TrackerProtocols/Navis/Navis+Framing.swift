import Telemetry
import Wire

/// The start of an NTCB packet: four letters, receiver, sender, length, checksum of the content,
/// checksum of the header.
struct NavisHeader {
  /// The bytes of the header.
  static let count = 16
  /// The mark of FLEX in the choice of fields.
  static let flexible: UInt8 = 0xB0

  /// The length of header and content.
  let total: Int

  /// Nil if no packet begins so. The letters can be set in the unit, so the checksum decides.
  init?(_ bytes: Span<UInt8>) {
    guard bytes.count >= Self.count, Self.mayBegin(bytes),
      Checksum.xor8(bytes.extracting(0..<Self.count - 1)) == bytes[Self.count - 1]
    else { return nil }
    total = Self.count + Int(bytes.number(at: 12, bytes: 2, .little))
  }

  /// Whether `@` and letters stand in front, as far as the bytes go.
  static func mayBegin(_ bytes: Span<UInt8>) -> Bool {
    for index in 0..<min(4, bytes.count) {
      guard index == 0 ? bytes[0] == Navis.at : (65...90).contains(bytes[index]) else {
        return false
      }
    }
    return true
  }

  /// Appends length, checksums and content to prefix, receiver and sender, which are the last
  /// twelve bytes.
  static func finish(_ packet: inout [UInt8], _ content: [UInt8]) {
    let start = packet.count - 12
    packet.append(number: UInt64(content.count), bytes: 2, .little)
    packet.append(Checksum.xor8(content.span))
    packet.append(Checksum.xor8(packet.span.extracting(start..<packet.count)))
    packet.append(contentsOf: content)
  }

  /// In which order the lengths of a FLEX packet of extra records stand: both are said to occur, so
  /// the checksum decides.
  static func extraOrder(_ bytes: Span<UInt8>) -> ByteOrder {
    extraTotal(bytes, .big) == bytes.count ? .big : .little
  }

  /// The length of a packet of extra records whose checksum holds; nil if it is not all there.
  static func extraTotal(_ bytes: Span<UInt8>, _ order: ByteOrder) -> Int? {
    guard bytes.count > 3 else { return nil }
    var index = 3
    for _ in 0..<bytes[2] {
      guard index + 2 < bytes.count else { return nil }
      index += 2 + Int(bytes.number(at: index, bytes: 2, order))
    }
    guard index < bytes.count,
      Checksum.nrsc5(bytes.extracting(0..<index)) == bytes[index]
    else { return nil }
    return index + 1
  }
}

extension Navis {
  private static let kinds = ["A", "T", "C", "E"].compactMap { $0.utf8.first }

  static func recognise(_ bytes: Span<UInt8>, _ stream: StreamState) -> Recognition {
    guard bytes.count > 0 else { return .more(NavisHeader.count) }
    if bytes[0] == tilde { return recogniseFlexible(bytes, stream) }
    guard NavisHeader.mayBegin(bytes) else {
      return .no(at: bytes[0] == at ? 1 : 0, expected: "'@' and three capital letters")
    }
    guard bytes.count >= NavisHeader.count else { return .more(NavisHeader.count) }
    guard let header = NavisHeader(bytes) else {
      return .no(at: NavisHeader.count - 1, expected: "a checksum of the header that holds")
    }
    if bytes.count < header.total { return .more(header.total) }
    let content = bytes.extracting(NavisHeader.count..<header.total)
    guard content.count == 0 || content[0] == UInt8(ascii: "*"),
      Checksum.xor8(content) == bytes[NavisHeader.count - 2]
    else {
      return .no(at: NavisHeader.count, expected: "a content that its checksum holds for")
    }
    var proofs: Proofs = [.sync, .length, .checksum]
    if bytes.starts(with: "@NTC") { proofs.insert(.keyword) }
    return .yes(proofs, frame: header.total)
  }

  /// A FLEX packet of a stranger: how long it is was agreed before, so only a pause shows it.
  private static func recogniseFlexible(
    _ bytes: Span<UInt8>, _ stream: StreamState
  ) -> Recognition {
    guard bytes.count > 1 else { return .more(shortestFlexible) }
    guard kinds.contains(bytes[1]) else { return .no(at: 1, expected: "'A', 'T', 'C' or 'E'") }
    if stream.edge == .open { return .more(max(bytes.count + 1, shortestFlexible)) }
    return isWhole(bytes)
      ? .yes([.sync, .checksum], frame: bytes.count)
      : .no(at: bytes.count, expected: "a checksum that holds where the sender pauses")
  }

  /// A record has a number and a time at least.
  private static let shortestFlexible = 12

  /// Whether bytes up to a pause are one FLEX packet, as far as that can be said without the mask.
  private static func isWhole(_ bytes: Span<UInt8>) -> Bool {
    guard bytes.count >= shortestFlexible,
      Checksum.nrsc5(bytes.extracting(0..<bytes.count - 1)) == bytes[bytes.count - 1]
    else { return false }
    guard bytes[1] == UInt8(ascii: "A") else { return true }
    return bytes[2] > 0 && (bytes.count - 4).isMultiple(of: Int(bytes[2]))
  }

  // MARK: Framing

  mutating func nextFrame(in bytes: Span<UInt8>, _ stream: StreamState) -> FrameStep {
    guard bytes.count > 0 else { return .needMore(1) }
    let step: FrameStep
    switch bytes[0] {
    case Self.keepAlive: step = .frame(1)
    case Self.tilde: step = nextFlexible(bytes, stream)
    case Self.at: step = nextPacket(bytes)
    default: step = .skip(1)
    }
    switch step {
    case .skip: return .skip(Self.distanceToStart(bytes))
    case .needMore where stream.edge == .ended: return .skip(Self.distanceToStart(bytes))
    default: return step
    }
  }

  private mutating func nextPacket(_ bytes: Span<UInt8>) -> FrameStep {
    guard NavisHeader.mayBegin(bytes) else { return .skip(1) }
    guard bytes.count >= NavisHeader.count else { return .needMore(NavisHeader.count) }
    guard let header = NavisHeader(bytes) else { return .skip(1) }
    guard bytes.count >= header.total else { return .needMore(header.total) }
    noteMask(bytes.extracting(0..<header.total))
    return .frame(header.total)
  }

  /// The length of the next packets hangs on what this one says of their fields.
  private mutating func noteMask(_ packet: Span<UInt8>) {
    let content = packet.extracting(droppingFirst: NavisHeader.count)
    guard content.starts(with: "*>FLEX"), content.count > 10, content[6] == NavisHeader.flexible,
      Checksum.xor8(content) == packet[NavisHeader.count - 2]
    else { return }
    let end = 10 + (Int(content[9]) + 7) / 8
    if end <= content.count { mask = NavisMask(content.extracting(10..<end)) }
  }

  private func nextFlexible(_ bytes: Span<UInt8>, _ stream: StreamState) -> FrameStep {
    guard bytes.count > 2 else { return .needMore(3) }
    let kind = bytes[1]
    guard Self.kinds.contains(kind) else { return .skip(1) }
    if kind == UInt8(ascii: "E") {
      let total =
        NavisHeader.extraTotal(bytes, .big) ?? NavisHeader.extraTotal(bytes, .little)
      if let total { return .frame(total) }
      return stream.edge == .open && bytes.count < Self.longestFrame
        ? .needMore(bytes.count + 1) : .skip(1)
    }
    guard let size = mask?.recordSize else {
      if stream.edge == .open { return .waitForPause }
      return Self.isWhole(bytes) ? .frame(bytes.count) : .skip(1)
    }
    let total: Int
    switch kind {
    case UInt8(ascii: "A"): total = 4 + Int(bytes[2]) * size
    case UInt8(ascii: "T"): total = 7 + size
    default: total = 3 + size
    }
    guard total <= Self.longestFrame else { return .skip(1) }
    guard bytes.count >= total else { return .needMore(total) }
    // A damaged packet ends where the next one begins.
    let holds = Checksum.nrsc5(bytes.extracting(0..<total - 1)) == bytes[total - 1]
    return holds || bytes.count == total || Self.mayStart(bytes[total]) ? .frame(total) : .skip(1)
  }

  private static func mayStart(_ byte: UInt8) -> Bool {
    byte == at || byte == tilde || byte == keepAlive
  }

  private static func distanceToStart(_ bytes: Span<UInt8>) -> Int {
    var index = 1
    while index < bytes.count, !mayStart(bytes[index]) { index += 1 }
    return index
  }

  // MARK: Repair

  static func reseal(_ frame: inout [UInt8]) {
    if frame.first == tilde, frame.count > 3 {
      frame[frame.count - 1] = Checksum.nrsc5(frame.span.extracting(0..<frame.count - 1))
    } else if frame.first == at, frame.count >= NavisHeader.count, frame.count <= longestFrame {
      let content = Array(frame[NavisHeader.count...])
      frame.removeSubrange(12...)
      NavisHeader.finish(&frame, content)
    }
  }
}

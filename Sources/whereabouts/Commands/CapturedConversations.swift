import PacketCapture
import Telemetry

/// Takes the devices' side of conversations out of captured packets.
///
/// Ethernet (with VLAN tags), raw IP and Linux "cooked" captures; IPv4 and IPv6 without extension
/// headers. TCP segments are put into the order of their sequence numbers, repeated ones come once,
/// and what is missing is left out. The device is the side that opens a TCP connection; where that
/// was not captured, it is the side that fewer others speak with, and at last the one that is heard
/// first.
enum CapturedConversations {
  private struct Flow: Hashable {
    let source: [UInt8]
    let destination: [UInt8]
    let isTCP: Bool

    var reversed: Flow { Flow(source: destination, destination: source, isTCP: isTCP) }
  }

  static func sessions(_ packets: [CapturedPacket]) -> [ReplaySession] {
    var order: [Flow] = []
    var sides: [Flow: CapturedSide] = [:]
    for packet in packets {
      guard let segment = Segment(packet) else { continue }
      let flow = Flow(
        source: segment.source, destination: segment.destination, isTCP: segment.isTCP)
      if sides[flow] == nil {
        order.append(flow)
        sides[flow] = CapturedSide()
      }
      sides[flow]?.add(segment)
    }
    // With how many others each address and port speaks.
    var partners: [[UInt8]: Set<[UInt8]>] = [:]
    for flow in order {
      partners[flow.source, default: []].insert(flow.destination)
      partners[flow.destination, default: []].insert(flow.source)
    }
    var sessions: [ReplaySession] = []
    var passed: Set<Flow> = []
    for flow in order where !passed.contains(flow) {
      passed.insert(flow.reversed)
      guard let one = sides[flow] else { continue }
      var device = one
      if let other = sides[flow.reversed], !one.hasOpened {
        let (own, others) = (partners[flow.source], partners[flow.destination])
        if other.hasOpened || own?.count ?? 0 > others?.count ?? 0 { device = other }
      }
      device.end()
      guard !device.messages.isEmpty else { continue }
      let transport: Transport = flow.isTCP ? .tcp : .udp
      sessions.append(
        ReplaySession(
          name: "flow \(sessions.count + 1) \(transport.name)", transport: transport,
          messages: device.messages))
    }
    return sessions
  }
}

/// What one side of a conversation sent.
private struct CapturedSide {
  /// The most bytes of one side.
  private static let mostBytes = 64 << 20
  /// So many segments wait for one before them, which is then taken to be missing.
  private static let mostEarly = 1_000

  /// A segment or a datagram each.
  private(set) var messages: [[UInt8]] = []
  /// Whether it opened the TCP connection.
  private(set) var hasOpened = false

  private var next: UInt32?
  private var bytes = 0
  private var early: [(sequence: UInt32, payload: ArraySlice<UInt8>)] = []

  mutating func add(_ segment: Segment) {
    if segment.opens {
      end()
      hasOpened = true
      next = segment.sequence &+ 1
    }
    guard !segment.payload.isEmpty else { return }
    guard segment.isTCP else { return append(segment.payload) }
    early.append((segment.sequence, segment.payload))
    if next == nil { next = segment.sequence }
    takeWhatFollows()
    if early.count > Self.mostEarly { passGap() }
  }

  /// Nothing more comes: what is behind a gap is taken.
  mutating func end() {
    while !early.isEmpty { passGap() }
  }

  /// How far a sequence number is from what is expected; they begin again after 2^32.
  private func distance(_ sequence: UInt32) -> Int32 {
    Int32(bitPattern: sequence &- (next ?? sequence))
  }

  private mutating func takeWhatFollows() {
    while let index = early.firstIndex(where: { distance($0.sequence) <= 0 }) {
      let (sequence, payload) = early.remove(at: index)
      // How much of it came already.
      let seen = -Int(distance(sequence))
      guard seen < payload.count else { continue }
      append(payload.dropFirst(seen))
      next = sequence &+ UInt32(truncatingIfNeeded: payload.count)
    }
  }

  private mutating func passGap() {
    next = early.min { distance($0.sequence) < distance($1.sequence) }?.sequence
    takeWhatFollows()
  }

  private mutating func append(_ payload: ArraySlice<UInt8>) {
    guard bytes < Self.mostBytes else { return }
    bytes += payload.count
    messages.append(Array(payload))
  }
}

/// The transport part of one packet.
private struct Segment {
  let source: [UInt8]
  let destination: [UInt8]
  let isTCP: Bool
  var sequence: UInt32 = 0
  var opens = false
  let payload: ArraySlice<UInt8>

  init?(_ packet: CapturedPacket) {
    guard let start = Self.networkOffset(packet) else { return nil }
    let bytes = packet.bytes[start...]
    guard let version = bytes.first.map({ $0 >> 4 }) else { return nil }
    let headerLength: Int
    let total: Int
    let kind: UInt8
    let addresses: (Range<Int>, Range<Int>)
    if version == 4, bytes.count >= 20 {
      headerLength = Int(bytes[start] & 15) * 4
      total = Int(bytes[start + 2]) << 8 | Int(bytes[start + 3])
      kind = bytes[start + 9]
      addresses = (start + 12..<start + 16, start + 16..<start + 20)
    } else if version == 6, bytes.count >= 40 {
      headerLength = 40
      total = 40 + (Int(bytes[start + 4]) << 8 | Int(bytes[start + 5]))
      kind = bytes[start + 6]
      addresses = (start + 8..<start + 24, start + 24..<start + 40)
    } else {
      return nil
    }
    let transport = start + headerLength
    let end = min(packet.bytes.count, start + total)
    isTCP = kind == 6
    guard isTCP || kind == 17, headerLength >= 20, transport + (isTCP ? 20 : 8) <= end else {
      return nil
    }
    source = Array(bytes[addresses.0] + bytes[transport..<transport + 2])
    destination = Array(bytes[addresses.1] + bytes[transport + 2..<transport + 4])
    var payloadStart = transport + 8
    if isTCP {
      sequence = bytes[transport + 4..<transport + 8].reduce(0) { $0 << 8 | UInt32($1) }
      opens = bytes[transport + 13] & 0x12 == 0x02
      payloadStart = transport + Int(bytes[transport + 12] >> 4) * 4
    }
    guard payloadStart <= end else { return nil }
    payload = packet.bytes[payloadStart..<end]
  }

  /// Where the IP header starts; link types as libpcap numbers them.
  private static func networkOffset(_ packet: CapturedPacket) -> Int? {
    let bytes = packet.bytes
    switch packet.linkType {
    case 1:
      var offset = 12
      while offset + 4 <= bytes.count, bytes[offset] == 0x81, bytes[offset + 1] == 0 { offset += 4 }
      return offset + 2 < bytes.count ? offset + 2 : nil
    case 12, 101: return bytes.isEmpty ? nil : 0
    case 113: return bytes.count > 16 ? 16 : nil
    case 276: return bytes.count > 20 ? 20 : nil
    case 0: return bytes.count > 4 ? 4 : nil
    default: return nil
    }
  }
}

import PacketCapture
import Telemetry

/// Takes the devices' side of conversations out of captured packets.
///
/// Ethernet (with VLAN tags), raw IP and Linux "cooked" captures; IPv4 and IPv6 without extension
/// headers; TCP segments in the order of their sequence numbers as captured, repeated ones once.
/// The device is the side that opens a TCP connection or sends the first datagram.
enum CapturedConversations {
  /// The most bytes of one conversation.
  private static let mostBytes = 64 << 20

  private struct Flow: Hashable {
    let source: [UInt8]
    let destination: [UInt8]
    let isTCP: Bool

    var reversed: Flow { Flow(source: destination, destination: source, isTCP: isTCP) }
  }

  private struct Conversation {
    var session: ReplaySession
    var next: UInt32?
    var bytes = 0
  }

  static func sessions(_ packets: [CapturedPacket]) -> [ReplaySession] {
    var order: [Flow] = []
    var conversations: [Flow: Conversation] = [:]
    for packet in packets {
      guard let segment = Segment(packet) else { continue }
      let flow = Flow(
        source: segment.source, destination: segment.destination, isTCP: segment.isTCP)
      // The answers of the server are the other direction of a flow that is known.
      if conversations[flow.reversed] != nil { continue }
      var conversation =
        conversations.removeValue(forKey: flow)
        ?? {
          order.append(flow)
          let transport: Transport = segment.isTCP ? .tcp : .udp
          return Conversation(
            session: ReplaySession(
              name: "flow \(order.count) \(transport.name)", transport: transport, messages: []))
        }()
      add(segment, to: &conversation)
      conversations[flow] = conversation
    }
    return order.compactMap { conversations[$0]?.session }.filter { !$0.messages.isEmpty }
  }

  private static func add(_ segment: Segment, to conversation: inout Conversation) {
    if segment.opens { conversation.next = segment.sequence &+ 1 }
    guard !segment.payload.isEmpty, conversation.bytes < mostBytes else { return }
    var payload = segment.payload
    if segment.isTCP {
      // How far the segment starts before what is expected: bytes that came already.
      let seen = Int32(bitPattern: (conversation.next ?? segment.sequence) &- segment.sequence)
      guard seen < payload.count else { return }
      if seen > 0 { payload = payload.dropFirst(Int(seen)) }
      conversation.next = segment.sequence &+ UInt32(truncatingIfNeeded: segment.payload.count)
    }
    conversation.bytes += payload.count
    conversation.session.messages.append(Array(payload))
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

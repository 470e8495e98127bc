import Telemetry
import Wire

extension Teltonika {
  /// The digits of an identifier in a login; an IMEI has 15.
  private static let digitsOfLogin = 8...15
  /// What is in front of the codec in a datagram with an IMEI of 15 digits.
  private static let datagramHead = 23
  private static let longestDatagram = 2_048

  static func recognise(_ bytes: Span<UInt8>, _ stream: StreamState) -> Recognition {
    guard bytes.count > 0 else { return .more(1) }
    if bytes[0] == keepAlive, stream.transport == .tcp { return recogniseKeepAlive(bytes, stream) }
    guard bytes.count > 1 else {
      return bytes[0] == 0 ? .more(2) : .no(at: 0, expected: "00")
    }
    if bytes[0] == 0, bytes[1] == 0 { return recognisePacket(bytes, stream) }
    if bytes[0] == 0, digitsOfLogin.contains(Int(bytes[1])) {
      return recogniseLogin(bytes)
    }
    return recogniseDatagram(bytes, stream)
  }

  /// A lone FF names nobody, so more is waited for.
  private static func recogniseKeepAlive(
    _ bytes: Span<UInt8>, _ stream: StreamState
  ) -> Recognition {
    guard bytes.count > 1 else {
      return stream.edge == .open ? .more(2) : .yes([.sync], frame: 1)
    }
    guard bytes[1] == 0 else { return .no(at: 1, expected: "00 behind FF") }
    switch recognise(bytes.extracting(droppingFirst: 1), stream) {
    case .yes(let proofs, _): return .yes(proofs, frame: 1)
    case .more(let count): return .more(count &+ 1)
    case .no(let offset, let expected): return .no(at: offset &+ 1, expected: expected)
    }
  }

  private static func recogniseLogin(_ bytes: Span<UInt8>) -> Recognition {
    let total = 2 + Int(bytes[1])
    var index = 2
    while index < min(total, bytes.count) {
      guard TextNumber.digit(bytes[index]) != nil else {
        return .no(at: index, expected: "a digit of the IMEI")
      }
      index += 1
    }
    return bytes.count < total
      ? .more(total) : .yes([.sync, .length, .keyword, .grammar], frame: total)
  }

  private static func recognisePacket(
    _ bytes: Span<UInt8>, _ stream: StreamState
  ) -> Recognition {
    for index in 2..<4 where index < bytes.count && bytes[index] != 0 {
      return .no(at: index, expected: "four bytes 00")
    }
    guard bytes.count > 9 else { return .more(10) }
    guard TeltonikaCodec(rawValue: bytes[8]) != nil else {
      return .no(at: 8, expected: "a codec")
    }
    let length = bytes.number(at: 4, bytes: 4)
    let isPossible = (3...UInt64(longestFrame - 12)).contains(length)
    let total = isPossible ? Int(length) + 12 : 0
    if stream.transport == .udp, total != bytes.count {
      return recogniseMisfit(bytes)
    }
    guard isPossible else { return .no(at: 4, expected: "a length from 3 to 65536") }
    guard bytes.count >= total else { return .more(total) }
    guard bytes[total - 5] == bytes[9] else {
      return .no(at: total - 5, expected: "the count of records again")
    }
    var proofs: Proofs = [.sync, .length, .terminator]
    if checksumHolds(bytes.extracting(0..<total)) { proofs.insert(.checksum) }
    return .yes(proofs, frame: total)
  }

  private static func checksumHolds(_ packet: Span<UInt8>) -> Bool {
    let end = packet.count - 4
    return packet.number(at: end, bytes: 4) == UInt64(Checksum.arc(packet.extracting(8..<end)))
  }

  /// A packet whose length is not that of the datagram: it must be readable.
  private static func recogniseMisfit(_ bytes: Span<UInt8>) -> Recognition {
    canDecode(bytes)
      ? .yes([.sync, .terminator, .grammar], frame: bytes.count)
      : .no(at: 4, expected: "a length that is the datagram's, less 12")
  }

  /// A packet with the IMEI in front, as it is sent over UDP, and by some over TCP.
  private static func recogniseDatagram(
    _ bytes: Span<UInt8>, _ stream: StreamState
  ) -> Recognition {
    let total = Int(bytes.bigEndian16(at: 0)) + 2
    guard total > datagramHead + 2, stream.transport == .tcp || total == bytes.count else {
      return .no(at: 0, expected: "a length that is the datagram's, less 2")
    }
    guard total <= longestDatagram else { return .no(at: 0, expected: "a length up to 2046") }
    // Over TCP a high byte of 0 keeps other probes and protocols from waiting.
    guard stream.transport == .udp || bytes[0] == 0 else { return .no(at: 0, expected: "00") }
    for (index, byte) in [(4, 1), (6, 0), (7, 15)] as [(Int, UInt8)]
    where index < bytes.count && bytes[index] != byte {
      return .no(at: index, expected: "01 at byte 4, 00 0F at bytes 6 and 7")
    }
    var index = 8
    while index < min(datagramHead, bytes.count) {
      guard TextNumber.digit(bytes[index]) != nil else {
        return .no(at: index, expected: "a digit of the IMEI")
      }
      index += 1
    }
    guard bytes.count > datagramHead + 1 else { return .more(datagramHead + 2) }
    guard TeltonikaCodec(rawValue: bytes[datagramHead]) != nil else {
      return .no(at: datagramHead, expected: "a codec")
    }
    guard bytes.count >= total else { return .more(total) }
    guard bytes[total - 1] == bytes[datagramHead + 1] else {
      return .no(at: total - 1, expected: "the count of records again")
    }
    return .yes([.sync, .length, .terminator, .grammar], frame: total)
  }

  // MARK: Framing

  mutating func nextFrame(in bytes: Span<UInt8>, _ stream: StreamState) -> FrameStep {
    if stream.transport == .udp { return .frame(bytes.count) }
    if bytes[0] == Self.keepAlive { return .frame(1) }
    guard bytes[0] <= 0x07 else { return .skip(Self.distanceToStart(bytes)) }
    guard bytes.count > 1 else { return stream.edge == .ended ? .skip(1) : .needMore(2) }
    if bytes[0] > 0 || bytes[1] > 0 { return Self.nextWithIdentifier(bytes, stream) }
    for index in 2..<4 where index < bytes.count && bytes[index] != 0 {
      return .skip(Self.distanceToStart(bytes))
    }
    guard bytes.count > 8 else { return stream.edge == .ended ? .skip(1) : .needMore(9) }
    let length = bytes.number(at: 4, bytes: 4)
    guard TeltonikaCodec(rawValue: bytes[8]) != nil,
      (3...UInt64(Self.longestFrame - 12)).contains(length)
    else { return .skip(Self.distanceToStart(bytes)) }
    let total = Int(length) + 12
    if bytes.count >= total { return .frame(total) }
    return stream.edge == .ended ? .skip(Self.distanceToStart(bytes)) : .needMore(total)
  }

  /// A login, or a packet with the IMEI in front.
  private static func nextWithIdentifier(
    _ bytes: Span<UInt8>, _ stream: StreamState
  ) -> FrameStep {
    switch recognise(bytes, stream) {
    case .yes(_, let total) where total <= bytes.count: return .frame(total)
    case .yes(_, let total), .more(let total):
      return stream.edge == .ended ? .skip(distanceToStart(bytes)) : .needMore(total)
    case .no: return .skip(distanceToStart(bytes))
    }
  }

  private static func distanceToStart(_ bytes: Span<UInt8>) -> Int {
    var index = 1
    while index < bytes.count, bytes[index] > 0x07, bytes[index] != keepAlive { index += 1 }
    return index
  }
}

import Telemetry
import Wire

extension Meiligao {
  static func recognise(_ bytes: Span<UInt8>, _ stream: StreamState) -> Recognition {
    let header: MeiligaoHeader
    switch MeiligaoHeader.read(bytes) {
    case .no(let offset, let expected): return .no(at: offset, expected: expected)
    case .more: return .more(MeiligaoHeader.shortest)
    case .header(let found): header = found
    }
    let isDatagram = stream.transport == .udp
    let total = isDatagram ? bytes.count : header.length
    if !isDatagram || header.length == bytes.count {
      guard (MeiligaoHeader.shortest...longestFrame).contains(header.length) else {
        return .no(at: 2, expected: "a length from 17 to 1200")
      }
      if bytes.count < total { return .more(total) }
    }
    guard MeiligaoHeader.ends(bytes, at: total) else {
      return .no(at: min(bytes.count, total - 2), expected: "CR LF at the end of the packet")
    }
    var proofs: Proofs = [.sync, .terminator]
    if header.length == total { proofs.insert(.length) }
    if MeiligaoHeader.checksumHolds(bytes, total: total) {
      proofs.insert(.checksum)
    } else {
      guard !header.isAnswer, canDecode(bytes.extracting(0..<total)) else {
        return .no(at: total - 4, expected: "a checksum that holds")
      }
      proofs.formUnion([.keyword, .grammar])
    }
    return .yes(proofs, frame: total)
  }

  mutating func nextFrame(in bytes: Span<UInt8>, _ stream: StreamState) -> FrameStep {
    guard bytes.count >= 4 else {
      // A lone byte 00 may stand between packets as a heartbeat.
      return bytes.starts(with: "$$") || (bytes.count == 1 && bytes[0] == UInt8(ascii: "$"))
        ? .needMore(4) : .skip(Self.distanceToStart(bytes))
    }
    guard bytes.starts(with: "$$") else { return .skip(Self.distanceToStart(bytes)) }
    let length = Int(bytes.bigEndian16(at: 2))
    let isPossible = (MeiligaoHeader.shortest...Self.longestFrame).contains(length)
    if isPossible, bytes.count >= length, MeiligaoHeader.ends(bytes, at: length),
      bytes.count == length || stream.transport == .tcp || bytes.starts(with: "$$", at: length)
    {
      return .frame(length)
    }
    if stream.transport == .udp { return Self.datagram(bytes) }
    if isPossible, bytes.count < length, stream.edge != .ended {
      // The length may be too large by a damage: then the checksum shows the end.
      if stream.edge == .paused, let total = Self.provedTotal(bytes) { return .frame(total) }
      return .needMore(length)
    }
    if let total = Self.provedTotal(bytes) { return .frame(total) }
    return .skip(Self.distanceToStart(bytes))
  }

  /// In a datagram the length is often zero or wrong; the datagram is the packet.
  private static func datagram(_ bytes: Span<UInt8>) -> FrameStep {
    MeiligaoHeader.ends(bytes, at: bytes.count) ? .frame(bytes.count) : .skip(bytes.count)
  }

  /// Where a packet ends whose length does not lead to CR LF: behind a checksum that holds.
  private static func provedTotal(_ bytes: Span<UInt8>) -> Int? {
    var index = MeiligaoHeader.shortest
    var tries = 0
    while index <= bytes.count, index <= longestFrame, tries < 8 {
      if MeiligaoHeader.ends(bytes, at: index) {
        if MeiligaoHeader.checksumHolds(bytes, total: index) { return index }
        tries += 1
      }
      index += 1
    }
    return nil
  }

  private static func distanceToStart(_ bytes: Span<UInt8>) -> Int {
    let dollar = UInt8(ascii: "$")
    var index = 1
    while index < bytes.count {
      if bytes[index] == dollar, index + 1 == bytes.count || bytes[index + 1] == dollar {
        return index
      }
      index += 1
    }
    return bytes.count
  }
}

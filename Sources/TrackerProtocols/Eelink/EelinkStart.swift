import Wire

/// How a frame begins: a packet of its own, or a datagram of several.
enum EelinkStart {
  case no(Int, String)
  case more(Int)
  case packet(total: Int)
  case datagram(total: Int)

  enum First {
    case packet
    case datagram
    case neither
  }

  static let packetByte: UInt8 = 0x67

  /// What the first byte says.
  static func first(_ bytes: Span<UInt8>) -> First {
    guard bytes.count > 0 else { return .neither }
    return bytes[0] == packetByte ? .packet : bytes[0] == UInt8(ascii: "E") ? .datagram : .neither
  }

  static func read(_ bytes: Span<UInt8>) -> EelinkStart {
    guard bytes.count > 0 else { return .more(Eelink.packetHeaderCount) }
    switch first(bytes) {
    case .packet: return packet(bytes)
    case .datagram: return datagram(bytes)
    case .neither: return .no(0, "67 67 or 'EL'")
    }
  }

  private static func packet(_ bytes: Span<UInt8>) -> EelinkStart {
    guard bytes.count > 1 else { return .more(Eelink.packetHeaderCount) }
    guard bytes[1] == packetByte else { return .no(1, "67 67") }
    guard bytes.count > 2 else { return .more(Eelink.packetHeaderCount) }
    guard (0x01...0x1F).contains(bytes[2]) || (0x80...0x81).contains(bytes[2]) else {
      return .no(2, "the type of a packet: 01 to 1F, 80 or 81")
    }
    guard bytes.count > 4 else { return .more(Eelink.packetHeaderCount) }
    let total = Int(bytes.bigEndian16(at: 3)) + 5
    guard (Eelink.packetHeaderCount...Eelink.longestFrame).contains(total) else {
      return .no(3, "a size of 2 to \(Eelink.longestFrame)")
    }
    return .packet(total: total)
  }

  private static func datagram(_ bytes: Span<UInt8>) -> EelinkStart {
    guard bytes.count > 1 else { return .more(Eelink.datagramHeaderCount) }
    guard bytes[1] == UInt8(ascii: "L") else { return .no(1, "'EL'") }
    guard bytes.count > 3 else { return .more(Eelink.datagramHeaderCount) }
    let total = Int(bytes.bigEndian16(at: 2)) + 4
    guard total >= Eelink.datagramHeaderCount + Eelink.packetHeaderCount,
      total <= Eelink.longestFrame
    else { return .no(2, "a length of at most \(Eelink.longestFrame)") }
    for index in 6..<Eelink.datagramHeaderCount where index < bytes.count {
      guard PackedDecimal.number(bytes[index]) != nil, index > 6 || bytes[index] < 0x10 else {
        return .no(index, "an identifier of 15 packed digits")
      }
    }
    for index in 0..<2 where Eelink.datagramHeaderCount + index < bytes.count {
      guard bytes[Eelink.datagramHeaderCount + index] == packetByte else {
        return .no(Eelink.datagramHeaderCount + index, "67 67")
      }
    }
    guard bytes.count >= Eelink.datagramHeaderCount + 2 else { return .more(total) }
    return .datagram(total: total)
  }
}

extension [UInt8] {
  /// Appends a whole number in groups of seven bits, the low group first, each but the last with
  /// its high bit set (as in Protocol Buffers).
  public mutating func appendVariable(_ value: UInt64) {
    if value < 0x80 {
      append(UInt8(truncatingIfNeeded: value))
      return
    }
    var rest = value
    while rest >= 0x80 {
      append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    append(UInt8(truncatingIfNeeded: rest))
  }

  /// Appends a signed whole number in the same way, small magnitudes short (zigzag).
  public mutating func appendVariable(_ value: Int64) {
    appendVariable(UInt64(bitPattern: (value << 1) ^ (value >> 63)))
  }
}

/// Reads what the compact form wrote. It never reads past the end: what is missing is zero, and
/// ``failed`` says so.
public struct CompactReader: ~Escapable {
  let bytes: Span<UInt8>
  /// Where the next value starts.
  public private(set) var offset: Int
  /// Whether a value was missing or impossible.
  public private(set) var failed = false

  /// A reader of bytes from an offset on.
  @_lifetime(copy bytes)
  public init(_ bytes: Span<UInt8>, _ offset: Int = 0) {
    self.bytes = bytes
    self.offset = offset
  }

  /// Whether all bytes were read.
  public var isAtEnd: Bool { offset >= bytes.count }

  /// The next byte.
  public mutating func byte() -> UInt8 {
    guard offset < bytes.count else {
      failed = true
      return 0
    }
    defer { offset += 1 }
    return bytes[offset]
  }

  /// The next whole number.
  public mutating func unsigned() -> UInt64 {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while shift < 64 {
      let next = byte()
      value |= UInt64(next & 0x7F) << shift
      if next < 0x80 { return value }
      shift += 7
    }
    failed = true
    return 0
  }

  /// Notes that what was read is impossible.
  public mutating func fail() { failed = true }

  /// Goes on behind so many bytes.
  public mutating func skip(_ count: Int) {
    guard count >= 0, count <= bytes.count - offset else {
      failed = true
      return
    }
    offset += count
  }

  /// The next signed whole number.
  public mutating func signed() -> Int64 {
    let value = unsigned()
    return Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1)
  }

  /// The next number of items; each item takes at least one byte, so more than are left is wrong.
  public mutating func count() -> Int {
    let value = unsigned()
    guard value <= UInt64(max(bytes.count - offset, 0)) else {
      failed = true
      return 0
    }
    return Int(value)
  }

  /// The next text: its length and its bytes.
  public mutating func text() -> String {
    let length = count()
    return String(decoding: bytes(length), as: UTF8.self)
  }

  /// A copy of the next bytes.
  public mutating func bytes(_ count: Int) -> [UInt8] {
    var copy: [UInt8] = []
    copy.reserveCapacity(min(max(count, 0), bytes.count))
    for _ in 0..<max(count, 0) where !failed { copy.append(byte()) }
    return copy
  }

  mutating func time(_ receivedAt: Timestamp) -> Timestamp {
    Timestamp(milliseconds: receivedAt.milliseconds &- signed())
  }

  mutating func network() -> RadioNetwork {
    var network = RadioNetwork()
    for _ in 0..<count() where !failed {
      network.cellTowers.append(
        CellTower(
          mobileCountryCode: UInt32(truncatingIfNeeded: unsigned()),
          mobileNetworkCode: UInt32(truncatingIfNeeded: unsigned()),
          locationAreaCode: UInt32(truncatingIfNeeded: unsigned()), cellIdentifier: unsigned(),
          signalStrength: strength()))
    }
    for _ in 0..<count() where !failed {
      let address = unsigned()
      let signal = strength()
      let channel = byte()
      network.accessPoints.append(
        WiFiAccessPoint(
          address: address, signalStrength: signal, channel: channel == 0 ? nil : channel))
    }
    return network
  }

  /// Goes on behind cells and access points.
  public mutating func skipNetwork() {
    for _ in 0..<count() where !failed {
      for _ in 0..<5 { _ = unsigned() }
    }
    for _ in 0..<count() where !failed {
      _ = unsigned()
      _ = unsigned()
      _ = byte()
    }
  }

  private mutating func strength() -> Int32? {
    let value = signed()
    return value == 1 ? nil : Int32(truncatingIfNeeded: value)
  }
}

internal import CPlatform
internal import CUV

/// An IPv4 or IPv6 address.
public struct IPAddress: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The version of the internet protocol.
  public enum Family: UInt8, Sendable, Hashable {
    /// Four bytes.
    case v4 = 4
    /// Sixteen bytes.
    case v6 = 6
  }

  /// The version.
  public let family: Family
  /// The first eight bytes of an IPv6 address, big-endian; 0 for IPv4.
  public let high: UInt64
  /// The last eight bytes of an IPv6 address, or the four of an IPv4 address.
  public let low: UInt64

  /// An IPv4 address as a number, such as 0x7F00_0001 for 127.0.0.1.
  public init(v4 value: UInt32) {
    family = .v4
    high = 0
    low = UInt64(value)
  }

  /// An IPv6 address as two numbers.
  public init(v6High high: UInt64, low: UInt64) {
    family = .v6
    self.high = high
    self.low = low
  }

  /// An address from its bytes in network order; nil unless there are 4 or 16.
  public init?(bytes: [UInt8]) {
    guard bytes.count == 4 || bytes.count == 16 else { return nil }
    func number(_ part: ArraySlice<UInt8>) -> UInt64 { part.reduce(0) { $0 << 8 | UInt64($1) } }
    family = bytes.count == 4 ? .v4 : .v6
    high = bytes.count == 4 ? 0 : number(bytes[..<8])
    low = number(bytes.count == 4 ? bytes[...] : bytes[8...])
  }

  /// An address from its text, such as `192.0.2.1` or `2001:db8::1`, without brackets or a port.
  public init?(_ text: String) {
    var bytes = [UInt8](repeating: 0, count: 16)
    if uv_inet_pton(platformV4, text, &bytes) == 0 {
      self.init(bytes: Array(bytes[..<4]))
    } else if uv_inet_pton(platformV6, text, &bytes) == 0 {
      self.init(bytes: bytes)
    } else {
      return nil
    }
  }

  /// Every address of this machine.
  public static func any(_ family: Family) -> IPAddress {
    family == .v4 ? IPAddress(v4: 0) : IPAddress(v6High: 0, low: 0)
  }

  /// This machine itself.
  public static func loopback(_ family: Family) -> IPAddress {
    family == .v4 ? IPAddress(v4: 0x7F00_0001) : IPAddress(v6High: 0, low: 1)
  }

  /// The bytes in network order, 4 or 16.
  public var bytes: [UInt8] {
    func split(_ value: UInt64, _ count: Int) -> [UInt8] {
      (0..<count).map { UInt8(truncatingIfNeeded: value >> UInt64((count - 1 - $0) * 8)) }
    }
    return family == .v4 ? split(low, 4) : split(high, 8) + split(low, 8)
  }

  /// An IPv4 address that is written as IPv6 (`::ffff:192.0.2.1`) as IPv4, others unchanged.
  public var unmapped: IPAddress {
    guard family == .v6, high == 0, low >> 32 == 0xFFFF else { return self }
    return IPAddress(v4: UInt32(truncatingIfNeeded: low))
  }

  /// Whether the address is this machine itself.
  public var isLoopback: Bool {
    family == .v4 ? low >> 24 == 127 : high == 0 && low == 1
  }

  /// The usual text form.
  public var description: String {
    var text = [CChar](repeating: 0, count: 64)
    let bytes = bytes
    let result = uv_inet_ntop(
      family == .v4 ? platformV4 : platformV6, bytes, &text, text.count)
    guard result == 0 else { return "?" }
    return String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// IPv4 before IPv6, then by value.
  public static func < (left: IPAddress, right: IPAddress) -> Bool {
    (left.family.rawValue, left.high, left.low) < (right.family.rawValue, right.high, right.low)
  }
}

private let platformV4 = AF_INET
private let platformV6 = AF_INET6

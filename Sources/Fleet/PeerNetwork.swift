/// The network that a peer's address belongs to: /24 of IPv4, /48 of IPv6. Quotas and limits are
/// kept by it, because one person has many addresses in one network.
public struct PeerNetwork: Sendable, Hashable {
  // The leading 48 bits of an IPv6 address; of IPv4 24 bits under a mark that no such prefix has.
  private let prefix: UInt64

  private static let mark: UInt64 = 1 << 48

  /// All that has no readable address.
  public static let none = PeerNetwork(prefix: .max)

  private init(prefix: UInt64) { self.prefix = prefix }

  /// The network of an address such as `192.0.2.7`, `192.0.2.7:5023`, `2001:db8::7` or
  /// `[2001:db8::7%eth0]:5023`; ``none`` if it is none of these.
  public init(of address: String) {
    let bytes = Array(address.utf8)
    var host = bytes[...]
    if host.first == UInt8(ascii: "[") {
      guard let end = host.firstIndex(of: UInt8(ascii: "]")) else {
        self = .none
        return
      }
      host = host[1..<end]
    } else if let colon = host.firstIndex(of: Self.colon),
      !host[(colon + 1)...].contains(Self.colon)
    {
      host = host[..<colon]
    }
    if let percent = host.firstIndex(of: UInt8(ascii: "%")) { host = host[..<percent] }
    self = Self.version4(host) ?? Self.version6(host) ?? .none
  }

  private static let colon = UInt8(ascii: ":")
  private static let dot = UInt8(ascii: ".")
  /// How an IPv4 address begins in IPv6 clothes, as sockets for both families show it.
  private static let mapped = Array("::ffff:".utf8)

  private static func version4(_ text: ArraySlice<UInt8>) -> PeerNetwork? {
    var prefix: UInt64 = 0
    var part = 0
    var digits = 0
    var dots: UInt64 = 0
    for byte in text {
      if byte == dot, digits > 0 {
        prefix = prefix << 8 | UInt64(part)
        dots += 1
        (part, digits) = (0, 0)
      } else if (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte), digits < 3 {
        part = part * 10 + Int(byte - UInt8(ascii: "0"))
        digits += 1
      } else {
        return nil
      }
      guard part <= 255, dots <= 3 else { return nil }
    }
    // The last part is not in the prefix, which so has 24 bits.
    return dots == 3 && digits > 0 ? PeerNetwork(prefix: mark | prefix) : nil
  }

  private static func version6(_ text: ArraySlice<UInt8>) -> PeerNetwork? {
    if text.starts(with: mapped, by: { $0 | 0x20 == $1 | 0x20 }),
      let plain = version4(text.dropFirst(mapped.count))
    {
      return plain
    }
    guard text.contains(colon) else { return nil }
    var groups: [UInt64] = []
    for part in text.split(separator: colon, maxSplits: 3, omittingEmptySubsequences: false) {
      // Two colons stand for zeros: what follows lies at the address's other end.
      guard !part.isEmpty, groups.count < 3 else { break }
      guard let value = UInt16(String(decoding: part, as: UTF8.self), radix: 16) else { return nil }
      groups.append(UInt64(value))
    }
    while groups.count < 3 { groups.append(0) }
    return PeerNetwork(prefix: groups[0] << 32 | groups[1] << 16 | groups[2])
  }
}

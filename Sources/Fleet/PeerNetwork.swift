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
  public init(of address: some StringProtocol) {
    var text = address[...]
    if text.first == "[" {
      guard let end = text.firstIndex(of: "]") else {
        self = .none
        return
      }
      text = text[text.index(after: text.startIndex)..<end]
    } else if text.count(where: { $0 == ":" }) == 1, let colon = text.firstIndex(of: ":") {
      text = text[..<colon]
    }
    if let percent = text.firstIndex(of: "%") { text = text[..<percent] }
    self = Self.version4(String(text)) ?? Self.version6(String(text)) ?? .none
  }

  private static func version4(_ text: String) -> PeerNetwork? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 4 else { return nil }
    var prefix: UInt64 = 0
    for part in parts {
      guard let value = UInt8(part) else { return nil }
      prefix = prefix << 8 | UInt64(value)
    }
    return PeerNetwork(prefix: mark | prefix >> 8)
  }

  private static func version6(_ text: String) -> PeerNetwork? {
    let lower = text.lowercased()
    // An IPv4 address in IPv6 clothes, as sockets for both families show it.
    if lower.hasPrefix("::ffff:"), let plain = version4(String(lower.dropFirst(7))) { return plain }
    guard lower.contains(":") else { return nil }
    let head = lower.firstRange(of: "::").map { lower[..<$0.lowerBound] } ?? lower[...]
    var groups: [UInt64] = []
    for part in head.split(separator: ":").prefix(3) {
      guard let value = UInt16(part, radix: 16) else { return nil }
      groups.append(UInt64(value))
    }
    while groups.count < 3 { groups.append(0) }
    return PeerNetwork(prefix: groups[0] << 32 | groups[1] << 16 | groups[2])
  }
}

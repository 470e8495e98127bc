#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Addresses as people write them.
enum NetworkText {
  /// Whether a text is an IPv4 or IPv6 address.
  static func isAddress(_ text: String) -> Bool { bits(of: text) != nil }

  /// Whether a text is an address, or a network such as `10.0.0.0/8`.
  static func isNetwork(_ text: String) -> Bool {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard let first = parts.first, let bits = bits(of: String(first)) else { return false }
    guard parts.count > 1 else { return true }
    guard parts.count == 2, let length = Int(parts[1]) else { return false }
    return (0...bits).contains(length)
  }

  /// Whether an address reaches this machine only.
  static func isLoopback(_ text: String) -> Bool {
    (text.hasPrefix("127.") && bits(of: text) == 32) || text == "::1"
  }

  private static func bits(of text: String) -> Int? {
    var version4 = in_addr()
    var version6 = in6_addr()
    // Both results are as large as the call says by its family, and are not looked at.
    if inet_pton(AF_INET, text, &version4) == 1 { return 32 }
    if inet_pton(AF_INET6, text, &version6) == 1 { return 128 }
    return nil
  }
}

public import EventLoop

/// The line or block that a load balancer puts before a connection to say who is behind it
/// (PROXY protocol, versions 1 and 2).
public struct ProxyHeader: Sendable, Hashable {
  /// The most bytes of a header that are read; more is refused.
  public static let longest = 1_024

  /// What the bytes are.
  public enum Parsed: Sendable, Hashable {
    /// Not enough of them to say.
    case needMore
    /// A header, and how many bytes it takes.
    case header(ProxyHeader, length: Int)
    /// No header; the reason is for people.
    case invalid(reason: String)
  }

  /// Who is behind the proxy; nil if the proxy speaks for itself (a health check).
  public var client: Address?
  /// The address that the client had dialled; nil as above.
  public var dialled: Address?

  /// A header; without addresses the proxy speaks for itself.
  public init(client: Address? = nil, dialled: Address? = nil) {
    self.client = client
    self.dialled = dialled
  }

  /// Reads the bytes at the start of a connection from a proxy.
  public static func parse(_ bytes: Span<UInt8>) -> Parsed {
    guard bytes.count > 0 else { return .needMore }
    if bytes[0] == signature[0] { return parseBinary(bytes) }
    return parseLine(bytes)
  }

  // MARK: Version 1

  private static let word: [UInt8] = Array("PROXY ".utf8)
  /// The longest line of version 1, with its end.
  private static let longestLine = 107

  private static func parseLine(_ bytes: Span<UInt8>) -> Parsed {
    for index in 0..<min(bytes.count, word.count) where bytes[index] != word[index] {
      return .invalid(reason: "a proxy's connection must begin with a PROXY header")
    }
    var end = word.count
    while end < min(bytes.count, longestLine), bytes[end] != 10 { end += 1 }
    guard end < bytes.count, end < longestLine else {
      return bytes.count < longestLine
        ? .needMore : .invalid(reason: "the PROXY line has more than \(longestLine) bytes")
    }
    guard bytes[end - 1] == 13 else {
      return .invalid(reason: "the PROXY line must end with CR LF")
    }
    var text = ""
    for index in word.count..<(end - 1) {
      guard (0x20...0x7E).contains(bytes[index]) else {
        return .invalid(reason: "the PROXY line holds a byte that is no text")
      }
      text.unicodeScalars.append(Unicode.Scalar(bytes[index]))
    }
    guard let header = header(fromLine: text) else {
      return .invalid(reason: "the PROXY line 'PROXY \(text)' has no usable addresses")
    }
    return .header(header, length: end + 1)
  }

  private static func header(fromLine text: String) -> ProxyHeader? {
    let parts = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    if parts.first == "UNKNOWN" { return ProxyHeader() }
    guard parts.count == 5, let family = ["TCP4": IPAddress.Family.v4, "TCP6": .v6][parts[0]],
      let source = IPAddress(parts[1]), let target = IPAddress(parts[2]),
      source.family == family, target.family == family,
      let sourcePort = UInt16(parts[3]), let targetPort = UInt16(parts[4])
    else { return nil }
    return ProxyHeader(
      client: Address(source.unmapped, port: sourcePort),
      dialled: Address(target.unmapped, port: targetPort))
  }

  // MARK: Version 2

  private static let signature: [UInt8] = [
    0x0D, 0x0A, 0x0D, 0x0A, 0x00, 0x0D, 0x0A, 0x51, 0x55, 0x49, 0x54, 0x0A,
  ]

  private static func parseBinary(_ bytes: Span<UInt8>) -> Parsed {
    for index in 0..<min(bytes.count, signature.count) where bytes[index] != signature[index] {
      return .invalid(reason: "a proxy's connection must begin with a PROXY header")
    }
    guard bytes.count >= 16 else { return .needMore }
    let count = Int(bytes[14]) << 8 | Int(bytes[15])
    let total = 16 + count
    guard bytes[12] >> 4 == 2 else {
      return .invalid(reason: "the PROXY header has version \(bytes[12] >> 4); 1 and 2 are known")
    }
    guard total <= longest else {
      return .invalid(reason: "the PROXY header has \(total) bytes, more than \(longest)")
    }
    guard bytes.count >= total else { return .needMore }
    switch (bytes[12] & 15, bytes[13]) {
    case (0, _), (1, 0): return .header(ProxyHeader(), length: total)
    case (1, 0x11) where count >= 12: return .header(addresses(bytes, 4), length: total)
    case (1, 0x21) where count >= 36: return .header(addresses(bytes, 16), length: total)
    default: return .invalid(reason: "the PROXY header is not about a TCP connection")
    }
  }

  private static func addresses(_ bytes: Span<UInt8>, _ width: Int) -> ProxyHeader {
    func address(at start: Int, port: Int) -> Address? {
      var raw: [UInt8] = []
      for index in start..<start + width { raw.append(bytes[index]) }
      let number = UInt16(bytes[port]) << 8 | UInt16(bytes[port + 1])
      return IPAddress(bytes: raw).map { Address($0.unmapped, port: number) }
    }
    let ports = 16 + 2 * width
    return ProxyHeader(
      client: address(at: 16, port: ports), dialled: address(at: 16 + width, port: ports + 2))
  }
}

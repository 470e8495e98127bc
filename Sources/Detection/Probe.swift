import Wire

/// Traffic that is known not to come from a tracker: scanners and lost browsers.
public enum Probe: String, Sendable, Hashable, CaseIterable {
  /// A web browser or scanner.
  case http
  /// A TLS handshake.
  case tls
  /// A secure shell.
  case ssh
  /// A remote desktop.
  case rdp
  /// A SOCKS proxy request.
  case socks

  /// What it looks like, in words.
  public var sentence: String {
    switch self {
    case .http: "this is a web request; the page is on the web port"
    case .tls: "this is the start of an encrypted connection, which this port does not take"
    case .ssh: "this is a secure shell client"
    case .rdp: "this is a remote desktop client"
    case .socks: "this is a request to a SOCKS proxy"
    }
  }

  /// What a conversation that begins with these bytes is, if it is one of these.
  public static func of(_ bytes: Span<UInt8>) -> Probe? {
    guard bytes.count >= 3 else { return nil }
    if bytes[0] == 0x16, bytes[1] == 0x03, bytes[2] <= 0x04 { return .tls }
    if bytes.starts(with: "SSH-") { return .ssh }
    if bytes[0] == 0x03, bytes[1] == 0x00, bytes[2] == 0x00 { return .rdp }
    if bytes[0] == 0x05, bytes[1] <= 0x03, bytes[2] <= 0x02, bytes.count == 2 + Int(bytes[1]) {
      return .socks
    }
    for method in ["GET ", "POST ", "HEAD ", "PUT ", "OPTIONS ", "CONNECT ", "PRI * "]
    where bytes.starts(with: method) {
      return .http
    }
    return nil
  }
}

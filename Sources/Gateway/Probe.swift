/// What knocks at the port without being a tracker; counted, never answered.
public enum Probe: UInt8, Sendable, Hashable, CaseIterable {
  /// A TLS handshake.
  case tls
  /// A request for a web page.
  case http
  /// Secure shell.
  case ssh
  /// Remote desktop.
  case remoteDesktop
  /// Windows file sharing.
  case fileSharing
  /// Anything else that no protocol knows.
  case other

  /// The kind in words, as it stands in the list of connections.
  public var title: String {
    switch self {
    case .tls: "a TLS handshake; this port speaks without TLS"
    case .http: "a request for a web page; the page has another port"
    case .ssh: "secure shell"
    case .remoteDesktop: "remote desktop"
    case .fileSharing: "Windows file sharing"
    case .other: "no tracker protocol that the server knows"
    }
  }

  /// A word for the metrics.
  public var label: String {
    switch self {
    case .tls: "tls"
    case .http: "http"
    case .ssh: "ssh"
    case .remoteDesktop: "rdp"
    case .fileSharing: "smb"
    case .other: "other"
    }
  }

  /// What the first bytes of a conversation look like, after no protocol knew them.
  public init(_ bytes: Span<UInt8>) {
    let methods: [StaticString] = [
      "GET ", "POST ", "HEAD ", "PUT ", "OPTIONS ", "DELETE ", "CONNECT ", "TRACE ", "PATCH ",
      "PRI * HTTP",
    ]
    if bytes.count >= 3, bytes[0] == 0x16, bytes[1] == 3, bytes[2] <= 4 {
      self = .tls
    } else if Self.starts(bytes, "SSH-") {
      self = .ssh
    } else if methods.contains(where: { Self.starts(bytes, $0) }) {
      self = .http
    } else if bytes.count >= 6, bytes[0] == 3, bytes[1] == 0, bytes[5] == 0xE0 {
      self = .remoteDesktop
    } else if bytes.count >= 8, bytes[0] == 0, bytes[4] == 0xFF || bytes[4] == 0xFE,
      bytes[5] == 0x53, bytes[6] == 0x4D, bytes[7] == 0x42
    {
      self = .fileSharing
    } else {
      self = .other
    }
  }

  private static func starts(_ bytes: Span<UInt8>, _ word: StaticString) -> Bool {
    guard bytes.count >= word.utf8CodeUnitCount else { return false }
    var index = 0
    for byte in word.description.utf8 {
      if bytes[index] != byte { return false }
      index += 1
    }
    return true
  }
}

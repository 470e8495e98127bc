/// Where and within which limits a ``WebServer`` works.
public struct WebServerConfiguration: Sendable {
  /// Numeric addresses to listen on; `0.0.0.0` and `::` stand for all of a family.
  public var addresses: [String]
  /// The port; 0 takes any free one, the same for all addresses.
  public var port: UInt16
  /// The most connections at once; further ones are closed right away.
  public var mostConnections = 4_096
  /// The longest request line and header fields together, in bytes.
  public var mostHeaderBytes: UInt16 = 16_384
  /// The longest body of a request, in bytes; a longer one is answered with 413.
  public var mostBodyBytes = 1_048_576
  /// The most bytes that wait for one WebSocket client.
  public var mostSocketBytes = 262_144
  /// The longest message of a WebSocket client, in bytes.
  public var mostMessageBytes = 65_536
  /// Seconds that a client has for its header fields.
  public var headerSeconds = 15
  /// Seconds that a client has for the body of one request.
  public var bodySeconds = 30
  /// Seconds that the handler has for an answer; then the client is told 503.
  public var answerSeconds = 60
  /// Seconds in which a client must take something of an answer.
  public var stallSeconds = 30
  /// Seconds that a connection may rest between requests.
  public var keepAliveSeconds = 60
  /// Seconds of silence after which a WebSocket client is pinged; after twice as many it is
  /// closed.
  public var pingSeconds: UInt16 = 60
  /// Names of header fields besides the usual ones that the handler wants to see, in lower case.
  public var furtherHeaders: [String] = []
  /// Header fields that every answer carries.
  public var commonFields: [HTTPResponse.Field] = SecurityHeaders.fields

  /// A server on some addresses; by default on this machine only, on any free port.
  public init(addresses: [String] = ["127.0.0.1"], port: UInt16 = 0) {
    self.addresses = addresses
    self.port = port
  }
}

/// The header fields that tell a browser to be careful.
public enum SecurityHeaders {
  /// Nothing inline and nothing from elsewhere but pictures and map data, whose servers an
  /// operator chooses; MapLibre runs its workers from blobs.
  public static let contentSecurityPolicy = [
    "default-src 'self'", "script-src 'self'", "style-src 'self'",
    "img-src 'self' data: blob: https:", "connect-src 'self' https: wss: ws:",
    "font-src 'self' data:", "worker-src 'self' blob:", "child-src blob:", "object-src 'none'",
    "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'",
  ].joined(separator: "; ")

  /// The fields of every answer.
  public static let fields = [
    HTTPResponse.Field("Content-Security-Policy", contentSecurityPolicy),
    HTTPResponse.Field("X-Content-Type-Options", "nosniff"),
    HTTPResponse.Field("Referrer-Policy", "same-origin"),
    HTTPResponse.Field("X-Frame-Options", "DENY"),
    HTTPResponse.Field("Cross-Origin-Opener-Policy", "same-origin"),
  ]
}

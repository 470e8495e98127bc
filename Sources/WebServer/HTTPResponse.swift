/// What is answered to a request.
public struct HTTPResponse: Sendable {
  /// One header field.
  public struct Field: Sendable, Hashable {
    /// The name.
    public var name: String
    /// The value; control characters in it are left out when it is sent.
    public var value: String

    /// A header field.
    public init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// The body of an answer.
  public enum Body: Sendable {
    /// No body.
    case none
    /// All of it at once.
    case bytes([UInt8])
    /// Piece by piece: the closure is called on the web thread whenever the connection can take
    /// another one, and has it supplied, at once or from another thread.
    case stream(@Sendable (BodyDemand) -> Void)
  }

  /// The status code.
  public var status: Int
  /// The header fields, besides those that every answer gets (length, connection, security).
  public var fields: [Field]
  /// The body.
  public var body: Body
  /// Whether the connection is closed after the answer.
  public var closesConnection = false

  /// An answer.
  public init(status: Int, fields: [Field] = [], body: Body = .none) {
    self.status = status
    self.fields = fields
    self.body = body
  }

  /// An answer with a body of a content type.
  public init(status: Int = 200, contentType: String, _ bytes: [UInt8]) {
    self.init(status: status, fields: [Field("Content-Type", contentType)], body: .bytes(bytes))
  }

  /// An answer with plain text.
  public static func text(_ text: String, status: Int = 200) -> HTTPResponse {
    HTTPResponse(status: status, contentType: "text/plain; charset=utf-8", Array(text.utf8))
  }

  /// An error that says what to do, as `application/problem+json` (RFC 9457).
  public static func problem(_ status: Int, _ detail: String) -> HTTPResponse {
    var json = Array("{\"type\":\"about:blank\",\"title\":\"".utf8)
    json.append(contentsOf: reason(status).utf8)
    json.append(contentsOf: "\",\"status\":\(status),\"detail\":".utf8)
    JSONText.append(detail, to: &json)
    json.append(UInt8(ascii: "}"))
    return HTTPResponse(status: status, contentType: "application/problem+json", json)
  }

  /// The standard phrase of a status code.
  public static func reason(_ status: Int) -> String {
    reasons[status] ?? (status < 400 ? "OK" : "Error")
  }

  private static let reasons: [Int: String] = [
    101: "Switching Protocols", 200: "OK", 201: "Created", 202: "Accepted", 204: "No Content",
    301: "Moved Permanently", 302: "Found", 303: "See Other", 304: "Not Modified",
    400: "Bad Request", 401: "Unauthorized", 403: "Forbidden", 404: "Not Found",
    405: "Method Not Allowed", 406: "Not Acceptable", 408: "Request Timeout", 409: "Conflict",
    410: "Gone", 411: "Length Required", 412: "Precondition Failed", 413: "Content Too Large",
    414: "URI Too Long", 415: "Unsupported Media Type", 422: "Unprocessable Content",
    429: "Too Many Requests", 500: "Internal Server Error", 501: "Not Implemented",
    503: "Service Unavailable",
  ]
}

/// Writes text as a JSON string.
public enum JSONText {
  /// Appends a text in quotation marks, with everything escaped that JSON wants escaped and,
  /// because the result may end up inside a page, `<`, `>` and `&` as well.
  public static func append(_ text: String, to output: inout [UInt8]) {
    output.append(UInt8(ascii: "\""))
    var copy = text
    copy.withUTF8 { bytes in
      for byte in bytes { append(byte, to: &output) }
    }
    output.append(UInt8(ascii: "\""))
  }

  private static func append(_ byte: UInt8, to output: inout [UInt8]) {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"):
      output.append(UInt8(ascii: "\\"))
      output.append(byte)
    case 0x0A: output.append(contentsOf: [UInt8(ascii: "\\"), UInt8(ascii: "n")])
    case 0..<0x20, UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"), 0x7F:
      output.append(contentsOf: "\\u00".utf8)
      output.append(digit(byte >> 4))
      output.append(digit(byte & 15))
    default: output.append(byte)
    }
  }

  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }
}

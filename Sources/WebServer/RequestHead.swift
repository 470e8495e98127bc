import CWebSockets

/// The line and the header fields of a request, read from the library while it still has them.
struct RequestHead {
  /// The request without its body.
  var request: HTTPRequest
  /// How long the body is.
  var expectedBody = 0
  /// Whether the client speaks HTTP/1.0.
  var isVersion10 = false
  /// Whether the client wants to go on after this request.
  var keepsAlive = true
  /// Why the request is refused without asking the handler.
  var problem: HTTPResponse?

  init(_ wsi: OpaquePointer, mostBodyBytes: Int, furtherHeaders: [String]) {
    let line = Self.line(wsi)
    request = HTTPRequest(
      method: line?.method ?? .get, path: line?.path ?? "/", query: Self.query(wsi),
      headers: Self.headers(wsi, furtherHeaders), peer: Self.peer(wsi))
    isVersion10 = Self.header(wsi, WSI_TOKEN_HTTP)?.hasSuffix("1.0") ?? false
    let connection = request.headers["connection"]?.lowercased() ?? ""
    keepsAlive = isVersion10 ? connection.contains("keep-alive") : !connection.contains("close")
    if line == nil {
      refuse(501, "This server does not know the method. Use GET, POST, PUT or DELETE.")
    } else if let encoding = request.headers["content-encoding"], encoding != "identity" {
      refuse(415, "Send the body as it is: this server does not unpack bodies (\(encoding)).")
    } else if request.headers["transfer-encoding"] != nil {
      refuse(411, "Send the body in one piece, with its length in Content-Length.")
    } else {
      readLength(mostBodyBytes)
    }
  }

  private mutating func readLength(_ mostBodyBytes: Int) {
    guard let text = request.headers["content-length"] else {
      // No length is no body (RFC 9112, 6.3). The library waits for one all the same and would take
      // the next request for it, so this is the connection's last.
      let mayHaveBody =
        request.method == .post || request.method == .put || request.method == .patch
      if mayHaveBody { keepsAlive = false }
      return
    }
    // Two lengths reach us joined, and are therefore no number.
    let isNumber = !text.isEmpty && text.utf8.allSatisfy { (48...57).contains($0) }
    guard isNumber else {
      refuse(400, "Content-Length must be one whole number.")
      return
    }
    guard let length = Int(text), length <= mostBodyBytes else {
      refuse(413, "The body is longer than the \(mostBodyBytes) bytes that are allowed here.")
      return
    }
    expectedBody = length
  }

  /// The answer to a request with a body that was sent before the answer to the one before it.
  static var early: HTTPResponse {
    var response = HTTPResponse.problem(
      503, "Wait for the answer before you send a request with a body on the same connection.")
    response.fields.append(HTTPResponse.Field("Retry-After", "0"))
    response.closesConnection = true
    return response
  }

  private mutating func refuse(_ status: Int, _ detail: String) {
    var response = HTTPResponse.problem(status, detail)
    response.closesConnection = true
    problem = response
  }

  // MARK: Reading from the library

  private static let methods: [(token: lws_token_indexes, method: HTTPMethod)] = [
    (WSI_TOKEN_GET_URI, .get), (WSI_TOKEN_POST_URI, .post), (WSI_TOKEN_PUT_URI, .put),
    (WSI_TOKEN_DELETE_URI, .delete), (WSI_TOKEN_HEAD_URI, .head),
    (WSI_TOKEN_OPTIONS_URI, .options), (WSI_TOKEN_PATCH_URI, .patch),
  ]

  private static let known: [(name: String, token: lws_token_indexes)] = [
    ("host", WSI_TOKEN_HOST), ("origin", WSI_TOKEN_ORIGIN),
    ("authorization", WSI_TOKEN_HTTP_AUTHORIZATION), ("cookie", WSI_TOKEN_HTTP_COOKIE),
    ("content-length", WSI_TOKEN_HTTP_CONTENT_LENGTH),
    ("content-type", WSI_TOKEN_HTTP_CONTENT_TYPE), ("accept", WSI_TOKEN_HTTP_ACCEPT),
    ("accept-encoding", WSI_TOKEN_HTTP_ACCEPT_ENCODING),
    ("if-none-match", WSI_TOKEN_HTTP_IF_NONE_MATCH), ("user-agent", WSI_TOKEN_HTTP_USER_AGENT),
    ("content-encoding", WSI_TOKEN_HTTP_CONTENT_ENCODING),
    ("transfer-encoding", WSI_TOKEN_HTTP_TRANSFER_ENCODING),
    ("connection", WSI_TOKEN_CONNECTION), ("x-forwarded-for", WSI_TOKEN_X_FORWARDED_FOR),
  ]

  private static func line(_ wsi: OpaquePointer) -> (method: HTTPMethod, path: String)? {
    for (token, method) in methods {
      if let path = header(wsi, token) { return (method, path) }
    }
    return nil
  }

  private static func headers(_ wsi: OpaquePointer, _ further: [String]) -> [String: String] {
    var headers: [String: String] = [:]
    for (name, token) in known {
      if let value = header(wsi, token) { headers[name] = value }
    }
    for name in further {
      if let value = customHeader(wsi, name + ":") { headers[name] = value }
    }
    return headers
  }

  /// A header field's value, several of one name joined; nil if it is missing or empty.
  private static func header(_ wsi: OpaquePointer, _ token: lws_token_indexes) -> String? {
    let length = Int(lws_hdr_total_length(wsi, token))
    guard length > 0 else { return nil }
    return copy(room: length + 1) { lws_hdr_copy(wsi, $0, $1, token) }
  }

  private static func customHeader(_ wsi: OpaquePointer, _ name: String) -> String? {
    let length = Int(lws_hdr_custom_length(wsi, name, Int32(name.utf8.count)))
    guard length > 0 else { return nil }
    return copy(room: length + 1) {
      lws_hdr_custom_copy(wsi, $0, $1, name, Int32(name.utf8.count))
    }
  }

  private static func query(_ wsi: OpaquePointer) -> Parameters {
    var parameters = Parameters()
    for index in 0..<Int32(Parameters.mostItems) {
      let length = Int(lws_hdr_fragment_length(wsi, WSI_TOKEN_HTTP_URI_ARGS, index))
      guard length > 0 else { break }
      let item = copy(room: length + 1) {
        lws_hdr_copy_fragment(wsi, $0, $1, WSI_TOKEN_HTTP_URI_ARGS, index)
      }
      guard let item else { break }
      let parts = item.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      parameters.append(String(parts[0]), parts.count > 1 ? String(parts[1]) : "")
    }
    return parameters
  }

  private static func peer(_ wsi: OpaquePointer) -> String {
    let name = withUnsafeTemporaryAllocation(of: CChar.self, capacity: 64) { buffer -> String in
      guard let base = buffer.baseAddress else { return "" }
      // Null if the socket is no longer connected.
      guard let text = lws_get_peer_simple(wsi, base, buffer.count) else { return "" }
      return String(cString: text)
    }
    return name.hasPrefix("::ffff:") ? String(name.dropFirst(7)) : name
  }

  /// Has the library write a text and a closing zero into a buffer; the closure returns the length
  /// without the zero, or a negative number.
  private static func copy(
    room: Int, _ write: (UnsafeMutablePointer<CChar>, Int32) -> Int32
  ) -> String? {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: room) { buffer in
      guard let base = buffer.baseAddress else { return nil }
      let length = Int(write(base, Int32(room)))
      guard length >= 0, length < room else { return nil }
      return String(
        decoding: UnsafeRawBufferPointer(start: base, count: length), as: UTF8.self)
    }
  }
}

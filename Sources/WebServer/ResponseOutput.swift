/// An answer on its way out, in pieces.
struct ResponseOutput {
  /// The most bytes that are handed to the network at once.
  static let pieceBytes = 65_536

  private var head: [UInt8]
  private var rest: ArraySlice<UInt8> = []
  private var supplier: (@Sendable (BodyDemand) -> Void)?
  private let isChunked: Bool
  private var hasFailed = false
  /// Whether a piece was asked for and has not come.
  private(set) var isWaiting = false
  /// Whether the connection ends with this answer.
  let closesConnection: Bool
  /// Whether everything was handed out.
  private(set) var isFinished = false

  /// Prepares an answer to a request; `keepsAlive` is whether the client wants to go on.
  init(
    _ response: HTTPResponse, to method: HTTPMethod, common: [HTTPResponse.Field],
    isVersion10: Bool, keepsAlive: Bool
  ) {
    var endsBody = false
    if case .stream = response.body { endsBody = isVersion10 }
    // Without a length and without chunks only the end of the connection ends the body.
    closesConnection = response.closesConnection || !keepsAlive || endsBody
    head = Array("HTTP/1.1 \(response.status) \(HTTPResponse.reason(response.status))\r\n".utf8)
    var isChunked = false
    switch response.body {
    case .none:
      if response.status != 204 && response.status != 304 { Self.add("Content-Length", "0", &head) }
    case .bytes(let bytes):
      Self.add("Content-Length", String(bytes.count), &head)
      if method != .head { rest = bytes[...] }
    case .stream(let supplier):
      isChunked = !isVersion10
      if isChunked { Self.add("Transfer-Encoding", "chunked", &head) }
      if method != .head { self.supplier = supplier }
    }
    self.isChunked = isChunked
    for field in response.fields { Self.add(field.name, field.value, &head) }
    let given = Set(response.fields.map { $0.name.lowercased() })
    for field in common where !given.contains(field.name.lowercased()) {
      Self.add(field.name, field.value, &head)
    }
    Self.add("Connection", closesConnection ? "close" : "keep-alive", &head)
    head.append(contentsOf: [13, 10])
  }

  /// What is to be done next.
  enum Step {
    /// The bytes that were filled in are to be written.
    case write
    /// A piece is to be asked for.
    case demand(@Sendable (BodyDemand) -> Void)
    /// A piece was asked for and has not come.
    case wait
    /// The connection is to be closed without an end of the body.
    case abort
  }

  /// Fills a buffer with the next bytes; ``isFinished`` says whether they are the last.
  mutating func fill(_ buffer: inout [UInt8]) -> Step {
    if hasFailed { return .abort }
    let before = buffer.count
    buffer.append(contentsOf: head)
    let room = max(Self.pieceBytes - head.count, 1_024)
    head = []
    buffer.append(contentsOf: rest.prefix(room))
    rest = rest.dropFirst(room)
    isFinished = rest.isEmpty && supplier == nil
    if buffer.count > before || isFinished { return .write }
    guard let supplier, !isWaiting else { return .wait }
    isWaiting = true
    return .demand(supplier)
  }

  /// Takes a piece that was asked for.
  mutating func supply(_ piece: BodyPiece) {
    isWaiting = false
    switch piece {
    case .failure: hasFailed = true
    case .end(let bytes):
      rest = chunk(bytes) + (isChunked ? Array("0\r\n\r\n".utf8) : [])
      supplier = nil
    case .bytes(let bytes): rest = chunk(bytes)
    }
  }

  private func chunk(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
    // An empty chunk would end the body.
    guard isChunked, !bytes.isEmpty else { return bytes[...] }
    var chunk = Array((String(bytes.count, radix: 16) + "\r\n").utf8)
    chunk.append(contentsOf: bytes)
    chunk.append(contentsOf: [13, 10])
    return chunk[...]
  }

  private static func add(_ name: String, _ value: String, _ head: inout [UInt8]) {
    head.append(contentsOf: name.utf8.filter { $0 > 32 && $0 < 127 && $0 != UInt8(ascii: ":") })
    head.append(contentsOf: ": ".utf8)
    // A line break in a value would start another field: none gets through.
    head.append(contentsOf: value.utf8.filter { $0 >= 32 && $0 != 127 })
    head.append(contentsOf: [13, 10])
  }
}

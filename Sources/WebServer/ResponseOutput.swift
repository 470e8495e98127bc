/// An answer on its way out, in pieces.
struct ResponseOutput {
  /// The most bytes that are handed to the network at once.
  static let pieceBytes = 65_536

  private var head: [UInt8]
  private var rest: ArraySlice<UInt8> = []
  private var next: (@Sendable () -> [UInt8]?)?
  private let isChunked: Bool
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
    if case .pieces = response.body { endsBody = isVersion10 }
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
    case .pieces(let producer):
      isChunked = !isVersion10
      if isChunked { Self.add("Transfer-Encoding", "chunked", &head) }
      if method != .head { next = producer }
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

  /// Fills a buffer with the next bytes; ``isFinished`` says whether they are the last.
  mutating func fill(_ buffer: inout [UInt8]) {
    buffer.append(contentsOf: head)
    head = []
    if let next {
      guard let piece = next() else {
        if isChunked { buffer.append(contentsOf: "0\r\n\r\n".utf8) }
        self.next = nil
        isFinished = true
        return
      }
      // An empty chunk would end the body.
      guard !piece.isEmpty else { return }
      if isChunked { buffer.append(contentsOf: (String(piece.count, radix: 16) + "\r\n").utf8) }
      buffer.append(contentsOf: piece)
      if isChunked { buffer.append(contentsOf: [13, 10]) }
      return
    }
    let room = max(Self.pieceBytes - buffer.count, 1_024)
    buffer.append(contentsOf: rest.prefix(room))
    rest = rest.dropFirst(room)
    isFinished = rest.isEmpty
  }

  private static func add(_ name: String, _ value: String, _ head: inout [UInt8]) {
    head.append(contentsOf: name.utf8.filter { $0 > 32 && $0 < 127 && $0 != UInt8(ascii: ":") })
    head.append(contentsOf: ": ".utf8)
    // A line break in a value would start another field: none gets through.
    head.append(contentsOf: value.utf8.filter { $0 >= 32 && $0 != 127 })
    head.append(contentsOf: [13, 10])
  }
}

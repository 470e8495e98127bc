import Telemetry
import Wire

/// A tracker protocol whose messages are web requests.
///
/// All of them are cut, recognised and answered alike; what parts them (path, keys of the query,
/// kind of body) each says in ``claim(_:_:head:)``. A request that none of them claims is a
/// browser's or a scanner's, and nobody's.
protocol HTTPTracker: TrackerProtocol {
  /// Whether a request is one of this protocol.
  ///
  /// - Parameters:
  ///   - line: the first line.
  ///   - message: the bytes that the ranges of the line mean; a body in chunks is already joined.
  ///   - head: where the body begins, the message then being whole; nil while only the line is
  ///     known, so that a stranger can be refused early.
  static func claim(_ line: HTTPRequestLine, _ message: Span<UInt8>, head: Int?) -> HTTPClaim
}

/// What a protocol says of a web request.
enum HTTPClaim {
  /// It is not one of its own.
  case no(at: Int, expected: String)
  /// It may be; the body must show.
  case open
  /// It is: what proves it, besides what holds for every whole request.
  case yes(Proofs)
}

extension HTTPTracker {
  static func recognise(_ bytes: Span<UInt8>, _ stream: StreamState) -> Recognition {
    let line: HTTPRequestLine
    switch HTTPRequestLine.read(bytes) {
    case .no(let offset, let expected): return .no(at: offset, expected: expected)
    case .more(let count): return .more(count)
    case .line(let found): line = found
    }
    if case .no(let offset, let expected) = claim(line, bytes, head: nil) {
      return .no(at: offset, expected: expected)
    }
    switch HTTPRequest.read(line, bytes, Self.about.longestFrame) {
    case .no(let offset, let expected): return .no(at: offset, expected: expected)
    case .more(let count): return .more(count)
    case .request(let request):
      var message: [UInt8] = []
      if request.isChunked {
        request.join(bytes, into: &message)
        return recognition(request, message.span)
      }
      return recognition(request, bytes.extracting(0..<request.length))
    }
  }

  private static func recognition(
    _ request: HTTPRequest, _ message: Span<UInt8>
  ) -> Recognition {
    switch claim(request.line, message, head: request.head) {
    case .no(let offset, let expected): .no(at: offset, expected: expected)
    case .open: .no(at: request.head, expected: "a body that is known")
    case .yes(let proofs): .yes(proofs.union([.sync, .terminator]), frame: request.length)
    }
  }

  mutating func nextFrame(in bytes: Span<UInt8>, _ stream: StreamState) -> FrameStep {
    switch HTTPRequest.read(bytes, most: Self.about.longestFrame) {
    case .no: .skip(HTTPRequestLine.distanceToNext(bytes))
    case .more(let count): .needMore(count)
    case .request(let request): .frame(request.length)
    }
  }

  /// Joins a body that came in chunks.
  static func unwrap(_ frame: Span<UInt8>, into message: inout [UInt8]) -> Bool {
    // Chunks end with an empty line, which hardly any other request with a body does.
    guard frame.count > 4, frame[0] == UInt8(ascii: "P"),
      frame.starts(with: "\r\n\r\n", at: frame.count - 4),
      case .request(let request) = HTTPRequest.read(frame, most: frame.count), request.isChunked
    else { return false }
    request.join(frame, into: &message)
    return true
  }

  /// Makes one chunk of a body whose headers promise chunks.
  static func wrap(_ message: inout [UInt8]) {
    guard case .line(let line) = HTTPRequestLine.read(message.span) else { return }
    var headers = HTTPHeaders(
      message.span, from: line.length, limit: HTTPRequest.mostHeadBytes)
    while case .header = headers.next() {}
    guard headers.isChunked, headers.offset <= message.count else { return }
    let head = headers.offset
    let body = message[head...]
    let size = String(body.count, radix: 16)
    let chunk = body.isEmpty ? [] : Array(size.utf8) + [13, 10] + body + [13, 10]
    message.replaceSubrange(head..., with: chunk + Array("0\r\n\r\n".utf8))
  }

  /// Writes the length of the body into its header, and again where a client says it twice.
  static func reseal(_ frame: inout [UInt8]) {
    guard case .line(let line) = HTTPRequestLine.read(frame.span) else { return }
    var headers = HTTPHeaders(frame.span, from: line.length, limit: HTTPRequest.mostHeadBytes)
    var places: [Range<Int>] = []
    reading: while true {
      switch headers.next() {
      case .header:
        let place = headers.contentLength
        if !place.isEmpty, place != places.last { places.append(place) }
      case .end: break reading
      // Where the body begins is not known.
      case .no, .more: return
      }
    }
    let length = String(frame.count - headers.offset)
    for place in places.reversed() { frame.replaceSubrange(place, with: length.utf8) }
  }

  /// A client that gets no answer waits for it; one that gets an error keeps its message.
  static func refuse(_ frame: Span<UInt8>, _ error: DecodeError, into answer: inout [UInt8]) {
    HTTPStatus.badRequest.write(to: &answer)
  }
}

extension HTTPRequest {
  /// Appends line and headers as they are, and the body without what parts its chunks.
  func join(_ bytes: Span<UInt8>, into message: inout [UInt8]) {
    message.reserveCapacity(length)
    for index in 0..<head { message.append(bytes[index]) }
    var chunks = HTTPChunks(bytes, from: head)
    while case .chunk(let range) = chunks.next() {
      for index in range { message.append(bytes[index]) }
    }
  }
}

/// What a web request is answered with; all answers are empty, and the connection stays open.
enum HTTPStatus {
  /// The message is durable.
  case success
  /// The message could not be read.
  case badRequest

  /// Appends the answer.
  func write(to answer: inout [UInt8]) {
    let line =
      switch self {
      case .success: "HTTP/1.1 200 OK"
      case .badRequest: "HTTP/1.1 400 Bad Request"
      }
    answer.append(contentsOf: line.utf8)
    answer.append(contentsOf: "\r\nContent-Length: 0\r\n\r\n".utf8)
  }
}

import Wire

/// A whole web request (HTTP/1.0 or 1.1) at the front of a stream: line, headers, body.
///
/// `Expect: 100-continue` is not answered: nothing is answered before it is known who speaks, and
/// who waits for it goes on after a moment.
struct HTTPRequest: Sendable, Hashable {
  /// What the bytes at hand are.
  enum Reading: Sendable, Hashable {
    /// What stands at a byte is not what must stand there.
    case no(at: Int, expected: String)
    /// It takes at least so many bytes to say.
    case more(Int)
    /// A whole request.
    case request(HTTPRequest)
  }

  /// The most bytes of line and headers.
  static let mostHeadBytes = 8_192
  /// The most headers.
  static let mostHeaders = 64

  /// The first line.
  let line: HTTPRequestLine
  /// How long line and headers are, with the empty line behind them.
  let head: Int
  /// How long the whole is.
  let length: Int
  /// Whether the body comes in chunks.
  let isChunked: Bool
  /// Where the length of the body stands among the headers; empty if it does not.
  let contentLength: Range<Int>

  /// Where the body stands, in chunks if it comes in such.
  var body: Range<Int> { head..<length }

  /// Reads the request at the front of the bytes.
  ///
  /// - Parameter most: the most bytes that it may have.
  static func read(_ bytes: Span<UInt8>, most: Int) -> Reading {
    switch HTTPRequestLine.read(bytes) {
    case .no(let offset, let expected): .no(at: offset, expected: expected)
    case .more(let count): .more(count)
    case .line(let line): read(line, bytes, most)
    }
  }

  /// Reads what follows on a line.
  static func read(_ line: HTTPRequestLine, _ bytes: Span<UInt8>, _ most: Int) -> Reading {
    var headers = HTTPHeaders(bytes, from: line.length, limit: mostHeadBytes)
    while true {
      switch headers.next() {
      case .no(let offset, let expected): return .no(at: offset, expected: expected)
      case .more(let count): return .more(count)
      case .header: continue
      case .end: return body(line, headers, bytes, most)
      }
    }
  }

  private static func body(
    _ line: HTTPRequestLine, _ headers: borrowing HTTPHeaders, _ bytes: Span<UInt8>, _ most: Int
  ) -> Reading {
    let head = headers.offset
    guard headers.isChunked else {
      guard headers.bodyLength <= most - head else {
        return .no(at: headers.contentLength.lowerBound, expected: "a shorter body")
      }
      let length = head + headers.bodyLength
      guard length <= bytes.count else { return .more(length) }
      return .request(
        HTTPRequest(
          line: line, head: head, length: length, isChunked: false,
          contentLength: headers.contentLength))
    }
    var chunks = HTTPChunks(bytes, from: head)
    while true {
      switch chunks.next() {
      case .no(let offset, let expected): return .no(at: offset, expected: expected)
      case .more(let count):
        return count > most ? .no(at: head, expected: "a shorter body") : .more(count)
      case .chunk: continue
      case .end(let length):
        guard length <= most else { return .no(at: head, expected: "a shorter body") }
        return .request(
          HTTPRequest(
            line: line, head: head, length: length, isChunked: true,
            contentLength: headers.contentLength))
      }
    }
  }
}

import Wire

/// Reads the headers of a web request one after the other, and keeps what they say of the body.
struct HTTPHeaders: ~Copyable, ~Escapable {
  /// What comes next.
  enum Step {
    case no(at: Int, expected: String)
    case more(Int)
    case header
    /// The empty line was read.
    case end
  }

  private let bytes: Span<UInt8>
  /// The headers must end before this offset.
  private let limit: Int
  private var count = 0
  /// Where the next header begins; behind the empty line when that was read.
  private(set) var offset: Int
  /// How many bytes the body has.
  private(set) var bodyLength = 0
  /// Where that is said; empty if it is not.
  private(set) var contentLength = 0..<0
  /// Whether the body comes in chunks.
  private(set) var isChunked = false

  /// Headers that begin at an offset and must end before another.
  @_lifetime(copy bytes)
  init(_ bytes: Span<UInt8>, from offset: Int, limit: Int) {
    self.bytes = bytes
    self.offset = offset
    self.limit = limit
  }

  /// Reads one header, or the empty line.
  mutating func next() -> Step {
    let start = offset
    guard let end = bytes.firstIndex(of: 10, from: start, limit: limit) else {
      return bytes.count < limit
        ? .more(bytes.count + 1) : .no(at: start, expected: "the end of the headers")
    }
    guard end > start, bytes[end - 1] == 13 else { return .no(at: end, expected: "CR LF") }
    offset = end + 1
    if end == start + 1 {
      return isChunked && !contentLength.isEmpty
        ? .no(at: contentLength.lowerBound, expected: "no length beside chunks") : .end
    }
    count += 1
    guard count <= HTTPRequest.mostHeaders else { return .no(at: start, expected: "fewer headers") }
    guard let colon = bytes.firstIndex(of: UInt8(ascii: ":"), from: start, limit: end),
      Self.isName(bytes.extracting(start..<colon))
    else { return .no(at: start, expected: "the name of a header and ':'") }
    return take(start..<colon, trimmed(colon + 1..<end - 1))
  }

  private mutating func take(_ name: Range<Int>, _ value: Range<Int>) -> Step {
    let text = bytes.extracting(value)
    if bytes.extracting(name).equalsIgnoringCase("content-length") {
      guard let length = TextNumber.digits(text), contentLength.isEmpty || length == bodyLength
      else { return .no(at: value.lowerBound, expected: "the length of the body") }
      bodyLength = length
      contentLength = value
    } else if bytes.extracting(name).equalsIgnoringCase("transfer-encoding") {
      guard text.equalsIgnoringCase("chunked") else {
        return .no(at: value.lowerBound, expected: "'chunked'")
      }
      isChunked = true
    }
    return .header
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, bytes[start] == 32 || bytes[start] == 9 { start += 1 }
    while end > start, bytes[end - 1] == 32 || bytes[end - 1] == 9 { end -= 1 }
    return start..<end
  }

  private static func isName(_ text: Span<UInt8>) -> Bool {
    for index in text.indices where text[index] <= 0x20 || text[index] >= 0x7F { return false }
    return text.count > 0
  }
}

extension Span where Element == UInt8 {
  /// Whether the bytes are this text, which has small letters, in any case.
  func equalsIgnoringCase(_ text: String) -> Bool {
    startsIgnoringCase(text) && count == text.utf8.count
  }

  /// Whether the bytes start with this text, which has small letters, in any case.
  func startsIgnoringCase(_ text: String) -> Bool {
    guard count >= text.utf8.count else { return false }
    var index = 0
    for byte in text.utf8 {
      let own = (65...90).contains(self[index]) ? self[index] | 0x20 : self[index]
      guard own == byte else { return false }
      index &+= 1
    }
    return true
  }
}

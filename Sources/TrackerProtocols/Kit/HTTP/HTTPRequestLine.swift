import Wire

/// The first line of a web request: what is asked, of which path, with which query.
struct HTTPRequestLine: Sendable, Hashable {
  /// What the first bytes of a stranger are.
  enum Reading: Sendable, Hashable {
    /// What stands at a byte is not what must stand there.
    case no(at: Int, expected: String)
    /// It takes at least so many bytes to say.
    case more(Int)
    /// A whole line.
    case line(HTTPRequestLine)
  }

  /// The methods that can bring a message, each with the blank behind it.
  static let methods: [StaticString] = ["GET ", "POST ", "PUT ", "HEAD ", "PATCH "]
  /// The bytes that a request can begin with.
  static let firstBytes = [UInt8(ascii: "G"), UInt8(ascii: "P"), UInt8(ascii: "H")]
  /// The most bytes of a line.
  static let longest = 4_096

  /// How many bytes the method has.
  let method: Int
  /// Where the path stands, up to the question mark.
  let path: Range<Int>
  /// Where the query stands; empty if there is none.
  let query: Range<Int>
  /// How long the line is with its end.
  let length: Int

  /// Whether it is a request that usually has no body.
  let isPlain: Bool

  /// Reads the line at the front of the bytes.
  static func read(_ bytes: Span<UInt8>) -> Reading {
    guard let method = Self.method(bytes) else {
      return .no(at: 0, expected: "the method of a web request, such as 'GET '")
    }
    guard method <= bytes.count else { return .more(method) }
    guard method < bytes.count else { return .more(method + 1) }
    guard bytes[method] == UInt8(ascii: "/") || bytes[method] == UInt8(ascii: "h") else {
      return .no(at: method, expected: "a path")
    }
    var index = method
    var mark: Int?
    while index < bytes.count, bytes[index] > 0x20, bytes[index] < 0x7F, index < longest {
      if mark == nil, bytes[index] == UInt8(ascii: "?") { mark = index }
      index &+= 1
    }
    guard index < longest else { return .no(at: longest, expected: "the end of the request line") }
    guard index < bytes.count else { return .more(index + " HTTP/1.1\r\n".utf8.count) }
    let target = method..<index
    let version: StaticString = " HTTP/1."
    for byte in version.description.utf8 {
      guard index < bytes.count else { return .more(index + 1) }
      guard bytes[index] == byte else { return .no(at: index, expected: "' HTTP/1.1'") }
      index &+= 1
    }
    guard index &+ 2 < bytes.count else { return .more(index &+ 3) }
    guard TextNumber.digit(bytes[index]) != nil, bytes[index &+ 1] == 13, bytes[index &+ 2] == 10
    else { return .no(at: index, expected: "a version and the end of the line") }
    let end = mark ?? target.upperBound
    return .line(
      HTTPRequestLine(
        method: method - 1, path: method..<end,
        query: (mark == nil ? end : end + 1)..<target.upperBound, length: index &+ 3,
        isPlain: bytes[0] != UInt8(ascii: "P")))
  }

  /// The length of the method that the bytes begin with, or can begin with, and of the blank
  /// behind it; nil if they cannot.
  private static func method(_ bytes: Span<UInt8>) -> Int? {
    for method in methods where bytes.agrees(with: method) { return method.utf8CodeUnitCount }
    return nil
  }

  /// How far it is to the next bytes that a request can begin with, at least 1; the end if there
  /// are none.
  static func distanceToNext(_ bytes: Span<UInt8>) -> Int {
    var index = 1
    while index < bytes.count, method(bytes.extracting(droppingFirst: index)) == nil { index += 1 }
    return min(index, bytes.count)
  }
}

extension Span where Element == UInt8 {
  /// Whether the bytes are this text, as far as both go; there must be one.
  func agrees(with text: StaticString) -> Bool {
    var index = 0
    for byte in text.description.utf8 {
      guard index < count else { return index > 0 }
      guard self[index] == byte else { return false }
      index += 1
    }
    return true
  }
}

/// A piece of Swift source text.
struct Token: Equatable {
  enum Kind: Equatable {
    /// A name, a keyword or a `#directive`.
    case word
    case number
    /// A string literal with its quotes; the code of its interpolations follows it as tokens.
    case string
    case comment
    /// A bracket, comma, semicolon, colon or `@`; or a `!` or `?` that belongs to what it touches.
    case mark
    /// A run of operator characters.
    case symbol
  }

  let kind: Kind
  let text: String
  /// The line that it begins on, from 1.
  let line: Int
  /// Whether it stands directly at the piece before it.
  let touchesPrevious: Bool
}

/// Cuts Swift source text into tokens: enough of the language for the rules of this suite, which
/// must not mistake a comment or a text for code.
struct SwiftTokens {
  private let bytes: [UInt8]
  private let end: Int
  private var offset: Int
  private var line: Int
  private var tokens: [Token] = []
  /// The code in the string literal that is being cut.
  private var interpolations: [Range<Int>] = []

  /// The tokens of a text.
  static func all(in text: String) -> [Token] {
    let bytes = Array(text.utf8)
    var cutter = SwiftTokens(bytes, in: bytes.indices, line: 1)
    cutter.run()
    return cutter.tokens
  }

  private init(_ bytes: [UInt8], in range: Range<Int>, line: Int) {
    self.bytes = bytes
    self.offset = range.lowerBound
    self.end = range.upperBound
    self.line = line
  }

  private func byte(_ distance: Int = 0) -> UInt8 {
    offset + distance < end ? bytes[offset + distance] : 0
  }

  private func starts(with text: StaticString) -> Bool {
    for index in 0..<text.utf8CodeUnitCount {
      let expected = text.withUTF8Buffer { $0[index] }
      if byte(index) != expected { return false }
    }
    return true
  }

  private mutating func run() {
    var previousEnd = -1
    while offset < end {
      let start = offset
      let startLine = line
      interpolations.removeAll()
      guard let kind = next(touching: previousEnd == start) else {
        if bytes[start] == UInt8(ascii: "\n") { line += 1 }
        offset = start + 1
        continue
      }
      let text = String(decoding: bytes[start..<offset], as: UTF8.self)
      line += newlines(in: start..<offset)
      tokens.append(
        Token(kind: kind, text: text, line: startLine, touchesPrevious: previousEnd == start))
      for code in interpolations {
        var inner = SwiftTokens(
          bytes, in: code, line: startLine + newlines(in: start..<code.lowerBound))
        inner.run()
        tokens += inner.tokens
      }
      previousEnd = offset
    }
  }

  private func newlines(in range: Range<Int>) -> Int {
    bytes[range].count { $0 == UInt8(ascii: "\n") }
  }

  /// Moves behind the token at the offset and gives its kind, or nil at a blank.
  private mutating func next(touching: Bool) -> Token.Kind? {
    let first = byte()
    if starts(with: "//") { return lineComment() }
    if starts(with: "/*") { return blockComment() }
    if first == UInt8(ascii: "\"") { return string(pounds: 0) }
    if first == UInt8(ascii: "#") { return pound() }
    if Self.isDigit(first) { return number() }
    if Self.isWord(first) || first == UInt8(ascii: "`") {
      skip { Self.isWord($0) || Self.isDigit($0) || $0 == UInt8(ascii: "`") }
      return .word
    }
    if Self.isMark(first) || (touching && followsOperand && Self.isPostfix(first)) {
      offset += 1
      return .mark
    }
    if Self.isOperator(first) {
      skip(while: Self.isOperator)
      return .symbol
    }
    return nil
  }

  /// Whether the last token may have a `!` or `?` behind it that belongs to it.
  private var followsOperand: Bool {
    guard let last = tokens.last else { return false }
    switch last.kind {
    case .word, .string, .number: return true
    case .mark: return [")", "]", "}", "!", "?"].contains(last.text)
    case .comment, .symbol: return false
    }
  }

  private mutating func skip(while condition: (UInt8) -> Bool) {
    while offset < end, condition(bytes[offset]) { offset += 1 }
  }

  private mutating func lineComment() -> Token.Kind {
    skip { $0 != UInt8(ascii: "\n") }
    return .comment
  }

  private mutating func blockComment() -> Token.Kind {
    var depth = 0
    repeat {
      if starts(with: "/*") {
        depth += 1
        offset += 2
      } else if starts(with: "*/") {
        depth -= 1
        offset += 2
      } else {
        offset += 1
      }
    } while depth > 0 && offset < end
    return .comment
  }

  private mutating func pound() -> Token.Kind {
    var pounds = 0
    while byte(pounds) == UInt8(ascii: "#") { pounds += 1 }
    if byte(pounds) == UInt8(ascii: "\"") {
      offset += pounds
      return string(pounds: pounds)
    }
    offset += pounds
    skip(while: Self.isWord)
    return .word
  }

  /// A literal whose opening quote is at the offset.
  private mutating func string(pounds: Int) -> Token.Kind {
    let quotes = starts(with: "\"\"\"") ? 3 : 1
    offset += quotes
    while offset < end {
      if byte() == UInt8(ascii: "\\"), hasPounds(pounds, at: 1) {
        offset += 1 + pounds
        if byte() == UInt8(ascii: "(") { skipInterpolation() } else { offset += 1 }
      } else if hasQuotes(quotes), hasPounds(pounds, at: quotes) {
        offset += quotes + pounds
        return .string
      } else if quotes == 1, byte() == UInt8(ascii: "\n") {
        return .string
      } else {
        offset += 1
      }
    }
    return .string
  }

  /// Moves behind an interpolation whose opening bracket is at the offset.
  private mutating func skipInterpolation() {
    let start = offset
    var depth = 0
    repeat {
      switch byte() {
      case UInt8(ascii: "("):
        depth += 1
        offset += 1
      case UInt8(ascii: ")"):
        depth -= 1
        offset += 1
      case UInt8(ascii: "\""): _ = string(pounds: 0)
      default: offset += 1
      }
    } while depth > 0 && offset < end
    let code = start + 1..<max(start + 1, min(offset, end) - 1)
    // A text within the interpolation has recorded its own already; it lies inside of this one.
    interpolations.removeAll { $0.lowerBound > start }
    interpolations.append(code)
  }

  private func hasQuotes(_ count: Int) -> Bool {
    (0..<count).allSatisfy { byte($0) == UInt8(ascii: "\"") }
  }

  private func hasPounds(_ count: Int, at distance: Int) -> Bool {
    (0..<count).allSatisfy { byte(distance + $0) == UInt8(ascii: "#") }
  }

  private mutating func number() -> Token.Kind {
    skip { Self.isDigit($0) || Self.isWord($0) }
    if byte() == UInt8(ascii: "."), Self.isDigit(byte(1)) {
      offset += 1
      skip { Self.isDigit($0) || Self.isWord($0) }
    }
    return .number
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func isWord(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x5F || byte == 0x24
      || byte >= 0x80
  }

  private static func isMark(_ byte: UInt8) -> Bool {
    "()[]{},;:@\\".utf8.contains(byte)
  }

  private static func isPostfix(_ byte: UInt8) -> Bool { "!?".utf8.contains(byte) }

  private static func isOperator(_ byte: UInt8) -> Bool { "+-*/%=<>!&|^~?.".utf8.contains(byte) }
}

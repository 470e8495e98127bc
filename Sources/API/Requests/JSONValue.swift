/// A value of JSON that a client sent.
enum JSONValue: Sendable, Hashable {
  case null
  case boolean(Bool)
  case integer(Int64)
  case number(Double)
  case text(String)
  case array([JSONValue])
  case object([String: JSONValue])

  /// How deep arrays and objects may stand in one another.
  static let mostDepth = 32

  /// Reads JSON (RFC 8259) strictly.
  ///
  /// - Throws: ``Problem`` that says where the text stops being JSON.
  init(parsing bytes: [UInt8]) throws(Problem) {
    var parser = JSONParser(bytes)
    self = try parser.whole()
  }
}

/// Reads one JSON text.
private struct JSONParser {
  private let bytes: [UInt8]
  private var offset = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func whole() throws(Problem) -> JSONValue {
    let value = try self.value(depth: 0)
    skipSpace()
    guard offset == bytes.count else { throw failure("nothing after the value") }
    return value
  }

  private mutating func value(depth: Int) throws(Problem) -> JSONValue {
    guard depth < JSONValue.mostDepth else {
      throw Problem(400, "The body is nested more than \(JSONValue.mostDepth) levels deep.")
    }
    skipSpace()
    switch peek {
    case UInt8(ascii: "{"): return try object(depth: depth)
    case UInt8(ascii: "["): return try array(depth: depth)
    case UInt8(ascii: "\""): return .text(try text())
    case UInt8(ascii: "t"): return try word("true", .boolean(true))
    case UInt8(ascii: "f"): return try word("false", .boolean(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return try number()
    }
  }

  private mutating func object(depth: Int) throws(Problem) -> JSONValue {
    offset += 1
    var members: [String: JSONValue] = [:]
    skipSpace()
    if take("}") { return .object(members) }
    repeat {
      skipSpace()
      guard peek == UInt8(ascii: "\"") else { throw failure("a name in quotation marks") }
      let name = try text()
      skipSpace()
      guard take(":") else { throw failure("a colon") }
      members[name] = try value(depth: depth + 1)
      skipSpace()
    } while take(",")
    guard take("}") else { throw failure("a comma or }") }
    return .object(members)
  }

  private mutating func array(depth: Int) throws(Problem) -> JSONValue {
    offset += 1
    var items: [JSONValue] = []
    skipSpace()
    if take("]") { return .array(items) }
    repeat {
      items.append(try value(depth: depth + 1))
      skipSpace()
    } while take(",")
    guard take("]") else { throw failure("a comma or ]") }
    return .array(items)
  }

  // MARK: Texts

  private mutating func text() throws(Problem) -> String {
    offset += 1
    var content: [UInt8] = []
    while let byte = peek {
      offset += 1
      switch byte {
      case UInt8(ascii: "\""):
        guard let text = String(validating: content, as: UTF8.self) else {
          throw failure("a text in UTF-8")
        }
        return text
      case UInt8(ascii: "\\"): try escape(into: &content)
      case 0..<0x20: throw failure("no control character in a text")
      default: content.append(byte)
      }
    }
    throw failure("the end of a text")
  }

  private mutating func escape(into content: inout [UInt8]) throws(Problem) {
    guard let byte = peek else { throw failure("the end of a text") }
    offset += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): content.append(byte)
    case UInt8(ascii: "b"): content.append(8)
    case UInt8(ascii: "f"): content.append(12)
    case UInt8(ascii: "n"): content.append(10)
    case UInt8(ascii: "r"): content.append(13)
    case UInt8(ascii: "t"): content.append(9)
    case UInt8(ascii: "u"):
      let scalar = try unicodeEscape()
      content.append(contentsOf: String(Character(scalar)).utf8)
    default: throw failure("a known escape")
    }
  }

  private mutating func unicodeEscape() throws(Problem) -> Unicode.Scalar {
    let first = try fourDigits()
    if let scalar = Unicode.Scalar(first) { return scalar }
    // Characters beyond 16 bits come as two halves.
    guard (0xD800..<0xDC00).contains(first), take("\\"), take("u") else {
      throw failure("the second half of a character")
    }
    let second = try fourDigits()
    guard (0xDC00..<0xE000).contains(second),
      let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    else { throw failure("the second half of a character") }
    return scalar
  }

  private mutating func fourDigits() throws(Problem) -> UInt32 {
    guard offset + 4 <= bytes.count,
      let digits = String(validating: bytes[offset..<offset + 4], as: UTF8.self),
      digits.allSatisfy(\.isHexDigit), let value = UInt32(digits, radix: 16)
    else { throw failure("four hexadecimal digits") }
    offset += 4
    return value
  }

  // MARK: Numbers and words

  private mutating func number() throws(Problem) -> JSONValue {
    let start = offset
    _ = take("-")
    let first = peek
    let whole = digits()
    guard whole > 0, whole == 1 || first != UInt8(ascii: "0") else { throw failure("a value") }
    var isWhole = true
    if take(".") {
      isWhole = false
      guard digits() > 0 else { throw failure("a digit") }
    }
    if take("e") || take("E") {
      isWhole = false
      if !take("+") { _ = take("-") }
      guard digits() > 0 else { throw failure("a digit") }
    }
    let text = String(decoding: bytes[start..<offset], as: UTF8.self)
    if isWhole, let value = Int64(text) { return .integer(value) }
    guard let value = Double(text), value.isFinite else { throw failure("a smaller number") }
    return .number(value)
  }

  private mutating func digits() -> Int {
    let start = offset
    while let byte = peek, (48...57).contains(byte) { offset += 1 }
    return offset - start
  }

  private mutating func word(_ word: String, _ value: JSONValue) throws(Problem) -> JSONValue {
    guard bytes[offset...].starts(with: word.utf8) else { throw failure("a value") }
    offset += word.utf8.count
    return value
  }

  private var peek: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard peek == UInt8(ascii: character) else { return false }
    offset += 1
    return true
  }

  private mutating func skipSpace() {
    while let byte = peek, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      offset += 1
    }
  }

  private func failure(_ expected: String) -> Problem {
    Problem(400, "The body is not JSON: at byte \(offset) there should be \(expected).")
  }
}

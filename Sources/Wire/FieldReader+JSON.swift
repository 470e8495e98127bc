/// What kind of value stands in a JSON text.
public enum JSONKind: Sendable, Hashable {
  /// Members in braces.
  case object
  /// Values in brackets.
  case list
  /// Characters in quotes.
  case text
  /// A number.
  case number
  /// `true` or `false`.
  case boolean
  /// `null`.
  case null
}

/// How far the members of an object, or the values of a list, have been read.
public struct JSONProgress: Sendable {
  fileprivate let end: UInt8
  fileprivate var isFirst = true
}

// JSON is read in place, value by value, in the order of the text: nothing is built and nothing is
// allocated. What is not wanted is passed over with `skipJSON(_:)`, whose depth is bounded.
extension FieldReader {
  /// How deep values may stand in one another.
  public static let deepestJSON = 32

  /// The kind of the next value; blanks in front of it are read.
  public mutating func nextJSON(_ name: String) throws(DecodeError) -> JSONKind {
    skipBlanks()
    switch peek() {
    case UInt8(ascii: "{"): return .object
    case UInt8(ascii: "["): return .list
    case UInt8(ascii: "\""): return .text
    case UInt8(ascii: "t"), UInt8(ascii: "f"): return .boolean
    case UInt8(ascii: "n"): return .null
    case UInt8(ascii: "-"), .some(UInt8(ascii: "0")...UInt8(ascii: "9")): return .number
    case nil: throw DecodeError(.truncated, field: name, at: offset)
    default: throw DecodeError(.invalid, field: name, at: offset)
    }
  }

  /// Begins to read an object.
  public mutating func enterObject(_ name: String) throws(DecodeError) -> JSONProgress {
    skipBlanks()
    try punctuation("{", name)
    return JSONProgress(end: UInt8(ascii: "}"))
  }

  /// Begins to read a list.
  public mutating func enterList(_ name: String) throws(DecodeError) -> JSONProgress {
    skipBlanks()
    try punctuation("[", name)
    return JSONProgress(end: UInt8(ascii: "]"))
  }

  /// Moves to the next value of a list, or to the key of the next member of an object.
  ///
  /// - Returns: false if there is none; the end is read then.
  public mutating func advance(_ progress: inout JSONProgress) throws(DecodeError) -> Bool {
    skipBlanks()
    guard let byte = peek() else { throw DecodeError(.truncated, field: "JSON", at: offset) }
    if byte == progress.end {
      takePunctuation()
      return false
    }
    if !progress.isFirst {
      try punctuation(",", "comma")
      skipBlanks()
    }
    progress.isFirst = false
    return true
  }

  /// The key of a member, with the colon behind it. Escapes in it are left as they are.
  @_lifetime(copy self)
  public mutating func jsonKey() throws(DecodeError) -> Span<UInt8> {
    let range = try quoted("key")
    if let trace { trace.mark("key", range, .text) }
    skipBlanks()
    try punctuation(":", "colon")
    return frame.extracting(range)
  }

  /// A text as it stands between its quotes; ``JSONEscapes`` takes escapes out.
  @_lifetime(copy self)
  public mutating func jsonText(_ name: String) throws(DecodeError) -> Span<UInt8> {
    skipBlanks()
    let range = try quoted(name)
    if let trace { trace.mark(name, range, .text) }
    return frame.extracting(range)
  }

  /// A number as it is written.
  @_lifetime(copy self)
  public mutating func jsonNumberText(_ name: String) throws(DecodeError) -> Span<UInt8> {
    skipBlanks()
    let start = offset
    while let byte = peek(), Self.isNumber(byte) { offset = offset &+ 1 }
    let text = frame.extracting(start..<offset)
    guard let value = TextNumber.scientific(text) else {
      throw DecodeError(.invalid, field: name, at: start)
    }
    if let trace { trace.mark(name, start..<offset, .number(value)) }
    return text
  }

  /// A number.
  public mutating func jsonNumber(_ name: String) throws(DecodeError) -> Double {
    TextNumber.scientific(try jsonNumberText(name)) ?? 0
  }

  /// A yes or a no.
  public mutating func jsonBoolean(_ name: String) throws(DecodeError) -> Bool {
    skipBlanks()
    let isTrue = peek() == UInt8(ascii: "t")
    try expect(name, isTrue ? "true" : "false")
    return isTrue
  }

  /// Passes over a value, whatever its kind.
  public mutating func skipJSON(_ name: String) throws(DecodeError) {
    skipBlanks()
    let start = offset
    // A bit for each value that is open: 1 for an object, 0 for a list.
    var open: UInt64 = 0
    var depth = 0
    repeat {
      skipQuietly()
      guard let byte = peek() else { throw DecodeError(.truncated, field: name, at: offset) }
      switch byte {
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        guard depth < Self.deepestJSON else { throw DecodeError(.invalid, field: name, at: offset) }
        open = open << 1 | (byte == UInt8(ascii: "{") ? 1 : 0)
        depth += 1
        offset = offset &+ 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        guard depth > 0, open & 1 == (byte == UInt8(ascii: "}") ? 1 : 0) else {
          throw DecodeError(.invalid, field: name, at: offset)
        }
        open >>= 1
        depth -= 1
        offset = offset &+ 1
      case UInt8(ascii: ","), UInt8(ascii: ":"):
        guard depth > 0 else { throw DecodeError(.invalid, field: name, at: offset) }
        offset = offset &+ 1
      default: try passOver(byte, name)
      }
    } while depth > 0
    if let trace { trace.mark(name, start..<offset, .text) }
  }

  /// The end of the text: nothing but blanks may follow.
  public mutating func endJSON() throws(DecodeError) {
    skipBlanks()
    guard isAtEnd else { throw DecodeError(.invalid, field: "end of JSON", at: offset) }
  }

  // MARK: Parts

  /// Passes over a text, a number or a word.
  private mutating func passOver(_ byte: UInt8, _ name: String) throws(DecodeError) {
    let start = offset
    if byte == UInt8(ascii: "\"") {
      try passOverQuoted(name)
      return
    }
    while let next = peek(), Self.isNumber(next) || (97...122).contains(next) {
      offset = offset &+ 1
    }
    let word = frame.extracting(start..<offset)
    guard
      word.equals("true") || word.equals("false") || word.equals("null")
        || TextNumber.scientific(word) != nil
    else { throw DecodeError(.invalid, field: name, at: start) }
  }

  /// Moves over quotes and gives the range between them.
  private mutating func quoted(_ name: String) throws(DecodeError) -> Range<Int> {
    let start = offset
    try passOverQuoted(name)
    if let trace {
      trace.mark("quote", start..<start + 1, .separator)
      trace.mark("quote", offset - 1..<offset, .separator)
    }
    return start &+ 1..<offset &- 1
  }

  private mutating func passOverQuoted(_ name: String) throws(DecodeError) {
    let start = offset
    guard peek() == UInt8(ascii: "\"") else {
      throw DecodeError(remaining > 0 ? .invalid : .truncated, field: name, at: start)
    }
    var index = start &+ 1
    while index < end {
      let byte = frame[index]
      if byte == UInt8(ascii: "\"") {
        offset = index &+ 1
        return
      }
      guard byte >= 0x20 else { throw DecodeError(.invalid, field: name, at: start) }
      index = index &+ (byte == UInt8(ascii: "\\") ? 2 : 1)
    }
    throw DecodeError(.truncated, field: name, at: start)
  }

  private mutating func punctuation(
    _ character: Unicode.Scalar, _ name: String
  ) throws(DecodeError) {
    guard peek() == UInt8(ascii: character) else {
      throw DecodeError(remaining > 0 ? .invalid : .truncated, field: name, at: offset)
    }
    takePunctuation()
  }

  private mutating func takePunctuation() {
    if let trace { trace.mark("punctuation", offset..<offset + 1, .separator) }
    offset = offset &+ 1
  }

  private mutating func skipBlanks() {
    let start = offset
    skipQuietly()
    if let trace, start < offset { trace.mark("blanks", start..<offset, .separator) }
  }

  private mutating func skipQuietly() {
    while let byte = peek(), byte == 32 || byte == 10 || byte == 13 || byte == 9 {
      offset = offset &+ 1
    }
  }

  private static func isNumber(_ byte: UInt8) -> Bool {
    switch byte {
    case 48...57, UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: "e"),
      UInt8(ascii: "E"):
      true
    default: false
    }
  }
}

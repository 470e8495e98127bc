import Wire

// Web requests as a decoder reads them: line, headers, body, each part with its name.
extension FieldReader {
  /// Reads the first line up to the version, and gives a reader of its query.
  @_lifetime(copy self)
  mutating func requestLine() -> FieldReader {
    skipText("method", to: UInt8(ascii: " "))
    var target = group("target", to: UInt8(ascii: " "))
    target.skipText("path", to: UInt8(ascii: "?"))
    return target
  }

  /// Reads the version and all headers with the empty line behind them; what is left is the body.
  mutating func requestHeaders() throws(DecodeError) {
    skipText("version", to: 13)
    try skip("line end", 1)
    while let byte = peek(), byte != 13 {
      let line = distance(to: 13)
      guard distance(to: UInt8(ascii: ":")) < line else {
        throw DecodeError(.invalid, field: "header", at: offset)
      }
      skipText("header", to: UInt8(ascii: ":"))
      skipText("header value", to: 13)
      try skip("line end", 1)
    }
    try expect("end of headers", "\r\n")
  }
}

/// The keys and values of a query or of a form (`application/x-www-form-urlencoded`).
enum HTTPForm {
  /// Appends what a text means: `+` is a blank, `%` and two hexadecimal digits are a byte.
  static func undo(_ text: Span<UInt8>, into output: inout [UInt8]) {
    var index = 0
    while index < text.count {
      let byte = text[index]
      if byte == UInt8(ascii: "%"), index + 2 < text.count,
        let value = TextNumber.hexadecimal(text.extracting(index + 1..<index + 3))
      {
        output.append(UInt8(truncatingIfNeeded: value))
        index += 3
      } else {
        output.append(byte == UInt8(ascii: "+") ? 32 : byte)
        index += 1
      }
    }
  }

  /// Whether a text is meant as it stands.
  static func isPlain(_ text: Span<UInt8>) -> Bool {
    for index in text.indices
    where text[index] == UInt8(ascii: "%") || text[index] == UInt8(ascii: "+") {
      return false
    }
    return true
  }

  /// Calls for every key and its value, unless that is empty, until the call returns false.
  static func visit(_ text: Span<UInt8>, _ each: (_ key: Span<UInt8>, Span<UInt8>) -> Bool) {
    var reader = FieldReader(text)
    while !reader.isAtEnd {
      var pair = reader.group("parameter", to: UInt8(ascii: "&"))
      let key = pair.text("key", to: UInt8(ascii: "="))
      if !pair.isAtEnd, !each(key, pair.textRest("value")) { return }
    }
  }
}

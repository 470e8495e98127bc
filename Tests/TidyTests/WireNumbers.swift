/// What is known of the type of a number in a protocol's file, found by reading the file's text.
enum NumberKind: Equatable {
  case unsigned(bits: Int)
  case signed(bits: Int)
  /// A count that fits an `Int` with much room, such as some digits.
  case small
  /// An `Int` that holds some bits of a number.
  case part(bits: Int)
  /// An `Int`: a number that was widened before it is counted with.
  case index
  case fraction

  /// What a call of the reader or of its relatives gives.
  private static let results: [String: NumberKind] = [
    "u8": .unsigned(bits: 8), "u16": .unsigned(bits: 16), "u32": .unsigned(bits: 32),
    "i8": .signed(bits: 8), "i16": .signed(bits: 16), "i32": .signed(bits: 32),
    "unsigned": .unsigned(bits: 64), "signed": .signed(bits: 64), "integer": .signed(bits: 64),
    "hexadecimal": .unsigned(bits: 64), "decimal": .fraction, "digits": .small, "bits": .small,
    "packedDecimal": .small, "peek": .unsigned(bits: 8), "sum8": .unsigned(bits: 8),
    "xor8": .unsigned(bits: 8), "x25": .unsigned(bits: 16),
  ]

  /// The types by their names.
  static let types: [String: NumberKind] = [
    "UInt8": .unsigned(bits: 8), "UInt16": .unsigned(bits: 16), "UInt32": .unsigned(bits: 32),
    "UInt64": .unsigned(bits: 64), "UInt": .unsigned(bits: 64), "Int8": .signed(bits: 8),
    "Int16": .signed(bits: 16), "Int32": .signed(bits: 32), "Int64": .signed(bits: 64),
    "Int": .index, "Double": .fraction, "Float": .fraction,
  ]

  /// Whether every value of this kind is one of the other, so that converting cannot trap.
  func fits(in target: NumberKind) -> Bool {
    switch (self, target) {
    case (.part(let own), .unsigned(let other)): own <= other
    case (.part(let own), .signed(let other)): own < other
    case (.part, .index): true
    case (.unsigned(let own), .unsigned(let other)), (.signed(let own), .signed(let other)):
      own <= other
    case (.unsigned(let own), .signed(let other)): own < other
    case (.unsigned(let own), .index): own < 64
    case (.signed, .index), (.small, .index), (.index, .index): true
    case (.index, .signed(bits: 64)), (.small, .signed(bits: 64)): true
    case (.small, .unsigned(bits: 64)), (_, .fraction): true
    default: false
    }
  }

  /// The kind of what a call gives, if `index` is `name(` of a call of the reader.
  static func ofCall(_ code: ArraySlice<Token>, at index: Int) -> NumberKind? {
    guard code.text(index - 1) == ".", code.text(index + 1) == "(" else { return nil }
    if code[index].text == "bits", let close = code.closing(from: index + 1),
      code.text(close - 2) == "..<", let low = Int(code.text(close - 3)),
      let high = Int(code.text(close - 1))
    {
      return .part(bits: high - low)
    }
    return results[code[index].text]
  }

  /// The kind of the name at `index`, by the nearest binding or parameter before it.
  static func ofName(_ code: ArraySlice<Token>, at index: Int) -> NumberKind? {
    guard code[index].kind == .word, code.text(index - 1) != "." else { return nil }
    let name = code[index].text
    var position = index - 1
    while position > code.startIndex {
      if code[position].text == name, let binding = binding(code, at: position) {
        return binding.kind
      }
      position -= 1
    }
    return nil
  }

  /// Whether the name at `index` is bound there, and to what kind of number, if that is known.
  private static func binding(
    _ code: ArraySlice<Token>, at index: Int
  ) -> (kind: NumberKind?, Void)? {
    if code.text(index + 1) == ":", code.text(index - 1) != "?" {
      return (types[code.text(index + 2)], ())
    }
    guard ["let", "var"].contains(code.text(index - 1)), code.text(index + 1) == "=" else {
      return nil
    }
    var position = index + 2
    if code.text(position) == "try" { position += 1 }
    if let type = types[code.text(position)], code.text(position + 1) == "(" {
      // What was made an `Int64` by name was widened, as a rule from far fewer bits.
      return (type == .signed(bits: 64) ? .index : type, ())
    }
    // The call that the value begins with: `frame.u8(` or `a.b.integer(`.
    while code.text(position + 1) == "." { position += 2 }
    let call = code.indices.contains(position) ? ofCall(code, at: position) : nil
    guard call != nil, let close = code.closing(from: position + 1) else { return (nil, ()) }
    let next = code.text(close + 1)
    // What is done to the result in the same line makes another kind of it.
    let isWhole =
      code.indices.contains(close + 1) == false
      || code[close + 1].line > code[close].line
      || [",", "else", "{", "??", ";", "}"].contains(next)
    return (isWhole ? call : nil, ())
  }

  /// Whether the name at `index` is declared as bytes.
  static func isBytes(_ code: ArraySlice<Token>, at index: Int) -> Bool {
    let name = code.text(index)
    return code.indices.contains { position in
      guard position < index, code[position].text == name, code.text(position + 1) == ":" else {
        return false
      }
      return code.text(position + 2) == "Span"
        || (code.text(position + 2) == "[" && code.text(position + 3) == "UInt8")
    }
  }

  /// The kind of a number that was masked with a literal.
  static func ofMask(_ literal: String) -> NumberKind? {
    let digits = literal.filter { $0 != "_" }
    let value = digits.hasPrefix("0x") ? UInt64(digits.dropFirst(2), radix: 16) : UInt64(digits)
    return value.map { .unsigned(bits: 64 - $0.leadingZeroBitCount) }
  }
}

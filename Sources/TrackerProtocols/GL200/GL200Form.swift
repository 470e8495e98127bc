import Wire

/// The form that the text of a field must have, where messages are told apart by it.
///
/// Written as a letter and lengths: `t` any text, `-` nothing, `b` 0 or 1, `1` that digit, `d3` up
/// to three digits, `d` some digits, `x4` exactly four hexadecimal digits, `x` some, `n3.1` up to
/// three digits and exactly one decimal, `n2.~` with or without one, `s3.6` the same with or
/// without sign, `n` any decimal number, `c` a clock of hours, `w17` so many capital letters or
/// digits, `r` a rate (number, `Inf` or `NaN`). A `?` behind it: or nothing.
struct GL200Form: Sendable {
  enum Kind: Sendable {
    case any
    case nothing
    case flag
    case one
    case digits(Int)
    /// So many, or some if that is nil.
    case hexadecimal(Int?)
    case number(signed: Bool, whole: Int, decimals: ClosedRange<Int>)
    case clock
    case word(Int)
    case rate
  }

  let kind: Kind
  let isOptional: Bool

  /// Reads the form above; nil if it is another.
  init?(_ text: Substring) {
    isOptional = text.hasSuffix("?")
    let text = isOptional ? text.dropLast() : text
    let rest = text.dropFirst()
    let parts = rest.split(separator: ".", omittingEmptySubsequences: false)
    guard let letter = text.first, let kind = Self.kind(letter, parts.map(String.init)) else {
      return nil
    }
    self.kind = kind
  }

  private static func kind(_ letter: Character, _ lengths: [String]) -> Kind? {
    let length = Int(lengths.first ?? "")
    switch letter {
    case "t": return .any
    case "-": return .nothing
    case "b": return .flag
    case "1": return .one
    case "d": return .digits(length ?? 18)
    case "x": return .hexadecimal(length)
    case "c": return .clock
    case "r": return .rate
    case "w": return length.map { .word($0) }
    case "n", "s":
      let decimals: ClosedRange<Int>
      if lengths.count < 2 {
        decimals = 0...15
      } else if lengths[1] == "~" {
        decimals = 0...1
      } else {
        guard let exactly = Int(lengths[1]), exactly >= 0 else { return nil }
        decimals = exactly...exactly
      }
      return .number(signed: letter == "s", whole: length ?? 15, decimals: decimals)
    default: return nil
    }
  }

  /// Whether a text has the form.
  func fits(_ text: Span<UInt8>) -> Bool {
    guard text.count > 0 else { return isOptional || acceptsNothing }
    switch kind {
    case .any: return true
    case .nothing: return false
    case .flag: return text.count == 1 && text[0] & 0xFE == UInt8(ascii: "0")
    case .one: return text.count == 1 && text[0] == UInt8(ascii: "1")
    case .digits(let most): return text.count <= most && text.isDigits
    case .hexadecimal(let count):
      return text.isHexadecimal && (count.map { $0 == text.count } ?? (text.count <= 16))
    case .number(let signed, let whole, let decimals):
      return Self.isNumber(text, signed, whole, decimals)
    case .clock: return GL200.milliseconds(clock: text) != nil
    case .word(let count): return text.count == count && Self.isWord(text)
    case .rate:
      return text.equals("Inf") || text.equals("NaN") || Self.isNumber(text, false, 15, 0...15)
    }
  }

  private var acceptsNothing: Bool {
    switch kind {
    case .any, .nothing: true
    default: false
    }
  }

  private static func isNumber(
    _ text: Span<UInt8>, _ signed: Bool, _ whole: Int, _ decimals: ClosedRange<Int>
  ) -> Bool {
    let start = signed && text[0] == UInt8(ascii: "-") ? 1 : 0
    let digits = text.extracting(droppingFirst: start)
    let point = digits.firstIndex(of: UInt8(ascii: ".")) ?? digits.count
    let fraction = digits.count - min(point + 1, digits.count)
    guard point > 0, point <= whole, decimals.contains(fraction),
      digits.extracting(0..<point).isDigits
    else { return false }
    return fraction == 0 || digits.extracting(droppingFirst: point + 1).isDigits
  }

  private static func isWord(_ text: Span<UInt8>) -> Bool {
    for index in text.indices {
      guard (65...90).contains(text[index]) || TextNumber.digit(text[index]) != nil else {
        return false
      }
    }
    return true
  }
}

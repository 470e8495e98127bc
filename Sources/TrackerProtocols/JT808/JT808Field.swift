import Telemetry
import Wire

/// A plain field of an item, such as `power:2/100`.
///
/// A name, a colon and the number of bytes; in front of the number `i` for a number with sign, `x`
/// for hexadecimal text, `t` for text; without a number what is left of the item. `=` alone is
/// one byte that is 1. Behind the number `/100` divides, `*10` multiplies, `-40` subtracts, and `%`
/// makes whole percent of a number of up to 255. A name that starts with `_` is read past.
struct JT808Field: Sendable, Equatable {
  enum Form: Sendable, Equatable {
    case number
    case signed
    case hexadecimal
    case text
    /// Text of which blanks and zeros at the ends count, too.
    case rawText
    /// Whether a byte is 1.
    case isOne
    case skipped
  }

  let name: String
  let key: AttributeKey
  private(set) var form = Form.number
  /// 0 for what is left.
  private(set) var bytes = 0
  private(set) var divisor = 1.0
  private(set) var factor: Int64 = 1
  private(set) var offset: Int64 = 0
  private(set) var isPercent = false

  /// Reads the form above; nil if it is another.
  init?(_ text: some StringProtocol) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty else { return nil }
    let isSkipped = parts[0].hasPrefix("_")
    name = String(isSkipped ? parts[0].dropFirst() : parts[0])
    key = AttributeKey(text: name)
    guard parts[1] != "=" else {
      form = .isOne
      bytes = 1
      return
    }
    var rest = parts[1]
    let forms: [Character: Form] = ["i": .signed, "x": .hexadecimal, "t": .text, "r": .rawText]
    if let letter = rest.first, let form = forms[letter] {
      self.form = form
      rest = rest.dropFirst()
    }
    if isSkipped { form = .skipped }
    let digits = rest.prefix { ("0"..."9").contains($0) }
    bytes = Int(digits) ?? 0
    guard (0...64).contains(bytes), bytes > 0 || [.hexadecimal, .text, .rawText].contains(form)
    else { return nil }
    guard readScale(String(rest.dropFirst(digits.count))) else { return nil }
  }

  /// Reads operations in the order in which they are done.
  private mutating func readScale(_ text: String) -> Bool {
    var rest = text[...]
    while let sign = rest.popFirst() {
      if sign == "%" {
        isPercent = true
        continue
      }
      let digits = rest.prefix { ("0"..."9").contains($0) }
      guard let number = Int64(digits), number > 0 else { return false }
      rest = rest.dropFirst(digits.count)
      switch sign {
      case "/": divisor = Double(number)
      case "*": factor = number
      case "-": offset = number
      default: return false
      }
    }
    return true
  }

  /// Reads the field and sets the attribute.
  func read(_ item: inout FieldReader, _ reports: inout Reports) throws(DecodeError) {
    let count = bytes == 0 ? item.remaining : bytes
    switch form {
    case .skipped: try item.skip(name, count)
    case .isOne: reports.set(key, try item.u8(name) == 1)
    case .number:
      set(Int64(truncatingIfNeeded: try item.unsigned(name, bytes: count)), &reports)
    case .signed: set(try item.signed(name, bytes: count), &reports)
    case .hexadecimal:
      let text = HexText.text(try item.bytes(name, count))
      if !text.isEmpty { reports.set(key, text: text) }
    case .text:
      let text = try item.text(name, count: count).trimmed
      if text.count > 0 { reports.set(key, text: text) }
    case .rawText: reports.set(key, text: try item.text(name, count: count))
    }
  }

  private func set(_ value: Int64, _ reports: inout Reports) {
    if isPercent {
      reports.set(key, value &* 100 / 255)
    } else if divisor == 1 {
      reports.set(key, value &* factor &- offset)
    } else {
      reports.set(key, Double(value) / divisor - Double(offset))
    }
  }
}

import Telemetry
import Wire

/// A plain field of a layout, such as `power:2/100`.
///
/// A name, a colon and the number of bytes; `i` before it for a number with sign, `x` for
/// hexadecimal text, `t` for text; `?` alone for one byte that is not 0, `=` alone for one byte
/// that is 1. Behind it `/100` divides, `*10` multiplies, and `?` says that the field may be
/// missing. A name that starts with `_` is read past.
struct GT06Field: Sendable, Equatable {
  enum Form: Sendable, Equatable {
    case number
    case signed
    case hexadecimal
    case text
    /// Whether a byte is not 0.
    case isSet
    /// Whether a byte is 1.
    case isOne
    case skipped
  }

  var name = ""
  var key = AttributeKey(text: "")
  var form = Form.number
  var bytes = 1
  var divisor = 1.0
  var factor: Int64 = 1
  var isOptional = false

  /// Reads the form above; nil if it is another.
  init?(_ text: some StringProtocol) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty else { return nil }
    let isSkipped = parts[0].hasPrefix("_")
    name = String(isSkipped ? parts[0].dropFirst() : parts[0])
    key = AttributeKey(text: name)
    if parts[1] == "?" || parts[1] == "=" {
      form = parts[1] == "?" ? .isSet : .isOne
      return
    }
    var rest = parts[1]
    if rest.hasSuffix("?") {
      isOptional = true
      rest = rest.dropLast()
    }
    if let letter = rest.first,
      let form = ["i": Form.signed, "x": .hexadecimal, "t": .text][letter]
    {
      self.form = form
      rest = rest.dropFirst()
    }
    if isSkipped { form = .skipped }
    let digits = rest.prefix { $0.isNumber }
    guard let count = Int(digits), (1...64).contains(count) else { return nil }
    bytes = count
    rest = rest.dropFirst(digits.count)
    guard let sign = rest.first else { return }
    guard let number = Int64(rest.dropFirst()), number > 0 else { return nil }
    switch sign {
    case "/": divisor = Double(number)
    case "*": factor = number
    default: return nil
    }
  }

  /// Reads the field and sets the attribute.
  func read(_ frame: inout FieldReader, _ reports: inout Reports) throws(DecodeError) {
    if isOptional, frame.remaining < bytes { return }
    switch form {
    case .skipped: try frame.skip(name, bytes)
    case .isSet: reports.set(key, try frame.u8(name) != 0)
    case .isOne: reports.set(key, try frame.u8(name) == 1)
    case .number:
      set(Int64(truncatingIfNeeded: try frame.unsigned(name, bytes: bytes)), &reports)
    case .signed: set(try frame.signed(name, bytes: bytes), &reports)
    case .hexadecimal:
      reports.set(key, text: HexText.text(try frame.bytes(name, bytes)))
    case .text: reports.set(key, text: try frame.text(name, count: bytes).trimmed)
    }
  }

  private func set(_ value: Int64, _ reports: inout Reports) {
    if divisor == 1 {
      reports.set(key, value &* factor)
    } else {
      reports.set(key, Double(value) / divisor)
    }
  }
}

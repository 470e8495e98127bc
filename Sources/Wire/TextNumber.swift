/// Numbers written as text. None of these can trap, whatever the bytes.
public enum TextNumber {
  /// A whole decimal number with or without sign; nil if it is none or does not fit.
  public static func integer(_ text: Span<UInt8>) -> Int64? {
    var index = 0
    let negative = text.count > 0 && text[0] == UInt8(ascii: "-")
    if text.count > 0, negative || text[0] == UInt8(ascii: "+") { index = 1 }
    guard index < text.count else { return nil }
    var value: Int64 = 0
    while index < text.count {
      guard let digit = digit(text[index]) else { return nil }
      let (product, overflow) = value.multipliedReportingOverflow(by: 10)
      let (sum, carry) = product.subtractingReportingOverflow(Int64(digit))
      guard !overflow, !carry else { return nil }
      value = sum
      index += 1
    }
    // Counted downwards, because the lowest number has no positive counterpart.
    if negative { return value }
    let (positive, overflow) = Int64(0).subtractingReportingOverflow(value)
    return overflow ? nil : positive
  }

  /// A number of at most 18 decimal digits and nothing else.
  public static func digits(_ text: Span<UInt8>) -> Int? {
    guard (1...18).contains(text.count) else { return nil }
    var value = 0
    for index in text.indices {
      guard let digit = digit(text[index]) else { return nil }
      value = value &* 10 &+ digit
    }
    return value
  }

  /// A whole hexadecimal number of at most 16 digits.
  public static func hexadecimal(_ text: Span<UInt8>) -> UInt64? {
    guard (1...16).contains(text.count) else { return nil }
    var value: UInt64 = 0
    for index in text.indices {
      guard let digit = hexadecimalDigit(text[index]) else { return nil }
      value = value << 4 | UInt64(digit)
    }
    return value
  }

  /// A decimal number with or without sign and fraction, without exponent.
  public static func decimal(_ text: Span<UInt8>) -> Double? {
    var index = 0
    let negative = text.count > 0 && text[0] == UInt8(ascii: "-")
    if text.count > 0, negative || text[0] == UInt8(ascii: "+") { index = 1 }
    var mantissa: UInt64 = 0
    var digits = 0
    var decimals = 0
    var seenPoint = false
    while index < text.count {
      if text[index] == UInt8(ascii: "."), !seenPoint {
        seenPoint = true
      } else {
        guard let digit = digit(text[index]) else { return nil }
        digits += 1
        guard digits <= 40 else { return nil }
        mantissa = mantissa &* 10 &+ UInt64(digit)
        if seenPoint { decimals += 1 }
      }
      index += 1
    }
    guard digits > 0 else { return nil }
    // Up to 15 digits the quotient of two exact numbers is the nearest number to the text.
    guard digits <= 15 else { return long(text) }
    let value = Double(mantissa) / powersOfTen[decimals]
    return negative ? -value : value
  }

  /// The value of a decimal digit.
  public static func digit(_ byte: UInt8) -> Int? {
    byte >= 48 && byte <= 57 ? Int(byte &- 48) : nil
  }

  /// The value of a hexadecimal digit, either case.
  public static func hexadecimalDigit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 48...57: byte &- 48
    case 65...70: byte &- 55
    case 97...102: byte &- 87
    default: nil
    }
  }

  private static func long(_ text: Span<UInt8>) -> Double? {
    var characters = ""
    for index in text.indices { characters.unicodeScalars.append(Unicode.Scalar(text[index])) }
    return Double(characters)
  }

  /// The powers of ten that are exact and small enough for ``decimal(_:)``. Written out, because
  /// a list that is computed must be asked for at every use whether it has been.
  static let powersOfTen: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
  ]
}

extension FieldReader {
  /// A number in packed decimal that does not begin or end with a byte: some of the bits of a
  /// number that was just read, four to a digit, the lowest is bit 0. A nibble above 9 is an
  /// error, which is said to be behind that number.
  public func packedDecimal(
    _ name: String, of value: UInt64, _ range: Range<Int>
  ) throws(DecodeError) -> Int {
    guard (0...64).contains(range.lowerBound), (1...60).contains(range.count),
      let number = PackedDecimal.number(value >> UInt64(range.lowerBound), digits: range.count / 4)
    else { throw DecodeError(.invalid, field: name, at: offset) }
    if let trace, let whole = trace.lastRange {
      trace.mark(name, whole, .unsigned(UInt64(number)), bits: range)
    }
    return number
  }
}

/// Decimal digits that are packed two in a byte.
public enum PackedDecimal {
  /// The number that the lowest nibbles are the digits of, at most 15; nil if one is above 9.
  public static func number(_ bits: UInt64, digits: Int) -> Int? {
    guard (1...15).contains(digits) else { return nil }
    var number = 0
    for place in (0..<digits).reversed() {
      let digit = Int(truncatingIfNeeded: bits >> UInt64(4 * place)) & 15
      guard digit <= 9 else { return nil }
      number = number &* 10 &+ digit
    }
    return number
  }

  /// The value of a byte of two digits; nil if a nibble is above 9.
  public static func number(_ byte: UInt8) -> Int? {
    byte >> 4 <= 9 && byte & 15 <= 9 ? Int(byte >> 4) &* 10 &+ Int(byte & 15) : nil
  }
}

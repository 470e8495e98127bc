extension FieldReader {
  /// The longest number of ``decimalNumber(_:bytes:digits:_:)``.
  private static let mostDigits = 19

  /// Digits that are written as one number, such as an IMEI of 15 digits in eight bytes; zeros in
  /// front count. A number with more digits is an error. Up to 15 digits need no allocation.
  public mutating func decimalNumber(
    _ name: String, bytes count: Int, digits: Int, _ order: ByteOrder = .big
  ) throws(DecodeError) -> String {
    let at = offset
    var rest = try unsigned(name, bytes: count, order)
    var text = InlineArray<19, UInt8>(repeating: 48)
    guard (1...Self.mostDigits).contains(digits) else {
      throw DecodeError(.invalid, field: name, at: at)
    }
    for index in (0..<digits).reversed() {
      text[index] = 48 + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
    guard rest == 0 else { throw DecodeError(.invalid, field: name, at: at) }
    return text.span.extracting(0..<digits).string
  }
}

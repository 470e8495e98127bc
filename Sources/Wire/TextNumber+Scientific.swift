extension TextNumber {
  /// A decimal number that may have an exponent, such as `1.5e-3`; nil if it is none or not finite.
  public static func scientific(_ text: Span<UInt8>) -> Double? {
    if let value = decimal(text) { return value }
    guard (1...40).contains(text.count), text[0] != UInt8(ascii: "+") else { return nil }
    var characters = ""
    for index in text.indices {
      // Nothing else, because the standard library reads `inf`, `nan` and `0x1p3` as well.
      guard digit(text[index]) != nil || [43, 45, 46, 69, 101].contains(text[index]) else {
        return nil
      }
      characters.unicodeScalars.append(Unicode.Scalar(text[index]))
    }
    guard let value = Double(characters), value.isFinite else { return nil }
    return value
  }
}

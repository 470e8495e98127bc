extension [UInt8] {
  /// Appends the two digits of a byte, with capital letters.
  mutating func append(upperHexadecimal byte: UInt8) {
    append(Self.upperHexadecimal(byte >> 4))
    append(Self.upperHexadecimal(byte & 15))
  }

  /// The digit of a half byte, a capital letter above nine.
  static func upperHexadecimal(_ half: UInt8) -> UInt8 {
    half < 10 ? 48 &+ half : 55 &+ half
  }
}

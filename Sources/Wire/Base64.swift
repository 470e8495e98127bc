/// Bytes written as text of 64 characters (RFC 4648, section 4).
public enum Base64 {
  /// The bytes; nil if a character is none of the alphabet. Padding may lack.
  public static func bytes(_ text: Span<UInt8>) -> [UInt8]? {
    var end = text.count
    while end > 0, text[end - 1] == UInt8(ascii: "=") { end -= 1 }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(end / 4 * 3 + 2)
    var bits: UInt32 = 0
    var count = 0
    for index in 0..<end {
      guard let digit = digit(text[index]) else { return nil }
      bits = bits << 6 | digit
      count += 6
      if count >= 8 {
        count -= 8
        bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      }
    }
    return bytes
  }

  private static func digit(_ character: UInt8) -> UInt32? {
    switch character {
    case 65...90: UInt32(character) - 65
    case 97...122: UInt32(character) - 71
    case 48...57: UInt32(character) + 4
    case UInt8(ascii: "+"): 62
    case UInt8(ascii: "/"): 63
    default: nil
    }
  }
}

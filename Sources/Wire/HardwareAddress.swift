/// A hardware address of 48 bits, written as text.
public enum HardwareAddress {
  /// Six pairs of hexadecimal digits with colons or hyphens between them; nil if it is none.
  public static func number(_ text: Span<UInt8>) -> UInt64? {
    guard text.count == 17 else { return nil }
    var address: UInt64 = 0
    for index in text.indices {
      if index % 3 == 2 {
        guard text[index] == UInt8(ascii: ":") || text[index] == UInt8(ascii: "-") else {
          return nil
        }
      } else {
        guard let digit = TextNumber.hexadecimalDigit(text[index]) else { return nil }
        address = address << 4 | UInt64(digit)
      }
    }
    return address
  }
}

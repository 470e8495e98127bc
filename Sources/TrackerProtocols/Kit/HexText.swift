import Wire

/// Bytes written as hexadecimal digits, with or without blanks between them.
public enum HexText {
  /// The bytes; nil if a character is no hexadecimal digit or a digit is left over.
  public static func bytes(_ text: some StringProtocol) -> [UInt8]? {
    var bytes: [UInt8] = []
    var high: UInt8?
    for character in text.utf8 where character != 32 && character != 10 && character != 13 {
      guard let digit = TextNumber.hexadecimalDigit(character) else { return nil }
      if let first = high {
        bytes.append(first << 4 | digit)
        high = nil
      } else {
        high = digit
      }
    }
    return high == nil ? bytes : nil
  }

  /// The digits of bytes, lower case.
  public static func text(_ bytes: some Sequence<UInt8>, separator: String = "") -> String {
    let digits = Array("0123456789abcdef")
    return bytes.map { String([digits[Int($0 >> 4)], digits[Int($0 & 15)]]) }
      .joined(separator: separator)
  }
}

extension HexText {
  /// The digits of bytes of a frame, lower case.
  public static func text(_ bytes: Span<UInt8>) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count * 2)
    for index in bytes.indices {
      for digit in [bytes[index] >> 4, bytes[index] & 15] {
        text.append(digit < 10 ? 48 + digit : 87 + digit)
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}

/// Bytes written as text in which control characters show.
public enum EscapedText {
  /// The bytes; nil if an escape is none of `\r \n \t \\ \xHH`.
  public static func bytes(_ text: some StringProtocol) -> [UInt8]? {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "\\") else {
        bytes.append(byte)
        continue
      }
      switch rest.popFirst() {
      case UInt8(ascii: "r"): bytes.append(13)
      case UInt8(ascii: "n"): bytes.append(10)
      case UInt8(ascii: "t"): bytes.append(9)
      case UInt8(ascii: "\\"): bytes.append(92)
      case UInt8(ascii: "x"):
        guard let high = rest.popFirst().flatMap(TextNumber.hexadecimalDigit),
          let low = rest.popFirst().flatMap(TextNumber.hexadecimalDigit)
        else { return nil }
        bytes.append(high << 4 | low)
      default: return nil
      }
    }
    return bytes
  }

  /// The text of bytes.
  public static func text(_ bytes: some Sequence<UInt8>) -> String {
    var text = ""
    for byte in bytes {
      switch byte {
      case 13: text += "\\r"
      case 10: text += "\\n"
      case 9: text += "\\t"
      case 92: text += "\\\\"
      case 0x20...0x7E: text.unicodeScalars.append(Unicode.Scalar(byte))
      default: text += "\\x" + HexText.text([byte])
      }
    }
    return text
  }
}

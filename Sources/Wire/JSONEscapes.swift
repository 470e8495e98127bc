/// The escapes of a JSON text.
public enum JSONEscapes {
  /// Whether a text has any; else it is meant as it stands.
  public static func occur(in text: Span<UInt8>) -> Bool {
    text.firstIndex(of: UInt8(ascii: "\\")) != nil
  }

  /// Appends what a text means, as UTF-8. An escape that means nothing becomes the replacement
  /// character.
  public static func undo(_ text: Span<UInt8>, into output: inout [UInt8]) {
    var index = 0
    while index < text.count {
      guard text[index] == UInt8(ascii: "\\"), index + 1 < text.count else {
        output.append(text[index])
        index += 1
        continue
      }
      let letter = text[index + 1]
      index += 2
      switch letter {
      case UInt8(ascii: "n"): output.append(10)
      case UInt8(ascii: "r"): output.append(13)
      case UInt8(ascii: "t"): output.append(9)
      case UInt8(ascii: "b"): output.append(8)
      case UInt8(ascii: "f"): output.append(12)
      case UInt8(ascii: "u"): append(scalar(text, &index), to: &output)
      default: output.append(letter)
      }
    }
  }

  /// Reads four hexadecimal digits, or twice four with the second escape of a surrogate pair.
  private static func scalar(_ text: Span<UInt8>, _ index: inout Int) -> UInt32 {
    guard let first = unit(text, index) else { return 0xFFFD }
    index += 4
    guard (0xD800...0xDBFF).contains(first) else { return first }
    guard text.starts(with: "\\u", at: index), let second = unit(text, index + 2),
      (0xDC00...0xDFFF).contains(second)
    else { return 0xFFFD }
    index += 6
    return 0x10000 + (first & 0x3FF) << 10 + (second & 0x3FF)
  }

  private static func unit(_ text: Span<UInt8>, _ start: Int) -> UInt32? {
    guard start <= text.count - 4 else { return nil }
    return TextNumber.hexadecimal(text.extracting(start..<start + 4))
      .map { UInt32(truncatingIfNeeded: $0) }
  }

  private static func append(_ value: UInt32, to output: inout [UInt8]) {
    let scalar = Unicode.Scalar(value) ?? "\u{FFFD}"
    output.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }
}

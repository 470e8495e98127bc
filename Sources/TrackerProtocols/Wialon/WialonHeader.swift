import Wire

/// The start of a line: version and identifier, which may both be missing, `#`, type, `#`.
struct WialonHeader {
  enum Result {
    case no(Int, String)
    case more(Int)
    case header(WialonHeader)
  }

  /// The longest identifier.
  private static let longestIdentifier = 64
  /// The longest type.
  private static let longestType = 3
  /// `2.0;`
  private static let versionCount = 4

  /// Whether a version stands in front.
  let hasVersion: Bool
  /// Where the identifier stands; empty if there is none.
  let identifier: Range<Int>
  /// Where the type stands; the text begins one byte behind it.
  let type: Range<Int>

  /// Where the text of the message starts.
  var textStart: Int { type.upperBound + 1 }

  /// Reads the start of a line.
  ///
  /// - Parameter isStranger: an identifier is then letters and digits only.
  static func read(_ bytes: Span<UInt8>, isStranger: Bool) -> Result {
    var index = 0
    var start = 0
    while index < bytes.count, bytes[index] != UInt8(ascii: "#") {
      if index == 3, isVersion(bytes) {
        start = versionCount
      } else if !isName(bytes[index], isStranger) {
        return .no(index, "'#', or an identifier in front of it")
      }
      index += 1
      if index - start > longestIdentifier { return .no(index - 1, "'#' behind an identifier") }
    }
    guard index < bytes.count else { return .more(index + 3) }
    if start > 0, index == start { return .no(index, "an identifier behind the version") }
    let type = index + 1
    var end = type
    while end < bytes.count, end - type < longestType, (65...90).contains(bytes[end]) { end += 1 }
    guard end < bytes.count else { return .more(end + 1) }
    guard end > type, bytes[end] == UInt8(ascii: "#") else {
      return .no(end, "a type of one to three capital letters and '#'")
    }
    return .header(
      WialonHeader(hasVersion: start > 0, identifier: start..<index, type: type..<end))
  }

  /// Whether the first four bytes are a digit, a point, a digit and a semicolon.
  private static func isVersion(_ bytes: Span<UInt8>) -> Bool {
    bytes[3] == UInt8(ascii: ";") && bytes[1] == UInt8(ascii: ".")
      && TextNumber.digit(bytes[0]) != nil && TextNumber.digit(bytes[2]) != nil
  }

  private static func isName(_ byte: UInt8, _ isStranger: Bool) -> Bool {
    guard isStranger else { return (0x20...0x7E).contains(byte) }
    return TextNumber.digit(byte) != nil || (65...90).contains(byte & 0xDF)
      || [UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_")].contains(byte)
  }
}

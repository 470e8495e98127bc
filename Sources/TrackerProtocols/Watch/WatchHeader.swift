import Wire

/// The start of a frame: `[`, two characters of the maker, identifier, perhaps an index, and the
/// length, with `*` between them.
struct WatchHeader {
  enum Result {
    case no(Int, String)
    case more(Int)
    case header(WatchHeader)
  }

  /// `[3G*12345678*0002*LK]`.
  static let shortestFrame = 21
  /// The digits of an index or a length with the `*` behind them.
  private static let groupLength = 5

  /// Whether an index stands in front of the length.
  let hasIndex: Bool
  /// Where the length starts.
  let lengthStart: Int
  /// What it says.
  let length: Int

  /// Where the content starts.
  var contentStart: Int { lengthStart + Self.groupLength }

  static func read(_ bytes: Span<UInt8>) -> Result {
    guard bytes.count >= 4 else { return beginning(bytes) ?? .more(shortestFrame) }
    if let refusal = beginning(bytes) { return refusal }
    var index = 4
    while index < bytes.count, TextNumber.digit(bytes[index]) != nil, index < 19 { index += 1 }
    guard index < bytes.count else { return .more(index + 8) }
    guard index >= 12, bytes[index] == UInt8(ascii: "*") else {
      return .no(index, "an identifier of 8 to 15 digits and '*'")
    }
    index += 1
    switch Group.read(bytes.extracting(droppingFirst: index)) {
    case .open: return .more(index + groupLength + 3)
    case .other(let offset): return .no(index + offset, "four hexadecimal digits and '*'")
    case .digits(let first):
      switch Group.read(bytes.extracting(droppingFirst: index + groupLength)) {
      case .open: return .more(bytes.count + 1)
      case .other: return .header(WatchHeader(hasIndex: false, lengthStart: index, length: first))
      case .digits(let second):
        return .header(
          WatchHeader(hasIndex: true, lengthStart: index + groupLength, length: second))
      }
    }
  }

  /// Why the first four bytes are none of a frame; nil if they can be.
  private static func beginning(_ bytes: Span<UInt8>) -> Result? {
    for index in 0..<min(bytes.count, 4) {
      let byte = bytes[index]
      let isLetter = (65...90).contains(byte & 0xDF)
      switch index {
      case 0 where byte != UInt8(ascii: "["): return .no(0, "'['")
      case 1 where !isLetter && TextNumber.digit(byte) == nil:
        return .no(1, "two characters of a maker")
      case 2 where !isLetter: return .no(2, "two characters of a maker")
      case 3 where byte != UInt8(ascii: "*"): return .no(3, "'*' behind the maker")
      default: break
      }
    }
    return nil
  }

  /// Four hexadecimal digits and `*`.
  private enum Group {
    case digits(Int)
    case other(Int)
    case open

    static func read(_ bytes: Span<UInt8>) -> Group {
      var value = 0
      for index in 0..<groupLength {
        guard index < bytes.count else { return .open }
        if index == groupLength - 1 {
          guard bytes[index] == UInt8(ascii: "*") else { return .other(index) }
        } else {
          guard let digit = TextNumber.hexadecimalDigit(bytes[index]) else { return .other(index) }
          value = value << 4 | Int(digit)
        }
      }
      return .digits(value)
    }
  }
}

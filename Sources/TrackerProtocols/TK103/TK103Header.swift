import Telemetry
import Wire

/// The start of a message: bracket, identifier and command, in two dialects.
struct TK103Header {
  enum Result {
    case no(Int, String)
    case more(Int)
    case header(TK103Header)
  }

  /// Whether commas part the fields; else identifier and command have fixed lengths.
  let hasCommas: Bool
  /// Where the identifier stands. Of eleven digits it begins with the bracket.
  let identifier: Range<Int>
  /// Where the command's four characters stand.
  let command: Range<Int>

  static func read(_ bytes: Span<UInt8>) -> Result {
    guard bytes.count > 0 else { return .more(18) }
    guard bytes[0] == UInt8(ascii: "(") else { return .no(0, "'('") }
    var digits = 1
    while digits < bytes.count, digits < 17, TextNumber.digit(bytes[digits]) != nil { digits += 1 }
    if digits < bytes.count, bytes[digits] == UInt8(ascii: ",") {
      guard (13...16).contains(digits) else {
        return .no(digits, "an identifier of 12 to 15 digits")
      }
      switch commaCommand.match(bytes.extracting(droppingFirst: digits + 1)) {
      case .no(let offset): return .no(digits + 1 + offset, "a command such as ZC11 and a comma")
      case .more: return .more(digits + 6)
      case .whole(let count):
        return .header(
          TK103Header(
            hasCommas: true, identifier: 1..<digits, command: digits + 1..<digits + count))
      }
    }
    if digits == bytes.count, digits < 17 { return .more(max(18, digits + 1)) }
    if digits == 16 { return long(bytes) }
    // Eleven digits and a B may be that, or the beginning of twelve characters.
    if digits == 12, bytes.count < 17, bytes.count < 13 || bytes[12] == UInt8(ascii: "B") {
      return .more(18)
    }
    return digits == 12 && isCommand(bytes.extracting(droppingFirst: 12))
      ? .header(TK103Header(hasCommas: false, identifier: 0..<12, command: 12..<16))
      : compact(bytes)
  }

  private static let commaCommand = OpeningForm(parts: [
    .oneOf("BZD"), .oneOf("PCW"), .word(2), .literal(","),
  ])

  /// Twelve characters and a command. Of eleven digits and a command the bracket counts as the
  /// first of twelve.
  private static func compact(_ bytes: Span<UInt8>) -> Result {
    for index in 1..<13 {
      guard index < bytes.count else { return .more(18) }
      guard isWord(bytes[index]) else {
        return .no(index, "an identifier of twelve letters or digits")
      }
    }
    guard bytes.count > 13 else { return .more(18) }
    guard bytes[13] == UInt8(ascii: "B") else { return .no(13, "a command such as BR00") }
    guard bytes.count > 16 else { return .more(18) }
    guard isCommand(bytes.extracting(droppingFirst: 13)) else {
      return .no(14, "a command such as BR00")
    }
    return .header(TK103Header(hasCommas: false, identifier: 1..<13, command: 13..<17))
  }

  /// An IMEI of 15 digits with a command at once behind it. A comma must follow: others have it
  /// without one.
  private static func long(_ bytes: Span<UInt8>) -> Result {
    switch longCommand.match(bytes.extracting(droppingFirst: 16)) {
    case .no(let offset): .no(16 + offset, "a command such as BP02 and a comma")
    case .more: .more(21)
    case .whole:
      .header(TK103Header(hasCommas: false, identifier: 1..<16, command: 16..<20))
    }
  }

  private static let longCommand = OpeningForm(parts: [
    .literal("B"), .oneOf("OPQRSVZ"), .word(2), .literal(","),
  ])

  /// Whether a B, another capital letter, and two letters or digits come first.
  private static func isCommand(_ bytes: Span<UInt8>) -> Bool {
    bytes.count >= 4 && bytes[0] == UInt8(ascii: "B") && (65...90).contains(bytes[1])
      && isWord(bytes[2]) && isWord(bytes[3])
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || (65...90).contains(byte)
  }

  /// Where the message ends: with the first bracket that is not within a text between dollar
  /// signs; nil if it is not there.
  static func end(of bytes: Span<UInt8>) -> Int? {
    var isText = false
    var index = 1
    while index < min(bytes.count, TK103.longestFrame) {
      let byte = bytes[index]
      if byte == UInt8(ascii: "$") { isText.toggle() }
      if byte == UInt8(ascii: ")"), !isText { return index + 1 }
      index += 1
    }
    return nil
  }

  /// How far it is to the next bracket, at least 1.
  static func distanceToNext(_ bytes: Span<UInt8>) -> Int {
    bytes.firstIndex(of: UInt8(ascii: "("), from: 1) ?? bytes.count
  }
}

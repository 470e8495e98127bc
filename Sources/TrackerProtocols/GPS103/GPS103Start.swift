import Wire

/// What a frame begins with, as far as a frame can be told by that.
enum GPS103Start {
  /// `##,imei:` and 15 digits.
  case login
  /// `imei:`, 15 digits and a comma.
  case data
  /// 15 digits and nothing else so far.
  case heartbeat
  /// 15 digits that data is glued to.
  case gluedHeartbeat
  /// At least so many bytes are needed to say.
  case more(Int)
  /// A byte that is none of these, and what must stand there.
  case no(Int, String)

  static let loginWord = "##,imei:"
  static let dataWord = "imei:"
  static let identifierLength = 15

  static func read(_ bytes: Span<UInt8>) -> GPS103Start {
    guard bytes.count > 0 else { return .more(1) }
    switch bytes[0] {
    case UInt8(ascii: "#"): return read(bytes, behind: loginWord, .login)
    case UInt8(ascii: "i"):
      let start = read(bytes, behind: dataWord, .data)
      guard case .data = start else { return start }
      let end = dataWord.utf8.count + identifierLength
      guard bytes.count > end else { return .more(end + 2) }
      return bytes[end] == UInt8(ascii: ",") ? .data : .no(end, "a comma behind 15 digits")
    default:
      for index in 0..<identifierLength {
        guard index < bytes.count else { return .more(identifierLength + 1) }
        guard TextNumber.digit(bytes[index]) != nil else { return .no(index, "15 digits") }
      }
      return behindDigits(bytes)
    }
  }

  private static func read(
    _ bytes: Span<UInt8>, behind word: String, _ found: GPS103Start
  ) -> GPS103Start {
    var index = 0
    for byte in word.utf8 {
      guard index < bytes.count else { return .more(word.utf8.count + identifierLength) }
      guard bytes[index] == byte else { return .no(index, "'##,imei:' or 'imei:'") }
      index += 1
    }
    let end = index + identifierLength
    while index < end {
      guard index < bytes.count else { return .more(end) }
      guard TextNumber.digit(bytes[index]) != nil else {
        return .no(index, "15 digits of an identifier")
      }
      index += 1
    }
    return found
  }

  /// Lone digits are a heartbeat only if `;`, data or the end of a datagram follows: a line end
  /// makes them a login of T55.
  private static func behindDigits(_ bytes: Span<UInt8>) -> GPS103Start {
    let rest = bytes.extracting(droppingFirst: identifierLength)
    guard rest.count > 0, rest[0] != UInt8(ascii: ";") else { return .heartbeat }
    var index = 0
    for byte in dataWord.utf8 {
      guard index < rest.count else { return .more(identifierLength + dataWord.utf8.count) }
      guard rest[index] == byte else {
        return .no(identifierLength + index, "';' or 'imei:' behind 15 digits")
      }
      index += 1
    }
    return .gluedHeartbeat
  }

  /// Whether bytes in a conversation that is known to be GPS103 can start a frame. Identifiers
  /// are not judged: a number in a frame is the decoder's matter.
  static func canStartFrame(_ bytes: Span<UInt8>) -> Bool {
    guard bytes.count > 0 else { return false }
    if TextNumber.digit(bytes[0]) != nil { return true }
    return begins(bytes, loginWord) || begins(bytes, dataWord)
  }

  /// Whether bytes begin with a word, or end inside it.
  private static func begins(_ bytes: Span<UInt8>, _ word: String) -> Bool {
    var index = 0
    for byte in word.utf8 {
      guard index < bytes.count else { return true }
      guard bytes[index] == byte else { return false }
      index += 1
    }
    return true
  }
}

import Wire

/// How a frame begins: which form it has, and how long one of bytes is.
enum GL200Start {
  case no(Int, String)
  case more(Int)
  /// A message as text, up to its end; whether its version is left out, as in its relative gl100.
  case text(isBare: Bool)
  case binary(GL200Binary, total: Int)

  /// What text begins with.
  private static let forms = ["+RESP:GT", "+BUFF:GT", "+ACK:GT"]
  /// The type's letters and the comma behind them.
  private static let type = OpeningForm(parts: [.word(3), .literal(",")])
  /// Version or identifier, and the comma behind it.
  private static let longestVersion = GL200.identifierLength

  static func read(_ bytes: Span<UInt8>) -> GL200Start {
    guard bytes.count > 0 else { return .more(GL200.shortestFrame) }
    guard bytes[0] == UInt8(ascii: "+") else { return .no(0, "'+'") }
    var agreed = 1
    for word in forms {
      let count = commonCount(word, bytes)
      if count == word.utf8.count { return text(bytes, from: count) }
      if count == bytes.count { return .more(GL200.shortestFrame) }
      agreed = max(agreed, count)
    }
    for kind in GL200Binary.kinds {
      let count = commonCount(kind.word, bytes)
      if count == kind.word.utf8.count { return binary(kind, bytes) }
      if count == bytes.count { return .more(GL200.shortestFrame) }
      agreed = max(agreed, count)
    }
    return .no(agreed, "'+RESP:GT', '+BUFF:GT', '+ACK:GT' or a binary header such as '+RSP'")
  }

  private static func commonCount(_ word: String, _ bytes: Span<UInt8>) -> Int {
    var count = 0
    for byte in word.utf8 {
      guard count < bytes.count, bytes[count] == byte else { break }
      count += 1
    }
    return count
  }

  private static func text(_ bytes: Span<UInt8>, from start: Int) -> GL200Start {
    switch type.match(bytes.extracting(droppingFirst: start)) {
    case .no(let offset): return .no(start + offset, "three letters and a comma")
    case .more: return .more(max(bytes.count + 1, GL200.shortestFrame))
    case .whole(let count):
      var index = start + count
      let version = index
      while index < bytes.count, index - version <= longestVersion,
        TextNumber.hexadecimalDigit(bytes[index]) != nil
      {
        index += 1
      }
      guard index < bytes.count else { return .more(bytes.count + 1) }
      let isBare = index - version == longestVersion
      guard bytes[index] == UInt8(ascii: ","),
        isBare || [0, 6, 10].contains(index - version)
      else { return .no(index, "a version of 6 or 10 digits, or an identifier of 15") }
      return .text(isBare: isBare)
    }
  }

  private static func binary(_ kind: GL200Binary, _ bytes: Span<UInt8>) -> GL200Start {
    guard bytes.count >= kind.headerCount else { return .more(kind.headerCount) }
    guard bytes[4] < 0x80, bytes[4] != UInt8(ascii: ":") else {
      return .no(4, "the number of a message")
    }
    let total =
      kind.lengthBytes == 1
      ? Int(bytes[kind.lengthStart]) : Int(bytes.bigEndian16(at: kind.lengthStart))
    guard total >= kind.headerCount + GL200Binary.trailerCount, total <= GL200.longestFrame else {
      return .no(kind.lengthStart, "a length of \(GL200.longestFrame) at most")
    }
    return .binary(kind, total: total)
  }
}

/// A kind of binary message: its first four bytes, and where its length stands.
struct GL200Binary: Sendable {
  /// What a kind holds.
  enum Content: Sendable {
    case positions
    case event
    case information
    case answer
    /// Nobody has said what.
    case unknown
  }

  let word: String
  let lengthStart: Int
  let lengthBytes: Int
  let content: Content

  /// The bytes up to behind the length.
  var headerCount: Int { lengthStart + lengthBytes }

  /// Checksum and line end.
  static let trailerCount = 4

  /// All kinds (sheet 3); the second of two is sent later from memory.
  static let kinds: [GL200Binary] = [
    GL200Binary(word: "+RSP", lengthStart: 9, lengthBytes: 2, content: .positions),
    GL200Binary(word: "+BSP", lengthStart: 9, lengthBytes: 2, content: .positions),
    GL200Binary(word: "+EVT", lengthStart: 9, lengthBytes: 2, content: .event),
    GL200Binary(word: "+BVT", lengthStart: 9, lengthBytes: 2, content: .event),
    GL200Binary(word: "+INF", lengthStart: 7, lengthBytes: 2, content: .information),
    GL200Binary(word: "+BNF", lengthStart: 7, lengthBytes: 2, content: .information),
    GL200Binary(word: "+ACK", lengthStart: 6, lengthBytes: 1, content: .answer),
    GL200Binary(word: "+HBD", lengthStart: 5, lengthBytes: 1, content: .unknown),
    GL200Binary(word: "+CRD", lengthStart: 6, lengthBytes: 2, content: .unknown),
    GL200Binary(word: "+BRD", lengthStart: 6, lengthBytes: 2, content: .unknown),
    GL200Binary(word: "+LGN", lengthStart: 6, lengthBytes: 2, content: .unknown),
  ]
}

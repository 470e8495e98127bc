import Wire

/// The form in which a text frame must begin, part by part: what a recogniser asks of a stranger.
struct OpeningForm: Sendable {
  /// A part of the form.
  enum Part: Sendable {
    /// Exactly these characters.
    case literal(StaticString)
    /// One of these characters.
    case oneOf(StaticString)
    /// This character, or nothing.
    case optional(UInt8)
    /// So many decimal digits.
    case digits(ClosedRange<Int>)
    /// At most so many decimal digits, possibly none.
    case optionalDigits(Int)
    /// So many capital letters or digits.
    case word(Int)
    /// So many capital letters.
    case capitals(Int)
    /// So many hexadecimal digits.
    case hexadecimal(ClosedRange<Int>)
    /// A point and decimal digits, or nothing.
    case fraction
  }

  /// How far bytes agree with a form.
  enum Match: Sendable, Hashable {
    /// What stands at a byte is not what must stand there.
    case no(at: Int)
    /// They agree, but end inside the form.
    case more
    /// They agree; the form takes so many bytes.
    case whole(Int)
  }

  /// The parts in order.
  let parts: [Part]

  /// Compares bytes from the front.
  func match(_ bytes: Span<UInt8>) -> Match {
    var index = 0
    for part in parts {
      switch Self.match(part, bytes.extracting(droppingFirst: index)) {
      case .no(let offset): return .no(at: index &+ offset)
      case .more: return .more
      case .whole(let count): index &+= count
      }
    }
    return .whole(index)
  }

  private static func match(_ part: Part, _ bytes: Span<UInt8>) -> Match {
    switch part {
    case .literal(let text): return literal(text, bytes)
    case .oneOf(let characters):
      guard bytes.count > 0 else { return .more }
      return characters.description.utf8.contains(bytes[0]) ? .whole(1) : .no(at: 0)
    case .optional(let character):
      guard bytes.count > 0 else { return .more }
      return .whole(bytes[0] == character ? 1 : 0)
    case .digits(let range): return run(bytes, range) { TextNumber.digit($0) != nil }
    case .optionalDigits(let most): return run(bytes, 0...most) { TextNumber.digit($0) != nil }
    case .word(let count):
      return run(bytes, count...count) { (65...90).contains($0) || TextNumber.digit($0) != nil }
    case .capitals(let count): return run(bytes, count...count) { (65...90).contains($0) }
    case .hexadecimal(let range):
      return run(bytes, range) { TextNumber.hexadecimalDigit($0) != nil }
    case .fraction:
      guard bytes.count > 0 else { return .more }
      guard bytes[0] == UInt8(ascii: ".") else { return .whole(0) }
      return run(bytes, 1...10) { $0 == UInt8(ascii: ".") || TextNumber.digit($0) != nil }
    }
  }

  private static func literal(_ text: StaticString, _ bytes: Span<UInt8>) -> Match {
    var index = 0
    for byte in text.description.utf8 {
      guard index < bytes.count else { return .more }
      guard bytes[index] == byte else { return .no(at: index) }
      index += 1
    }
    return .whole(index)
  }

  private static func run(
    _ bytes: Span<UInt8>, _ range: ClosedRange<Int>, _ fits: (UInt8) -> Bool
  ) -> Match {
    var index = 0
    while index < bytes.count, index < range.upperBound, fits(bytes[index]) { index += 1 }
    if index == bytes.count, index < range.upperBound { return .more }
    return index >= range.lowerBound ? .whole(index) : .no(at: index)
  }
}

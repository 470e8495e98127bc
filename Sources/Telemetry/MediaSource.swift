/// Bytes that stand for others where these must not occur: a mark, and behind it a number from 1.
public struct ByteEscapes: Sendable, Hashable {
  /// The byte that a pair begins with.
  public let mark: UInt8
  /// What mark and 1, mark and 2 … stand for; at most 255.
  public let meanings: [UInt8]

  /// Escapes by their mark and what its numbers mean.
  public init(mark: UInt8, meanings: [UInt8]) {
    self.mark = mark
    self.meanings = meanings
  }

  /// The bytes that are meant; nil if a mark stands before a byte that gives it no meaning.
  public func undo(_ bytes: Span<UInt8>) -> [UInt8]? {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      if bytes[index] == mark {
        index += 1
        guard index < bytes.count, bytes[index] >= 1, Int(bytes[index]) <= meanings.count else {
          return nil
        }
        result.append(meanings[Int(bytes[index]) - 1])
      } else {
        result.append(bytes[index])
      }
      index += 1
    }
    return result
  }
}

/// Where the bytes of a ``MediaPiece`` stand in the frame as it was received, and how to read
/// them there: the ledger has the frame, so it needs no second copy of them.
public struct MediaSource: Sendable, Hashable {
  /// How the bytes are written.
  public enum Form: UInt8, Sendable {
    /// As they are.
    case plain
    /// As hexadecimal digits.
    case hexadecimal
  }

  /// Where they stand: in the frame, or in what it is without ``frameEscapes``.
  public var range: Range<Int>
  /// How they are written.
  public var form: Form
  /// Escapes within the range; nil for none.
  public var escapes: ByteEscapes?
  /// Escapes of the whole frame, which were taken out before the range was counted; nil for none.
  public var frameEscapes: ByteEscapes?

  /// A place in a frame.
  public init(
    _ range: Range<Int>, form: Form = .plain, escapes: ByteEscapes? = nil,
    frameEscapes: ByteEscapes? = nil
  ) {
    self.range = range
    self.form = form
    self.escapes = escapes
    self.frameEscapes = frameEscapes
  }

  /// The bytes; nil if the frame does not have them.
  public func bytes(in frame: Span<UInt8>) -> [UInt8]? {
    if let frameEscapes {
      guard let message = frameEscapes.undo(frame) else { return nil }
      return part(of: message.span)
    }
    return part(of: frame)
  }

  private func part(of message: Span<UInt8>) -> [UInt8]? {
    guard range.lowerBound >= 0, range.upperBound <= message.count else { return nil }
    let part = message.extracting(range)
    if let escapes { return escapes.undo(part) }
    switch form {
    case .plain:
      var copy: [UInt8] = []
      copy.reserveCapacity(part.count)
      for index in part.indices { copy.append(part[index]) }
      return copy
    case .hexadecimal: return Self.digits(part)
    }
  }

  private static func digits(_ text: Span<UInt8>) -> [UInt8]? {
    guard text.count % 2 == 0 else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count / 2)
    for index in 0..<text.count / 2 {
      guard let high = value(text[2 * index]), let low = value(text[2 * index + 1]) else {
        return nil
      }
      bytes.append(high << 4 | low)
    }
    return bytes
  }

  private static func value(_ digit: UInt8) -> UInt8? {
    switch digit {
    case 0x30...0x39: digit - 0x30
    case 0x41...0x46: digit - 0x37
    case 0x61...0x66: digit - 0x57
    default: nil
    }
  }
}

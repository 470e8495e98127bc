import Telemetry
import Wire

extension JT808 {
  /// A body has at most 1,023 bytes, and escapes can double a frame.
  static let longestFrame = 4_096
  /// The most bytes of a message of text.
  static let longestText = 1_024
  /// Delimiters, type, attributes, the shortest identifier, the shortest serial number, checksum.
  private static let shortestFrame = 14

  // MARK: Recognition

  static func recognise(_ bytes: Span<UInt8>, _ stream: StreamState) -> Recognition {
    guard bytes.count > 0 else { return .more(shortestFrame) }
    if bytes[0] == UInt8(ascii: "(") { return recogniseText(bytes) }
    guard let escapes = JT808Escapes.of(delimiter: bytes[0]) else {
      return .no(at: 0, expected: "7E, E7 or a bracket")
    }
    guard bytes.count > 1 else { return .more(shortestFrame) }
    guard isType(high: bytes[1]) else { return .no(at: 1, expected: "a message of a terminal") }
    let end = bytes.firstIndex(of: escapes.delimiter, from: 1, limit: longestFrame)
    let stop = end.map { $0 + 1 } ?? min(bytes.count, longestFrame)
    var message: [UInt8] = []
    if let wrong = escapes.remove(from: bytes.extracting(0..<stop), into: &message) {
      return .no(at: wrong, expected: "an escape that stands for a byte")
    }
    return recognise(message.span, stop, isClosed: end != nil)
  }

  /// Looks at a frame, or the beginning of one, whose escapes are taken out. `stop` is how many
  /// bytes it has on the wire.
  private static func recognise(
    _ message: Span<UInt8>, _ stop: Int, isClosed: Bool
  ) -> Recognition {
    guard message.count >= 5 else {
      return isClosed ? .no(at: stop - 1, expected: "a longer message") : .more(shortestFrame)
    }
    let type = message.bigEndian16(at: 1)
    guard kinds[type] != nil || type >> 8 <= 0x0F else {
      return .no(at: 2, expected: "a message of a terminal")
    }
    let total = JT808Header.total(message)
    guard isClosed else {
      return message.count < total
        ? .more(max(total, stop + 1)) : .no(at: stop - 1, expected: "the closing delimiter")
    }
    guard message.count == total else {
      return .no(at: 3, expected: "a length that fits the closing delimiter")
    }
    var proofs: Proofs = [.sync, .length, .terminator]
    if checksumHolds(message) { proofs.insert(.checksum) }
    guard kinds[type] != nil || proofs.contains(.checksum) else {
      return .no(at: stop - 2, expected: "a checksum that holds")
    }
    return .yes(proofs, frame: stop)
  }

  /// Whether a message of a terminal can begin with this byte.
  private static func isType(high: UInt8) -> Bool { high <= 0x0F || highBytes.contains(high) }

  private static let highBytes = Set(kinds.keys.map { UInt8(truncatingIfNeeded: $0 >> 8) })

  static func checksumHolds(_ message: Span<UInt8>) -> Bool {
    message.count > 3
      && Checksum.xor8(message.extracting(1..<message.count - 2)) == message[message.count - 2]
  }

  /// The text of padlocks: `(`, 10 to 15 digits, `,1,001,`, a word and more, `)`.
  private static func recogniseText(_ bytes: Span<UInt8>) -> Recognition {
    var index = 1
    while index < bytes.count, TextNumber.digit(bytes[index]) != nil { index += 1 }
    guard index <= 16 else { return .no(at: 16, expected: "at most 15 digits") }
    guard index < bytes.count else { return .more(max(index + 1, 19)) }
    guard index > 10 else { return .no(at: index, expected: "10 to 15 digits") }
    for byte in ",1,001,".utf8 {
      guard index < bytes.count else { return .more(index + 1) }
      guard bytes[index] == byte else { return .no(at: index, expected: ",1,001,") }
      index += 1
    }
    let word = index
    while index < bytes.count, index < longestText {
      let byte = bytes[index]
      if byte == UInt8(ascii: ")"), index > word {
        return .yes([.sync, .keyword, .grammar, .terminator], frame: index + 1)
      }
      guard (0x20...0x7E).contains(byte), byte != UInt8(ascii: "(") else {
        return .no(at: index, expected: "printable text")
      }
      if index == word, !(65...90).contains(byte) {
        return .no(at: index, expected: "a word in capital letters")
      }
      index += 1
    }
    return index < longestText
      ? .more(index + 1) : .no(at: longestText - 1, expected: "the closing bracket")
  }

  // MARK: Frames

  mutating func nextFrame(in bytes: Span<UInt8>, _ stream: StreamState) -> FrameStep {
    guard let start = Self.start(in: bytes) else { return .skip(bytes.count) }
    guard start == 0 else { return .skip(start) }
    if bytes[0] == UInt8(ascii: "(") { return Self.textFrame(bytes) }
    let limit = min(bytes.count, Self.longestFrame)
    guard let end = bytes.firstIndex(of: bytes[0], from: 1, limit: limit) else {
      return bytes.count < Self.longestFrame ? .needMore(bytes.count + 1) : .skip(1)
    }
    // Too short for a message: the end of one that was lost, and the start of the next.
    guard end + 1 >= Self.shortestFrame else { return .skip(end) }
    if Self.fits(bytes.extracting(0...end)) { return .frame(end + 1) }
    guard end + 1 < bytes.count else {
      return stream.edge == .open ? .waitForPause : .frame(end + 1)
    }
    // A message behind the delimiter: it opens that one, and this one has lost its end.
    let next = bytes[end + 1]
    return next != bytes[0] && next != 10 && next != 13 && Self.isType(high: next)
      ? .skip(end) : .frame(end + 1)
  }

  /// Where a frame may start next.
  private static func start(in bytes: Span<UInt8>) -> Int? {
    for index in bytes.indices {
      switch bytes[index] {
      case JT808Escapes.standard.delimiter: return index
      // These occur in broken frames, too.
      case JT808Escapes.padlock.delimiter
      where index + 1 == bytes.count || isType(high: bytes[index + 1]):
        return index
      case UInt8(ascii: "(")
      where index + 1 == bytes.count || TextNumber.digit(bytes[index + 1]) != nil:
        return index
      default: break
      }
    }
    return nil
  }

  private static func textFrame(_ bytes: Span<UInt8>) -> FrameStep {
    var index = 1
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: ")") { return .frame(index + 1) }
      guard (0x20...0x7E).contains(byte), byte != UInt8(ascii: "("), byte != 0x7E,
        index < longestText
      else { return .skip(index) }
      index += 1
    }
    return .needMore(bytes.count + 1)
  }

  /// Whether the length in a frame agrees with where it ends.
  private static func fits(_ frame: Span<UInt8>) -> Bool {
    let message = message(of: frame)
    return message.count >= 5 && JT808Header.total(message.span) == message.count
  }

  private static func message(of frame: Span<UInt8>) -> [UInt8] {
    var message: [UInt8] = []
    message.reserveCapacity(frame.count)
    JT808Escapes.of(delimiter: frame[0])?.remove(from: frame, into: &message)
    return message
  }

  // MARK: Escapes

  static func unwrap(_ frame: Span<UInt8>, into message: inout [UInt8]) -> Bool {
    guard frame.count > 0, let escapes = JT808Escapes.of(delimiter: frame[0]),
      escapes.occur(in: frame)
    else { return false }
    escapes.remove(from: frame, into: &message)
    return true
  }

  static func wrap(_ message: inout [UInt8]) {
    guard let first = message.first else { return }
    JT808Escapes.of(delimiter: first)?.insert(into: &message, messageAt: 0)
  }

  static func reseal(_ frame: inout [UInt8]) {
    guard let first = frame.first, let escapes = JT808Escapes.of(delimiter: first),
      frame.last == first, !frame.dropFirst().dropLast().contains(first)
    else { return }
    var message = message(of: frame.span)
    let others = JT808Header.total
    guard message.count >= shortestFrame, message.last == first else { return }
    let body = message.count - (others(message.span) - Int(message.span.bigEndian16(at: 3) & 0x3FF))
    guard (0...0x3FF).contains(body) else { return }
    message[3] = message[3] & 0xFC | UInt8(truncatingIfNeeded: body >> 8)
    message[4] = UInt8(truncatingIfNeeded: body)
    message[message.count - 2] = Checksum.xor8(message.span.extracting(1..<message.count - 2))
    escapes.insert(into: &message, messageAt: 0)
    frame = message
  }
}

import Wire

/// The delimiter of a dialect, and the bytes that stand for others between two of them.
struct JT808Escapes {
  /// Two bytes on the wire that stand for one.
  struct Pair {
    let escape: UInt8
    let code: UInt8
    let byte: UInt8
  }

  /// The byte that a frame begins and ends with.
  let delimiter: UInt8
  let pairs: [Pair]

  static let standard = JT808Escapes(
    delimiter: 0x7E,
    pairs: [Pair(escape: 0x7D, code: 1, byte: 0x7D), Pair(escape: 0x7D, code: 2, byte: 0x7E)])

  static let padlock = JT808Escapes(
    delimiter: 0xE7,
    pairs: [
      Pair(escape: 0xE6, code: 1, byte: 0xE6), Pair(escape: 0xE6, code: 2, byte: 0xE7),
      Pair(escape: 0x3E, code: 1, byte: 0x3E), Pair(escape: 0x3E, code: 2, byte: 0x3D),
    ])

  /// The escapes of the dialect with a delimiter; nil if there is none.
  static func of(delimiter: UInt8) -> JT808Escapes? {
    switch delimiter {
    case standard.delimiter: standard
    case padlock.delimiter: padlock
    default: nil
    }
  }

  private func isEscape(_ byte: UInt8) -> Bool { pairs.contains { $0.escape == byte } }

  /// Whether any byte between the delimiters is an escape.
  func occur(in frame: Span<UInt8>) -> Bool {
    for index in frame.indices where isEscape(frame[index]) { return true }
    return false
  }

  /// Appends a frame, or the beginning of one, without its escapes. An escape that stands for
  /// nothing is dropped with the byte behind it.
  ///
  /// - Returns: where the first such escape stands; nil if there is none.
  @discardableResult
  func remove(from frame: Span<UInt8>, into message: inout [UInt8]) -> Int? {
    var wrong: Int?
    var index = 0
    while index < frame.count {
      let byte = frame[index]
      guard isEscape(byte) else {
        message.append(byte)
        index += 1
        continue
      }
      // The closing delimiter is none of the frame's content, so it cannot be escaped away.
      guard index + 1 < frame.count, frame[index + 1] != delimiter else {
        if index + 1 < frame.count, wrong == nil { wrong = index }
        index += 1
        continue
      }
      if let pair = pairs.first(where: { $0.escape == byte && $0.code == frame[index + 1] }) {
        message.append(pair.byte)
      } else if wrong == nil {
        wrong = index
      }
      index += 2
    }
    return wrong
  }

  /// Puts escapes into a message between its first and its last byte, from an index on.
  func insert(into output: inout [UInt8], messageAt start: Int) {
    let message = Array(output[start...])
    guard message.count > 2, needed(by: message) else { return }
    output.removeSubrange(start...)
    output.append(message[0])
    for byte in message.dropFirst().dropLast() {
      if let pair = pairs.first(where: { $0.byte == byte }) {
        output.append(contentsOf: [pair.escape, pair.code])
      } else {
        output.append(byte)
      }
    }
    output.append(message[message.count - 1])
  }

  private func needed(by message: [UInt8]) -> Bool {
    message.dropFirst().dropLast().contains { byte in pairs.contains { $0.byte == byte } }
  }
}

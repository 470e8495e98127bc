import Telemetry

/// Bytes of pictures and sound that would be delimiters are sent as two: 7D and a number.
enum WatchEscapes {
  /// What 7D 01, 7D 02 … stand for: `}`, `[`, `]`, comma, `*`.
  static let escapes = ByteEscapes(mark: mark, meanings: plain)

  private static let mark: UInt8 = 0x7D
  private static let plain: [UInt8] = [0x7D, 0x5B, 0x5D, 0x2C, 0x2A]

  /// The bytes that are meant; nil if a 7D stands before a byte that gives it no meaning.
  static func undo(_ bytes: Span<UInt8>) -> [UInt8]? { escapes.undo(bytes) }

  /// How many bytes are meant, which is what a length counts.
  static func plainCount(_ bytes: Span<UInt8>) -> Int {
    var count = bytes.count
    var index = 0
    while index < bytes.count - 1 {
      if bytes[index] == mark, (1...5).contains(bytes[index + 1]) {
        count -= 1
        index += 1
      }
      index += 1
    }
    return count
  }

  /// The bytes as they are sent.
  static func escaped(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    for byte in bytes {
      if let number = plain.firstIndex(of: byte) {
        result.append(mark)
        result.append(UInt8(truncatingIfNeeded: number + 1))
      } else {
        result.append(byte)
      }
    }
    return result
  }
}

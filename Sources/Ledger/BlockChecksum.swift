/// A checksum of what is stored together, so that what a disk has changed is noticed and not taken
/// for what a device said.
///
/// Every step can be undone, so a change of one word always changes the state; of the final 64
/// bits 32 are kept. Stored on disk: it is never computed in another way.
struct BlockChecksum {
  /// How many bytes it takes where it is stored.
  static let size = 4
  private static let multiplier: UInt64 = 0x9E37_79B9_7F4A_7C15
  private var state: UInt64 = 0x5851_F42D_4C95_7F2D

  mutating func add(_ word: UInt64) {
    state = (state ^ word) &* Self.multiplier
    state ^= state >> 29
  }

  /// Adds bytes with their count, so that they cannot be mistaken for a part of their neighbours.
  mutating func add(_ bytes: Span<UInt8>) {
    add(UInt64(bytes.count))
    var index = 0
    while index + 8 <= bytes.count {
      // The bounds are checked once for eight bytes, which halves the cost of the whole.
      let piece = bytes.extracting(index..<index + 8)
      let low = Self.word(piece[0], piece[1], piece[2], piece[3])
      add(low | Self.word(piece[4], piece[5], piece[6], piece[7]) << 32)
      index += 8
    }
    guard index < bytes.count else { return }
    var word: UInt64 = 0
    for place in 0..<(bytes.count - index) {
      word |= UInt64(bytes[index + place]) << UInt64(place * 8)
    }
    add(word)
  }

  private static func word(
    _ first: UInt8, _ second: UInt8, _ third: UInt8, _ fourth: UInt8
  ) -> UInt64 {
    UInt64(first) | UInt64(second) << 8 | UInt64(third) << 16 | UInt64(fourth) << 24
  }

  /// What is stored.
  var value: UInt32 {
    var mixed = (state ^ (state >> 33)) &* 0xFF51_AFD7_ED55_8CCD
    mixed ^= mixed >> 32
    return UInt32(truncatingIfNeeded: mixed)
  }
}

extension BlockChecksum {
  /// The checksum of bytes that are stored under a number.
  static func of(_ number: Int64, _ bytes: Span<UInt8>) -> UInt32 {
    var checksum = BlockChecksum()
    checksum.add(UInt64(bitPattern: number))
    checksum.add(bytes)
    return checksum.value
  }

  /// Bytes with their checksum in front.
  static func sealed(_ number: Int64, _ bytes: [UInt8]) -> [UInt8] {
    let value = of(number, bytes.span)
    var sealed: [UInt8] = []
    sealed.reserveCapacity(bytes.count + size)
    for shift in [UInt32(0), 8, 16, 24] {
      sealed.append(UInt8(truncatingIfNeeded: value >> shift))
    }
    sealed.append(contentsOf: bytes)
    return sealed
  }

  /// Whether bytes hold the checksum that stands in front of them.
  static func holds(_ number: Int64, _ sealed: Span<UInt8>) -> Bool {
    guard sealed.count >= size else { return false }
    let value = of(number, sealed.extracting(droppingFirst: size))
    return UInt64(value) == word(sealed[0], sealed[1], sealed[2], sealed[3])
  }
}

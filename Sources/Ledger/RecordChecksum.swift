internal import Telemetry

/// A checksum of one stored message, over all that is kept of it, so that what a disk has changed
/// is noticed and not taken for what a device said.
///
/// Every step can be undone, so a change of one word always changes the state; of the final 64
/// bits 32 are kept. Stored on disk: it is never computed in another way.
struct RecordChecksum {
  private static let multiplier: UInt64 = 0x9E37_79B9_7F4A_7C15
  private var state: UInt64 = 0x5851_F42D_4C95_7F2D

  mutating func add(_ word: UInt64) {
    state = (state ^ word) &* Self.multiplier
    state ^= state >> 29
  }

  mutating func add(_ number: Int64) { add(UInt64(bitPattern: number)) }

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

  /// As a number with a sign, which SQLite keeps in four bytes.
  var value: Int64 {
    var mixed = (state ^ (state >> 33)) &* 0xFF51_AFD7_ED55_8CCD
    mixed ^= mixed >> 32
    return Int64(Int32(truncatingIfNeeded: mixed))
  }
}

extension RecordChecksum {
  /// Starts with the numbers of a message, in the order of their columns.
  init(
    _ sequence: Int64, receivedAt: Int64, connection: Int64, identity: Int64, protocolNumber: Int64,
    flags: Int64, recordCount: Int64
  ) {
    add(sequence)
    add(receivedAt)
    add(connection)
    add(identity)
    add(protocolNumber)
    add(flags)
    add(recordCount)
  }

  /// The checksum of a message that is to be stored.
  static func of(
    _ entry: LedgerEntry, _ sequence: Int64, protocolNumber: Int64, in bytes: Span<UInt8>
  ) -> Int64 {
    var checksum = RecordChecksum(
      sequence, receivedAt: entry.receivedAt.milliseconds,
      connection: Int64(bitPattern: entry.connection), identity: entry.identity.rawValue,
      protocolNumber: protocolNumber, flags: Int64(entry.flags.rawValue),
      recordCount: Int64(entry.recordCount))
    checksum.add(entry.raw, of: bytes)
    checksum.add(entry.reports, of: bytes)
    checksum.add(entry.reply, of: bytes)
    return checksum.value
  }

  private mutating func add(_ range: Range<Int>, of bytes: Span<UInt8>) {
    // An empty range may lie anywhere.
    add(bytes.extracting(range.isEmpty ? 0..<0 : range))
  }
}

import Wire

/// A place in a message that holds one value: whole bytes, or some bits of the number in them.
struct FrameSlot: Sendable, Hashable {
  let name: String
  let range: Range<Int>
  /// Which bits, the lowest is 0; nil for the whole.
  let bits: Range<Int>?

  init(_ mark: FieldMark) {
    name = mark.name.lowercased()
    range = mark.range
    bits = mark.bits
  }

  /// Text of hexadecimal digits that bits are taken from.
  private func isHexadecimal(_ message: [UInt8]) -> Bool {
    range.count > 1 && message[range].allSatisfy { Self.digit($0) != nil }
  }

  /// The number in the slot, most significant byte first; nil if it has more than 64 bits.
  func number(in message: [UInt8]) -> UInt64? {
    guard let whole = whole(message) else { return nil }
    guard let bits else { return whole }
    return whole >> UInt64(bits.lowerBound) & Self.mask(bits.count)
  }

  /// Writes a number into the slot.
  ///
  /// - Returns: false if it does not fit; then nothing is written.
  func set(_ value: UInt64, in message: inout [UInt8]) -> Bool {
    guard var whole = whole(message) else { return false }
    if let bits {
      guard value <= Self.mask(bits.count) else { return false }
      let mask = Self.mask(bits.count) << UInt64(bits.lowerBound)
      whole = whole & ~mask | value << UInt64(bits.lowerBound)
    } else {
      guard range.count == 8 || value >> UInt64(8 * range.count) == 0 else { return false }
      whole = value
    }
    let isText = bits != nil && isHexadecimal(message)
    for index in range.reversed() {
      if isText {
        message[index] = Self.hexadecimal(whole & 15)
        whole >>= 4
      } else {
        message[index] = UInt8(truncatingIfNeeded: whole)
        whole >>= 8
      }
    }
    return true
  }

  private func whole(_ message: [UInt8]) -> UInt64? {
    let isText = bits != nil && isHexadecimal(message)
    guard (1...(isText ? 16 : 8)).contains(range.count) else { return nil }
    var value: UInt64 = 0
    for byte in message[range] {
      value = isText ? value << 4 | (Self.digit(byte) ?? 0) : value << 8 | UInt64(byte)
    }
    return value
  }

  /// The half bytes of the slot as text, a letter for each above nine.
  func nibbles(in message: [UInt8]) -> [UInt8] {
    message[range].flatMap { byte in
      [Self.hexadecimal(UInt64(byte >> 4)), Self.hexadecimal(UInt64(byte & 15))]
    }
  }

  /// Writes half bytes.
  func set(nibbles: [UInt8], in message: inout [UInt8]) {
    guard nibbles.count == 2 * range.count else { return }
    for (offset, index) in range.enumerated() {
      let (high, low) = (Self.digit(nibbles[2 * offset]), Self.digit(nibbles[2 * offset + 1]))
      message[index] = UInt8(truncatingIfNeeded: (high ?? 0) << 4 | (low ?? 0))
    }
  }

  private static func mask(_ count: Int) -> UInt64 {
    count >= 64 ? .max : (1 << UInt64(count)) &- 1
  }

  private static func digit(_ byte: UInt8) -> UInt64? {
    switch byte {
    case 48...57: UInt64(byte - 48)
    case 65...70: UInt64(byte - 55)
    case 97...102: UInt64(byte - 87)
    default: nil
    }
  }

  private static func hexadecimal(_ value: UInt64) -> UInt8 {
    UInt8(truncatingIfNeeded: value < 10 ? 48 + value : 55 + value)
  }
}

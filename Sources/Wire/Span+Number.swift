extension Span where Element == UInt8 {
  /// The number that one to eight bytes are; 0 where they are not all there.
  public func number(at offset: Int, bytes width: Int, _ order: ByteOrder = .big) -> UInt64 {
    guard offset >= 0, (1...8).contains(width), offset <= count - width else { return 0 }
    var value: UInt64 = 0
    var index = offset
    while index < offset + width {
      value = value << 8 | UInt64(self[index])
      index += 1
    }
    return order == .big ? value : value.byteSwapped >> UInt64(64 - 8 * width)
  }
}

extension [UInt8] {
  /// Appends the lowest bytes, one to eight, of a number.
  public mutating func append(number: UInt64, bytes width: Int, _ order: ByteOrder = .big) {
    for index in 0..<Swift.min(Swift.max(width, 0), 8) {
      let place = order == .big ? width - 1 - index : index
      append(UInt8(truncatingIfNeeded: number >> UInt64(8 * place)))
    }
  }

  /// Writes the lowest bytes, one to eight, of a number over those at an offset, if they are there.
  public mutating func replace(
    at offset: Int, number: UInt64, bytes width: Int, _ order: ByteOrder = .big
  ) {
    guard offset >= 0, (1...8).contains(width), offset <= count - width else { return }
    for index in 0..<width {
      let place = order == .big ? width - 1 - index : index
      self[offset + index] = UInt8(truncatingIfNeeded: number >> UInt64(8 * place))
    }
  }
}

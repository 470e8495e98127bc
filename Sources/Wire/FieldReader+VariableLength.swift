extension FieldReader {
  /// A number in groups of seven bits, the lowest first, that a byte below 128 ends (the varint of
  /// protocol buffers).
  public mutating func variableLengthNumber(_ name: String) throws(DecodeError) -> UInt64 {
    let start = offset
    var value: UInt64 = 0
    for group in 0..<10 {
      let byte = frame[try take(1, name)]
      value |= UInt64(byte & 0x7F) << UInt64(7 * group)
      if byte < 0x80 {
        if let trace { trace.mark(name, start..<offset, .unsigned(value)) }
        return value
      }
    }
    throw DecodeError(.invalid, field: name, at: start)
  }
}

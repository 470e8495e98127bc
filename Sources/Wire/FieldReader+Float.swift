extension FieldReader {
  /// A number with a fraction in four bytes, IEEE 754; it may be infinite or none.
  public mutating func float32(_ name: String, _ order: ByteOrder) throws(DecodeError) -> Double {
    let start = offset
    let bits = try unsigned(name, bytes: 4, order)
    let value = Double(Float(bitPattern: UInt32(truncatingIfNeeded: bits)))
    if let trace { trace.mark(name, start..<offset, .number(value)) }
    return value
  }
}

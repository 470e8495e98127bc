/// The order of the bytes of a number.
public enum ByteOrder: Sendable {
  /// Most significant byte first.
  case big
  /// Least significant byte first.
  case little
}

/// Reads a frame from front to back; every read names its field.
///
/// It is a view on the bytes, cannot leave them, and cannot read outside them. The names cost
/// nothing unless a ``FieldTrace`` is attached: then the same decoder that runs in production
/// explains every byte of the frame. Field names are literals.
public struct FieldReader: ~Copyable, ~Escapable {
  /// The bytes of the whole frame; a reader of a part of it has the same.
  public let frame: Span<UInt8>
  /// Where the next field starts, counted from the start of the frame.
  public internal(set) var offset: Int
  /// Where the reader must stop.
  public private(set) var end: Int
  let trace: FieldTrace?

  /// A reader of a whole frame.
  @_lifetime(copy frame)
  public init(_ frame: Span<UInt8>, trace: FieldTrace? = nil) {
    self.init(frame, 0, frame.count, trace)
  }

  @_lifetime(copy frame)
  init(_ frame: Span<UInt8>, _ offset: Int, _ end: Int, _ trace: FieldTrace?) {
    self.frame = frame
    self.offset = offset
    self.end = end
    self.trace = trace
  }

  /// How many bytes are left.
  public var remaining: Int { end - offset }
  /// Whether nothing is left.
  public var isAtEnd: Bool { offset >= end }
  /// Whether somebody listens; only then is it worth to make a text for ``note(_:)``.
  public var isTraced: Bool { trace != nil }

  /// The byte at a distance from the next field, without reading it; nil behind the end.
  public func peek(_ distance: Int = 0) -> UInt8? {
    guard distance >= 0, distance < remaining else { return nil }
    return frame[offset + distance]
  }

  /// Says in words what the field read last means. The text is made only if somebody listens.
  public func note(_ meaning: @autoclosure () -> String) {
    if let trace { trace.explain(meaning()) }
  }

  /// Says how many degrees of an arc the field read last means: to the centimetre on the ground,
  /// without the rest that computing leaves behind.
  public func note(degrees: @autoclosure () -> Double) {
    note("\((degrees() * 10_000_000).rounded() / 10_000_000)°")
  }

  /// Moves over so many bytes and gives where they start.
  mutating func take(_ count: Int, _ name: String) throws(DecodeError) -> Int {
    let start = offset
    guard count >= 0, count <= end - start else {
      throw DecodeError(.truncated, field: name, at: start)
    }
    offset = start + count
    return start
  }

  // MARK: Parts

  /// A reader of the next `count` bytes, which this reader moves over. What that reader leaves
  /// unread shows as unclaimed in an explanation.
  @_lifetime(copy self)
  public mutating func part(_ name: String, _ count: Int) throws(DecodeError) -> FieldReader {
    let start = try take(count, name)
    return FieldReader(frame, start, offset, trace)
  }

  /// Takes the last `count` bytes away from this reader and gives a reader of them, for trailers
  /// such as a checksum.
  @_lifetime(copy self)
  public mutating func trailer(_ name: String, _ count: Int) throws(DecodeError) -> FieldReader {
    guard count >= 0, count <= remaining else {
      throw DecodeError(.truncated, field: name, at: offset)
    }
    end -= count
    return FieldReader(frame, end, end + count, trace)
  }

  /// A reader of the same bytes from here on that can be thrown away: what it reads is not read
  /// by this one, and nobody listens to it. For looking ahead.
  @_lifetime(copy self)
  public func lookahead() -> FieldReader { FieldReader(frame, offset, end, nil) }

  // MARK: Bytes

  /// The next bytes as they are.
  @_lifetime(copy self)
  public mutating func bytes(_ name: String, _ count: Int) throws(DecodeError) -> Span<UInt8> {
    let start = try take(count, name)
    if let trace { trace.mark(name, start..<offset, .bytes) }
    return frame.extracting(start..<offset)
  }

  /// Moves over bytes that have a name but no use.
  public mutating func skip(_ name: String, _ count: Int) throws(DecodeError) {
    let start = try take(count, name)
    if let trace, count > 0 { trace.mark(name, start..<offset, .bytes) }
  }

  /// Moves over all that is left.
  public mutating func skipRest(_ name: String) {
    let start = offset
    offset = end
    if let trace, start < end { trace.mark(name, start..<end, .bytes) }
  }

  /// Reads bytes that must be these.
  public mutating func expect(_ name: String, _ literal: String) throws(DecodeError) {
    let start = try take(literal.utf8.count, name)
    guard frame.starts(with: literal, at: start) else {
      throw DecodeError(.invalid, field: name, at: start)
    }
    if let trace { trace.mark(name, start..<offset, .text) }
  }

  // MARK: Whole numbers

  /// One byte without sign.
  @inline(never)
  public mutating func u8(_ name: String) throws(DecodeError) -> UInt8 {
    let start = try take(1, name)
    let value = frame[start]
    if let trace { trace.mark(name, start..<offset, .unsigned(UInt64(value))) }
    return value
  }

  /// Two bytes without sign.
  @inline(never)
  public mutating func u16(_ name: String, _ order: ByteOrder = .big) throws(DecodeError) -> UInt16
  {
    UInt16(truncatingIfNeeded: try unsigned(name, bytes: 2, order))
  }

  /// Four bytes without sign.
  @inline(never)
  public mutating func u32(_ name: String, _ order: ByteOrder = .big) throws(DecodeError) -> UInt32
  {
    UInt32(truncatingIfNeeded: try unsigned(name, bytes: 4, order))
  }

  /// One byte with sign (two's complement).
  public mutating func i8(_ name: String) throws(DecodeError) -> Int8 {
    Int8(truncatingIfNeeded: try signed(name, bytes: 1))
  }

  /// Two bytes with sign (two's complement).
  public mutating func i16(_ name: String, _ order: ByteOrder = .big) throws(DecodeError) -> Int16 {
    Int16(truncatingIfNeeded: try signed(name, bytes: 2, order))
  }

  /// Four bytes with sign (two's complement).
  public mutating func i32(_ name: String, _ order: ByteOrder = .big) throws(DecodeError) -> Int32 {
    Int32(truncatingIfNeeded: try signed(name, bytes: 4, order))
  }

  /// A number of one to eight bytes without sign.
  @inline(never)
  public mutating func unsigned(
    _ name: String, bytes count: Int, _ order: ByteOrder = .big
  ) throws(DecodeError) -> UInt64 {
    guard (1...8).contains(count) else { throw DecodeError(.invalid, field: name, at: offset) }
    let start = try take(count, name)
    let value = load(start, count, order)
    if let trace { trace.mark(name, start..<offset, .unsigned(value)) }
    return value
  }

  /// A number of one to eight bytes with sign (two's complement).
  @inline(never)
  public mutating func signed(
    _ name: String, bytes count: Int, _ order: ByteOrder = .big
  ) throws(DecodeError) -> Int64 {
    guard (1...8).contains(count) else { throw DecodeError(.invalid, field: name, at: offset) }
    let start = try take(count, name)
    let shift = 64 - 8 * count
    let value = Int64(bitPattern: load(start, count, order) << UInt64(shift)) >> Int64(shift)
    if let trace { trace.mark(name, start..<offset, .signed(value)) }
    return value
  }

  /// Part of a number that was just read: bits `range` of it, the lowest is bit 0.
  @inline(never)
  public func bits(_ name: String, of value: UInt64, _ range: Range<Int>) -> Int {
    let part = (value >> UInt64(range.lowerBound)) & ((1 << UInt64(range.count)) &- 1)
    if let trace, let whole = trace.lastRange {
      trace.mark(name, whole, .unsigned(part), bits: range)
    }
    return Int(truncatingIfNeeded: part)
  }

  /// Part of a number that was just read: bits `range` of it, the lowest is bit 0.
  public func bits(_ name: String, of value: UInt32, _ range: Range<Int>) -> Int {
    bits(name, of: UInt64(value), range)
  }

  /// Part of a number that was just read: bits `range` of it, the lowest is bit 0.
  public func bits(_ name: String, of value: UInt16, _ range: Range<Int>) -> Int {
    bits(name, of: UInt64(value), range)
  }

  /// Part of a number that was just read: bits `range` of it, the lowest is bit 0.
  public func bits(_ name: String, of value: UInt8, _ range: Range<Int>) -> Int {
    bits(name, of: UInt64(value), range)
  }

  /// One bit of a number that was just read, the lowest is bit 0.
  public func bit(_ name: String, of value: UInt64, _ index: Int) -> Bool {
    bits(name, of: value, index..<index + 1) == 1
  }

  /// One bit of a number that was just read, the lowest is bit 0.
  public func bit(_ name: String, of value: UInt32, _ index: Int) -> Bool {
    bits(name, of: UInt64(value), index..<index + 1) == 1
  }

  /// One bit of a number that was just read, the lowest is bit 0.
  public func bit(_ name: String, of value: UInt16, _ index: Int) -> Bool {
    bits(name, of: UInt64(value), index..<index + 1) == 1
  }

  /// One bit of a number that was just read, the lowest is bit 0.
  public func bit(_ name: String, of value: UInt8, _ index: Int) -> Bool {
    bits(name, of: UInt64(value), index..<index + 1) == 1
  }

  private func load(_ start: Int, _ count: Int, _ order: ByteOrder) -> UInt64 {
    let bytes = frame.extracting(start..<start &+ count)
    var value: UInt64 = 0
    var index = 0
    while index < bytes.count {
      value = value << 8 | UInt64(bytes[index])
      index &+= 1
    }
    // The other order is the same number with its bytes turned round.
    return order == .big ? value : value.byteSwapped >> UInt64(64 &- 8 &* count)
  }

  // MARK: Decimal digits, two in a byte

  /// The most bytes of a field of ``digits(_:bytes:dropping:)``.
  static let mostDigitBytes = 16

  /// Digits of packed decimal as text, two in a byte, high nibble first; a nibble above 9 is an
  /// error. The usual form of an IMEI, which has 15 digits in 8 bytes with a 0 in front.
  ///
  /// - Parameter dropping: how many digits at the front are left out, such as that 0. Up to 15
  ///   digits need no allocation.
  public mutating func digits(
    _ name: String, bytes count: Int, dropping: Int = 0
  ) throws(DecodeError) -> String {
    let start = try take(count, name)
    guard count <= Self.mostDigitBytes, (0...2 * count).contains(dropping) else {
      throw DecodeError(.invalid, field: name, at: start)
    }
    var digits = InlineArray<32, UInt8>(repeating: 0)
    for index in 0..<count {
      let byte = frame[start + index]
      guard byte >> 4 <= 9, byte & 15 <= 9 else {
        throw DecodeError(.invalid, field: name, at: start)
      }
      digits[2 * index] = 48 + (byte >> 4)
      digits[2 * index + 1] = 48 + (byte & 15)
    }
    if let trace { trace.mark(name, start..<offset, .digits) }
    return digits.span.extracting(dropping..<2 * count).string
  }

  /// A number in packed decimal, two digits in a byte; a nibble above 9 is an error.
  public mutating func packedDecimal(
    _ name: String, bytes count: Int
  ) throws(DecodeError) -> Int {
    let start = try take(count, name)
    guard count <= 9 else { throw DecodeError(.invalid, field: name, at: start) }
    var value = 0
    for index in start..<offset {
      let byte = frame[index]
      guard byte >> 4 <= 9, byte & 15 <= 9 else {
        throw DecodeError(.invalid, field: name, at: start)
      }
      value = value &* 100 &+ Int(byte >> 4) &* 10 &+ Int(byte & 15)
    }
    if let trace { trace.mark(name, start..<offset, .unsigned(UInt64(value))) }
    return value
  }

  // MARK: Checksums

  /// Reads a checksum of one to eight bytes and says whether it is the expected one.
  public mutating func checksum(
    _ name: String, bytes count: Int, _ order: ByteOrder = .big, is expected: UInt64
  ) throws(DecodeError) -> Bool {
    guard (1...8).contains(count) else { throw DecodeError(.invalid, field: name, at: offset) }
    let start = try take(count, name)
    let holds = load(start, count, order) == expected
    if let trace { trace.mark(name, start..<offset, .checksum(holds: holds)) }
    return holds
  }
}

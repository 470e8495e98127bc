extension FieldReader {
  /// How many bytes there are up to a separator, or to the end if there is none.
  public func distance(to separator: UInt8) -> Int {
    let rest = frame.extracting(offset..<end)
    return rest.firstIndex(of: separator) ?? rest.count
  }

  /// Moves to behind the next separator and gives the range before it.
  mutating func takeText(to separator: UInt8) -> Range<Int> {
    takeText(distance(to: separator))
  }

  /// Moves over so many bytes of text and the separator behind them.
  @inline(__always)
  private mutating func takeText(_ count: Int) -> Range<Int> {
    let start = offset
    let stop = start &+ count
    if stop < end {
      offset = stop &+ 1
      if let trace { trace.mark("separator", stop..<stop + 1, .separator) }
    } else {
      offset = end
    }
    return start..<stop
  }

  /// Looks for a separator as ``distance(to:)`` does, and reads the number on the way.
  @inline(__always)
  private func scanNumber(to separator: UInt8) -> ScannedNumber {
    let rest = frame.extracting(offset..<end)
    var number = ScannedNumber()
    while number.count < rest.count, rest[number.count] != separator {
      number.add(rest[number.count])
    }
    return number
  }

  /// The text up to a separator, which is read too; up to the end if there is none.
  @_lifetime(copy self)
  public mutating func text(
    _ name: String, to separator: UInt8 = UInt8(ascii: ",")
  ) -> Span<UInt8> {
    let range = takeText(to: separator)
    if let trace { trace.mark(name, range, .text) }
    return frame.extracting(range)
  }

  /// Text of a fixed length.
  @_lifetime(copy self)
  public mutating func text(_ name: String, count: Int) throws(DecodeError) -> Span<UInt8> {
    let start = try take(count, name)
    if let trace { trace.mark(name, start..<offset, .text) }
    return frame.extracting(start..<offset)
  }

  /// All that is left, as text.
  @_lifetime(copy self)
  public mutating func textRest(_ name: String) -> Span<UInt8> {
    let range = offset..<end
    move(to: end)
    if let trace, !range.isEmpty { trace.mark(name, range, .text) }
    return frame.extracting(range)
  }

  /// Moves over a text that has a name but no use.
  public mutating func skipText(_ name: String, to separator: UInt8 = UInt8(ascii: ",")) {
    let range = takeText(to: separator)
    if let trace { trace.mark(name, range, .text) }
  }

  /// A reader of the text up to a separator, for fields that have fields of their own.
  @_lifetime(copy self)
  public mutating func group(
    _ name: String, to separator: UInt8 = UInt8(ascii: ",")
  ) -> FieldReader {
    let range = takeText(to: separator)
    return FieldReader(frame, range.lowerBound, range.upperBound, trace)
  }

  /// A whole decimal number, with or without sign; nil if the field is empty.
  public mutating func integer(
    _ name: String, to separator: UInt8 = UInt8(ascii: ",")
  ) throws(DecodeError) -> Int64? {
    let number = scanNumber(to: separator)
    let range = takeText(number.count)
    guard !range.isEmpty else {
      if let trace { trace.mark(name, range, .text) }
      return nil
    }
    guard let value = number.integer ?? TextNumber.integer(frame.extracting(range)) else {
      throw DecodeError(.invalid, field: name, at: range.lowerBound)
    }
    if let trace { trace.mark(name, range, .signed(value)) }
    return value
  }

  /// A decimal number with or without fraction; nil if the field is empty.
  public mutating func decimal(
    _ name: String, to separator: UInt8 = UInt8(ascii: ",")
  ) throws(DecodeError) -> Double? {
    let number = scanNumber(to: separator)
    let range = takeText(number.count)
    guard !range.isEmpty else {
      if let trace { trace.mark(name, range, .text) }
      return nil
    }
    guard let value = number.decimal ?? TextNumber.decimal(frame.extracting(range)) else {
      throw DecodeError(.invalid, field: name, at: range.lowerBound)
    }
    if let trace { trace.mark(name, range, .number(value)) }
    return value
  }

  /// A whole hexadecimal number of at most 16 digits; nil if the field is empty.
  public mutating func hexadecimal(
    _ name: String, to separator: UInt8 = UInt8(ascii: ",")
  ) throws(DecodeError) -> UInt64? {
    let start = offset
    let rest = frame.extracting(start..<end)
    var value: UInt64 = 0
    var count = 0
    var isDigits = true
    while count < rest.count, rest[count] != separator {
      let digit = TextNumber.hexadecimalDigit(rest[count])
      value = value << 4 | UInt64(digit ?? 0)
      isDigits = isDigits && digit != nil
      count &+= 1
    }
    let range = takeText(count)
    guard count > 0 else {
      if let trace { trace.mark(name, range, .text) }
      return nil
    }
    guard isDigits, count <= 16 else { throw DecodeError(.invalid, field: name, at: start) }
    if let trace { trace.mark(name, range, .unsigned(value)) }
    return value
  }

  /// A number of a fixed count of decimal digits, at most 18.
  public mutating func digits(_ name: String, count: Int) throws(DecodeError) -> Int {
    let start = try take(count, name)
    guard let value = TextNumber.digits(frame.extracting(start..<offset)) else {
      throw DecodeError(.invalid, field: name, at: start)
    }
    if let trace { trace.mark(name, start..<offset, .unsigned(UInt64(value))) }
    return value
  }

  /// A number of a fixed count of hexadecimal digits, at most 16.
  public mutating func hexadecimal(_ name: String, count: Int) throws(DecodeError) -> UInt64 {
    let start = try take(count, name)
    guard let value = TextNumber.hexadecimal(frame.extracting(start..<offset)) else {
      throw DecodeError(.invalid, field: name, at: start)
    }
    if let trace { trace.mark(name, start..<offset, .unsigned(value)) }
    return value
  }

  mutating func move(to newOffset: Int) { offset = min(max(newOffset, offset), end) }
}

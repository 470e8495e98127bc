extension Span where Element == UInt8 {
  /// The bytes as text, read as UTF-8; what is none becomes the replacement character.
  public var string: String {
    if let valid = try? UTF8Span(validating: self) { return String(copying: valid) }
    var copy: [UInt8] = []
    copy.reserveCapacity(count)
    for index in indices { copy.append(self[index]) }
    return String(decoding: copy, as: UTF8.self)
  }

  /// The bytes as ASCII text, without allocation up to 15 characters; nil if a byte is not a
  /// printable ASCII character.
  public var asciiString: String? {
    for index in indices where !(0x20...0x7E).contains(self[index]) { return nil }
    return string
  }

  /// Whether the bytes are exactly this text.
  public func equals(_ literal: String) -> Bool {
    let other = literal.utf8
    guard count == other.count else { return false }
    // For a few characters this is quicker than a span of the literal.
    var index = 0
    for byte in other {
      guard self[index] == byte else { return false }
      index &+= 1
    }
    return true
  }

  /// Whether the bytes start with this text, looked for from an offset on.
  public func starts(with literal: String, at offset: Int = 0) -> Bool {
    let other = literal.utf8Span.span
    guard offset >= 0, offset <= count, other.count <= count - offset else { return false }
    let own = extracting(offset..<offset + other.count)
    for index in own.indices where own[index] != other[index] { return false }
    return true
  }

  /// Where a byte stands first.
  @inline(__always)
  public func firstIndex(of byte: UInt8) -> Int? {
    // Counted like this the compiler sees that every index is within the span.
    let count = count
    var index = 0
    while index < count {
      if self[index] == byte { return index }
      index &+= 1
    }
    return nil
  }

  /// Where a byte stands next, from an offset on and before a limit.
  public func firstIndex(of byte: UInt8, from offset: Int = 0, limit: Int = .max) -> Int? {
    let start = Swift.max(offset, 0)
    let stop = Swift.min(count, limit)
    guard start < stop else { return nil }
    return extracting(start..<stop).firstIndex(of: byte).map { start &+ $0 }
  }

  /// The number that two bytes are, the most significant first; 0 where they are not both there.
  public func bigEndian16(at offset: Int) -> UInt16 {
    guard offset >= 0, offset < count - 1 else { return 0 }
    return UInt16(self[offset]) << 8 | UInt16(self[offset + 1])
  }

  /// How far it is to where a byte stands twice in a row, or once at the very end, where the second
  /// may follow; at least 1.
  public func distanceToNextPair(of byte: UInt8) -> Int {
    var index = 1
    while let found = firstIndex(of: byte, from: index) {
      if found + 1 == count || self[found + 1] == byte { return found }
      index = found + 1
    }
    return count
  }

  /// Whether all bytes are decimal digits, and there are any.
  public var isDigits: Bool {
    for index in indices where TextNumber.digit(self[index]) == nil { return false }
    return count > 0
  }

  /// Whether all bytes are hexadecimal digits, and there are any.
  public var isHexadecimal: Bool {
    for index in indices where TextNumber.hexadecimalDigit(self[index]) == nil { return false }
    return count > 0
  }

  /// The bytes without blanks at both ends.
  public var trimmed: Span<UInt8> {
    @_lifetime(copy self)
    get {
      var start = 0
      var stop = count
      while start < stop, self[start] <= 0x20 { start += 1 }
      while stop > start, self[stop - 1] <= 0x20 { stop -= 1 }
      return extracting(start..<stop)
    }
  }
}

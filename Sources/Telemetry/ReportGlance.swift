/// What decides where a stored record stands in a history, read from its compact form without
/// making a ``Position``.
public struct ReportGlance: Sendable, Hashable {
  /// When the place was determined, as ``Position/fixTime``.
  public private(set) var fixTime: Timestamp?
  /// The device's clock, as ``Position/deviceTime``.
  public private(set) var deviceTime: Timestamp?
  /// Whether it has a place of its own.
  public let hasLocation: Bool
  /// Whether the device says of that place that it is a fix.
  public let isValid: Bool
  /// Whether the frame's checksum did not hold.
  public let checksumFailed: Bool
  /// The same key as ``ContentKey/init(_:protocolName:receivedAt:identifier:)`` gives.
  public private(set) var contentKey: ContentKey

  /// The beginning of the content keys of a protocol.
  public struct Seed: Sendable {
    let hash: StableHash

    /// The beginning for a protocol.
    public init(protocolName: String) {
      var hash = StableHash()
      hash.add(protocolName.utf8)
      self.hash = hash
    }
  }

  /// Reads the record that starts at `offset` and moves the offset behind it.
  ///
  /// - Parameter identifier: the position's number, see ``ContentKey``.
  /// - Returns: nil where ``CompactReport/read(_:at:receivedAt:)`` gives nil.
  public init?(
    _ bytes: Span<UInt8>, at offset: inout Int, receivedAt: Timestamp, seed: Seed,
    identifier: Int64
  ) {
    var reader = CompactReader(bytes, offset)
    let flags = CompactReport.Flags(rawValue: reader.byte())
    hasLocation = flags.contains(.location)
    isValid = flags.contains(.valid)
    checksumFailed = flags.contains(.checksumFailed)
    if flags.contains(.fixTime) { fixTime = reader.time(receivedAt) }
    if flags.contains(.deviceTime) { deviceTime = reader.time(receivedAt) }
    if flags.contains(.sameTimes) { deviceTime = fixTime }
    var hash = seed.hash
    let time = deviceTime ?? fixTime ?? receivedAt
    hash.add(UInt64(bitPattern: time.milliseconds))
    hash.add(UInt64(bitPattern: fixTime?.milliseconds ?? 0))
    if deviceTime == nil && fixTime == nil { hash.add(UInt64(bitPattern: identifier)) }
    if hasLocation {
      hash.add(Self.degrees(reader.signed()))
      hash.add(Self.degrees(reader.signed()))
      if flags.contains(.motion) { for _ in 0..<4 { _ = reader.unsigned() } }
    } else {
      hash.add(1)
    }
    if flags.contains(.network) { reader.skipNetwork() }
    var measured = Measured()
    for _ in 0..<reader.count() {
      guard measured.pass(&reader) else { return nil }
    }
    guard !reader.failed else { return nil }
    offset = reader.offset
    measured.add(to: &hash, bytes)
    contentKey = ContentKey(rawValue: hash.value)
  }

  /// What the key takes of a latitude or longitude that is stored in 10^-7 degrees.
  private static func degrees(_ stored: Int64) -> UInt64 {
    // Up to here dividing and multiplying again gives back the number itself.
    if stored.magnitude < 1 << 50 { return UInt64(bitPattern: stored) }
    let rounded = (Double(stored) / 1e7 * 1e7).rounded()
    return UInt64(bitPattern: Int64(exactly: rounded) ?? stored)
  }
}

/// Where the attributes that make part of a content key stand in a record.
private struct Measured {
  /// Of each key of ``ContentKey/measured``: where its first value is, in the order there; 0 if
  /// there is none.
  private var places: InlineArray<5, Int> = .init(repeating: 0)
  private var forms: InlineArray<5, CompactReport.Form> = .init(repeating: .integer)
  private var isEmpty = true

  /// Goes behind one attribute.
  ///
  /// - Returns: whether it could be read.
  mutating func pass(_ reader: inout CompactReader) -> Bool {
    let head = reader.unsigned()
    let code = UInt16(truncatingIfNeeded: head >> 3)
    if code == 0 {
      reader.skip(reader.count())
      _ = reader.unsigned()
    } else {
      guard Vocabulary.has(code: code) else { return false }
      if Vocabulary.isFamily(code: code) { _ = reader.unsigned() }
    }
    guard let form = CompactReport.Form(rawValue: head & 7), !reader.failed else { return false }
    if let index = Self.index(of: code), places[index] == 0 {
      places[index] = reader.offset
      forms[index] = form
      isEmpty = false
    }
    switch form {
    case .integer: _ = reader.unsigned()
    case .no, .yes: break
    case .text: reader.skip(reader.count())
    case .decimal:
      guard reader.byte() <= 6 else { return false }
      _ = reader.unsigned()
    case .number: reader.skip(8)
    }
    return true
  }

  /// The place in ``ContentKey/measured`` of the key with a code.
  private static func index(of code: UInt16) -> Int? {
    switch code {
    case 10: 0
    case 11: 1
    case 33: 2
    case 69: 3
    case 70: 4
    default: nil
    }
  }

  func add(to hash: inout StableHash, _ bytes: Span<UInt8>) {
    guard !isEmpty else { return }
    for index in 0..<5 where places[index] != 0 {
      hash.add(ContentKey.measured[index].word.utf8)
      var reader = CompactReader(bytes, places[index])
      switch forms[index] {
      case .integer: hash.add(decimal: reader.signed())
      case .no: hash.add("false".utf8)
      case .yes: hash.add("true".utf8)
      case .text:
        let start = reader.offset
        let length = reader.count()
        hash.add(text: bytes, reader.offset..<reader.offset + length, from: start)
      case .decimal, .number: hash.add(Self.number(forms[index], &reader).description.utf8)
      }
    }
  }

  private static func number(
    _ form: CompactReport.Form, _ reader: inout CompactReader
  ) -> Double {
    guard form == .decimal else { return reader.number() }
    var power = 1.0
    for _ in 0..<reader.byte() { power *= 10 }
    return Double(reader.signed()) / power
  }
}

extension CompactReader {
  /// The next eight bytes as a number.
  mutating func number() -> Double {
    var bits: UInt64 = 0
    for shift in 0..<8 { bits |= UInt64(byte()) << UInt64(shift * 8) }
    return Double(bitPattern: bits)
  }
}

extension StableHash {
  /// Adds a whole number as its digits in text.
  fileprivate mutating func add(decimal value: Int64) {
    var digits: InlineArray<20, UInt8> = .init(repeating: 0)
    var count = 0
    var rest = value.magnitude
    repeat {
      digits[count] = UInt8(48 + rest % 10)
      rest /= 10
      count += 1
    } while rest > 0
    if value < 0 { add(byte: UInt8(ascii: "-")) }
    while count > 0 {
      count -= 1
      add(byte: digits[count])
    }
    add(byte: 0xFF)
  }

  /// Adds a stored text as it is read back.
  ///
  /// - Parameter start: where its length stands.
  fileprivate mutating func add(text bytes: Span<UInt8>, _ range: Range<Int>, from start: Int) {
    var isPlain = true
    for index in range where bytes[index] >= 0x80 { isPlain = false }
    if isPlain {
      for index in range { add(byte: bytes[index]) }
      add(byte: 0xFF)
    } else {
      // Bytes that are no UTF-8 are read back as something else.
      var reader = CompactReader(bytes, start)
      add(reader.text().utf8)
    }
  }
}

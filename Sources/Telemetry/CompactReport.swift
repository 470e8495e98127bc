/// The stored form of one record: what the ledger and the timeline keep.
///
/// A record is a byte of flags, its times relative to the time of receipt, its place in 10^-7
/// degrees, and its attributes; whole numbers are variable-length, numbers with few decimals are
/// a whole number and a power of ten. A place is exact to a centimetre, altitude, course and
/// accuracy to a tenth of their unit, speed to a thousandth of a knot. The form is never changed,
/// only extended through the version in the flags.
public enum CompactReport {
  /// The first byte of a record: what follows it.
  public struct Flags: OptionSet, Sendable {
    /// The set as bits.
    public let rawValue: UInt8
    /// A set from its bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    /// A latitude and a longitude follow the times.
    public static let location = Flags(rawValue: 1)
    /// The device says that it has a fix.
    public static let valid = Flags(rawValue: 2)
    /// The time of the fix follows.
    public static let fixTime = Flags(rawValue: 4)
    /// The device's time follows.
    public static let deviceTime = Flags(rawValue: 8)
    /// The device's time is that of the fix and does not follow.
    public static let sameTimes = Flags(rawValue: 16)
    /// Cells and access points follow the place.
    public static let network = Flags(rawValue: 32)
    /// Altitude, speed, course and accuracy follow the longitude.
    public static let motion = Flags(rawValue: 64)
    /// The checksum of the frame did not hold.
    public static let checksumFailed = Flags(rawValue: 128)
  }

  /// What follows a key, in the three low bits of its code.
  public enum Form: UInt64, Sendable {
    /// A signed whole number.
    case integer = 0
    /// Nothing.
    case no, yes
    /// A length and UTF-8.
    case text
    /// A power of ten from 0 to 6 as a byte, then the signed whole number that it divides.
    case decimal
    /// Eight bytes of a `Double`, the low one first.
    case number
  }

  // MARK: Reading

  /// A stored record that was read back.
  public struct Stored: Sendable {
    /// The record.
    public var position: Position
    /// Whether the frame's checksum did not hold.
    public var checksumFailed: Bool
  }

  /// Reads the record that starts at `offset` and moves the offset behind it.
  ///
  /// - Returns: nil if the bytes are none that ``append(_:record:receivedAt:to:)`` wrote; the
  ///   offset is then of no meaning.
  public static func read(
    _ bytes: Span<UInt8>, at offset: inout Int, receivedAt: Timestamp
  ) -> Stored? {
    var reader = CompactReader(bytes, offset)
    defer { offset = reader.offset }
    let flags = Flags(rawValue: reader.byte())
    var position = Position()
    if flags.contains(.fixTime) { position.fixTime = reader.time(receivedAt) }
    if flags.contains(.deviceTime) { position.deviceTime = reader.time(receivedAt) }
    if flags.contains(.sameTimes) { position.deviceTime = position.fixTime }
    if flags.contains(.location) {
      var place = Location(isValid: flags.contains(.valid))
      place.latitude = Double(reader.signed()) / 1e7
      place.longitude = Double(reader.signed()) / 1e7
      if flags.contains(.motion) {
        place.altitude = Double(reader.signed()) / 10
        place.speed = Double(reader.signed()) / 1_000
        place.course = Double(reader.signed()) / 10
        place.accuracy = Double(reader.signed()) / 10
      }
      position.location = place
    }
    if flags.contains(.network) { position.network = reader.network() }
    let count = reader.count()
    position.attributes.reserveCapacity(min(count, 64))
    for _ in 0..<count {
      guard let attribute = attribute(&reader) else { return nil }
      position.attributes.append(attribute)
    }
    guard !reader.failed else { return nil }
    return Stored(position: position, checksumFailed: flags.contains(.checksumFailed))
  }

  private static func attribute(_ reader: inout CompactReader) -> Attribute? {
    let head = reader.unsigned()
    let code = UInt16(truncatingIfNeeded: head >> 3)
    let key: AttributeKey
    if code == 0 {
      let word = reader.text()
      key = AttributeKey(code: 0, word: word, number: Int16(truncatingIfNeeded: reader.signed()))
    } else {
      let number = Vocabulary.isFamily(code: code) ? reader.signed() : -1
      guard let known = Vocabulary.key(code: code, number: Int16(truncatingIfNeeded: number)) else {
        return nil
      }
      key = known
    }
    guard let form = Form(rawValue: head & 7), !reader.failed else { return nil }
    switch form {
    case .integer: return Attribute(key, .integer(reader.signed()))
    case .no: return Attribute(key, .boolean(false))
    case .yes: return Attribute(key, .boolean(true))
    case .text: return Attribute(key, .text(reader.text()))
    case .decimal:
      let exponent = Int(reader.byte())
      guard exponent <= 6 else { return nil }
      var power = 1.0
      for _ in 0..<exponent { power *= 10 }
      return Attribute(key, .number(Double(reader.signed()) / power))
    case .number:
      var bits: UInt64 = 0
      for shift in 0..<8 { bits |= UInt64(reader.byte()) << UInt64(shift * 8) }
      return Attribute(key, .number(Double(bitPattern: bits)))
    }
  }
}

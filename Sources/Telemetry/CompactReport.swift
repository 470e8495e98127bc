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

  /// Appends a record of a frame.
  ///
  /// - Parameter receivedAt: the time of receipt that reading needs again.
  public static func append(
    _ reports: borrowing Reports, record index: Int, receivedAt: Timestamp,
    to output: inout [UInt8]
  ) {
    let record = reports.records[index]
    let towers = reports.towers(ofRecord: index)
    let points = reports.accessPoints(ofRecord: index)
    var flags: Flags = []
    let place = record.location
    if record.hasLocation { flags.insert(.location) }
    if place.isValid && record.hasLocation { flags.insert(.valid) }
    if record.fixTime != nil { flags.insert(.fixTime) }
    if record.deviceTime != nil {
      flags.insert(record.deviceTime == record.fixTime ? .sameTimes : .deviceTime)
    }
    if !towers.isEmpty || !points.isEmpty { flags.insert(.network) }
    let moves = place.altitude != 0 || place.speed != 0 || place.course != 0 || place.accuracy != 0
    if moves && record.hasLocation { flags.insert(.motion) }
    if reports.checksumFailed { flags.insert(.checksumFailed) }
    output.append(flags.rawValue)
    if let time = record.fixTime { append(time, since: receivedAt, to: &output) }
    if flags.contains(.deviceTime), let time = record.deviceTime {
      append(time, since: receivedAt, to: &output)
    }
    if record.hasLocation {
      output.appendVariable(scaled(place.latitude, 1e7))
      output.appendVariable(scaled(place.longitude, 1e7))
      if moves {
        output.appendVariable(scaled(place.altitude, 10))
        output.appendVariable(scaled(place.speed, 1_000))
        output.appendVariable(scaled(place.course, 10))
        output.appendVariable(scaled(place.accuracy, 10))
      }
    }
    if flags.contains(.network) { append(towers, points, to: &output) }
    let attributes = reports.flatAttributes(ofRecord: index)
    output.appendVariable(UInt64(attributes.count))
    for attribute in attributes { append(attribute, reports, to: &output) }
  }

  private static func append(
    _ time: Timestamp, since receivedAt: Timestamp, to output: inout [UInt8]
  ) {
    output.appendVariable(receivedAt.milliseconds &- time.milliseconds)
  }

  private static func scaled(_ value: Double, _ factor: Double) -> Int64 {
    nearest(value * factor) ?? 0
  }

  /// The nearest whole number; nil for what is too large, infinite or no number. Adding a half and
  /// cutting off is several times faster here than the library's rounding.
  private static func nearest(_ value: Double) -> Int64? {
    guard abs(value) < 1e15 else { return nil }
    return Int64(value + (value < 0 ? -0.5 : 0.5))
  }

  private static func append(
    _ towers: ArraySlice<CellTower>, _ points: ArraySlice<WiFiAccessPoint>,
    to output: inout [UInt8]
  ) {
    output.appendVariable(UInt64(towers.count))
    for tower in towers {
      output.appendVariable(UInt64(tower.mobileCountryCode))
      output.appendVariable(UInt64(tower.mobileNetworkCode))
      output.appendVariable(UInt64(tower.locationAreaCode))
      output.appendVariable(tower.cellIdentifier)
      // A strength is never +1, so that value says "not known".
      output.appendVariable(Int64(tower.signalStrength ?? 1))
    }
    output.appendVariable(UInt64(points.count))
    for point in points {
      output.appendVariable(point.address)
      output.appendVariable(Int64(point.signalStrength ?? 1))
      output.append(point.channel ?? 0)
    }
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

  private static func append(
    _ attribute: FlatAttribute, _ reports: borrowing Reports, to output: inout [UInt8]
  ) {
    switch attribute.value {
    case .integer(let value):
      append(attribute, .integer, reports, to: &output)
      output.appendVariable(value)
    case .boolean(let value):
      append(attribute, value ? .yes : .no, reports, to: &output)
    case .number(let value):
      if let (mantissa, exponent) = decimal(value) {
        append(attribute, .decimal, reports, to: &output)
        output.append(exponent)
        output.appendVariable(mantissa)
      } else {
        append(attribute, .number, reports, to: &output)
        for shift in 0..<8 {
          output.append(UInt8(truncatingIfNeeded: value.bitPattern >> UInt64(shift * 8)))
        }
      }
    case .text(let start, let count):
      append(attribute, .text, reports, to: &output)
      output.appendVariable(UInt64(count))
      reports.appendText(start, count, to: &output)
    }
  }

  private static func append(
    _ attribute: FlatAttribute, _ form: Form, _ reports: borrowing Reports,
    to output: inout [UInt8]
  ) {
    output.appendVariable(UInt64(attribute.code) << 3 | form.rawValue)
    if attribute.code == 0 {
      let word = reports.key(of: attribute).word
      output.appendVariable(UInt64(word.utf8.count))
      output.append(contentsOf: word.utf8)
      output.appendVariable(Int64(attribute.number))
    } else if Vocabulary.isFamily(code: attribute.code) {
      output.appendVariable(Int64(attribute.number))
    }
  }

  /// A number as a whole number over a power of ten, if that is exact and short.
  private static func decimal(_ value: Double) -> (mantissa: Int64, exponent: UInt8)? {
    var power = 1.0
    for exponent in UInt8(0)...6 {
      guard let mantissa = nearest(value * power) else { return nil }
      if Double(mantissa) / power == value && !(mantissa == 0 && value.sign == .minus) {
        return (mantissa, exponent)
      }
      power *= 10
    }
    return nil
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

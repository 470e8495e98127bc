extension CompactReport {
  /// Appends a record of a frame.
  ///
  /// - Parameter receivedAt: the time of receipt that reading needs again.
  public static func append(
    _ reports: Reports, record index: Int, receivedAt: Timestamp,
    to output: inout [UInt8]
  ) {
    let items = reports.items(ofRecord: index)
    // The array is made long enough once and cut to length in the end; a writer in between needs
    // not ask it for room for every byte.
    let start = output.count
    let most = mostBytes(of: items, in: reports)
    output.append(addingCapacity: most) { $0.append(repeating: 0, count: most) }
    let end = write(
      reports, reports.record(at: index), items, receivedAt, to: output.mutableSpan, at: start)
    output.removeLast(output.count - end)
  }

  /// Writes a record to bytes that have room for it and gives where it ends.
  private static func write(
    _ reports: Reports, _ record: ReportRecord, _ items: borrowing RecordItems,
    _ receivedAt: Timestamp, to bytes: consuming MutableSpan<UInt8>,
    at start: Int
  ) -> Int {
    var output = CompactWriter(bytes, at: start)
    let flags = flags(of: record, items, checksumFailed: reports.checksumFailed)
    output.append(flags.rawValue)
    if let time = record.fixTime {
      output.appendVariable(receivedAt.milliseconds &- time.milliseconds)
    }
    if flags.contains(.deviceTime), let time = record.deviceTime {
      output.appendVariable(receivedAt.milliseconds &- time.milliseconds)
    }
    if flags.contains(.location) { write(record.location, flags, to: &output) }
    if flags.contains(.network) { write(items, to: &output) }
    output.appendVariable(UInt64(items.attributes.count))
    for index in items.attributes.indices {
      write(items.attributes[index], reports, to: &output)
    }
    return output.offset
  }

  private static func flags(
    of record: ReportRecord, _ items: borrowing RecordItems, checksumFailed: Bool
  ) -> Flags {
    var flags: Flags = []
    let place = record.location
    if record.hasLocation {
      flags.insert(.location)
      if place.isValid { flags.insert(.valid) }
      if place.altitude != 0 || place.speed != 0 || place.course != 0 || place.accuracy != 0 {
        flags.insert(.motion)
      }
    }
    if record.fixTime != nil { flags.insert(.fixTime) }
    if record.deviceTime != nil {
      flags.insert(record.deviceTime == record.fixTime ? .sameTimes : .deviceTime)
    }
    if !items.towers.isEmpty || !items.accessPoints.isEmpty { flags.insert(.network) }
    if checksumFailed { flags.insert(.checksumFailed) }
    return flags
  }

  /// The most bytes that a record can take: room that must be there before it is written.
  private static func mostBytes(
    of items: borrowing RecordItems, in reports: Reports
  ) -> Int {
    // A number takes at most ten bytes. Flags, two times, a place with its six numbers, the counts
    // of cells, access points and attributes; then each of these.
    var most = 1 + 2 * 10 + 6 * 10 + 3 * 10
    most += items.towers.count * 5 * 10 + items.accessPoints.count * (2 * 10 + 1)
    for index in items.attributes.indices {
      let attribute = items.attributes[index]
      // Key, number of the family, power of ten, value.
      most += 10 + 10 + 1 + 10
      if attribute.code == 0 { most += 10 + reports.word(of: attribute).utf8.count }
      if case .text(_, let count) = attribute.value { most += count }
    }
    return most
  }

  private static func write(
    _ place: Location, _ flags: Flags, to output: inout CompactWriter
  ) {
    output.appendVariable(scaled(place.latitude, 1e7))
    output.appendVariable(scaled(place.longitude, 1e7))
    guard flags.contains(.motion) else { return }
    output.appendVariable(scaled(place.altitude, 10))
    output.appendVariable(scaled(place.speed, 1_000))
    output.appendVariable(scaled(place.course, 10))
    output.appendVariable(scaled(place.accuracy, 10))
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

  private static func write(_ items: borrowing RecordItems, to output: inout CompactWriter) {
    output.appendVariable(UInt64(items.towers.count))
    for index in items.towers.indices {
      let tower = items.towers[index]
      output.appendVariable(UInt64(tower.mobileCountryCode))
      output.appendVariable(UInt64(tower.mobileNetworkCode))
      output.appendVariable(UInt64(tower.locationAreaCode))
      output.appendVariable(tower.cellIdentifier)
      // A strength is never +1, so that value says "not known".
      output.appendVariable(Int64(tower.signalStrength ?? 1))
    }
    output.appendVariable(UInt64(items.accessPoints.count))
    for index in items.accessPoints.indices {
      let point = items.accessPoints[index]
      output.appendVariable(point.address)
      output.appendVariable(Int64(point.signalStrength ?? 1))
      output.append(point.channel ?? 0)
    }
  }

  private static func write(
    _ attribute: FlatAttribute, _ reports: Reports, to output: inout CompactWriter
  ) {
    switch attribute.value {
    case .integer(let value):
      write(attribute, .integer, reports, to: &output)
      output.appendVariable(value)
    case .boolean(let value):
      write(attribute, value ? .yes : .no, reports, to: &output)
    case .number(let value):
      if let (mantissa, exponent) = decimal(value) {
        write(attribute, .decimal, reports, to: &output)
        output.append(exponent)
        output.appendVariable(mantissa)
      } else {
        write(attribute, .number, reports, to: &output)
        for shift in 0..<8 {
          output.append(UInt8(truncatingIfNeeded: value.bitPattern >> UInt64(shift * 8)))
        }
      }
    case .text(let start, let count):
      write(attribute, .text, reports, to: &output)
      output.appendVariable(UInt64(count))
      let text = reports.textBytes.span.extracting(start..<start + count)
      for index in text.indices { output.append(text[index]) }
    }
  }

  private static func write(
    _ attribute: FlatAttribute, _ form: Form, _ reports: Reports,
    to output: inout CompactWriter
  ) {
    output.appendVariable(UInt64(attribute.code) << 3 | form.rawValue)
    if attribute.code == 0 {
      let word = reports.word(of: attribute)
      output.appendVariable(UInt64(word.utf8.count))
      for byte in word.utf8 { output.append(byte) }
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
}

/// Writes the values of the compact form one after the other into bytes that are there already.
private struct CompactWriter: ~Copyable, ~Escapable {
  private var bytes: MutableSpan<UInt8>
  /// Where the next byte goes.
  private(set) var offset: Int

  @_lifetime(copy bytes)
  init(_ bytes: consuming MutableSpan<UInt8>, at offset: Int) {
    self.bytes = bytes
    self.offset = offset
  }

  mutating func append(_ byte: UInt8) {
    bytes[offset] = byte
    offset &+= 1
  }

  /// Appends a whole number as `[UInt8].appendVariable` does.
  mutating func appendVariable(_ value: UInt64) {
    var rest = value
    while rest >= 0x80 {
      append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    append(UInt8(truncatingIfNeeded: rest))
  }

  /// Appends a signed whole number in the same way.
  mutating func appendVariable(_ value: Int64) {
    appendVariable(UInt64(bitPattern: (value << 1) ^ (value >> 63)))
  }
}

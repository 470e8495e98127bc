internal import Telemetry

/// Puts the reports of a chunk together again.
struct ChunkDecoder: ~Copyable {
  private var columns: ChunkColumns
  private let protocolNames: [String]
  private let seeds: [ReportGlance.Seed]
  private var entries: [RunEntry] = []
  private var bytes: [UInt8] = []
  // How many values of each column have been used.
  private var fixTimes = 0
  private var deviceTimes = 0
  private var places = 0
  private var motions = 0
  private var networkOffset = 0
  private var used: [Int]

  /// The run that a payload holds; nil if it is damaged.
  static func run(_ payload: Span<UInt8>) -> Run? {
    guard let (columns, names) = ChunkColumns.read(payload) else { return nil }
    var decoder = ChunkDecoder(columns, names)
    return decoder.run()
  }

  private init(_ columns: ChunkColumns, _ protocolNames: [String]) {
    self.columns = columns
    self.protocolNames = protocolNames
    seeds = protocolNames.map { ReportGlance.Seed(protocolName: $0) }
    used = [Int](repeating: 0, count: columns.attributes.count)
  }

  private mutating func run() -> Run? {
    let count = columns.times.count
    guard columns.ids.count == count, columns.received.count == count,
      columns.flags.count == count, columns.protocols.count == count,
      columns.shapeIndices.count == count, columns.reportFlags.count == count
    else { return nil }
    entries.reserveCapacity(count)
    bytes.reserveCapacity(count * 48)
    for index in 0..<count {
      let start = bytes.count
      guard writeReport(index), let entry = entry(index, from: start) else { return nil }
      entries.append(entry)
    }
    return Run(entries: entries, bytes: bytes, protocols: protocolNames)
  }

  private func entry(_ index: Int, from start: Int) -> RunEntry? {
    let number = Int(truncatingIfNeeded: columns.protocols[index])
    guard seeds.indices.contains(number) else { return nil }
    let receivedAt = Timestamp(milliseconds: columns.received[index])
    var offset = start
    guard
      let glance = ReportGlance(
        bytes.span, at: &offset, receivedAt: receivedAt, seed: seeds[number],
        identifier: columns.ids[index])
    else { return nil }
    let flags = PositionFlags(rawValue: UInt16(truncatingIfNeeded: columns.flags[index]))
    return RunEntry(
      time: columns.times[index], key: Int64(bitPattern: glance.contentKey.rawValue),
      id: columns.ids[index], receivedAt: receivedAt.milliseconds, start: UInt32(start),
      length: UInt32(offset - start), flags: flags, protocolIndex: UInt16(number),
      hasLocation: glance.hasLocation, isValid: glance.isValid)
  }

  private mutating func writeReport(_ index: Int) -> Bool {
    let flags = CompactReport.Flags(rawValue: columns.reportFlags[index])
    bytes.append(flags.rawValue)
    let base = columns.received[index] &- columns.times[index]
    if flags.contains(.fixTime) {
      guard fixTimes < columns.fixTimes.count else { return false }
      bytes.appendVariable(base &- columns.fixTimes[fixTimes])
      fixTimes += 1
    }
    if flags.contains(.deviceTime) {
      guard deviceTimes < columns.deviceTimes.count else { return false }
      bytes.appendVariable(base &- columns.deviceTimes[deviceTimes])
      deviceTimes += 1
    }
    guard !flags.contains(.location) || writePlace(flags) else { return false }
    guard !flags.contains(.network) || writeNetwork() else { return false }
    let number = Int(truncatingIfNeeded: columns.shapeIndices[index])
    guard columns.shapes.indices.contains(number) else { return false }
    let shape = columns.shapes[number]
    bytes.appendVariable(UInt64(shape.count))
    for column in shape {
      guard writeAttribute(column) else { return false }
    }
    return true
  }

  private mutating func writePlace(_ flags: CompactReport.Flags) -> Bool {
    guard places < columns.latitudes.count, places < columns.longitudes.count else { return false }
    bytes.appendVariable(columns.latitudes[places])
    bytes.appendVariable(columns.longitudes[places])
    places += 1
    guard flags.contains(.motion) else { return true }
    guard motions < columns.altitudes.count, motions < columns.speeds.count,
      motions < columns.courses.count, motions < columns.accuracies.count
    else { return false }
    bytes.appendVariable(columns.altitudes[motions])
    bytes.appendVariable(columns.speeds[motions])
    bytes.appendVariable(columns.courses[motions])
    bytes.appendVariable(columns.accuracies[motions])
    motions += 1
    return true
  }

  private mutating func writeNetwork() -> Bool {
    let networks = columns.networks
    var reader = CompactReader(networks.span, networkOffset)
    reader.skipNetwork()
    guard !reader.failed else { return false }
    bytes.append(contentsOf: networks[networkOffset..<reader.offset])
    networkOffset = reader.offset
    return true
  }

  private mutating func writeAttribute(_ index: Int) -> Bool {
    // Of texts the offset, of all others the index of the next value.
    let next = used[index]
    let kind = columns.attributes[index].kind
    if kind == .text { return writeText(index) }
    guard next < columns.attributes[index].values.count else { return false }
    used[index] = next + 1
    let value = columns.attributes[index].values[next]
    switch kind {
    case .integer:
      writeKey(index, .integer)
      bytes.appendVariable(value)
    case .boolean: writeKey(index, value == 0 ? .no : .yes)
    case .decimal:
      guard next < columns.attributes[index].exponents.count else { return false }
      writeKey(index, .decimal)
      bytes.append(columns.attributes[index].exponents[next])
      bytes.appendVariable(value)
    case .number, .text:
      writeKey(index, .number)
      for shift in 0..<8 { bytes.append(UInt8(truncatingIfNeeded: value >> Int64(shift * 8))) }
    }
    return true
  }

  private var newestTexts: [Int: Range<Int>] = [:]

  private mutating func writeText(_ index: Int) -> Bool {
    let texts = columns.attributes[index].texts
    var reader = CompactReader(texts.span, used[index])
    let length = reader.unsigned()
    if length > 0 {
      let start = reader.offset
      reader.skip(Int(truncatingIfNeeded: length &- 1))
      newestTexts[index] = start..<max(reader.offset, start)
    }
    guard !reader.failed, let text = newestTexts[index] else { return false }
    used[index] = reader.offset
    writeKey(index, .text)
    bytes.appendVariable(UInt64(text.count))
    bytes.append(contentsOf: texts[text])
    return true
  }

  private mutating func writeKey(_ index: Int, _ form: CompactReport.Form) {
    let code = columns.attributes[index].code
    bytes.appendVariable(UInt64(code) << 3 | form.rawValue)
    if code == 0 { bytes.appendWithLength(columns.attributes[index].word) }
    if columns.attributes[index].hasNumber {
      bytes.appendVariable(columns.attributes[index].number)
    }
  }
}

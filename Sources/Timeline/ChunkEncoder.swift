internal import Telemetry

/// Takes the reports of a run apart into columns.
///
/// It keeps its memory from chunk to chunk.
struct ChunkEncoder {
  /// What tells columns of attributes apart, but for the words of a protocol's own.
  private struct Head: Hashable {
    let code: UInt16
    let kind: AttributeColumn.Kind
    let number: Int64
  }

  /// What tells columns of attributes apart.
  private struct Key: Hashable {
    let head: Head
    let word: [UInt8]
  }

  private var columns = ChunkColumns()
  /// Of each column of an attribute what is compared most.
  private var heads: [Head] = []
  private var columnIndices: [Key: Int] = [:]
  private var shapeIndices: [[Int]: Int] = [:]
  /// The shape of the report before, which the next one nearly always has too.
  private var lastShape: [Int] = []
  private var lastShapeIndex = -1
  private var shape: [Int] = []
  private var payload: [UInt8] = []

  /// The columns of a part of a run in their stored form, not yet compressed.
  ///
  /// - Throws: if a report is none that ``CompactReport`` wrote.
  mutating func encode(_ run: Run, _ range: Range<Int>) throws(TimelineError) -> [UInt8] {
    columns.removeAll()
    heads.removeAll(keepingCapacity: true)
    columnIndices.removeAll(keepingCapacity: true)
    shapeIndices.removeAll(keepingCapacity: true)
    lastShape.removeAll(keepingCapacity: true)
    lastShapeIndex = -1
    for index in range {
      let entry = run.entries[index]
      columns.times.append(entry.time)
      columns.ids.append(entry.id)
      columns.received.append(entry.receivedAt)
      columns.flags.append(Int64(entry.flags.rawValue))
      columns.protocols.append(Int64(entry.protocolIndex))
      guard add(run.bytes, entry) else {
        throw TimelineError("a report in memory is not in its proper form (position \(entry.id))")
      }
    }
    payload.removeAll(keepingCapacity: true)
    columns.append(to: &payload, protocolNames: run.protocols)
    return payload
  }

  private mutating func add(_ bytes: [UInt8], _ entry: RunEntry) -> Bool {
    var reader = CompactReader(bytes.span, Int(entry.start))
    let flags = CompactReport.Flags(rawValue: reader.byte())
    columns.reportFlags.append(flags.rawValue)
    // Times are stored as how long before the receipt they were.
    let base = entry.receivedAt &- entry.time
    if flags.contains(.fixTime) { columns.fixTimes.append(base &- reader.signed()) }
    if flags.contains(.deviceTime) { columns.deviceTimes.append(base &- reader.signed()) }
    if flags.contains(.location) {
      columns.latitudes.append(reader.signed())
      columns.longitudes.append(reader.signed())
      if flags.contains(.motion) {
        columns.altitudes.append(reader.signed())
        columns.speeds.append(reader.signed())
        columns.courses.append(reader.signed())
        columns.accuracies.append(reader.signed())
      }
    }
    if flags.contains(.network) {
      let start = reader.offset
      reader.skipNetwork()
      columns.networks.append(contentsOf: bytes[start..<reader.offset])
    }
    shape.removeAll(keepingCapacity: true)
    for _ in 0..<reader.count() {
      guard addAttribute(&reader, bytes) else { return false }
    }
    noteShape()
    return !reader.failed && reader.offset == entry.range.upperBound
  }

  private mutating func addAttribute(_ reader: inout CompactReader, _ bytes: [UInt8]) -> Bool {
    let first = reader.unsigned()
    guard let form = CompactReport.Form(rawValue: first & 7) else { return false }
    let code = UInt16(truncatingIfNeeded: first >> 3)
    var word = bytes[0..<0]
    var number: Int64 = -1
    if code == 0 {
      let length = reader.count()
      word = bytes[reader.offset..<reader.offset + length]
      reader.skip(length)
      number = reader.signed()
    } else if Vocabulary.isFamily(code: code) {
      number = reader.signed()
    }
    let head = Head(code: code, kind: AttributeColumn.Kind(form), number: number)
    let column = column(head, word)
    shape.append(column)
    switch form {
    case .integer: columns.attributes[column].values.append(reader.signed())
    case .no: columns.attributes[column].values.append(0)
    case .yes: columns.attributes[column].values.append(1)
    case .text:
      let length = reader.count()
      columns.attributes[column].add(text: bytes[reader.offset..<reader.offset + length])
      reader.skip(length)
    case .decimal:
      columns.attributes[column].exponents.append(reader.byte())
      columns.attributes[column].values.append(reader.signed())
    case .number:
      columns.attributes[column].values.append(reader.bits())
    }
    return !reader.failed
  }

  /// The column of an attribute; a new one if it is the first of its kind.
  private mutating func column(_ head: Head, _ word: ArraySlice<UInt8>) -> Int {
    if shape.count < lastShape.count {
      let expected = lastShape[shape.count]
      let isSame = head.code != 0 || columns.attributes[expected].word[...] == word
      if heads[expected] == head && isSame { return expected }
    }
    let key = Key(head: head, word: Array(word))
    if let known = columnIndices[key] { return known }
    let index = columns.attributes.count
    columnIndices[key] = index
    heads.append(head)
    columns.attributes.append(
      AttributeColumn(code: head.code, number: head.number, word: key.word, kind: head.kind))
    return index
  }

  private mutating func noteShape() {
    if shape != lastShape || lastShapeIndex < 0 {
      lastShape = shape
      if let known = shapeIndices[shape] {
        lastShapeIndex = known
      } else {
        lastShapeIndex = columns.shapes.count
        shapeIndices[shape] = lastShapeIndex
        columns.shapes.append(shape)
      }
    }
    columns.shapeIndices.append(Int64(lastShapeIndex))
  }
}

extension CompactReader {
  /// The bits of the next eight bytes, the low one first.
  mutating func bits() -> Int64 {
    var bits: UInt64 = 0
    for shift in 0..<8 { bits |= UInt64(byte()) << UInt64(shift * 8) }
    return Int64(bitPattern: bits)
  }
}

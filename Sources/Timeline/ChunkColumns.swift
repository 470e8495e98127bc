internal import Telemetry

/// Positions of one device taken apart into columns, which compress well because each holds one
/// kind of number.
///
/// Content keys are not among them: they are made again from the reports.
struct ChunkColumns {
  /// The most positions of a chunk.
  static let mostEntries = 65_536

  var times: [Int64] = []
  var ids: [Int64] = []
  var received: [Int64] = []
  var flags: [Int64] = []
  var protocols: [Int64] = []
  /// Of each report its first byte.
  var reportFlags: [UInt8] = []
  /// Of reports with a time of their own: how far it is off the time in the history.
  var fixTimes: [Int64] = []
  var deviceTimes: [Int64] = []
  var latitudes: [Int64] = []
  var longitudes: [Int64] = []
  var altitudes: [Int64] = []
  var speeds: [Int64] = []
  var courses: [Int64] = []
  var accuracies: [Int64] = []
  /// Cells and access points as they are in the reports.
  var networks: [UInt8] = []
  /// Of each report which attributes it has, as an index into `shapes`.
  var shapeIndices: [Int64] = []
  /// Lists of columns.
  var shapes: [[Int]] = []
  var attributes: [AttributeColumn] = []

  private static let version: UInt8 = 1

  /// The columns of numbers in the order of their storing.
  private static let numbers: [any WritableKeyPath<ChunkColumns, [Int64]> & Sendable] = [
    \.times, \.ids, \.received, \.flags, \.protocols, \.fixTimes, \.deviceTimes, \.latitudes,
    \.longitudes, \.altitudes, \.speeds, \.courses, \.accuracies, \.shapeIndices,
  ]

  /// Forgets everything and keeps the memory.
  mutating func removeAll() {
    for column in Self.numbers { self[keyPath: column].removeAll(keepingCapacity: true) }
    reportFlags.removeAll(keepingCapacity: true)
    networks.removeAll(keepingCapacity: true)
    shapes.removeAll(keepingCapacity: true)
    attributes.removeAll(keepingCapacity: true)
  }

  // MARK: Stored form

  func append(to output: inout [UInt8], protocolNames: [String]) {
    output.append(Self.version)
    output.appendVariable(UInt64(protocolNames.count))
    for name in protocolNames { output.appendWithLength(Array(name.utf8)) }
    output.appendVariable(UInt64(attributes.count))
    for attribute in attributes { attribute.appendKey(to: &output) }
    output.appendVariable(UInt64(shapes.count))
    for shape in shapes {
      output.appendVariable(UInt64(shape.count))
      for index in shape { output.appendVariable(UInt64(index)) }
    }
    for column in Self.numbers { IntegerColumn.append(self[keyPath: column], to: &output) }
    output.appendWithLength(reportFlags)
    output.appendWithLength(networks)
    for attribute in attributes { attribute.appendValues(to: &output) }
  }

  /// The columns as they were stored, and the names of the protocols; nil if this is something
  /// else.
  static func read(_ payload: Span<UInt8>) -> (columns: ChunkColumns, protocolNames: [String])? {
    var reader = CompactReader(payload)
    guard reader.byte() == version else { return nil }
    var columns = ChunkColumns()
    var protocolNames: [String] = []
    for _ in 0..<reader.count() { protocolNames.append(reader.text()) }
    for _ in 0..<reader.count() {
      guard let attribute = AttributeColumn(key: &reader) else { return nil }
      columns.attributes.append(attribute)
    }
    for _ in 0..<reader.count() where !reader.failed {
      var shape: [Int] = []
      for _ in 0..<reader.count() {
        let index = Int(truncatingIfNeeded: reader.unsigned())
        guard columns.attributes.indices.contains(index) else { return nil }
        shape.append(index)
      }
      columns.shapes.append(shape)
    }
    for column in numbers {
      columns[keyPath: column] = IntegerColumn.read(&reader, most: mostEntries)
    }
    columns.reportFlags = reader.bytes()
    columns.networks = reader.bytes()
    for index in columns.attributes.indices {
      columns.attributes[index].readValues(&reader, most: payload.count * 64 + mostEntries)
    }
    return reader.failed || !reader.isAtEnd ? nil : (columns, protocolNames)
  }
}

internal import Compression
internal import Telemetry

/// Puts consecutive messages together into one block, to be stored as one row.
///
/// A block covers a run of sequence numbers without a hole; a number of it that no message has was
/// given to one that was set aside or erased. Its columns come one after the other, each as
/// differences, then the bytes of the messages; all of that is compressed together.
struct BlockBuilder {
  /// So many messages make a block.
  static let mostMessages = 256
  /// A block is closed behind the message with which it reaches so many bytes.
  static let mostBytes = 65_536
  /// What is smaller than this is stored as it is: there is nothing in it that could repeat.
  private static let fewestBytes = 512

  /// How the rest of a block is stored.
  enum Form {
    static let plain: UInt8 = 0
    static let compressed: UInt8 = 1
  }

  /// How the differences of a column are stored.
  enum Column {
    static let constant: UInt8 = 0
    static let differences: UInt8 = 1
  }

  private var entries: [BlockEntry] = []
  private var raw: [UInt8] = []
  private var reports: [UInt8] = []
  private var replies: [UInt8] = []

  var isEmpty: Bool { entries.isEmpty }

  var isFull: Bool {
    entries.count >= Self.mostMessages
      || raw.count + reports.count + replies.count >= Self.mostBytes
  }

  /// Adds a message whose bytes are in an array; its sequence number is behind all others.
  mutating func add(_ entry: BlockEntry, of bytes: [UInt8]) {
    entries.append(entry)
    // An empty range may lie anywhere.
    if !entry.raw.isEmpty { raw.append(contentsOf: bytes[entry.raw]) }
    if !entry.reports.isEmpty { reports.append(contentsOf: bytes[entry.reports]) }
    if !entry.reply.isEmpty { replies.append(contentsOf: bytes[entry.reply]) }
  }

  mutating func removeAll() {
    entries.removeAll(keepingCapacity: true)
    raw.removeAll(keepingCapacity: true)
    reports.removeAll(keepingCapacity: true)
    replies.removeAll(keepingCapacity: true)
  }

  /// The block in its stored form; then the builder is empty.
  ///
  /// - Parameters:
  ///   - numbers: the sequence numbers that the block covers.
  ///   - compressor: without one the block is stored as it is.
  mutating func finish(_ numbers: ClosedRange<Int64>, _ compressor: Compressor?) -> [UInt8] {
    var payload: [UInt8] = []
    payload.reserveCapacity(raw.count + reports.count + replies.count + entries.count * 8 + 64)
    payload.appendVariable(UInt64(numbers.upperBound - numbers.lowerBound))
    payload.appendVariable(UInt64(entries.count))
    appendColumns(numbers.lowerBound, to: &payload)
    payload.append(contentsOf: raw)
    payload.append(contentsOf: reports)
    payload.append(contentsOf: replies)
    removeAll()
    var block = [Form.plain]
    if payload.count >= Self.fewestBytes, let frame = try? compressor?.compress(payload),
      frame.count < payload.count
    {
      block = [Form.compressed]
      payload = frame
    }
    block.append(contentsOf: payload)
    return BlockChecksum.sealed(numbers.upperBound, block)
  }

  private func appendColumns(_ first: Int64, to payload: inout [UInt8]) {
    guard !entries.isEmpty else { return }
    var next = first
    let skipped = entries.map { entry in
      defer { next = entry.next }
      return entry.sequence - next
    }
    Self.append(skipped, to: &payload)
    append({ $0.receivedAt }, to: &payload)
    append({ $0.connection }, to: &payload)
    append({ $0.identity }, to: &payload)
    append({ $0.protocolNumber }, to: &payload)
    append({ $0.flags }, to: &payload)
    append({ Int64($0.recordCount) }, to: &payload)
    append({ Int64($0.raw.count) }, to: &payload)
    append({ Int64($0.reports.count) }, to: &payload)
    append({ Int64($0.reply.count) }, to: &payload)
  }

  private func append(_ column: (BlockEntry) -> Int64, to payload: inout [UInt8]) {
    Self.append(entries.map(column), to: &payload)
  }

  /// The first value, then either that the others are the same or their differences.
  private static func append(_ values: [Int64], to payload: inout [UInt8]) {
    var previous = values[0]
    payload.appendVariable(previous)
    guard values.count > 1 else { return }
    if values.allSatisfy({ $0 == previous }) {
      payload.append(Column.constant)
      return
    }
    payload.append(Column.differences)
    for value in values.dropFirst() {
      payload.appendVariable(value &- previous)
      previous = value
    }
  }
}

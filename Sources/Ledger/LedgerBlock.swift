internal import Compression
internal import Telemetry

/// Consecutive messages as they were stored together; see ``BlockBuilder``.
struct LedgerBlock {
  /// Why a block cannot be read, for people.
  struct Fault: Error {
    let reason: String
  }

  /// A block that claims to be bigger is damaged: SQLite takes no bigger row.
  private static let mostBytes = 1_000_000_000
  private static let fault = Fault(reason: "its block does not have its form")

  /// The sequence numbers that it covers.
  let numbers: ClosedRange<Int64>
  /// Its messages, ascending.
  let entries: [BlockEntry]
  /// What the ranges of the messages point into.
  let payload: [UInt8]

  /// Reads a block.
  ///
  /// - Parameters:
  ///   - last: the highest number that it covers, by which it is found.
  ///   - data: its stored form.
  init(
    last: Int64, _ data: Span<UInt8>, _ decompressor: Decompressor
  ) throws(Fault) {
    guard BlockChecksum.holds(last, data) else {
      throw Fault(reason: "its checksum does not hold")
    }
    let unpacked = try Self.unpack(
      data.extracting(droppingFirst: BlockChecksum.size), decompressor)
    let read = try Self.entries(unpacked.span, last: last)
    payload = unpacked
    numbers = read.numbers
    entries = read.entries
  }

  private static func unpack(
    _ body: Span<UInt8>, _ decompressor: Decompressor
  ) throws(Fault) -> [UInt8] {
    guard body.count > 0 else { throw fault }
    let rest = body.extracting(droppingFirst: 1)
    switch body[0] {
    case BlockBuilder.Form.plain: return copy(rest)
    case BlockBuilder.Form.compressed:
      do {
        return try decompressor.decompress(rest, most: mostBytes)
      } catch {
        throw Fault(reason: error.description)
      }
    default: throw fault
    }
  }

  private static func copy(_ bytes: Span<UInt8>) -> [UInt8] {
    var copy: [UInt8] = []
    copy.reserveCapacity(bytes.count)
    for index in bytes.indices { copy.append(bytes[index]) }
    return copy
  }

  private static func entries(
    _ payload: Span<UInt8>, last: Int64
  ) throws(Fault) -> (numbers: ClosedRange<Int64>, entries: [BlockEntry]) {
    var reader = CompactReader(payload)
    let span = reader.unsigned()
    let count = reader.unsigned()
    guard last > 0, span < UInt64(last), count <= UInt64(BlockBuilder.mostMessages) else {
      throw fault
    }
    let first = last - Int64(span)
    var columns = Columns()
    if count > 0 { columns = Columns(&reader, Int(count)) }
    guard !reader.failed else { throw fault }
    guard let entries = columns.entries(first, start: reader.offset, end: payload.count),
      entries.last.map({ $0.next - 1 <= last }) ?? true
    else { throw fault }
    return (first...last, entries)
  }

  /// The facts of the messages, each kind together.
  private struct Columns {
    var skipped: [Int64] = []
    var receivedAt: [Int64] = []
    var connection: [Int64] = []
    var identity: [Int64] = []
    var protocolNumber: [Int64] = []
    var flags: [Int64] = []
    var recordCount: [Int64] = []
    var raw: [Int64] = []
    var reports: [Int64] = []
    var reply: [Int64] = []

    init() {}

    init(_ reader: inout CompactReader, _ count: Int) {
      skipped = Self.column(&reader, count)
      receivedAt = Self.column(&reader, count)
      connection = Self.column(&reader, count)
      identity = Self.column(&reader, count)
      protocolNumber = Self.column(&reader, count)
      flags = Self.column(&reader, count)
      recordCount = Self.column(&reader, count)
      raw = Self.column(&reader, count)
      reports = Self.column(&reader, count)
      reply = Self.column(&reader, count)
    }

    private static func column(_ reader: inout CompactReader, _ count: Int) -> [Int64] {
      var value = reader.signed()
      guard count > 1 else { return [value] }
      if reader.byte() == BlockBuilder.Column.constant {
        return [Int64](repeating: value, count: count)
      }
      var values = [value]
      values.reserveCapacity(count)
      for _ in 1..<count {
        value &+= reader.signed()
        values.append(value)
      }
      return values
    }

    /// The messages; nil if their bytes do not lie one after the other up to the end.
    func entries(_ first: Int64, start: Int, end: Int) -> [BlockEntry]? {
      let size = Int64(end)
      for lengths in [raw, reports, reply] where !lengths.allSatisfy({ (0...size) ~= $0 }) {
        return nil
      }
      var rawStart = start
      var reportsStart = start + Int(raw.reduce(0, +))
      var replyStart = reportsStart + Int(reports.reduce(0, +))
      guard replyStart + Int(reply.reduce(0, +)) == end else { return nil }
      var entries: [BlockEntry] = []
      entries.reserveCapacity(skipped.count)
      var next = first
      for index in skipped.indices {
        guard (0...(1 << 40)) ~= skipped[index], let records = Int(exactly: recordCount[index])
        else { return nil }
        let rawEnd = rawStart + Int(raw[index])
        let reportsEnd = reportsStart + Int(reports[index])
        let replyEnd = replyStart + Int(reply[index])
        let entry = BlockEntry(
          sequence: next &+ skipped[index], receivedAt: receivedAt[index],
          connection: connection[index], identity: identity[index],
          protocolNumber: protocolNumber[index], flags: flags[index], recordCount: records,
          raw: rawStart..<rawEnd, reports: reportsStart..<reportsEnd, reply: replyStart..<replyEnd)
        entries.append(entry)
        next = entry.next
        (rawStart, reportsStart, replyStart) = (rawEnd, reportsEnd, replyEnd)
      }
      return entries
    }
  }
}

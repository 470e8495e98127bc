internal import Compression
internal import SQLite
internal import Telemetry

/// Writes one file of the ledger, commit by commit.
final class SegmentWriter {
  let segment: Segment
  let openedAt: Int64
  /// What was written, about.
  private(set) var bytes: Int64 = 0

  private let file: SegmentFile
  // Without memory to compress, blocks are stored as they are.
  private let compressor = try? Compressor(level: 1)
  private var builder = BlockBuilder()
  /// The first number that is in no block yet.
  private var first: Int64 = 0
  /// The batches of the open transaction.
  private var batches: [BatchList.Entry] = []
  private var protocols: [String: Int64] = [:]
  private var lastProtocol: (name: String, number: Int64) = ("", 0)
  private var connectionsWritten = RecentMap<UInt64, Bool>(generation: 65_536)

  /// Makes a new file.
  init(_ segment: Segment, fileSystem: String?, now: Int64) throws(SQLiteError) {
    self.segment = segment
    openedAt = now
    file = try SegmentFile(path: segment.path, fileSystem: fileSystem, for: .appending)
  }

  /// Begins a transaction.
  ///
  /// - Parameter first: the number that its first message gets.
  func begin(first: Int64) throws(SQLiteError) {
    try file.begin()
    self.first = first
    batches = []
    builder.removeAll()
  }

  func commit() throws(SQLiteError) { try file.commit() }

  /// Takes back the open transaction, with what was remembered of it.
  func rollBack() {
    file.rollBack()
    protocols = [:]
    lastProtocol = ("", 0)
    connectionsWritten = RecentMap(generation: 65_536)
  }

  /// Writes a batch into the open transaction; ``finish(before:)`` must follow the last.
  ///
  /// - Parameter first: the number of the first entry.
  /// - Returns: the indices of entries that were set aside.
  func write(
    _ batch: LedgerBatch, first: Int64, connections: inout RecentMap<UInt64, LedgerConnection>
  ) throws(SQLiteError) -> [Int] {
    var refused: [Int] = []
    var sequence = first
    var lastConnection: UInt64?
    for (index, entry) in batch.entries.enumerated() {
      if entry.connection != lastConnection {
        lastConnection = entry.connection
        try introduce(entry.connection, &connections)
      }
      if let reason = entry.fault(in: batch.bytes) {
        refused.append(index)
        try file.insert(SetAsideEntry(entry, sequence, batch.bytes, reason))
      } else {
        if builder.isFull { try writeBlock(before: sequence, []) }
        let number = try protocolNumber(entry.protocolName)
        builder.add(BlockEntry(entry, sequence, protocolNumber: number), of: batch.bytes)
      }
      sequence += entry.numbers
    }
    let receipt = LedgerReceipt(firstSequence: first, setAside: refused)
    batches.append((batch.key, RememberedBatch(count: batch.entries.count, receipt: receipt)))
    return refused
  }

  /// Writes what is not in a block yet.
  ///
  /// - Parameter next: the number behind the last one that was given.
  func finish(before next: Int64) throws(SQLiteError) {
    // A batch without an entry needs nothing to be remembered.
    if next > first { try writeBlock(before: next, batches) }
  }

  private func writeBlock(before next: Int64, _ batches: [BatchList.Entry]) throws(SQLiteError) {
    let data = builder.finish(first...next - 1, compressor)
    try file.insert(block: data, last: next - 1, batches: batches)
    first = next
    bytes += Int64(data.count + batches.count * 16 + 24)
  }

  private func introduce(
    _ connection: UInt64, _ connections: inout RecentMap<UInt64, LedgerConnection>
  ) throws(SQLiteError) {
    guard connectionsWritten[connection] == nil, let facts = connections[connection] else { return }
    try file.insert(facts)
    connectionsWritten.insert(connection, true)
    bytes += 64
  }

  private func protocolNumber(_ name: String) throws(SQLiteError) -> Int64 {
    if name == lastProtocol.name { return lastProtocol.number }
    let number: Int64
    if let known = protocols[name] {
      number = known
    } else {
      number = try file.number(ofProtocol: name)
      protocols[name] = number
    }
    lastProtocol = (name, number)
    return number
  }
}

public import Ledger
internal import SQLite
internal import Synchronization
internal import Telemetry

/// What became of a damaged chunk.
public struct RepairedChunk: Sendable, Hashable {
  /// What was damaged.
  public let chunk: DamagedChunk
  /// How many of its positions are back; nil if it was left as it is, because the ledger has none
  /// of them, or others.
  public let restored: Int?
}

extension PackedTimeline {
  /// A message with many records takes so many further sequence numbers at most.
  private static let numbersOfMessage: Int64 = 4

  /// Makes damaged chunks again from the messages in the ledger that they were made from. A chunk
  /// of which the ledger has only some messages left gets those; the rest of the file stays.
  ///
  /// To be called while nothing else changes the timeline.
  ///
  /// - Parameter read: gives the next records of the ledger behind a place; none after the last.
  public func repair(
    reading read: (LedgerToken) throws -> [LedgerRecord]
  ) throws -> [RepairedChunk] {
    _ = try check()
    var repaired: [RepairedChunk] = []
    for facts in damagedChunks {
      let records = try Self.records(of: facts, read)
      let restored = try restore(facts, from: records)
      repaired.append(RepairedChunk(chunk: DamagedChunk(facts), restored: restored))
    }
    return repaired
  }

  /// The messages of a device that the positions of a chunk came with.
  private static func records(
    of facts: ChunkFacts, _ read: (LedgerToken) throws -> [LedgerRecord]
  ) throws -> [LedgerRecord] {
    let first = PositionIdentifier.sequence(of: facts.lowestIdentifier) - numbersOfMessage
    let last = PositionIdentifier.sequence(of: facts.highestIdentifier)
    var after = LedgerToken(rawValue: max(first - 1, 0))
    var found: [LedgerRecord] = []
    while after.rawValue < last {
      let records = try read(after)
      guard let newest = records.last else { break }
      found += records.filter { $0.identity == facts.identity && $0.sequence <= last }
      after = newest.token
    }
    return found
  }
}

extension PackedWriter {
  /// Puts a chunk together again from messages.
  ///
  /// - Returns: how many positions it has now; nil if it was left as it is.
  func restore(
    _ facts: ChunkFacts, from records: [LedgerRecord]
  ) throws(SQLiteError) -> Int? {
    let identifiers = facts.lowestIdentifier...facts.highestIdentifier
    let node = PositionIdentifier.node(of: facts.lowestIdentifier)
    var run = Run()
    for record in records {
      try forEachEntry(of: record, node: node) { entry, range in
        let isIts =
          identifiers.contains(entry.id) && facts.overlaps(entry.place...entry.place)
          && entry.flags.contains(.timeImplausible) == facts.isApart
        if isIts {
          _ = run.insert(
            entry, protocolName: record.protocolName, report: record.reports[range])
        }
      }
    }
    // More than there were: some had been removed since, and must not come back.
    guard run.count > 0, run.count <= facts.count else { return nil }
    var next = stored
    next.positions += Int64(run.count - facts.count)
    try store.transaction { () throws(SQLiteError) in
      var merger = ChunkMerger(
        store, facts.identity, isApart: facts.isApart, chunks: [facts], nextChunk: next.nextChunk,
        settings: settings)
      try merger.replace(facts, with: run)
      next.nextChunk = merger.nextChunk
      try store.put(next)
    }
    stored = next
    forgetDirectories()
    tail.state.withLock { $0.packedPositions = next.positions }
    return run.count
  }
}

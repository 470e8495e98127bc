internal import Compression
internal import SQLite
internal import Telemetry

/// Numbers whose messages cannot be read any more.
struct Gap: Sendable, Hashable, CustomStringConvertible {
  let numbers: ClosedRange<Int64>
  let reason: String

  var description: String {
    let which =
      numbers.count == 1
      ? "message \(numbers.lowerBound)"
      : "messages \(numbers.lowerBound) to \(numbers.upperBound)"
    return "\(which) cannot be read (\(reason))"
  }
}

/// Reads one file of a ledger, and around what is damaged in it.
final class SegmentReader {
  /// So many connections are remembered at most.
  private static let mostConnections = 65_536
  /// So many gaps are told of one read.
  fileprivate static let mostGaps = 1_000
  private static let outOfMemory: Int32 = 7

  /// What was read, and how much more may be.
  struct Reading {
    private(set) var records: [LedgerRecord] = []
    private(set) var gaps: Set<Gap> = []
    private let mostRecords: Int
    private var bytesLeft: Int

    init(records: Int, bytes: Int) {
      mostRecords = records
      bytesLeft = bytes
    }

    var isFull: Bool { records.count >= mostRecords || bytesLeft <= 0 }

    /// Notes what cannot be read; of very many only the first.
    mutating func note(_ gap: Gap) {
      if gaps.count < SegmentReader.mostGaps { gaps.insert(gap) }
    }

    /// Gives the gaps in the order of their numbers, and forgets them.
    mutating func takeGaps() -> [Gap] {
      defer { gaps = [] }
      return gaps.sorted { $0.numbers.lowerBound < $1.numbers.lowerBound }
    }

    mutating func add(_ record: LedgerRecord) {
      bytesLeft -= record.raw.count + record.reports.count + record.reply.count + 128
      records.append(record)
    }
  }

  let segment: Segment
  let database: Database
  private let select: Statement
  private let selectConnection: Statement
  private let selectProtocol: Statement
  let selectBatches: Statement
  private let decompressor: Decompressor
  private var connections: [UInt64: LedgerConnection] = [:]
  private var protocols: [Int64: String] = [0: ""]
  /// The block in which the last reading ended, as the next one goes on there.
  private var recent: LedgerBlock?

  /// Opens a file; one that is not as long as it should be is read as far as it goes.
  init(_ segment: Segment, open: () throws(SQLiteError) -> Database) throws(SQLiteError) {
    self.segment = segment
    var database = try open()
    var hasTables: Bool
    do throws(SQLiteError) {
      hasTables = try SegmentSummary.hasTables(database)
    } catch {
      guard error.kind == .corrupt else { throw error }
      database = try open()
      try database.readAroundDamage()
      hasTables = try SegmentSummary.hasTables(database)
    }
    guard hasTables else { throw SQLiteError(corrupt: "it has no tables", file: segment.path) }
    self.database = database
    select = try database.prepare(
      "SELECT last, data FROM block WHERE last > ? AND last <= ? ORDER BY last")
    selectConnection = try database.prepare(
      "SELECT transport, peer, local, opened_at FROM connection WHERE id = ?")
    selectBatches = try database.prepare("SELECT batches FROM block WHERE last = ?")
    selectProtocol = try database.prepare("SELECT name FROM protocol WHERE id = ?")
    do {
      decompressor = try Decompressor()
    } catch {
      throw SQLiteError(
        code: Self.outOfMemory, message: error.description, file: segment.path)
    }
  }

  /// Reads messages behind a number; what is damaged is left out and told as a gap.
  func read(
    after: Int64, through last: Int64, into result: inout Reading
  ) throws(SQLiteError) {
    var place = after
    if let recent, recent.numbers.contains(after + 1), recent.numbers.upperBound <= last {
      try add(recent, after: after, to: &result)
      place = recent.numbers.upperBound
    }
    guard !result.isFull else { return }
    var gaps: [Gap] = []
    try scan(after: place, through: last, onGap: { gaps.append($0) }) {
      (block: LedgerBlock) throws(SQLiteError) in
      try add(block, after: after, to: &result)
      recent = block
      return !result.isFull
    }
    for gap in gaps { result.note(gap) }
  }

  private func add(
    _ block: LedgerBlock, after: Int64, to result: inout Reading
  ) throws(SQLiteError) {
    for entry in block.entries where entry.sequence > after {
      if result.isFull { return }
      result.add(try record(entry, in: block))
    }
  }

  /// Goes through the blocks behind a number, ascending, as long as the body wants more.
  ///
  /// The blocks of a sound file cover all numbers without a hole, so whatever is missing, and for
  /// whatever reason, is told as a gap when what follows it is known.
  func scan(
    after: Int64, through last: Int64, onGap: (Gap) -> Void,
    _ body: (LedgerBlock) throws(SQLiteError) -> Bool
  ) throws(SQLiteError) {
    var walk = Walk(place: max(after, segment.first - 1), cursor: after)
    var step: Int64 = 1
    while walk.place < last, walk.cursor < last {
      let start = walk.cursor
      do throws(SQLiteError) {
        guard try scanOn(&walk, through: last, onGap, body) else { return }
        break
      } catch {
        guard error.kind == .corrupt else { throw error }
        walk.reason = error.message
        if walk.cursor > start { step = 1 }
        guard let next = try firstReadable(after: walk.cursor, through: last) else { break }
        // What can be found may be a row that does not hold its checksum, before a page that
        // cannot be read; then it goes on a little behind it.
        walk.cursor = max(next - 1, walk.cursor + step)
        step += max(1, step / 8)
      }
    }
    if walk.place < last { onGap(walk.gap(through: last)) }
  }

  /// Where a scan is.
  private struct Walk {
    /// Everything up to here was read or told.
    var place: Int64
    /// Blocks are searched from here on.
    var cursor: Int64
    /// Why something behind the place was passed over.
    var reason: String?

    func gap(through last: Int64) -> Gap {
      Gap(numbers: place + 1...last, reason: reason ?? "it is missing")
    }
  }

  /// - Returns: whether the body wants more.
  private func scanOn(
    _ walk: inout Walk, through last: Int64, _ onGap: (Gap) -> Void,
    _ body: (LedgerBlock) throws(SQLiteError) -> Bool
  ) throws(SQLiteError) -> Bool {
    defer { select.reset() }
    try select.bind(1, walk.cursor)
    try select.bind(2, last)
    while try select.step() {
      let number = select.integer(0)
      // In a damaged tree a search may come out before its place.
      guard number > walk.cursor else { continue }
      let block: LedgerBlock
      do throws(LedgerBlock.Fault) {
        block = try select.withBlob(1) { (data: Span<UInt8>) throws(LedgerBlock.Fault) in
          try LedgerBlock(last: number, data, decompressor)
        }
      } catch {
        // The number may be what is damaged, so the cursor stays.
        walk.reason = error.reason
        continue
      }
      let first = block.numbers.lowerBound
      if first > walk.place + 1 { onGap(walk.gap(through: first - 1)) }
      walk = Walk(place: number, cursor: number)
      guard try body(block) else { return false }
    }
    return true
  }

  /// The lowest number behind a damaged place whose block can be read; nil if there is none.
  ///
  /// The step grows with the distance, so that a damaged tree of millions costs some hundred
  /// attempts; what stands between two steps is found by halving.
  func firstReadable(after place: Int64, through last: Int64) throws(SQLiteError) -> Int64? {
    var bad = max(place, segment.first - 1)
    var good: Int64?
    while good == nil, bad < last {
      let next = min(bad + max(1, (bad - place) / 8), last)
      good = try readable(from: next, through: last)
      if good == nil { bad = next }
    }
    guard var found = good else { return nil }
    while bad + 1 < found {
      let middle = bad + (found - bad) / 2
      if let number = try readable(from: middle, through: last) {
        // From the middle on there may be nothing before what was found already.
        if number >= found { found = middle } else { found = number }
      } else {
        bad = middle
      }
    }
    return found
  }

  /// The number of the first block from a number on, or one behind the last if there is none; nil
  /// if that cannot be read.
  private func readable(from number: Int64, through last: Int64) throws(SQLiteError) -> Int64? {
    defer { select.reset() }
    try select.bind(1, number - 1)
    try select.bind(2, last)
    do throws(SQLiteError) {
      return try select.step() ? select.integer(0) : last + 1
    } catch {
      guard error.kind == .corrupt else { throw error }
      return nil
    }
  }

  private func record(
    _ entry: BlockEntry, in block: LedgerBlock
  ) throws(SQLiteError) -> LedgerRecord {
    let connection = UInt64(bitPattern: entry.connection)
    return LedgerRecord(
      sequence: entry.sequence, receivedAt: Timestamp(milliseconds: entry.receivedAt),
      identity: DeviceIdentity(rawValue: entry.identity),
      protocolName: try protocolName(entry.protocolNumber),
      flags: LedgerFlags(rawValue: UInt16(truncatingIfNeeded: entry.flags)),
      connection: connection, origin: try facts(of: connection), recordCount: entry.recordCount,
      raw: Array(block.payload[entry.raw]), reports: Array(block.payload[entry.reports]),
      reply: Array(block.payload[entry.reply]))
  }

  /// The name of a protocol; empty if the row is damaged.
  func protocolName(_ number: Int64) throws(SQLiteError) -> String {
    if let known = protocols[number] { return known }
    try selectProtocol.bind(1, number)
    defer { selectProtocol.reset() }
    guard try Self.step(selectProtocol) else { return "" }
    let name = selectProtocol.text(0)
    protocols[number] = name
    return name
  }

  /// What is known of a connection; nil if it was never told, or the row is damaged.
  func facts(of connection: UInt64) throws(SQLiteError) -> LedgerConnection? {
    if let known = connections[connection] { return known }
    try selectConnection.bind(1, Int64(bitPattern: connection))
    defer { selectConnection.reset() }
    guard try Self.step(selectConnection),
      let transport = Transport(rawValue: UInt8(truncatingIfNeeded: selectConnection.integer(0)))
    else { return nil }
    let facts = LedgerConnection(
      id: connection, transport: transport, peer: selectConnection.text(1),
      local: selectConnection.text(2),
      openedAt: Timestamp(milliseconds: selectConnection.integer(3)))
    if connections.count >= Self.mostConnections { connections = [:] }
    connections[connection] = facts
    return facts
  }

  /// A message is worth more than what stands beside it: damage there does not hide it.
  static func step(_ statement: Statement) throws(SQLiteError) -> Bool {
    do throws(SQLiteError) {
      return try statement.step()
    } catch {
      guard error.kind == .corrupt else { throw error }
      return false
    }
  }
}

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
  private let database: Database
  private let select: Statement
  private let selectConnection: Statement
  private let selectProtocol: Statement
  private var connections: [UInt64: LedgerConnection] = [:]
  private var protocols: [Int64: String] = [0: ""]

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
    select = try database.prepare(Self.selection)
    selectConnection = try database.prepare(
      "SELECT transport, peer, local, opened_at FROM connection WHERE id = ?")
    selectProtocol = try database.prepare("SELECT name FROM protocol WHERE id = ?")
  }

  private static let selection = """
    SELECT sequence, received_at, connection, identity, protocol, flags, record_count,
      raw, reports, reply, checksum
    FROM entry WHERE sequence > ? AND sequence <= ? ORDER BY sequence
    """

  func newestReceipt() throws(SQLiteError) -> Timestamp? {
    try SegmentSummary.newestReceipt(database)
  }

  /// Reads messages behind a number; what is damaged is left out and told as a gap.
  func read(
    after: Int64, through last: Int64, into result: inout Reading
  ) throws(SQLiteError) {
    var place = after
    var step: Int64 = 1
    while !result.isFull, place < last {
      let start = place
      do throws(SQLiteError) {
        try readOn(from: &place, through: last, into: &result)
        return
      } catch {
        guard error.kind == .corrupt else { throw error }
        if place > start { step = 1 }
        let next = try firstReadable(after: place, through: last)
        let first = max(place + 1, segment.first)
        // What can be read may be a row that does not hold its checksum, before a page that cannot
        // be read; then it goes on a little behind it.
        let end = min(max((next ?? last + 1) - 1, place + step), last)
        if end >= first { result.note(Gap(numbers: first...end, reason: error.message)) }
        step += max(1, step / 8)
        place = end
      }
    }
  }

  private func readOn(
    from place: inout Int64, through last: Int64, into result: inout Reading
  ) throws(SQLiteError) {
    defer { select.reset() }
    try select.bind(1, place)
    try select.bind(2, last)
    while !result.isFull, try select.step() {
      let record = try record()
      let number = record.sequence
      guard checksum(of: record) == select.integer(10) else {
        // The number may be what is damaged, so the place stays.
        result.note(Gap(numbers: number...number, reason: "its checksum does not hold"))
        continue
      }
      // In a damaged tree a search may come out before its place.
      guard number > place else { continue }
      place = number
      result.add(record)
    }
  }

  /// The lowest number behind a damaged place that can be read; nil if there is none.
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

  /// The number of the first message from a number on, or one behind the last if there is none;
  /// nil if that cannot be read.
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

  /// The message of the row that the statement is at.
  private func record() throws(SQLiteError) -> LedgerRecord {
    let connection = UInt64(bitPattern: select.integer(2))
    return LedgerRecord(
      sequence: select.integer(0), receivedAt: Timestamp(milliseconds: select.integer(1)),
      identity: DeviceIdentity(rawValue: select.integer(3)),
      protocolName: try protocolName(select.integer(4)),
      flags: LedgerFlags(rawValue: UInt16(truncatingIfNeeded: select.integer(5))),
      connection: connection, origin: try facts(of: connection),
      recordCount: Int(select.integer(6)), raw: select.blob(7), reports: select.blob(8),
      reply: select.blob(9))
  }

  private func checksum(of record: LedgerRecord) -> Int64 {
    var checksum = RecordChecksum(
      record.sequence, receivedAt: record.receivedAt.milliseconds, connection: select.integer(2),
      identity: record.identity.rawValue, protocolNumber: select.integer(4),
      flags: select.integer(5), recordCount: Int64(record.recordCount))
    checksum.add(record.raw.span)
    checksum.add(record.reports.span)
    checksum.add(record.reply.span)
    return checksum.value
  }

  /// The name of a protocol; empty if the row is damaged.
  private func protocolName(_ number: Int64) throws(SQLiteError) -> String {
    if let known = protocols[number] { return known }
    try selectProtocol.bind(1, number)
    defer { selectProtocol.reset() }
    guard try Self.step(selectProtocol) else { return "" }
    let name = selectProtocol.text(0)
    protocols[number] = name
    return name
  }

  /// What is known of a connection; nil if it was never told, or the row is damaged.
  private func facts(of connection: UInt64) throws(SQLiteError) -> LedgerConnection? {
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
  private static func step(_ statement: Statement) throws(SQLiteError) -> Bool {
    do throws(SQLiteError) {
      return try statement.step()
    } catch {
      guard error.kind == .corrupt else { throw error }
      return false
    }
  }

  /// What was set aside behind a number.
  func setAside(
    after: Int64, through last: Int64, most: Int
  ) throws(SQLiteError) -> [SetAsideEntry] {
    let statement = try database.prepare(
      """
      SELECT sequence, received_at, connection, identity, protocol, record_count, raw, reason
      FROM quarantine WHERE sequence > ? AND sequence <= ? ORDER BY sequence LIMIT ?
      """)
    try statement.bind(1, after)
    try statement.bind(2, last)
    try statement.bind(3, most)
    var entries: [SetAsideEntry] = []
    while try Self.step(statement) {
      entries.append(
        SetAsideEntry(
          sequence: statement.integer(0),
          receivedAt: Timestamp(milliseconds: statement.integer(1)),
          identity: DeviceIdentity(rawValue: statement.integer(3)),
          protocolName: statement.text(4), connection: UInt64(bitPattern: statement.integer(2)),
          recordCount: Int(statement.integer(5)), raw: statement.blob(6),
          reason: statement.text(7)))
    }
    return entries
  }
}

/// What only a look for damage asks.
extension SegmentReader {
  /// How many messages the batches of the file had in all, with those set aside; nil if that
  /// cannot be read.
  func promised(through last: Int64) throws(SQLiteError) -> Int64? {
    try number("SELECT coalesce(sum(count), 0) FROM batch WHERE first >= ? AND first <= ?", last)
  }

  /// How many messages were set aside.
  func countSetAside(through last: Int64) throws(SQLiteError) -> Int64 {
    try number("SELECT count(*) FROM quarantine WHERE sequence >= ? AND sequence <= ?", last) ?? 0
  }

  /// The highest number that was given, as far as that can be read; otherwise the highest that may
  /// have been.
  func newest(through last: Int64) throws(SQLiteError) -> Int64 {
    do throws(SQLiteError) {
      return min(try database.integer(SegmentSummary.newestSQL) ?? 0, last)
    } catch {
      guard error.kind == .corrupt else { throw error }
      return last
    }
  }

  private func number(_ sql: String, _ last: Int64) throws(SQLiteError) -> Int64? {
    do throws(SQLiteError) {
      let statement = try database.prepare(sql)
      try statement.bind(1, segment.first)
      try statement.bind(2, last)
      return try statement.step() ? statement.integer(0) : nil
    } catch {
      guard error.kind == .corrupt else { throw error }
      return nil
    }
  }
}

internal import SQLite
internal import Telemetry

/// What is asked of a file beside its messages.
extension SegmentReader {
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

  /// How many messages were set aside.
  func countSetAside(through last: Int64) throws(SQLiteError) -> Int64 {
    do throws(SQLiteError) {
      let statement = try database.prepare(
        "SELECT count(*) FROM quarantine WHERE sequence >= ? AND sequence <= ?")
      try statement.bind(1, segment.first)
      try statement.bind(2, last)
      return try statement.step() ? statement.integer(0) : 0
    } catch {
      guard error.kind == .corrupt else { throw error }
      return 0
    }
  }

  /// The highest number that was given, 0 if there is none; nil if that cannot be read.
  func newest() throws(SQLiteError) -> Int64? {
    do throws(SQLiteError) {
      return try database.integer(SegmentSummary.newestSQL) ?? 0
    } catch {
      guard error.kind == .corrupt else { throw error }
      return nil
    }
  }

  /// When the newest message was received; nil if the file has none.
  func newestReceipt() throws(SQLiteError) -> Timestamp? {
    var place = try database.integer(SegmentSummary.newestSQL) ?? 0
    while place >= segment.first {
      // The newest block may hold nothing but what was set aside; then the one before it tells.
      var found: LedgerBlock?
      try scan(after: place - 1, through: place, onGap: { _ in }) { block in
        found = block
        return false
      }
      guard let found else { return nil }
      if let last = found.entries.last { return Timestamp(milliseconds: last.receivedAt) }
      place = found.numbers.lowerBound - 1
    }
    return nil
  }

  /// Whether what is remembered of batches can be read.
  func batchesAreSound() throws(SQLiteError) -> Bool {
    do throws(SQLiteError) {
      _ = try SegmentSummary.batches(database, most: .max)
      return true
    } catch {
      guard error.kind == .corrupt else { throw error }
      return false
    }
  }

  /// The batches that end in the block with a number; those that cannot be read are forgotten.
  func batches(endingAt last: Int64) throws(SQLiteError) -> [BatchList.Entry] {
    try selectBatches.bind(1, last)
    defer { selectBatches.reset() }
    guard try Self.step(selectBatches), !selectBatches.isNull(0) else { return [] }
    return selectBatches.withBlob(0) { BatchList.decode($0, last: last) } ?? []
  }

  /// Protocols by their numbers, as far as they can be read.
  func protocolNames() throws(SQLiteError) -> [(number: Int64, name: String)] {
    let statement = try database.prepare("SELECT id, name FROM protocol ORDER BY id")
    var names: [(number: Int64, name: String)] = []
    while try Self.step(statement) { names.append((statement.integer(0), statement.text(1))) }
    return names
  }

  /// The numbers of the connections of which the file knows more.
  func connectionNumbers() throws(SQLiteError) -> [Int64] {
    let statement = try database.prepare("SELECT id FROM connection")
    var numbers: [Int64] = []
    while try Self.step(statement) { numbers.append(statement.integer(0)) }
    return numbers
  }
}

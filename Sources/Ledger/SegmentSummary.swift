internal import SQLite
internal import Telemetry

/// What a start needs to know of a file that an earlier run wrote.
struct SegmentSummary {
  /// The highest number that was given, with those that an entry of many records takes beside its
  /// own; 0 if there is none.
  static let newestSQL = """
    SELECT max(
      coalesce((SELECT sequence + max(record_count - 1, 0) / 256
                FROM entry ORDER BY sequence DESC LIMIT 1), 0),
      coalesce((SELECT sequence + max(min(record_count, \(Reports.mostRecords)) - 1, 0) / 256
                FROM quarantine ORDER BY sequence DESC LIMIT 1), 0))
    """

  /// The highest sequence number; nil if the file has no record, or not even tables.
  let newest: Int64?

  init(_ database: Database) throws(SQLiteError) {
    let highest = try Self.hasTables(database) ? try database.integer(Self.newestSQL) ?? 0 : 0
    newest = highest > 0 ? highest : nil
  }

  /// Whether the file was made to its end.
  static func hasTables(_ database: Database) throws(SQLiteError) -> Bool {
    let tables = try database.integer(
      "SELECT count(*) FROM sqlite_schema WHERE name IN ('entry', 'quarantine', 'batch')")
    return tables == 3
  }

  /// The newest batches of a file, the oldest of them first.
  static func batches(
    _ database: Database, most: Int
  ) throws(SQLiteError) -> [(key: BatchKey, batch: RememberedBatch)] {
    let statement = try database.prepare(
      """
      SELECT producer, number, first, count, set_aside FROM batch ORDER BY rowid DESC LIMIT ?
      """)
    try statement.bind(1, most)
    var batches: [(key: BatchKey, batch: RememberedBatch)] = []
    while try statement.step() {
      let key = BatchKey(
        producer: UInt64(bitPattern: statement.integer(0)),
        number: UInt64(bitPattern: statement.integer(1)))
      let setAside = statement.text(4).split(separator: ",").compactMap { Int($0) }
      let receipt = LedgerReceipt(firstSequence: statement.integer(2), setAside: setAside)
      batches.append((key, RememberedBatch(count: Int(statement.integer(3)), receipt: receipt)))
    }
    return batches.reversed()
  }

  /// When the newest record was received.
  static func newestReceipt(_ database: Database) throws(SQLiteError) -> Timestamp? {
    let time = try database.integer(
      "SELECT received_at FROM entry ORDER BY sequence DESC LIMIT 1")
    return time.map(Timestamp.init(milliseconds:))
  }
}

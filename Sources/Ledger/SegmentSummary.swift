internal import SQLite
internal import Telemetry

/// What a start needs to know of a file that an earlier run wrote.
struct SegmentSummary {
  /// The highest number that was given; 0 if there is none.
  static let newestSQL = "SELECT coalesce(max(last), 0) FROM block"

  /// The highest sequence number; nil if the file has no record, or not even tables.
  let newest: Int64?

  init(_ database: Database) throws(SQLiteError) {
    let highest = try Self.hasTables(database) ? try database.integer(Self.newestSQL) ?? 0 : 0
    newest = highest > 0 ? highest : nil
  }

  /// Whether the file was made to its end.
  static func hasTables(_ database: Database) throws(SQLiteError) -> Bool {
    let tables = try database.integer(
      "SELECT count(*) FROM sqlite_schema WHERE name IN ('block', 'quarantine', 'connection')")
    return tables == 3
  }

  /// The newest batches of a file, the oldest of them first.
  static func batches(_ database: Database, most: Int) throws(SQLiteError) -> [BatchList.Entry] {
    let statement = try database.prepare(
      "SELECT last, batches FROM block WHERE batches IS NOT NULL ORDER BY last DESC")
    var batches: [BatchList.Entry] = []
    while batches.count < most, try statement.step() {
      let last = statement.integer(0)
      let list = statement.withBlob(1) { BatchList.decode($0, last: last) }
      guard let list else {
        throw SQLiteError(corrupt: "its list of batches is damaged", file: database.path)
      }
      batches += list.reversed()
    }
    return batches.prefix(most).reversed()
  }
}

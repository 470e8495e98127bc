internal import SQLite

/// The tables of a timeline.
///
/// `position` is clustered by what history is asked for: device, whether the time is plausible,
/// time, content. `last_known` and `last_fix` point to the newest position of each device, and to
/// the newest that has a place.
enum TimelineSchema {
  static let version: Int64 = 2

  static let tables = """
    CREATE TABLE position (
      identity INTEGER NOT NULL, apart INTEGER NOT NULL, time INTEGER NOT NULL,
      content INTEGER NOT NULL, id INTEGER NOT NULL, received_at INTEGER NOT NULL,
      flags INTEGER NOT NULL, has_fix INTEGER NOT NULL, protocol TEXT NOT NULL,
      report BLOB NOT NULL,
      PRIMARY KEY (identity, apart, time, content)) WITHOUT ROWID, STRICT;
    CREATE UNIQUE INDEX position_id ON position (id);
    CREATE TABLE last_known (
      identity INTEGER PRIMARY KEY, time INTEGER NOT NULL, content INTEGER NOT NULL) STRICT;
    CREATE TABLE last_fix (
      identity INTEGER PRIMARY KEY, time INTEGER NOT NULL, content INTEGER NOT NULL) STRICT;
    CREATE TABLE state (
      only INTEGER PRIMARY KEY CHECK (only = 1), watermark INTEGER NOT NULL,
      positions INTEGER NOT NULL) STRICT;
    INSERT INTO state VALUES (1, 0, 0);
    """

  /// Sets up a connection that writes, and the tables of a new file.
  static func prepare(_ database: Database) throws(SQLiteError) {
    try database.execute(
      """
      PRAGMA page_size=8192; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;
      PRAGMA cache_size=-65536;
      """)
    switch try database.integer("PRAGMA user_version") {
    case 0:
      try database.execute("BEGIN; \(tables) PRAGMA user_version=\(version); COMMIT;")
    case version:
      break
    case let other:
      throw SQLiteError(
        code: 0,
        message: "the timeline was written by another version of the program "
          + "(format \(other ?? 0), this one reads \(version))",
        file: database.path)
    }
  }
}

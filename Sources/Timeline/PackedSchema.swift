internal import SQLite

/// The tables of a packed timeline.
///
/// `chunk` says which chunks there are, `chunk_data` holds them. `device` has a row for each device
/// that anything was packed of. `sequence_block` says which device the messages of a run of the
/// ledger's sequence numbers are of, to find a position by its identifier. `forgotten` says up to
/// when history was removed because of its size: of a device, or with 0 of all.
enum PackedSchema {
  /// Unlike those of ``TimelineSchema``, so that neither kind opens a file of the other.
  static let version: Int64 = 1_002

  static let tables = """
    CREATE TABLE chunk (
      identity INTEGER NOT NULL, apart INTEGER NOT NULL, first INTEGER NOT NULL,
      id INTEGER NOT NULL, first_key INTEGER NOT NULL, last INTEGER NOT NULL,
      last_key INTEGER NOT NULL, first_fix INTEGER, span INTEGER NOT NULL, tier INTEGER NOT NULL,
      lowest INTEGER NOT NULL, highest INTEGER NOT NULL, count INTEGER NOT NULL,
      age INTEGER NOT NULL, bytes INTEGER NOT NULL,
      PRIMARY KEY (identity, apart, first, id)) WITHOUT ROWID, STRICT;
    CREATE INDEX chunk_age ON chunk (age);
    CREATE TABLE chunk_data (id INTEGER PRIMARY KEY, data BLOB NOT NULL) STRICT;
    CREATE TABLE device (
      identity INTEGER PRIMARY KEY, sequence INTEGER NOT NULL, newest INTEGER, newest_apart INTEGER,
      last_known BLOB, last_fix BLOB) STRICT;
    CREATE TABLE forgotten (identity INTEGER PRIMARY KEY, before INTEGER NOT NULL) STRICT;
    CREATE TABLE sequence_block (number INTEGER PRIMARY KEY, data BLOB NOT NULL) STRICT;
    CREATE TABLE state (
      only INTEGER PRIMARY KEY CHECK (only = 1), watermark INTEGER NOT NULL,
      positions INTEGER NOT NULL, next_chunk INTEGER NOT NULL) STRICT;
    INSERT INTO state VALUES (1, 0, 0, 1);
    """

  /// Sets up a connection that writes, and the tables of a new file.
  static func prepare(_ database: Database) throws(SQLiteError) {
    // What was erased is overwritten, not only unlinked.
    try database.execute(
      """
      PRAGMA page_size=8192; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;
      PRAGMA cache_size=-32768; PRAGMA secure_delete=ON;
      PRAGMA journal_size_limit=16777216;
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
          + "(format \(other ?? 0), this one reads \(version)); without this file it is made anew "
          + "from the ledger",
        file: database.path)
    }
  }
}

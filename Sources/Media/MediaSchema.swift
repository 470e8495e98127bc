internal import SQLite

/// The tables of the media's file.
enum MediaSchema {
  /// The version of the form; a file with another one is not opened.
  private static let version: Int64 = 1

  static func prepare(_ database: Database) throws {
    let found = try database.integer("PRAGMA user_version") ?? 0
    guard found == 0 || found == version else {
      throw SQLiteError(
        corrupt: "its form \(found) is not known to this version; install a newer one",
        file: database.path)
    }
    guard found == 0 else { return }
    try database.transaction { try database.execute(tables) }
  }

  /// A piece keeps its digest when its bytes have gone into a content, so that it is known when it
  /// comes again. `removal` names contents that may go once that is committed.
  private static let tables = """
    CREATE TABLE meta (key TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
    INSERT INTO meta VALUES ('watermark', 0), ('bytes', 0);
    CREATE TABLE item (
      id INTEGER PRIMARY KEY, identity INTEGER NOT NULL, protocol TEXT NOT NULL,
      transfer TEXT NOT NULL, unconfirmed INTEGER NOT NULL, name TEXT NOT NULL,
      started_at INTEGER NOT NULL, updated_at INTEGER NOT NULL, sequence INTEGER NOT NULL,
      by_part INTEGER, size INTEGER, parts INTEGER, last_end INTEGER,
      announced_again INTEGER NOT NULL DEFAULT 0, echoes INTEGER NOT NULL DEFAULT 0,
      bytes INTEGER NOT NULL DEFAULT 0, pieces INTEGER NOT NULL DEFAULT 0,
      state INTEGER NOT NULL DEFAULT 0, hash BLOB, type TEXT NOT NULL DEFAULT '');
    CREATE INDEX item_device ON item (identity, id, bytes);
    CREATE INDEX item_transfer ON item (identity, protocol, transfer, unconfirmed, id);
    CREATE INDEX item_open ON item (updated_at) WHERE state = 0;
    CREATE INDEX item_start ON item (started_at);
    CREATE INDEX item_hash ON item (hash) WHERE hash IS NOT NULL;
    CREATE TABLE piece (
      item INTEGER NOT NULL, place INTEGER NOT NULL, count INTEGER NOT NULL,
      digest BLOB NOT NULL, sound INTEGER NOT NULL, bytes BLOB);
    CREATE UNIQUE INDEX piece_place ON piece (item, place);
    CREATE TABLE removal (hash BLOB PRIMARY KEY) WITHOUT ROWID;
    CREATE TRIGGER item_inserted AFTER INSERT ON item BEGIN
      UPDATE meta SET value = value + NEW.bytes WHERE key = 'bytes'; END;
    CREATE TRIGGER item_updated AFTER UPDATE OF bytes ON item BEGIN
      UPDATE meta SET value = value + NEW.bytes - OLD.bytes WHERE key = 'bytes'; END;
    CREATE TRIGGER item_deleted AFTER DELETE ON item BEGIN
      UPDATE meta SET value = value - OLD.bytes WHERE key = 'bytes';
      DELETE FROM piece WHERE item = OLD.id;
      INSERT OR IGNORE INTO removal SELECT OLD.hash WHERE OLD.hash IS NOT NULL; END;
    PRAGMA user_version = \(version);
    """
}

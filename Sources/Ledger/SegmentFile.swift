internal import SQLite
internal import Telemetry

/// The tables of one file of the ledger, for writing.
///
/// A file is made in one of two ways: to be written commit by commit behind a write-ahead log, or
/// anew as a whole from another one. The latter never gets a log; that is how it is known.
final class SegmentFile {
  /// The form of the files that this version writes and reads.
  static let form: Int64 = 2

  static let schema = """
    CREATE TABLE block (last INTEGER PRIMARY KEY, batches BLOB, data BLOB NOT NULL) STRICT;
    CREATE TABLE connection (
      id INTEGER PRIMARY KEY, transport INTEGER NOT NULL, peer TEXT NOT NULL,
      local TEXT NOT NULL, opened_at INTEGER NOT NULL) STRICT;
    CREATE TABLE protocol (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
    CREATE TABLE quarantine (
      sequence INTEGER PRIMARY KEY, received_at INTEGER, connection INTEGER, identity INTEGER,
      protocol TEXT, record_count INTEGER, raw BLOB, reason TEXT) STRICT;
    PRAGMA user_version = \(form);
    """

  /// How a file is made.
  enum Purpose {
    /// Commit by commit. Every commit is synced (FULL). Checkpoints are made by another thread,
    /// because they would hold up commits.
    case appending
    /// At once; one commit makes it durable.
    case whole

    fileprivate var settings: String {
      switch self {
      case .appending: "PRAGMA journal_mode=WAL; PRAGMA wal_autocheckpoint=0;"
      case .whole: "PRAGMA journal_mode=DELETE;"
      }
    }
  }

  private let database: Database
  private let insertBlock: Statement
  private let insertConnection: Statement
  private let insertProtocol: Statement
  private let insertNumberedProtocol: Statement
  private let insertQuarantine: Statement

  /// Makes a new file.
  init(path: String, fileSystem: String?, for purpose: Purpose) throws(SQLiteError) {
    database = try Database(path: path, mode: .create, fileSystem: fileSystem)
    try database.execute(
      """
      PRAGMA page_size=8192; \(purpose.settings) PRAGMA synchronous=FULL;
      PRAGMA cache_size=-16384;
      BEGIN; \(Self.schema) COMMIT;
      """)
    insertBlock = try database.prepare("INSERT INTO block VALUES (?,?,?)")
    insertConnection = try database.prepare(
      "INSERT OR IGNORE INTO connection VALUES (?,?,?,?,?)")
    insertProtocol = try database.prepare(
      "INSERT INTO protocol (name) VALUES (?) ON CONFLICT DO UPDATE SET name=name RETURNING id")
    insertNumberedProtocol = try database.prepare("INSERT INTO protocol VALUES (?,?)")
    insertQuarantine = try database.prepare("INSERT INTO quarantine VALUES (?,?,?,?,?,?,?,?)")
  }

  func begin() throws(SQLiteError) { try database.execute("BEGIN IMMEDIATE") }

  func commit() throws(SQLiteError) { try database.execute("COMMIT") }

  func rollBack() { database.rollBack() }

  /// A protocol under a number that it has elsewhere.
  func insert(protocol name: String, _ number: Int64) throws(SQLiteError) {
    try insertNumberedProtocol.bind(1, number)
    try insertNumberedProtocol.bind(2, name)
    try insertNumberedProtocol.run()
  }

  /// - Parameter batches: those that end in the block.
  func insert(block data: [UInt8], last: Int64, batches: [BatchList.Entry]) throws(SQLiteError) {
    let list = batches.isEmpty ? nil : BatchList.encode(batches, last: last)
    try insertBlock.bind(1, last)
    try insertBlock.bind(2, optional: list)
    try insertBlock.withPieces(of: data) {
      (pieces: borrowing Statement.Pieces) throws(SQLiteError) in
      try pieces.bind(3, data.indices)
      try insertBlock.run()
    }
  }

  func insert(_ facts: LedgerConnection) throws(SQLiteError) {
    try insertConnection.bind(1, Int64(bitPattern: facts.id))
    try insertConnection.bind(2, Int64(facts.transport.rawValue))
    try insertConnection.bind(3, facts.peer)
    try insertConnection.bind(4, facts.local)
    try insertConnection.bind(5, facts.openedAt.milliseconds)
    try insertConnection.run()
  }

  /// The number of a protocol in this file, which is given here if it has none.
  func number(ofProtocol name: String) throws(SQLiteError) -> Int64 {
    try insertProtocol.bind(1, name)
    guard try insertProtocol.step() else { return 0 }
    let number = insertProtocol.integer(0)
    insertProtocol.reset()
    return number
  }

  func insert(_ entry: SetAsideEntry) throws(SQLiteError) {
    try insertQuarantine.bind(1, entry.sequence)
    try insertQuarantine.bind(2, entry.receivedAt.milliseconds)
    try insertQuarantine.bind(3, Int64(bitPattern: entry.connection))
    try insertQuarantine.bind(4, entry.identity.rawValue)
    try insertQuarantine.bind(5, entry.protocolName)
    try insertQuarantine.bind(6, entry.recordCount)
    try insertQuarantine.bind(7, entry.raw)
    try insertQuarantine.bind(8, entry.reason)
    try insertQuarantine.run()
  }
}

extension SegmentFile {
  /// What keeps this version from reading a file, for people; nil if nothing does.
  static func obstacle(_ database: Database) throws(SQLiteError) -> String? {
    let found = try database.integer("PRAGMA user_version") ?? 0
    // A file that a crash has left before it was made has no form yet.
    if found == 0 || found == form { return nil }
    let (who, way) =
      found < form
      ? ("an earlier", "start with an empty data folder, or use that version again")
      : ("a later", "use that version")
    return "\(database.path) was written by \(who) version of Whereabouts in form \(found) of the "
      + "ledger, and this version reads form \(form) only: \(way)"
  }
}

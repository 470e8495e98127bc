internal import CSQLite

/// A connection to a database file.
///
/// A connection and its statements belong to one thread at a time: it is opened without a lock of
/// its own. Several connections to one file may be used on several threads.
public final class Database {
  /// What a connection may do with its file.
  public enum Mode: Sendable {
    /// Read and write; the file is made if it is missing.
    case create
    /// Read and write; it is an error if the file is missing.
    case write
    /// Read; it is an error if the file is missing.
    case read
    /// Read a file that nobody writes and that has no write-ahead log, leaving nothing beside it.
    case readUnchanging
  }

  /// The path of the file.
  public let path: String

  // Closed only in deinit, and every statement keeps its database alive, so the handle is valid
  // for as long as anybody can use it.
  let handle: OpaquePointer

  /// Opens a file.
  ///
  /// Waits up to a second for locks of other connections.
  ///
  /// - Parameters:
  ///   - fileSystem: the name of a registered SQLite VFS; nil is the usual one.
  public init(path: String, mode: Mode = .create, fileSystem: String? = nil) throws(SQLiteError) {
    var opened: OpaquePointer?
    let flags: Int32 =
      switch mode {
      case .create: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
      case .write: SQLITE_OPEN_READWRITE
      case .read: SQLITE_OPEN_READONLY
      case .readUnchanging: SQLITE_OPEN_READONLY | SQLITE_OPEN_URI
      }
    let name = mode == .readUnchanging ? Self.address(ofUnchanging: path) : path
    let code = sqlite3_open_v2(name, &opened, flags | SQLITE_OPEN_NOMUTEX, fileSystem)
    guard code == SQLITE_OK, let opened else {
      let message = opened.map { String(cString: sqlite3_errmsg($0)) } ?? "out of memory"
      let extended = opened.map { sqlite3_extended_errcode($0) } ?? code
      sqlite3_close_v2(opened)
      throw SQLiteError(code: extended, message: message, file: path)
    }
    handle = opened
    self.path = path
    sqlite3_extended_result_codes(opened, 1)
    sqlite3_busy_timeout(opened, 1_000)
  }

  deinit { sqlite3_close_v2(handle) }

  /// A file's path in the form that takes options; what has a meaning there is escaped.
  private static func address(ofUnchanging path: String) -> String {
    let escapes: [Character: String] = ["%": "%25", "?": "%3f", "#": "%23"]
    return "file:" + path.map { escapes[$0] ?? String($0) }.joined() + "?immutable=1"
  }

  /// Runs one or more SQL statements and ignores the rows that they give.
  public func execute(_ sql: String) throws(SQLiteError) {
    try check(sqlite3_exec(handle, sql, nil, nil, nil))
  }

  /// Compiles one SQL statement, to be used many times.
  public func prepare(_ sql: String) throws(SQLiteError) -> Statement {
    try Statement(self, sql)
  }

  /// The first column of the first row that a statement gives, as a whole number; nil if there is
  /// no row or the value is NULL.
  public func integer(_ sql: String) throws(SQLiteError) -> Int64? {
    let statement = try prepare(sql)
    guard try statement.step(), !statement.isNull(0) else { return nil }
    return statement.integer(0)
  }

  /// The first column of the first row that a statement gives, as text.
  public func text(_ sql: String) throws(SQLiteError) -> String? {
    let statement = try prepare(sql)
    guard try statement.step(), !statement.isNull(0) else { return nil }
    return statement.text(0)
  }

  /// Runs the body in a write transaction: committed when it returns, rolled back when it or the
  /// commit throws.
  ///
  /// Transactions do not nest.
  public func transaction<Result>(_ body: () throws -> Result) throws -> Result {
    try execute("BEGIN IMMEDIATE")
    do {
      let result = try body()
      try execute("COMMIT")
      return result
    } catch {
      rollBack()
      throw error
    }
  }

  /// Rolls back the open transaction, if there is one.
  ///
  /// Some errors have already done so.
  public func rollBack() {
    // Nothing is left to be done if this fails: SQLite rolls back at the next open.
    if isInTransaction { _ = sqlite3_exec(handle, "ROLLBACK", nil, nil, nil) }
  }

  /// Whether a transaction is open.
  public var isInTransaction: Bool { sqlite3_get_autocommit(handle) == 0 }

  /// The row number of the last row that this connection inserted.
  public var lastInsertedRow: Int64 { sqlite3_last_insert_rowid(handle) }

  /// How many rows the last statement inserted, changed or deleted.
  public var changes: Int { Int(sqlite3_changes64(handle)) }

  /// A number that changes when another connection has committed to the file.
  public func dataVersion() throws(SQLiteError) -> Int64 {
    try integer("PRAGMA data_version") ?? 0
  }

  /// How thoroughly a checkpoint is made.
  public enum Checkpoint: Sendable {
    /// As far as readers and writers allow, without waiting for them.
    case passive
    /// Waits for the others and leaves an empty log.
    case truncate
  }

  /// Moves pages from the write-ahead log to the database file.
  ///
  /// - Returns: how many pages the log has, and how many of them are in the database file now.
  @discardableResult
  public func checkpoint(_ mode: Checkpoint) throws(SQLiteError) -> (log: Int, done: Int) {
    var log: Int32 = 0
    var done: Int32 = 0
    let number = mode == .passive ? SQLITE_CHECKPOINT_PASSIVE : SQLITE_CHECKPOINT_TRUNCATE
    try check(sqlite3_wal_checkpoint_v2(handle, nil, number, &log, &done))
    return (Int(log), Int(done))
  }

  func check(_ code: Int32) throws(SQLiteError) {
    if code != SQLITE_OK { throw error(code) }
  }

  func error(_ code: Int32) -> SQLiteError {
    SQLiteError(code: code, message: String(cString: sqlite3_errmsg(handle)), file: path)
  }
}

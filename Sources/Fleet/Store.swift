import FoundationEssentials
import SQLite
import Telemetry

/// The fleet's file: one connection and its statements. It belongs to whoever holds the fleet's
/// lock on it.
final class Store: StatementKeeper {
  let database: Database
  var statements: [String: Statement] = [:]
  private var seenVersion: Int64 = -1

  /// Opens the file and brings it up to date.
  init(path: String, at time: Timestamp) throws {
    // Password hashes are nobody's business. SQLite gives its other files the same rights.
    if !FileManager.default.fileExists(atPath: path) {
      _ = FileManager.default.createFile(
        atPath: path, contents: nil, attributes: [.posixPermissions: 0o600])
    }
    database = try Database(path: path, mode: .create)
    // Two programs write to this file: the server and the command line. Neither holds it long.
    try database.execute("PRAGMA busy_timeout = 5000")
    try database.execute("PRAGMA journal_mode = WAL")
    try database.execute("PRAGMA synchronous = FULL")
    // What was deleted is overwritten, not only unlinked.
    try database.execute("PRAGMA secure_delete = ON")
    try Migrations.run(database, at: time)
  }

  /// Whether another connection has written since the last ``load()``.
  func isStale() throws(SQLiteError) -> Bool { try database.dataVersion() != seenVersion }

  /// Reads the whole file as it is now.
  func load() throws -> Snapshot {
    // The version is taken in the same read transaction as the rows, so that nothing that is
    // committed meanwhile is taken for seen.
    try database.execute("BEGIN")
    defer { database.rollBack() }
    var snapshot = Snapshot()
    snapshot.contactsWatermark = try meta("contactsWatermark")
    let version = try database.dataVersion()
    try loadIdentities(into: &snapshot)
    try loadVersions(into: &snapshot)
    try loadDevices(into: &snapshot)
    try loadAccounts(into: &snapshot)
    try loadObjects(into: &snapshot)
    try loadLinks(into: &snapshot)
    try loadCommands(into: &snapshot)
    snapshot.server = try loadServer() ?? ServerSettings()
    seenVersion = version
    return snapshot
  }

  /// A number of the table of single values.
  func meta(_ key: String) throws(SQLiteError) -> Int64 {
    let statement = try statement("SELECT value FROM meta WHERE key = ?")
    try statement.bind(1, key)
    defer { statement.reset() }
    return try statement.step() ? statement.integer(0) : 0
  }

  /// Sets a number of the table of single values.
  func setMeta(_ key: String, _ value: Int64) throws(SQLiteError) {
    let statement = try statement("INSERT OR REPLACE INTO meta VALUES(?, ?)")
    try statement.bind(1, key)
    try statement.bind(2, value)
    try statement.run()
  }

  /// Takes numbers for new identities out of the file, so that no other program gives them too.
  func reserveIdentities(_ count: Int64) throws(SQLiteError) -> Range<Int64> {
    let first = try meta("nextIdentity")
    try setMeta("nextIdentity", first + count)
    return first..<first + count
  }
}

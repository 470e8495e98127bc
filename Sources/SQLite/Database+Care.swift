internal import CSQLite
internal import Glibc

/// Looking for damage, reading around it, and copying.
extension Database {
  /// Opens a file to look at it.
  ///
  /// - Parameter isInUse: whether another process may be writing it. If not, nothing is left
  ///   beside the file.
  public convenience init(lookingAt path: String, isInUse: Bool) throws(SQLiteError) {
    if isInUse {
      // Only a connection that may write tidies up behind itself when it is the last.
      try self.init(path: path, mode: .write)
      try execute("PRAGMA wal_autocheckpoint=0; PRAGMA query_only=1")
    } else {
      let hasLog = access(path + "-wal", F_OK) == 0
      try self.init(path: path, mode: hasLog ? .read : .readUnchanging)
    }
  }

  /// Has SQLite look through the whole file.
  ///
  /// - Parameter most: so many faults at most; then the rest is not looked for.
  /// - Returns: what is wrong, for people; empty if the file is sound. Also a file that is so
  ///   damaged that nothing of it can be read gives a fault, not an error.
  public func faults(most: Int = 20) throws(SQLiteError) -> [String] {
    do throws(SQLiteError) {
      let statement = try prepare("PRAGMA integrity_check(\(most))")
      var faults: [String] = []
      while try statement.step() { faults.append(Self.sentence(statement.text(0))) }
      return faults == ["ok"] ? [] : faults
    } catch {
      guard error.kind == .corrupt else { throw error }
      return [error.message]
    }
  }

  /// SQLite puts a heading before its first line.
  private static func sentence(_ text: String) -> String {
    let lines = text.split(separator: "\n").filter { !$0.hasPrefix("***") }
    return lines.isEmpty ? text : lines.joined(separator: "; ")
  }

  /// From now on a file is read whose length is not what its first page says, as far as it goes.
  ///
  /// For reading only: what such a file is changed to is anybody's guess.
  public func readAroundDamage() throws(SQLiteError) {
    // The statement means something else, but this is what it makes SQLite overlook.
    try execute("PRAGMA query_only=1; PRAGMA writable_schema=1")
  }

  /// Copies the database as it is at this moment, with what is in its write-ahead log, to a new
  /// file, and makes that durable. Others may go on writing meanwhile.
  ///
  /// - Throws: also if there is something in the target already.
  public func copy(to path: String) throws(SQLiteError) {
    let target = try Database(path: path, mode: .create)
    guard try target.integer("PRAGMA page_count") ?? 0 == 0 else {
      throw SQLiteError(
        code: SQLITE_CANTOPEN, message: "there is something in this file", file: path)
    }
    guard let backup = sqlite3_backup_init(target.handle, "main", handle, "main") else {
      throw target.error(sqlite3_errcode(target.handle))
    }
    // All pages in one step, so that no commit of another process makes it start anew.
    let code = sqlite3_backup_step(backup, -1)
    let finished = sqlite3_backup_finish(backup)
    guard code == SQLITE_DONE, finished == SQLITE_OK else {
      // Which of the two files it was is known by the code of neither; the source is named.
      throw SQLiteError(
        code: finished == SQLITE_OK ? code : finished,
        message: "it cannot be copied to \(path): \(String(cString: sqlite3_errstr(code)))",
        file: self.path)
    }
  }
}

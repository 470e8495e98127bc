internal import CSQLite

/// What SQLite refused to do, in which file, and why.
public struct SQLiteError: Error, Hashable, CustomStringConvertible {
  /// What an error means to the caller, whatever its exact code.
  public enum Kind: Sendable, Hashable {
    /// Another connection holds the lock.
    case busy
    /// The file system is full.
    case full
    /// The operating system could not read, write or sync the file, or not open it. What was
    /// written to the file last may or may not be there.
    case inputOutput
    /// The file is not a database, or it is damaged.
    case corrupt
    /// A row breaks a constraint of its table, or is too big.
    case constraint
    /// Everything else; most often a mistake in the SQL.
    case other
  }

  /// The extended result code of SQLite.
  public let code: Int32
  /// SQLite's own explanation.
  public let message: String
  /// The path of the database file.
  public let file: String

  /// An error by its parts.
  public init(code: Int32, message: String, file: String) {
    self.code = code
    self.message = message
    self.file = file
  }

  /// A file that is sound to SQLite and yet not what it should be.
  public init(corrupt message: String, file: String) {
    self.init(code: SQLITE_CORRUPT, message: message, file: file)
  }

  /// What the error means to the caller.
  public var kind: Kind {
    switch code & 0xFF {
    case SQLITE_BUSY, SQLITE_LOCKED: .busy
    case SQLITE_FULL: .full
    case SQLITE_IOERR, SQLITE_CANTOPEN, SQLITE_READONLY, SQLITE_PERM: .inputOutput
    case SQLITE_CORRUPT, SQLITE_NOTADB: .corrupt
    case SQLITE_CONSTRAINT, SQLITE_TOOBIG, SQLITE_MISMATCH: .constraint
    default: .other
    }
  }

  /// For people: the file, what happened, the code.
  public var description: String { "database \(file): \(message) (SQLite code \(code))" }
}

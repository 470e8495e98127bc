/// What a look at a database file has found.
public struct DatabaseFinding: Sendable, Hashable {
  /// What it takes in bytes, without its write-ahead log.
  public let bytes: Int64
  /// What is wrong with it, for people; empty if all is well.
  public let faults: [String]
  /// The number that was asked for; nil if it cannot be read.
  public let number: Int64?

  /// Looks at a file, and reads one number from it; changes nothing.
  ///
  /// - Parameters:
  ///   - path: the file, which must be there.
  ///   - isInUse: whether another process may be writing it.
  ///   - sql: gives the number.
  /// - Throws: if the file cannot be opened for another reason than damage.
  public init(path: String, isInUse: Bool, number sql: String) throws(SQLiteError) {
    var bytes: Int64 = 0
    var number: Int64?
    var faults: [String] = []
    do throws(SQLiteError) {
      let database = try Database(lookingAt: path, isInUse: isInUse)
      let pages = try database.integer("PRAGMA page_count") ?? 0
      bytes = pages * (try database.integer("PRAGMA page_size") ?? 0)
      // Before the slow part: what is compared with it may only grow meanwhile.
      let found = Result { () throws(SQLiteError) in try database.integer(sql) }
      number = (try? found.get()) ?? nil
      faults = try database.faults()
      if faults.isEmpty, case .failure(let error) = found { faults = [error.message] }
    } catch {
      guard error.kind == .corrupt else { throw error }
      faults = [error.message]
    }
    self.bytes = bytes
    self.number = number
    self.faults = faults
  }
}

/// Whoever owns a database and compiles each of its statements once.
///
/// It belongs to the thread of its ``Database``.
public protocol StatementKeeper: AnyObject {
  /// The database that the statements are of.
  var database: Database { get }
  /// What was compiled, by its text. The texts are literals of a room, so their number is bounded.
  var statements: [String: Statement] { get set }
}

extension StatementKeeper {
  /// A statement, compiled once; ready to be bound anew.
  public func statement(_ sql: String) throws(SQLiteError) -> Statement {
    if let known = statements[sql] {
      known.reset()
      return known
    }
    let made = try database.prepare(sql)
    statements[sql] = made
    return made
  }

  /// Runs a statement with whole numbers as its parameters.
  public func run(_ sql: String, _ values: Int64...) throws(SQLiteError) {
    let statement = try statement(sql)
    for (index, value) in values.enumerated() { try statement.bind(index + 1, value) }
    try statement.run()
  }

  /// The first number that a statement gives; nil if there is none.
  public func number(_ sql: String, _ values: Int64...) throws(SQLiteError) -> Int64? {
    let statement = try statement(sql)
    for (index, value) in values.enumerated() { try statement.bind(index + 1, value) }
    defer { statement.reset() }
    guard try statement.step(), !statement.isNull(0) else { return nil }
    return statement.integer(0)
  }
}

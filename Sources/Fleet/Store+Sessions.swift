import SQLite
import Secrets
import Telemetry

extension Store {
  func loadSessions(into snapshot: inout Snapshot) throws(SQLiteError) {
    let rows = try statement(
      "SELECT hash, id, userId, createdAt, lastUsedAt, address, agent, origin FROM session")
    while try rows.step() {
      var row = Columns(rows)
      guard let hash = Digest(stored: row.blob()) else { continue }
      snapshot.sessions[hash] = Session(
        id: row.integer(), userId: row.integer(), createdAt: row.time(), lastUsedAt: row.time(),
        address: row.text(), agent: row.text(), origin: row.optionalText())
    }
    let tokens = try statement("SELECT hash, id, userId, createdAt, expiresAt FROM token")
    while try tokens.step() {
      var row = Columns(tokens)
      guard let hash = Digest(stored: row.blob()) else { continue }
      snapshot.tokens[hash] = AccessToken(
        id: row.integer(), userId: row.integer(), createdAt: row.time(), expiresAt: row.time())
    }
  }

  /// Adds a session, whose own number does not matter yet, and returns its number.
  func insert(_ session: Session, _ hash: Digest) throws(SQLiteError) -> Int64 {
    var row = Parameters(
      try statement("INSERT INTO session VALUES(NULL, ?, ?, ?, ?, ?, ?, ?)"))
    try row.add(hash.bytes)
    try row.add(session.userId)
    try row.add(session.createdAt)
    try row.add(session.lastUsedAt)
    try row.add(session.address)
    try row.add(session.agent)
    try row.add(optional: session.origin)
    try row.statement.run()
    return database.lastInsertedRow
  }

  /// Adds a token, whose own number does not matter yet, and returns its number.
  func insert(_ token: AccessToken, _ hash: Digest) throws(SQLiteError) -> Int64 {
    var row = Parameters(try statement("INSERT INTO token VALUES(NULL, ?, ?, ?, ?)"))
    try row.add(hash.bytes)
    try row.add(token.userId)
    try row.add(token.createdAt)
    try row.add(token.expiresAt)
    try row.statement.run()
    return database.lastInsertedRow
  }

  func deleteEnded(at time: Timestamp) throws(SQLiteError) {
    try run(
      "DELETE FROM session WHERE lastUsedAt <= ? OR createdAt <= ?",
      time.milliseconds - Session.idleLimit, time.milliseconds - Session.ageLimit)
    try run("DELETE FROM token WHERE expiresAt <= ?", time.milliseconds)
  }
}

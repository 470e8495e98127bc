import SQLite
import Secrets
import Telemetry

extension Store {
  func loadSessions(into snapshot: inout Snapshot) throws(SQLiteError) {
    let rows = try statement(
      """
      SELECT hash, id, userId, createdAt, lastUsedAt, address, agent, origin, tokenId, endsAt,
        readonly FROM session
      """)
    while try rows.step() {
      var row = Columns(rows)
      guard let hash = Digest(stored: row.blob()) else { continue }
      var session = Session(
        id: row.integer(), userId: row.integer(), createdAt: row.time(), lastUsedAt: row.time(),
        address: row.text(), agent: row.text(), origin: row.optionalText())
      session.tokenId = row.optionalInteger()
      session.endsAt = row.optionalTime()
      session.isReadOnly = row.boolean()
      snapshot.sessions[hash] = session
    }
    let tokens = try statement(
      "SELECT hash, id, userId, createdAt, expiresAt, name, readonly FROM token")
    while try tokens.step() {
      var row = Columns(tokens)
      guard let hash = Digest(stored: row.blob()) else { continue }
      var token = AccessToken(
        id: row.integer(), userId: row.integer(), createdAt: row.time(), expiresAt: row.time())
      token.name = row.text()
      token.isReadOnly = row.boolean()
      snapshot.tokens[hash] = token
    }
  }

  /// Adds a session, whose own number does not matter yet, and returns its number.
  func insert(_ session: Session, _ hash: Digest) throws(SQLiteError) -> Int64 {
    var row = Parameters(
      try statement("INSERT INTO session VALUES(NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"))
    try row.add(hash.bytes)
    try row.add(session.userId)
    try row.add(session.createdAt)
    try row.add(session.lastUsedAt)
    try row.add(session.address)
    try row.add(session.agent)
    try row.add(optional: session.origin)
    try row.add(optional: session.tokenId)
    try row.add(optional: session.endsAt)
    try row.add(session.isReadOnly)
    try row.statement.run()
    return database.lastInsertedRow
  }

  /// Adds a token, whose own number does not matter yet, and returns its number.
  func insert(_ token: AccessToken, _ hash: Digest) throws(SQLiteError) -> Int64 {
    var row = Parameters(try statement("INSERT INTO token VALUES(NULL, ?, ?, ?, ?, ?, ?)"))
    try row.add(hash.bytes)
    try row.add(token.userId)
    try row.add(token.createdAt)
    try row.add(token.expiresAt)
    try row.add(token.name)
    try row.add(token.isReadOnly)
    try row.statement.run()
    return database.lastInsertedRow
  }

  func deleteEnded(at time: Timestamp) throws(SQLiteError) {
    try run(
      "DELETE FROM session WHERE lastUsedAt <= ? OR createdAt <= ?",
      time.milliseconds - Session.idleLimit, time.milliseconds - Session.ageLimit)
    try run("DELETE FROM session WHERE endsAt <= ?", time.milliseconds)
    try run("DELETE FROM token WHERE expiresAt <= ?", time.milliseconds)
  }
}

import SQLite
import Secrets
import Telemetry

extension Store {
  func loadAccounts(into snapshot: inout Snapshot) throws(SQLiteError) {
    let rows = try statement(
      """
      SELECT id, name, login, email, phone, readonly, administrator, map, latitude, longitude,
        zoom, coordinateFormat, disabled, expirationTime, deviceLimit, userLimit, deviceReadonly,
        limitCommands, disableReports, fixedEmail, poiLayer, totpKey, temporary, attributes,
        passwordHash, totpStep FROM user
      """)
    while try rows.step() {
      var row = Columns(rows)
      let account = readAccount(&row)
      snapshot.accounts[account.user.id] = account
    }
    try loadSessions(into: &snapshot)
  }

  private func readAccount(_ row: inout Columns) -> Account {
    let id = row.integer()
    let name = row.text()
    let login = row.optionalText()
    var user = User(name: name, email: row.text())
    user.id = id
    user.login = login
    user.phone = row.optionalText()
    user.readonly = row.boolean()
    user.administrator = row.boolean()
    user.map = row.optionalText()
    user.latitude = row.double()
    user.longitude = row.double()
    user.zoom = row.integer()
    user.coordinateFormat = row.optionalText()
    user.disabled = row.boolean()
    user.expirationTime = row.optionalTime()
    user.deviceLimit = row.integer()
    user.userLimit = row.integer()
    user.deviceReadonly = row.boolean()
    user.limitCommands = row.boolean()
    user.disableReports = row.boolean()
    user.fixedEmail = row.boolean()
    user.poiLayer = row.optionalText()
    user.totpKey = row.optionalText()
    user.temporary = row.boolean()
    user.attributes = AttributesText.read(row.text())
    let hash = row.text()
    return Account(user: user, passwordHash: hash, codeStep: row.optionalInteger())
  }

  /// Writes a user and returns its number; a user with number 0 is a new one.
  func write(_ account: Account) throws(SQLiteError) -> Int64 {
    let user = account.user
    var row = Parameters(
      try statement(
        """
        INSERT INTO user VALUES(nullif(?1, 0), ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13,
          ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24, ?25, ?26)
        ON CONFLICT(id) DO UPDATE SET name = ?2, login = ?3, email = ?4, phone = ?5,
          readonly = ?6, administrator = ?7, map = ?8, latitude = ?9, longitude = ?10, zoom = ?11,
          coordinateFormat = ?12, disabled = ?13, expirationTime = ?14, deviceLimit = ?15,
          userLimit = ?16, deviceReadonly = ?17, limitCommands = ?18, disableReports = ?19,
          fixedEmail = ?20, poiLayer = ?21, totpKey = ?22, temporary = ?23, attributes = ?24,
          passwordHash = ?25, totpStep = ?26
        """))
    try row.add(user.id)
    try row.add(user.name)
    try row.add(optional: user.login)
    try row.add(user.email)
    try row.add(optional: user.phone)
    try row.add(user.readonly)
    try row.add(user.administrator)
    try row.add(optional: user.map)
    try row.add(user.latitude)
    try row.add(user.longitude)
    try row.add(user.zoom)
    try row.add(optional: user.coordinateFormat)
    try row.add(user.disabled)
    try row.add(optional: user.expirationTime)
    try row.add(user.deviceLimit)
    try row.add(user.userLimit)
    try row.add(user.deviceReadonly)
    try row.add(user.limitCommands)
    try row.add(user.disableReports)
    try row.add(user.fixedEmail)
    try row.add(optional: user.poiLayer)
    try row.add(optional: user.totpKey)
    try row.add(user.temporary)
    try row.add(AttributesText.write(user.attributes))
    try row.add(account.passwordHash)
    try row.add(optional: account.codeStep)
    try row.statement.run()
    return user.id == 0 ? database.lastInsertedRow : user.id
  }

  /// Writes which step of the second factor was used last.
  func writeCodeStep(_ step: Int64, ofUser id: Int64) throws(SQLiteError) {
    try run("UPDATE user SET totpStep = ? WHERE id = ?", step, id)
  }

  func deleteUser(_ id: Int64) throws(SQLiteError) {
    try run("DELETE FROM user WHERE id = ?", id)
    try endSessions(ofUser: id)
    try deleteLinks(of: ObjectReference(.user, id))
    try deleteLinks(of: ObjectReference(.managedUser, id))
  }

  /// Ends all sessions and tokens of a user, but one session.
  func endSessions(ofUser id: Int64, keeping kept: Int64 = 0) throws(SQLiteError) {
    try run("DELETE FROM session WHERE userId = ? AND id <> ?", id, kept)
    try run("DELETE FROM token WHERE userId = ?", id)
  }
}

import SQLite
import Telemetry

extension Store {
  func insert(_ action: Action) throws(SQLiteError) {
    var row = Parameters(
      try statement(
        """
        INSERT INTO action(
          time, address, userId, userEmail, actionType, objectType, objectId, detail)
        VALUES(?, ?, ?, ?, ?, ?, ?, ?)
        """))
    try row.add(action.time)
    try row.add(action.address)
    try row.add(action.userId)
    try row.add(action.userEmail)
    try row.add(action.type)
    try row.add(action.objectType)
    try row.add(action.objectId)
    try row.add(String(decoding: action.detail.utf8.prefix(Action.longestDetail), as: UTF8.self))
    try row.statement.run()
  }

  func actions(from: Timestamp, to: Timestamp, most: Int) throws(SQLiteError) -> [Action] {
    let rows = try statement(
      """
      SELECT id, time, address, userId, userEmail, actionType, objectType, objectId, detail
      FROM action WHERE time BETWEEN ? AND ? ORDER BY time, id LIMIT ?
      """)
    try rows.bind(1, from.milliseconds)
    try rows.bind(2, to.milliseconds)
    try rows.bind(3, most)
    defer { rows.reset() }
    var actions: [Action] = []
    while try rows.step() {
      var row = Columns(rows)
      let id = row.integer()
      var action = Action(
        time: row.time(), address: row.text(), userId: row.integer(), userEmail: row.text(),
        type: row.text(), objectType: row.text(), objectId: row.integer(), detail: row.text())
      action.id = id
      actions.append(action)
    }
    return actions
  }

  func deleteActions(before time: Timestamp) throws(SQLiteError) {
    try run("DELETE FROM action WHERE time < ?", time.milliseconds)
  }
}

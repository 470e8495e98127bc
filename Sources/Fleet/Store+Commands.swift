import SQLite
import Telemetry

extension Store {
  func loadCommands(into snapshot: inout Snapshot) throws(SQLiteError) {
    let rows = try statement(
      """
      SELECT id, deviceId, userId, type, attributes, description, queuedAt, expiresAt, state, reason
      FROM queuedCommand ORDER BY id
      """)
    while try rows.step() {
      var row = Columns(rows)
      let id = row.integer()
      let device = row.integer()
      let user = row.integer()
      // A command that this program does not know stays in the file, unseen.
      guard let type = CommandType(rawValue: row.text()) else { continue }
      let command = Command(type, AttributesText.read(row.text()))
      var queued = QueuedCommand(
        deviceId: device, command: command, description: row.optionalText(), queuedAt: row.time(),
        expiresAt: row.time())
      queued.id = id
      queued.userId = user
      guard let state = QueuedCommand.State(rawValue: row.integer()) else { continue }
      queued.state = state
      queued.reason = row.text()
      snapshot.commands[device, default: []].append(queued)
    }
  }

  /// Writes a command and returns its number; one with number 0 is a new one.
  func write(_ queued: QueuedCommand) throws(SQLiteError) -> Int64 {
    var row = Parameters(
      try statement(
        """
        INSERT INTO queuedCommand VALUES(nullif(?1, 0), ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
        ON CONFLICT(id) DO UPDATE SET state = ?9, reason = ?10
        """))
    try row.add(queued.id)
    try row.add(queued.deviceId)
    try row.add(queued.userId)
    try row.add(queued.command.type.rawValue)
    try row.add(AttributesText.write(queued.command.parameters))
    try row.add(optional: queued.description)
    try row.add(queued.queuedAt)
    try row.add(queued.expiresAt)
    try row.add(queued.state.rawValue)
    try row.add(queued.reason)
    try row.statement.run()
    return queued.id == 0 ? database.lastInsertedRow : queued.id
  }

  func deleteCommand(_ id: Int64) throws(SQLiteError) {
    try run("DELETE FROM queuedCommand WHERE id = ?", id)
  }
}

extension Snapshot {
  mutating func put(_ queued: QueuedCommand) {
    var list = commands[queued.deviceId] ?? []
    if let index = list.firstIndex(where: { $0.id == queued.id }) {
      list[index] = queued
    } else {
      list.append(queued)
    }
    commands[queued.deviceId] = list
  }

  mutating func removeCommand(_ queued: QueuedCommand) {
    commands[queued.deviceId]?.removeAll { $0.id == queued.id }
    if commands[queued.deviceId]?.isEmpty == true { commands[queued.deviceId] = nil }
  }

  func command(_ id: Int64) -> QueuedCommand? {
    for list in commands.values {
      if let found = list.first(where: { $0.id == id }) { return found }
    }
    return nil
  }
}

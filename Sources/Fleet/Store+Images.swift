import SQLite
import Telemetry

extension Store {
  func write(_ image: DeviceImage, of device: Int64) throws(SQLiteError) {
    var row = Parameters(
      try statement("INSERT OR REPLACE INTO deviceImage VALUES(?, ?, ?, ?)"))
    try row.add(device)
    try row.add(image.name)
    try row.add(image.contentType)
    try row.add(image.content)
    try row.statement.run()
  }

  func image(named name: String, of device: Int64) throws(SQLiteError) -> DeviceImage? {
    let find = try statement(
      "SELECT name, type, content FROM deviceImage WHERE deviceId = ? AND name = ?")
    try find.bind(1, device)
    try find.bind(2, name)
    defer { find.reset() }
    guard try find.step() else { return nil }
    var row = Columns(find)
    return DeviceImage(name: row.text(), contentType: row.text(), content: row.blob())
  }

  func write(_ accumulators: Accumulators, of device: Int64) throws(SQLiteError) {
    var row = Parameters(
      try statement("INSERT OR REPLACE INTO accumulator VALUES(?, ?, ?, ?)"))
    try row.add(device)
    try row.add(accumulators.time)
    try row.add(accumulators.totalDistance)
    try row.add(accumulators.hours)
    try row.statement.run()
  }

  func accumulators(of device: Int64) throws(SQLiteError) -> Accumulators? {
    let find = try statement(
      "SELECT time, totalDistance, hours FROM accumulator WHERE deviceId = ?")
    try find.bind(1, device)
    defer { find.reset() }
    guard try find.step() else { return nil }
    var row = Columns(find)
    return Accumulators(time: row.time(), totalDistance: row.double(), hours: row.integer())
  }

  /// Forgets what belongs to a device that is deleted.
  func deleteBelongings(of device: Int64) throws(SQLiteError) {
    try run("DELETE FROM deviceImage WHERE deviceId = ?", device)
    try run("DELETE FROM accumulator WHERE deviceId = ?", device)
    try run("DELETE FROM queuedCommand WHERE deviceId = ?", device)
    try deleteEvents(of: device)
  }
}

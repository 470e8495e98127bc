import SQLite
import Telemetry

extension Store {
  func loadServer() throws(SQLiteError) -> ServerSettings? {
    let rows = try statement(
      """
      SELECT registration, readonly, deviceReadonly, limitCommands, disableReports, map, bingKey,
        mapUrl, overlayUrl, poiLayer, announcement, latitude, longitude, zoom, forceSettings,
        coordinateFormat, attributes FROM server
      """)
    defer { rows.reset() }
    guard try rows.step() else { return nil }
    var row = Columns(rows)
    var server = ServerSettings()
    server.registration = row.boolean()
    server.readonly = row.boolean()
    server.deviceReadonly = row.boolean()
    server.limitCommands = row.boolean()
    server.disableReports = row.boolean()
    server.map = row.optionalText()
    server.bingKey = row.optionalText()
    server.mapUrl = row.optionalText()
    server.overlayUrl = row.optionalText()
    server.poiLayer = row.optionalText()
    server.announcement = row.optionalText()
    server.latitude = row.double()
    server.longitude = row.double()
    server.zoom = row.integer()
    server.forceSettings = row.boolean()
    server.coordinateFormat = row.optionalText()
    server.attributes = AttributesText.read(row.text())
    return server
  }

  func write(_ server: ServerSettings) throws(SQLiteError) {
    var row = Parameters(
      try statement(
        """
        INSERT OR REPLACE INTO server
        VALUES(1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """))
    try row.add(server.registration)
    try row.add(server.readonly)
    try row.add(server.deviceReadonly)
    try row.add(server.limitCommands)
    try row.add(server.disableReports)
    try row.add(optional: server.map)
    try row.add(optional: server.bingKey)
    try row.add(optional: server.mapUrl)
    try row.add(optional: server.overlayUrl)
    try row.add(optional: server.poiLayer)
    try row.add(optional: server.announcement)
    try row.add(server.latitude)
    try row.add(server.longitude)
    try row.add(server.zoom)
    try row.add(server.forceSettings)
    try row.add(optional: server.coordinateFormat)
    try row.add(AttributesText.write(server.attributes))
    try row.statement.run()
  }

  func addStatistic(_ name: String, _ value: Int64, day: Int64) throws(SQLiteError) {
    var row = Parameters(
      try statement(
        """
        INSERT INTO statistics VALUES(?1, ?2, ?3)
        ON CONFLICT(day, name) DO UPDATE SET value = value + ?3
        """))
    try row.add(day)
    try row.add(name)
    try row.add(value)
    try row.statement.run()
  }

  func setStatistic(_ name: String, _ value: Int64, day: Int64) throws(SQLiteError) {
    var row = Parameters(try statement("INSERT OR REPLACE INTO statistics VALUES(?1, ?2, ?3)"))
    try row.add(day)
    try row.add(name)
    try row.add(value)
    try row.statement.run()
  }

  func statistics(days: ClosedRange<Int64>) throws(SQLiteError) -> [(
    day: Int64, name: String, value: Int64
  )] {
    let rows = try statement(
      "SELECT day, name, value FROM statistics WHERE day BETWEEN ? AND ? ORDER BY day, name")
    try rows.bind(1, days.lowerBound)
    try rows.bind(2, days.upperBound)
    var result: [(day: Int64, name: String, value: Int64)] = []
    while try rows.step() {
      result.append((rows.integer(0), rows.text(1), rows.integer(2)))
    }
    return result
  }
}

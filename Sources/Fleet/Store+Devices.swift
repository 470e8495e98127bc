import SQLite
import Telemetry

extension Store {
  func loadDevices(into snapshot: inout Snapshot) throws(SQLiteError) {
    let rows = try statement(
      """
      SELECT id, identity, name, uniqueId, disabled, groupId, calendarId, phone, model, contact,
        category, expirationTime, attributes FROM device
      """)
    while try rows.step() {
      var row = Columns(rows)
      let id = row.integer()
      let identity = DeviceIdentity(rawValue: row.integer())
      var device = Device(name: row.text(), uniqueId: row.text())
      device.id = id
      device.identity = identity
      device.disabled = row.boolean()
      device.groupId = row.integer()
      device.calendarId = row.integer()
      device.phone = row.optionalText()
      device.model = row.optionalText()
      device.contact = row.optionalText()
      device.category = row.optionalText()
      device.expirationTime = row.optionalTime()
      device.attributes = AttributesText.read(row.text())
      snapshot.put(device)
    }
  }

  /// Writes a device and returns its number; a device with number 0 is a new one.
  func write(_ device: Device) throws(SQLiteError) -> Int64 {
    var row = Parameters(
      try statement(
        """
        INSERT INTO device VALUES(nullif(?1, 0), ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)
        ON CONFLICT(id) DO UPDATE SET identity = ?2, name = ?3, uniqueId = ?4, disabled = ?5,
          groupId = ?6, calendarId = ?7, phone = ?8, model = ?9, contact = ?10, category = ?11,
          expirationTime = ?12, attributes = ?13
        """))
    try row.add(device.id)
    try row.add(device.identity.rawValue)
    try row.add(device.name)
    try row.add(device.uniqueId)
    try row.add(device.disabled)
    try row.add(device.groupId)
    try row.add(device.calendarId)
    try row.add(optional: device.phone)
    try row.add(optional: device.model)
    try row.add(optional: device.contact)
    try row.add(optional: device.category)
    try row.add(optional: device.expirationTime)
    try row.add(AttributesText.write(device.attributes))
    try row.statement.run()
    return device.id == 0 ? database.lastInsertedRow : device.id
  }

  func hasDevice(uniqueId: String) throws(SQLiteError) -> Bool {
    let find = try statement("SELECT 1 FROM device WHERE uniqueId = ?")
    try find.bind(1, uniqueId)
    defer { find.reset() }
    return try find.step()
  }

  func deleteDevice(_ id: Int64) throws(SQLiteError) {
    try run(
      "UPDATE identity SET hadDevice = 1 WHERE id = (SELECT identity FROM device WHERE id = ?)", id)
    try run("DELETE FROM device WHERE id = ?", id)
    try deleteBelongings(of: id)
    try deleteLinks(of: ObjectReference(.device, id))
  }

  func loadLinks(into snapshot: inout Snapshot) throws(SQLiteError) {
    let rows = try statement("SELECT ownerKind, ownerId, propertyKind, propertyId FROM link")
    while try rows.step() {
      // A kind that this program does not know stays in the file, unseen.
      guard let owner = ObjectKind(rawValue: rows.text(0)),
        let property = ObjectKind(rawValue: rows.text(2))
      else { continue }
      snapshot.links.insert(
        Link(ObjectReference(owner, rows.integer(1)), ObjectReference(property, rows.integer(3))))
    }
  }

  func write(_ link: Link) throws(SQLiteError) {
    try run(link, "INSERT OR IGNORE INTO link VALUES(?, ?, ?, ?)")
  }

  func delete(_ link: Link) throws(SQLiteError) {
    try run(
      link,
      """
      DELETE FROM link WHERE ownerKind = ? AND ownerId = ? AND propertyKind = ? AND propertyId = ?
      """)
  }

  func deleteLinks(of object: ObjectReference) throws(SQLiteError) {
    let statement = try statement(
      """
      DELETE FROM link WHERE (ownerKind = ?1 AND ownerId = ?2)
        OR (propertyKind = ?1 AND propertyId = ?2)
      """)
    try statement.bind(1, object.kind.rawValue)
    try statement.bind(2, object.id)
    try statement.run()
  }

  private func run(_ link: Link, _ sql: String) throws(SQLiteError) {
    var row = Parameters(try statement(sql))
    try row.add(link.owner.kind.rawValue)
    try row.add(link.owner.id)
    try row.add(link.property.kind.rawValue)
    try row.add(link.property.id)
    try row.statement.run()
  }
}

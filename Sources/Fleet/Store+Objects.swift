import SQLite
import Telemetry

extension Store {
  func loadObjects(into snapshot: inout Snapshot) throws(SQLiteError) {
    let rows = try statement("SELECT kind, id, fields, attributes FROM object")
    while try rows.step() {
      var row = Columns(rows)
      // A kind that this program does not know stays in the file, unseen.
      guard let kind = ObjectKind(rawValue: row.text()) else { continue }
      var object = StoredObject(kind)
      object.id = row.integer()
      object.values = AttributesText.read(row.text())
      object.attributes = AttributesText.read(row.text())
      snapshot.objects[kind, default: [:]][object.id] = object
    }
  }

  /// Writes an object and returns its number; an object with number 0 is a new one. Numbers of
  /// objects that are gone are not given again.
  func write(_ object: StoredObject) throws(SQLiteError) -> Int64 {
    let id = object.id == 0 ? try nextNumber(object.kind) : object.id
    var row = Parameters(try statement("INSERT OR REPLACE INTO object VALUES(?, ?, ?, ?)"))
    try row.add(object.kind.rawValue)
    try row.add(id)
    try row.add(AttributesText.write(object.values))
    try row.add(AttributesText.write(object.attributes))
    try row.statement.run()
    return id
  }

  func deleteObject(_ object: ObjectReference) throws(SQLiteError) {
    var row = Parameters(try statement("DELETE FROM object WHERE kind = ? AND id = ?"))
    try row.add(object.kind.rawValue)
    try row.add(object.id)
    try row.statement.run()
    try deleteLinks(of: object)
  }

  private func nextNumber(_ kind: ObjectKind) throws(SQLiteError) -> Int64 {
    let key = "last." + kind.rawValue
    let number = try meta(key) + 1
    try setMeta(key, number)
    return number
  }
}

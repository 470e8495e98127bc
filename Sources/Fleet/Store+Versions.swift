import SQLite
import Telemetry

extension Store {
  func loadVersions(into snapshot: inout Snapshot) throws(SQLiteError) {
    let rows = try statement("SELECT identity, kind, value, firstSeen, lastSeen FROM version")
    var found: [DeviceIdentity: [DeviceVersion]] = [:]
    while try rows.step() {
      var row = Columns(rows)
      let identity = DeviceIdentity(rawValue: row.integer())
      // A kind that this program does not know stays in the file, unseen.
      guard let kind = VersionSighting.Kind(rawValue: row.text()) else { continue }
      found[identity, default: []].append(
        DeviceVersion(kind: kind, value: row.text(), firstSeen: row.time(), lastSeen: row.time()))
    }
    for (identity, versions) in found {
      snapshot.entries[identity]?.versions = VersionHistory(versions)
    }
  }

  /// Takes over what an identity said of its versions.
  ///
  /// - Returns: what is known now; nil if that is nothing new, or the identity has been deleted.
  func see(_ sightings: [VersionSighting], of identity: DeviceIdentity) throws(SQLiteError)
    -> VersionHistory?
  {
    guard !sightings.isEmpty, try has(identity) else { return nil }
    var history = VersionHistory(try versions(of: identity))
    guard history.see(sightings) else { return nil }
    try deleteVersions(of: identity)
    for version in history.versions {
      var row = Parameters(try statement("INSERT INTO version VALUES(?, ?, ?, ?, ?)"))
      try row.add(identity.rawValue)
      try row.add(version.kind.rawValue)
      try row.add(version.value)
      try row.add(version.firstSeen)
      try row.add(version.lastSeen)
      try row.statement.run()
    }
    return history
  }

  func deleteVersions(of identity: DeviceIdentity) throws(SQLiteError) {
    for kind in VersionSighting.Kind.allCases {
      let statement = try statement("DELETE FROM version WHERE identity = ? AND kind = ?")
      try statement.bind(1, identity.rawValue)
      try statement.bind(2, kind.rawValue)
      try statement.run()
    }
  }

  private func has(_ identity: DeviceIdentity) throws(SQLiteError) -> Bool {
    let find = try statement("SELECT 1 FROM identity WHERE id = ?")
    try find.bind(1, identity.rawValue)
    defer { find.reset() }
    return try find.step()
  }

  private func versions(of identity: DeviceIdentity) throws(SQLiteError) -> [DeviceVersion] {
    let rows = try statement(
      "SELECT kind, value, firstSeen, lastSeen FROM version WHERE identity = ?")
    try rows.bind(1, identity.rawValue)
    var versions: [DeviceVersion] = []
    while try rows.step() {
      var row = Columns(rows)
      guard let kind = VersionSighting.Kind(rawValue: row.text()) else { continue }
      versions.append(
        DeviceVersion(kind: kind, value: row.text(), firstSeen: row.time(), lastSeen: row.time()))
    }
    return versions
  }
}

import SQLite
import Telemetry

extension Store {
  func loadIdentities(into snapshot: inout Snapshot) throws(SQLiteError) {
    let rows = try statement(
      """
      SELECT id, firstSeen, lastSeen, protocol, transport, peer, messages, storedBytes,
        lastPosition, hadDevice, longestPause, secondPause FROM identity
      """)
    while try rows.step() {
      var row = Columns(rows)
      let identity = DeviceIdentity(rawValue: row.integer())
      let contact = ContactState(
        firstSeen: row.time(), lastSeen: row.time(), protocolName: row.text(),
        transport: row.optionalInteger().flatMap { Transport(rawValue: UInt8(clamping: $0)) },
        peer: row.text(), messages: row.integer(), storedBytes: row.integer(),
        lastPosition: row.optionalInteger())
      var entry = IdentityEntry(identifiers: [], contact: contact)
      entry.hadDevice = row.boolean()
      entry.contact.pauses = Pauses(longest: row.integer(), second: row.integer())
      snapshot.entries[identity] = entry
    }
    let names = try statement("SELECT text, identity FROM identifier")
    while try names.step() {
      snapshot.name(DeviceIdentity(rawValue: names.integer(1)), names.text(0))
    }
  }

  /// The bytes that strangers stored, by day.
  func strangerDays() throws(SQLiteError) -> [(day: Int64, bytes: Int64)] {
    let rows = try statement("SELECT day, bytes FROM strangerDay ORDER BY day")
    var days: [(day: Int64, bytes: Int64)] = []
    while try rows.step() { days.append((rows.integer(0), rows.integer(1))) }
    return days
  }

  /// Writes an identity and its identifiers.
  ///
  /// An identifier that another program has given to another identity meanwhile, and the device
  /// there, move to this one: messages may be on their way to the ledger under it, but none can be
  /// under the other, because only the program that writes the ledger admits messages.
  func write(_ identity: DeviceIdentity, _ entry: IdentityEntry) throws(SQLiteError) {
    var row = Parameters(
      try statement(
        """
        INSERT OR IGNORE INTO identity(id, firstSeen, lastSeen, protocol, transport, peer)
        VALUES(?, ?, ?, ?, ?, ?)
        """))
    try row.add(identity.rawValue)
    try row.add(entry.contact.firstSeen)
    try row.add(entry.contact.lastSeen)
    try row.add(entry.contact.protocolName)
    try row.add(optional: entry.contact.transport.map { Int64($0.rawValue) })
    try row.add(entry.contact.peer)
    try row.statement.run()
    for identifier in entry.identifiers { try name(identity, identifier) }
  }

  /// Gives an identity an identifier; see ``write(_:_:)``.
  func name(_ identity: DeviceIdentity, _ identifier: String) throws(SQLiteError) {
    let find = try statement("SELECT identity FROM identifier WHERE text = ?")
    try find.bind(1, identifier)
    let other = try find.step() ? find.integer(0) : 0
    find.reset()
    let put = try statement("INSERT OR REPLACE INTO identifier VALUES(?, ?)")
    try put.bind(1, identifier)
    try put.bind(2, identity.rawValue)
    try put.run()
    guard other != 0, other != identity.rawValue else { return }
    let move = try statement("UPDATE device SET identity = ? WHERE identity = ? AND uniqueId = ?")
    try move.bind(1, identity.rawValue)
    try move.bind(2, other)
    try move.bind(3, identifier)
    try move.run()
  }

  func deleteIdentity(_ identity: DeviceIdentity) throws(SQLiteError) {
    try run("DELETE FROM identifier WHERE identity = ?", identity.rawValue)
    try run("DELETE FROM version WHERE identity = ?", identity.rawValue)
    try run("DELETE FROM identity WHERE id = ?", identity.rawValue)
  }

  /// Adds what was seen of an identity to its row; an identity that has been deleted has none.
  func see(_ contact: Contact, isStranger: Bool, _ pauses: Pauses) throws(SQLiteError) {
    if isStranger {
      try run(
        """
        INSERT INTO strangerDay VALUES(?1, ?2) ON CONFLICT(day) DO UPDATE SET bytes = bytes + ?2
        """, contact.lastSeen.day, Int64(contact.bytes))
    }
    var row = Parameters(
      try statement(
        """
        UPDATE identity SET
          messages = messages + ?2, storedBytes = storedBytes + ?3,
          lastPosition = ifnull(?4, lastPosition),
          firstSeen = iif(transport IS NULL, ?5, min(firstSeen, ?5)),
          protocol = iif(?6 >= lastSeen OR transport IS NULL, ?7, protocol),
          peer = iif(?6 >= lastSeen OR transport IS NULL, ?9, peer),
          transport = iif(?6 >= lastSeen OR transport IS NULL, ?8, transport),
          lastSeen = iif(transport IS NULL, ?6, max(lastSeen, ?6)),
          longestPause = ?10, secondPause = ?11
        WHERE id = ?1
        """))
    try row.add(contact.identity.rawValue)
    try row.add(Int64(contact.messages))
    try row.add(Int64(contact.bytes))
    try row.add(optional: contact.lastPosition)
    try row.add(contact.firstSeen)
    try row.add(contact.lastSeen)
    try row.add(contact.protocolName)
    try row.add(Int64(contact.transport.rawValue))
    try row.add(contact.peer)
    try row.add(pauses.longest)
    try row.add(pauses.second)
    try row.statement.run()
  }

  /// Forgets days that no longer count.
  func deleteStrangerDays(before day: Int64) throws(SQLiteError) {
    try run("DELETE FROM strangerDay WHERE day < ?", day)
  }
}

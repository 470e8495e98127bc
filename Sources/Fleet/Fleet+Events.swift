import SQLite
import Synchronization
public import Telemetry

extension Fleet {
  /// Stores what happened to a device.
  ///
  /// - Returns: the event with its number; nil if it is known already (what is made from a position
  ///   may be made again), or if the device is gone.
  public func add(_ event: Event) throws(FleetError) -> Event? {
    try change { store, snapshot in
      guard snapshot.devices[event.deviceId] != nil else { return Change(nil) { _ in } }
      return Change(try store.insert(event)) { _ in }
    }
  }

  /// An event of a device that a requester may see.
  public func event(_ id: Int64, for requester: Requester) throws(FleetError) -> Event {
    let found: Event?
    do {
      found = try store.withLock { try $0.event(id) }
    } catch {
      throw Self.typed(error)
    }
    guard let found, maySee(requester, device: found.deviceId) else {
      throw .notFound("event \(id)")
    }
    return found
  }
}

extension Fleet {
  /// What happened to devices that a requester may see, the oldest first.
  public func events(
    of devices: [Int64], from: Timestamp, to: Timestamp, for requester: Requester
  ) throws(FleetError) -> [Event] {
    let seen = devices.filter { maySee(requester, device: $0) }
    do {
      let found = try store.withLock { store in
        try seen.flatMap { try store.events(of: $0, from: from, to: to) }
      }
      return found.sorted { ($0.time, $0.id) < ($1.time, $1.id) }
    } catch {
      throw Self.typed(error)
    }
  }
}

extension Store {
  /// Adds an event and forgets the oldest beyond the bounds; nil if it was there already.
  func insert(_ event: Event) throws(SQLiteError) -> Event? {
    var row = Parameters(
      try statement("INSERT OR IGNORE INTO event VALUES(NULL, ?, ?, ?, ?, ?)"))
    try row.add(event.deviceId)
    try row.add(event.type)
    try row.add(event.time)
    try row.add(event.positionId)
    try row.add(AttributesText.write(event.attributes))
    try row.statement.run()
    guard database.changes > 0 else { return nil }
    var stored = event
    stored.id = database.lastInsertedRow
    try run(
      """
      DELETE FROM event WHERE deviceId = ?1 AND id <=
        (SELECT id FROM event WHERE deviceId = ?1 ORDER BY id DESC LIMIT 1 OFFSET ?2)
      """, event.deviceId, Event.mostPerDevice)
    try run("DELETE FROM event WHERE id <= ?", stored.id - Event.most)
    return stored
  }

  func event(_ id: Int64) throws(SQLiteError) -> Event? {
    let find = try statement(
      "SELECT id, deviceId, type, time, positionId, attributes FROM event WHERE id = ?")
    try find.bind(1, id)
    defer { find.reset() }
    guard try find.step() else { return nil }
    return Self.event(find)
  }

  func events(
    of device: Int64, from: Timestamp, to: Timestamp
  ) throws(SQLiteError) -> [Event] {
    let find = try statement(
      """
      SELECT id, deviceId, type, time, positionId, attributes FROM event
      WHERE deviceId = ? AND time BETWEEN ? AND ? ORDER BY id
      """)
    try find.bind(1, device)
    try find.bind(2, from.milliseconds)
    try find.bind(3, to.milliseconds)
    defer { find.reset() }
    var events: [Event] = []
    while try find.step() { events.append(Self.event(find)) }
    return events
  }

  private static func event(_ statement: Statement) -> Event {
    var row = Columns(statement)
    let id = row.integer()
    let device = row.integer()
    var event = Event(
      type: row.text(), time: row.time(), deviceId: device, positionId: row.integer(),
      attributes: AttributesText.read(row.text()))
    event.id = id
    return event
  }

  /// Forgets what happened to a device.
  func deleteEvents(of device: Int64) throws(SQLiteError) {
    try run("DELETE FROM event WHERE deviceId = ?", device)
  }
}

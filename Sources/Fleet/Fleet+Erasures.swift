import SQLite
import Synchronization
public import Telemetry

/// The record of erasures, and what the fleet itself forgets. Who keeps history and messages asks
/// here what is to be erased, and says when it is.
extension Fleet {
  /// Asks for everything to be erased that a device has sent. The device itself stays as it was
  /// entered, as if it had never called.
  public func requestErasure(
    device id: Int64, by requester: Requester
  ) throws(FleetError) -> Erasure {
    try requestErasure(by: requester) { snapshot throws(FleetError) in
      guard let device = snapshot.devices[id], snapshot.maySee(requester, device: id) else {
        throw .notFound("device \(id)")
      }
      return device.identity
    }
  }

  /// Asks for everything to be erased that came under an identity, of a device or an arrival.
  public func requestErasure(
    of identity: DeviceIdentity, by requester: Requester
  ) throws(FleetError) -> Erasure {
    try requestErasure(by: requester) { snapshot throws(FleetError) in
      guard snapshot.entries[identity] != nil else {
        throw .notFound("identity \(identity.rawValue)")
      }
      return identity
    }
  }

  private func requestErasure(
    by requester: Requester,
    _ find: @Sendable (Snapshot) throws(FleetError) -> DeviceIdentity
  ) throws(FleetError) -> Erasure {
    let time = now
    return try change { store, snapshot in
      try snapshot.requireAdministrator(requester, to: "erase what devices have sent")
      let identity = try find(snapshot)
      var user: Int64 = 0
      if case .user(let id) = requester { user = id }
      let device = snapshot.entries[identity]?.deviceId ?? 0
      try store.run(
        "INSERT INTO erasure(identity, deviceId, userId, requestedAt) VALUES(?, ?, ?, ?)",
        identity.rawValue, device, user, time.milliseconds)
      let made = Erasure(
        id: store.database.lastInsertedRow, identity: identity, deviceId: device, userId: user,
        requestedAt: time, finishedAt: nil, positions: 0, messages: 0)
      return Change(made) { _ in }
    }
  }

  /// All erasures, the newest first. Only administrators see them.
  public func erasures(for requester: Requester) throws(FleetError) -> [Erasure] {
    try read { $0 }.requireAdministrator(requester, to: "see erasures")
    return try erasures("ORDER BY id DESC LIMIT 1000")
  }

  /// Erasures that were asked for and are not finished, the oldest first.
  public func pendingErasures() throws(FleetError) -> [Erasure] {
    try erasures("WHERE finishedAt IS NULL ORDER BY id")
  }

  private func erasures(_ condition: String) throws(FleetError) -> [Erasure] {
    do {
      return try store.withLock { try $0.erasures(condition) }
    } catch {
      throw Self.typed(error)
    }
  }

  /// Forgets when, how, from where and with which versions an identity has called, and notes that
  /// the erasure is done. An arrival is forgotten altogether: its identifiers lead to a new
  /// identity.
  public func finish(
    _ erasure: Erasure, positions: Int64, messages: Int64
  ) throws(FleetError) {
    let time = now
    try change { store, snapshot in
      let identity = erasure.identity
      let isArrival = snapshot.entries[identity]?.isStranger ?? false
      if isArrival { try store.deleteIdentity(identity) } else { try store.forgetCalls(identity) }
      // What it answered to commands is in them.
      if erasure.deviceId != 0 { try store.deleteEvents(of: erasure.deviceId) }
      try store.run(
        "UPDATE erasure SET finishedAt = ?, positions = ?, messages = ? WHERE id = ?",
        time.milliseconds, positions, messages, erasure.id)
      return Change((), concernsAdmission: isArrival) { state in
        if isArrival { state.removeArrival(identity) } else { state.forgetCalls(identity) }
      }
    }
    do {
      // The log of the file still has what was there.
      try store.withLock { _ = try $0.database.checkpoint(.truncate) }
    } catch {
      throw Self.typed(error)
    }
  }
}

extension FleetState {
  /// Forgets how a device has called.
  fileprivate mutating func forgetCalls(_ identity: DeviceIdentity) {
    guard let contact = snapshot.entries[identity]?.contact else { return }
    snapshot.entries[identity]?.contact = ContactState(
      firstSeen: contact.firstSeen, lastSeen: contact.firstSeen)
    snapshot.entries[identity]?.versions = VersionHistory()
  }
}

extension Store {
  fileprivate func forgetCalls(_ identity: DeviceIdentity) throws(SQLiteError) {
    try deleteVersions(of: identity)
    try run(
      """
      UPDATE identity SET lastSeen = firstSeen, protocol = '', transport = NULL, peer = '',
        messages = 0, storedBytes = 0, lastPosition = NULL WHERE id = ?
      """, identity.rawValue)
  }

  fileprivate func erasures(_ condition: String) throws(SQLiteError) -> [Erasure] {
    let rows = try statement(
      """
      SELECT id, identity, deviceId, userId, requestedAt, finishedAt, positions, messages
      FROM erasure \(condition)
      """)
    var found: [Erasure] = []
    while try rows.step() {
      var row = Columns(rows)
      found.append(
        Erasure(
          id: row.integer(), identity: DeviceIdentity(rawValue: row.integer()),
          deviceId: row.integer(), userId: row.integer(), requestedAt: row.time(),
          finishedAt: row.optionalTime(), positions: row.integer(), messages: row.integer()))
    }
    return found
  }
}

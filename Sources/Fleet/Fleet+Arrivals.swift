public import Telemetry

extension Fleet {
  /// Identities without a device, those that called last first. Only administrators see them.
  public func arrivals(for requester: Requester) throws(FleetError) -> [Arrival] {
    let snapshot = read { $0 }
    try snapshot.requireAdministrator(requester, to: "see arrivals")
    return snapshot.entries.keys.compactMap(snapshot.arrival)
      .sorted { $0.lastSeen > $1.lastSeen }
  }

  /// One arrival; nil if there is no such identity or a device is linked to it.
  public func arrival(_ identity: DeviceIdentity) -> Arrival? {
    read { $0.arrival(identity) }
  }

  /// Makes a device of an arrival, for the user who asks. Its history is there at once, because it
  /// is kept under the identity.
  ///
  /// - Parameters:
  ///   - name: the device's name; nil for its identifier.
  ///   - model: what model it is, if that is known.
  ///   - owners: further users who may see it.
  public func adopt(
    _ identity: DeviceIdentity, name: String? = nil, model: String? = nil, owners: [Int64] = [],
    by requester: Requester
  ) throws(FleetError) -> Device {
    try change { store, snapshot in
      try snapshot.requireAdministrator(requester, to: "adopt arrivals")
      guard let arrival = snapshot.arrival(identity), !arrival.identifier.isEmpty else {
        throw FleetError.notFound("arrival \(identity.rawValue)")
      }
      guard snapshot.deviceByUniqueId[arrival.identifier] == nil else {
        throw FleetError.conflict("There is already a device \(arrival.identifier).")
      }
      var device = Device(name: name ?? arrival.identifier, uniqueId: arrival.identifier)
      device.model = model
      try device.check()
      device.identity = identity
      device.id = try store.write(device)
      var users = Set(owners.filter { snapshot.accounts[$0] != nil })
      if case .user(let id) = requester { users.insert(id) }
      return try Self.added(device, for: users, store)
    }
  }

  /// Forgets an arrival: its identifiers lead to a new identity when they come again.
  public func deleteArrival(
    _ identity: DeviceIdentity, by requester: Requester
  ) throws(FleetError) {
    try change { store, snapshot in
      try snapshot.requireAdministrator(requester, to: "delete arrivals")
      guard snapshot.arrival(identity) != nil else {
        throw FleetError.notFound("arrival \(identity.rawValue)")
      }
      try store.deleteIdentity(identity)
      return Change((), concernsAdmission: true) { $0.removeArrival(identity) }
    }
  }

  /// Writes the links of a new device and says what changes in memory.
  static func added(
    _ device: Device, for users: Set<Int64>, _ store: Store
  ) throws -> Change<Device> {
    let links = users.map { Link.user($0, device: device.id) }
    for link in links { try store.write(link) }
    return Change(device, concernsAdmission: true) { state in
      state.stopCounting(device.identity)
      state.snapshot.put(device)
      for link in links { state.snapshot.links.insert(link) }
    }
  }
}

extension Device {
  /// Refuses what cannot be.
  func check() throws(FleetError) {
    guard FleetState.isProper(uniqueId) else {
      throw .invalid(
        field: "uniqueId",
        reason: "an identifier has 1 to \(FleetState.longestIdentifier) bytes of printable text")
    }
    guard !name.isEmpty, name.utf8.count <= 255 else {
      throw .invalid(field: "name", reason: "a name has 1 to 255 bytes")
    }
  }
}

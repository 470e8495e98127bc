import Synchronization
public import Telemetry

extension Fleet {
  // MARK: Looking

  /// The devices that a requester may see, by name.
  ///
  /// - Parameter all: every device, not only the linked ones; for administrators.
  public func devices(for requester: Requester, all: Bool = false) -> [Device] {
    read { snapshot in
      snapshot.visibleDevices(to: requester, all: all).compactMap(snapshot.device)
    }.sorted { ($0.name, $0.id) < ($1.name, $1.id) }
  }

  /// A device that a requester may see.
  ///
  /// - Throws: ``FleetError/notFound(_:)``, also if the requester may not see it.
  public func device(_ id: Int64, for requester: Requester) throws(FleetError) -> Device {
    let found = read { $0.maySee(requester, device: id) ? $0.device(id) : nil }
    guard let found else { throw .notFound("device \(id)") }
    return found
  }

  /// The devices in a group and in those that stand in it, as far as a requester may see them.
  public func devices(
    inGroup id: Int64, for requester: Requester
  ) throws(FleetError) -> [Device] {
    _ = try object(ObjectReference(.group, id), for: requester)
    return devices(for: requester, all: true).filter { device in
      read { $0.isInside(group: device.groupId, of: id) }
    }
  }

  /// The device with an identifier, whoever may see it.
  public func device(uniqueId: String) -> Device? {
    read { snapshot in snapshot.deviceByUniqueId[uniqueId].flatMap(snapshot.device) }
  }

  /// The devices that have any of some attributes, whoever may see them, in no order.
  public func devices(withAnyOf attributes: [String]) -> [Device] {
    read { snapshot in
      snapshot.devices.values.filter { device in
        !device.attributes.isEmpty && attributes.contains { device.attributes[$0] != nil }
      }
    }
  }

  /// The device that is linked to an identity, whoever may see it.
  public func device(of identity: DeviceIdentity) -> Device? {
    read { snapshot in snapshot.entries[identity]?.deviceId.flatMap(snapshot.device) }
  }

  /// The first name that an identity has called itself by; nil if it has none.
  public func identifier(of identity: DeviceIdentity) -> String? {
    read { $0.entries[identity]?.identifiers.first }
  }

  /// The identities of the devices that a requester may see, with the API's numbers.
  public func visibleIdentities(for requester: Requester) -> [DeviceIdentity: Int64] {
    read { snapshot in
      var found: [DeviceIdentity: Int64] = [:]
      for id in snapshot.visibleDevices(to: requester, all: false) {
        if let identity = snapshot.devices[id]?.identity { found[identity] = id }
      }
      return found
    }
  }

  /// The users who are linked to a device, directly or by a group: who is told of its positions.
  public func viewers(of device: Int64) -> [Int64] {
    read { $0.viewers(of: device) }
  }

  /// Whether a requester may see a device.
  public func maySee(_ requester: Requester, device id: Int64) -> Bool {
    read { $0.maySee(requester, device: id) }
  }

  // MARK: Changing

  /// Makes sure that a requester may change a device.
  ///
  /// - Throws: ``FleetError/notFound(_:)`` if it may not even see it, or
  ///   ``FleetError/forbidden(_:)``.
  public func requireMayEdit(device id: Int64, by requester: Requester) throws(FleetError) {
    _ = try read { $0 }.editableDevice(id, for: requester)
  }

  /// Makes a device before or after its identifier has first called; what an arrival of that
  /// identifier has stored becomes its history. The user who asks may see it.
  ///
  /// If the identifier belonged to a device that was deleted, its history is somebody's: only for
  /// administrators it becomes the new device's; for others the device begins anew.
  public func createDevice(
    _ wanted: Device, by requester: Requester
  ) throws(FleetError) -> Device {
    try wanted.check()
    // Here too, so that nobody uses up numbers in vain.
    try read { $0 }.requireMayEditDevices(requester)
    let time = now
    let fresh = try newIdentity()
    return try change { store, snapshot in
      try snapshot.requireMayEditDevices(requester)
      guard snapshot.deviceByUniqueId[wanted.uniqueId] == nil else {
        throw FleetError.conflict("There is already a device \(wanted.uniqueId).")
      }
      try snapshot.checkDeviceLimit(of: requester)
      try snapshot.checkReferences(of: wanted, instead: nil, by: requester)
      var device = wanted
      device.id = 0
      let known = snapshot.identity(for: wanted.uniqueId, by: requester)
      device.identity = known ?? fresh
      if known == nil {
        let contact = ContactState(firstSeen: time, lastSeen: time)
        let entry = IdentityEntry(identifiers: [wanted.uniqueId], contact: contact)
        try store.write(fresh, entry)
      }
      device.id = try store.write(device)
      var users: Set<Int64> = []
      if case .user(let id) = requester { users.insert(id) }
      let added = try Self.added(device, for: users, store)
      let made = device
      return Change(made, concernsAdmission: true) { state in
        state.know(made.identity, made.uniqueId, at: time)
        added.apply(&state)
      }
    }
  }

  /// Changes what was entered about a device. Another `uniqueId` leads to the same identity from
  /// now on, so that the history stays.
  public func updateDevice(
    _ wanted: Device, by requester: Requester
  ) throws(FleetError) -> Device {
    try wanted.check()
    let time = now
    return try change { store, snapshot in
      let old = try snapshot.editableDevice(wanted.id, for: requester)
      if let other = snapshot.deviceByUniqueId[wanted.uniqueId], other != wanted.id {
        throw FleetError.conflict("There is already a device \(wanted.uniqueId).")
      }
      try snapshot.checkReferences(of: wanted, instead: old, by: requester)
      var device = wanted
      device.identity = old.identity
      // Before the name moves: moving it would move the device of the arrival that has it.
      _ = try store.write(device)
      if old.uniqueId != device.uniqueId { try store.name(device.identity, device.uniqueId) }
      let changed = device
      return Change(changed, concernsAdmission: true) { state in
        state.know(changed.identity, changed.uniqueId, at: time)
        state.snapshot.put(changed)
      }
    }
  }

  /// Deletes a device. Its identity stays as an arrival with its history, unless it is erased.
  ///
  /// - Parameter erasing: whether the identity is forgotten too.
  /// - Returns: the identity, whose history the caller has to remove if it is erased.
  @discardableResult
  public func deleteDevice(
    _ id: Int64, erasing: Bool = false, by requester: Requester
  ) throws(FleetError) -> DeviceIdentity {
    try change { store, snapshot in
      let device = try snapshot.editableDevice(id, for: requester)
      try store.deleteDevice(id)
      if erasing { try store.deleteIdentity(device.identity) }
      return Change(device.identity, concernsAdmission: true) { state in
        state.snapshot.removeDevice(id)
        if erasing {
          state.snapshot.removeIdentity(device.identity)
        } else {
          state.startCounting(device.identity)
        }
      }
    }
  }

  // MARK: Identities of devices

  /// A number for an identity that may be needed.
  private func newIdentity() throws(FleetError) -> DeviceIdentity {
    if let number = state.withLock({ $0.numbers.popFirst() }) {
      return DeviceIdentity(rawValue: number)
    }
    try makeDurable()
    guard let number = state.withLock({ $0.numbers.popFirst() }) else {
      throw .conflict("No identity is free; try again.")
    }
    return DeviceIdentity(rawValue: number)
  }
}

extension Snapshot {
  /// A device that a requester may see and change.
  func editableDevice(
    _ id: Int64, for requester: Requester
  ) throws(FleetError) -> Device {
    guard let device = devices[id], maySee(requester, device: id) else {
      throw .notFound("device \(id)")
    }
    try requireMayEditDevices(requester)
    return device
  }

  /// A device may be put only into what is there and what the requester may see.
  fileprivate func checkReferences(
    of device: Device, instead old: Device?, by requester: Requester
  ) throws(FleetError) {
    try check("groupId", device.groupId, .group, old: old?.groupId, by: requester)
    try check("calendarId", device.calendarId, .calendar, old: old?.calendarId, by: requester)
  }

  /// The identity that a new device with an identifier continues; nil if it begins anew.
  fileprivate func identity(for identifier: String, by requester: Requester) -> DeviceIdentity? {
    // A second identifier of another device leaves that one.
    guard let known = identityOf[identifier], let entry = entries[known], entry.deviceId == nil
    else { return nil }
    guard entry.hadDevice, case .user(let id) = requester else { return known }
    return accounts[id]?.user.administrator == true ? known : nil
  }
}

extension FleetState {
  /// Makes an identity known under an identifier.
  mutating func know(_ identity: DeviceIdentity, _ identifier: String, at time: Timestamp) {
    if snapshot.entries[identity] == nil {
      let contact = ContactState(firstSeen: time, lastSeen: time)
      snapshot.entries[identity] = IdentityEntry(identifiers: [], contact: contact)
      // It is about to be linked to a device, which takes it off the count again.
      startCounting(identity)
    }
    snapshot.name(identity, identifier)
  }
}

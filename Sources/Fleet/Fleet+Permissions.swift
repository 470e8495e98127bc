extension Snapshot {
  /// The devices that a requester may see.
  ///
  /// - Parameter all: for administrators every device, not only the linked ones.
  func visibleDevices(to requester: Requester, all: Bool) -> [Int64] {
    switch requester {
    case .machine: Array(devices.keys)
    case .user(let id):
      all && isAdministrator(id) ? Array(devices.keys) : visible(.device, to: id)
    }
  }

  func isAdministrator(_ user: Int64) -> Bool { accounts[user]?.user.administrator == true }

  /// The devices or objects of a kind that a user is linked to, directly or by a group.
  func visible(_ kind: ObjectKind, to user: Int64) -> [Int64] {
    let all = linked(kind, to: user)
    guard accounts[user]?.user.temporary == true else { return all }
    return all.filter { isBacked(user, ObjectReference(kind, $0)) }
  }

  private func linked(_ kind: ObjectKind, to user: Int64) -> [Int64] {
    let direct = links.properties(of: ObjectReference(.user, user), kind)
    guard kind == .device || kind == .group else { return direct }
    let groups = groups(of: user)
    guard !groups.isEmpty else { return direct }
    if kind == .group { return Array(groups) }
    var found = Set(direct)
    for device in devices.values where groups.contains(device.groupId) { found.insert(device.id) }
    return Array(found)
  }

  func maySee(_ requester: Requester, device id: Int64) -> Bool {
    guard case .user(let user) = requester else { return true }
    if isAdministrator(user) { return true }
    let isLinked =
      links.contains(.user(user, device: id))
      || isLinked(user, toGroup: devices[id]?.groupId ?? 0)
    return isLinked && isBacked(user, ObjectReference(.device, id))
  }

  /// Whether a user is linked to a group or to one that it stands in.
  func isLinked(_ user: Int64, toGroup group: Int64) -> Bool {
    guard group != 0 else { return false }
    let owner = ObjectReference(.user, user)
    return chain(fromGroup: group).contains {
      links.contains(Link(owner, ObjectReference(.group, $0)))
    }
  }

  /// The users who are linked to a device, directly or by a group.
  func viewers(of device: Int64) -> [Int64] {
    linkedUsers(of: device).filter { isBacked($0, ObjectReference(.device, device)) }
  }

  private func linkedUsers(of device: Int64) -> [Int64] {
    let direct = links.owners(of: ObjectReference(.device, device), .user)
    let group = devices[device]?.groupId ?? 0
    guard group != 0 else { return direct }
    var found = Set(direct)
    for group in chain(fromGroup: group) {
      found.formUnion(links.owners(of: ObjectReference(.group, group), .user))
    }
    return Array(found)
  }

  /// Whether a requester may know of a user: everybody of oneself, managers of whom they manage,
  /// administrators of all.
  func maySee(_ requester: Requester, user id: Int64) -> Bool {
    guard case .user(let user) = requester else { return true }
    return user == id || accounts[user]?.user.administrator == true
      || links.contains(Link(ObjectReference(.user, user), ObjectReference(.managedUser, id)))
  }

  func checkDeviceLimit(of requester: Requester) throws(FleetError) {
    guard case .user(let id) = requester, let user = accounts[id]?.user, user.deviceLimit >= 0,
      !user.administrator
    else { return }
    let count = links.properties(of: ObjectReference(.user, id), .device).count
    guard count < user.deviceLimit else {
      throw .forbidden(
        "You may have \(user.deviceLimit) devices and have \(count); an administrator can raise it."
      )
    }
  }
}

// What a requester may change. A change asks within its transaction: what was known before it may
// be over, because another program has written, or a password was hashed meanwhile.
extension Snapshot {
  /// The user behind a requester; nil for the machine.
  ///
  /// - Throws: ``FleetError/forbidden(_:)`` if the user has been deleted or disabled meanwhile.
  func requireUser(_ requester: Requester) throws(FleetError) -> User? {
    guard case .user(let id) = requester else { return nil }
    guard let user = accounts[id]?.user, !user.disabled else {
      throw .forbidden("This user is no longer there or is disabled.")
    }
    return user
  }

  func requireAdministrator(_ requester: Requester, to action: String) throws(FleetError) {
    guard let user = try requireUser(requester) else { return }
    guard user.administrator else { throw .forbidden("Only administrators may \(action).") }
  }

  /// Makes sure that a requester may change anything at all.
  func requireMayEdit(_ requester: Requester) throws(FleetError) {
    guard let user = try requireUser(requester), !user.administrator else { return }
    guard !user.readonly, !server.readonly else {
      throw .forbidden("You may look but not change anything.")
    }
  }

  func requireMayEditDevices(_ requester: Requester) throws(FleetError) {
    guard let user = try requireUser(requester), !user.administrator else { return }
    guard !user.readonly, !user.deviceReadonly, !server.readonly, !server.deviceReadonly else {
      throw .forbidden("You may look at devices but not change them.")
    }
  }
}

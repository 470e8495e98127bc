extension Snapshot {
  /// The devices that a requester may see.
  ///
  /// - Parameter all: for administrators every device, not only the linked ones.
  func visibleDevices(to requester: Requester, all: Bool) -> [Int64] {
    switch requester {
    case .machine: Array(devices.keys)
    case .user(let id):
      if all, accounts[id]?.user.administrator == true {
        Array(devices.keys)
      } else {
        links.properties(of: ObjectReference(.user, id), .device)
      }
    }
  }

  func maySee(_ requester: Requester, device id: Int64) -> Bool {
    guard case .user(let user) = requester else { return true }
    return accounts[user]?.user.administrator == true || links.contains(.user(user, device: id))
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

  func requireMayEditDevices(_ requester: Requester) throws(FleetError) {
    guard let user = try requireUser(requester), !user.administrator else { return }
    guard !user.readonly, !user.deviceReadonly, !server.readonly, !server.deviceReadonly else {
      throw .forbidden("You may look at devices but not change them.")
    }
  }
}

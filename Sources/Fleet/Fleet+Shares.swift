import Secrets
import Synchronization
public import Telemetry

/// What somebody shows to others for a while: a user without a password who sees one device or
/// group, and only as long as the one who shares does.
public struct Share: Sendable, Hashable {
  /// The number of the user who stands for it.
  public let id: Int64
  /// Who shares.
  public let sharerId: Int64
  /// What is shown: a device or a group.
  public let object: ObjectReference
  /// When it ends.
  public let expiresAt: Timestamp

  /// Shares that one user may have open at once.
  public static let mostPerUser = 50
}

extension Fleet {
  /// Shows a device or a group to whoever has the token, until a moment.
  ///
  /// - Returns: the token's text, which is kept nowhere else.
  public func share(
    _ object: ObjectReference, until wanted: Timestamp, by requester: Requester
  ) throws(FleetError) -> String {
    let time = now
    guard wanted > time else {
      throw .invalid(field: "expiration", reason: "a share must end in the future")
    }
    let text = SecureRandom.token(bytes: 24)
    let hash = Digest(of: text)
    try change { store, snapshot in
      guard let sharer = try snapshot.requireUser(requester) else {
        throw FleetError.forbidden("Only a user can share.")
      }
      guard snapshot.exists(object), snapshot.maySee(requester, object) else {
        throw FleetError.notFound("\(object.kind.rawValue) \(object.id)")
      }
      try snapshot.requireMayEdit(requester)
      guard !sharer.temporary else { throw FleetError.forbidden("What is shared is not yours.") }
      let count = snapshot.shares(of: sharer.id).count { $0.expiresAt > time }
      guard count < Share.mostPerUser else {
        throw FleetError.forbidden("You share \(count) things; end one first.")
      }
      let end = sharer.expirationTime.map { min($0, wanted) } ?? wanted
      var user = User.shown(snapshot.title(of: object), until: end)
      user.id = try store.write(Account(user: user, passwordHash: ""))
      let links = [
        Link(ObjectReference(.user, user.id), object),
        Link(ObjectReference(.user, sharer.id), ObjectReference(.managedUser, user.id)),
      ]
      for link in links { try store.write(link) }
      var token = AccessToken(id: 0, userId: user.id, createdAt: time, expiresAt: end)
      token.isReadOnly = true
      token.id = try store.insert(token, hash)
      return Change(()) { [user, token] state in
        state.snapshot.accounts[user.id] = Account(user: user, passwordHash: "")
        for link in links { state.snapshot.links.insert(link) }
        state.snapshot.tokens[hash] = token
      }
    }
    return text
  }

  /// What a requester shares; for administrators what everybody does.
  public func shares(for requester: Requester) -> [Share] {
    let time = now
    return read { snapshot in
      var sharer: Int64?
      if case .user(let id) = requester, !snapshot.isAdministrator(id) { sharer = id }
      return snapshot.shares(of: sharer).filter { $0.expiresAt > time }
    }
  }

  /// Ends a share.
  public func endShare(_ id: Int64, by requester: Requester) throws(FleetError) {
    try change { store, snapshot in
      guard snapshot.accounts[id]?.user.temporary == true, snapshot.maySee(requester, user: id),
        requester != .user(id)
      else { throw FleetError.notFound("share \(id)") }
      try snapshot.requireMayEdit(requester)
      try store.deleteUser(id)
      return Change(()) { $0.snapshot.removeUser(id) }
    }
  }

  /// Removes the users of shares that have ended. To be called now and then, such as every hour.
  public func removeEndedShares() throws(FleetError) {
    let time = now
    let isNeeded = read { !$0.endedShares(at: time).isEmpty }
    guard isNeeded else { return }
    try change { store, snapshot in
      let ended = snapshot.endedShares(at: time)
      for id in ended { try store.deleteUser(id) }
      return Change(()) { state in
        for id in ended { state.snapshot.removeUser(id) }
      }
    }
  }
}

extension User {
  /// The user who stands for something that is shown.
  fileprivate static func shown(_ title: String, until end: Timestamp) -> User {
    // Whoever has the link can read this address, so it names nobody.
    var user = User(name: title, email: "share-\(SecureRandom.token())")
    user.readonly = true
    user.deviceReadonly = true
    user.limitCommands = true
    user.disableReports = true
    user.fixedEmail = true
    user.temporary = true
    user.expirationTime = end
    return user
  }
}

extension Snapshot {
  /// What a user shares; nil for all users.
  fileprivate func shares(of sharer: Int64?) -> [Share] {
    var found: [Share] = []
    for user in accounts.values.map(\.user) where user.temporary {
      let owners = links.owners(of: ObjectReference(.managedUser, user.id), .user)
      let reference = ObjectReference(.user, user.id)
      let shown =
        links.properties(of: reference, .device).map { ObjectReference(.device, $0) }
        + links.properties(of: reference, .group).map { ObjectReference(.group, $0) }
      guard let owner = owners.first, sharer == nil || owner == sharer, let object = shown.first,
        let end = user.expirationTime
      else { continue }
      found.append(Share(id: user.id, sharerId: owner, object: object, expiresAt: end))
    }
    return found.sorted { $0.id < $1.id }
  }

  fileprivate func endedShares(at time: Timestamp) -> [Int64] {
    accounts.values.map(\.user).filter { user in
      user.temporary && user.expirationTime.map { $0 <= time } == true
    }.map(\.id)
  }

  fileprivate func title(of object: ObjectReference) -> String {
    switch object.kind {
    case .device: devices[object.id]?.name ?? ""
    default: objects[object.kind]?[object.id]?.text("name") ?? ""
    }
  }

  /// Whether a user may see what is linked to it: what is shared ends with the sight of the one who
  /// shares it.
  func isBacked(_ user: Int64, _ object: ObjectReference) -> Bool {
    guard accounts[user]?.user.temporary == true else { return true }
    return links.owners(of: ObjectReference(.managedUser, user), .user).contains { sharer in
      guard let owner = accounts[sharer]?.user, !owner.disabled, !owner.temporary else {
        return false
      }
      return maySee(.user(sharer), object)
    }
  }
}

import Secrets
import Telemetry

extension Fleet {
  // MARK: Looking

  /// The users that a requester may know of, by name.
  public func users(for requester: Requester) -> [User] {
    read { snapshot in
      snapshot.accounts.values.map(\.user).filter { snapshot.maySee(requester, user: $0.id) }
    }.sorted { ($0.name, $0.id) < ($1.name, $1.id) }
  }

  /// A user that a requester may know of.
  public func user(_ id: Int64, for requester: Requester) throws(FleetError) -> User {
    try read { $0 }.account(id, for: requester).user
  }

  /// The user with an e-mail address or second name, for the command line.
  public func user(named name: String) -> User? { read { $0.account(named: name)?.user } }

  /// Whether there is any user; without one the setup code makes the first.
  public var hasUsers: Bool { read { !$0.accounts.isEmpty } }

  // MARK: Changing

  /// Makes a user. Slow, because the password is hashed.
  ///
  /// - Throws: ``FleetError/forbidden(_:)`` unless an administrator or a manager asks.
  public func createUser(
    _ wanted: User, password: String, by requester: Requester
  ) throws(FleetError) -> User {
    try check(wanted, password: password)
    // Here too, so that nobody has passwords hashed in vain.
    _ = try read { $0 }.creator(of: wanted, requester)
    let hash = try hashed(password)
    return try change { store, snapshot in
      let creator = try snapshot.creator(of: wanted, requester)
      return try Self.added(wanted, hash, by: creator, store, snapshot)
    }
  }

  /// Changes a user, and the password if one is given, which ends all sessions and tokens of the
  /// user. Slow if a password is given.
  ///
  /// - Parameter keeping: a session that stays, such as the one that asks.
  public func updateUser(
    _ wanted: User, password: String? = nil, keeping session: Int64? = nil,
    by requester: Requester
  ) throws(FleetError) -> User {
    try check(wanted, password: password)
    // Here too, so that nobody has passwords hashed in vain.
    _ = try read { $0 }.editableAccount(wanted, requester)
    let hash: String?
    if let password { hash = try hashed(password) } else { hash = nil }
    return try change { store, snapshot in
      var account = try snapshot.editableAccount(wanted, requester)
      try snapshot.checkNames(of: wanted)
      if account.user.administrator, !wanted.administrator || wanted.disabled {
        try snapshot.checkOtherAdministrator(than: wanted.id)
      }
      // Codes of another key say nothing of those of this one.
      if account.user.totpKey != wanted.totpKey { account.codeStep = nil }
      account.user = wanted
      if let hash { account.passwordHash = hash }
      _ = try store.write(account)
      let ends = hash != nil || wanted.disabled
      if ends { try store.endSessions(ofUser: wanted.id, keeping: session ?? 0) }
      let changed = account
      return Change(wanted) { state in
        state.snapshot.accounts[wanted.id] = changed
        if ends { state.snapshot.endSessions(ofUser: wanted.id, keeping: session) }
      }
    }
  }

  /// Deletes a user with sessions, tokens and permissions. Devices stay.
  public func deleteUser(_ id: Int64, by requester: Requester) throws(FleetError) {
    try change { store, snapshot in
      let victim = try snapshot.account(id, for: requester).user
      if let editor = try snapshot.requireUser(requester), !editor.administrator {
        guard editor.isManager, !editor.readonly, editor.id != id, !victim.administrator else {
          throw FleetError.forbidden("You may not delete this user.")
        }
      }
      if victim.administrator { try snapshot.checkOtherAdministrator(than: id) }
      // What one has shared ends as well.
      let shared = snapshot.links.properties(of: ObjectReference(.user, id), .managedUser)
        .filter { snapshot.accounts[$0]?.user.temporary == true }
      for gone in [id] + shared { try store.deleteUser(gone) }
      return Change(()) { state in
        for gone in [id] + shared { state.snapshot.removeUser(gone) }
      }
    }
  }

  // MARK: Rules

  /// Refuses what cannot be.
  func check(_ user: User, password: String?) throws(FleetError) {
    guard !user.email.isEmpty, user.email.utf8.count <= 255,
      !user.email.contains(where: \.isWhitespace)
    else { throw .invalid(field: "email", reason: "an address has 1 to 255 bytes and no spaces") }
    guard !user.name.isEmpty, user.name.utf8.count <= 255 else {
      throw .invalid(field: "name", reason: "a name has 1 to 255 bytes")
    }
    if let key = user.totpKey, OneTimeCode(key: key) == nil {
      throw .invalid(
        field: "totpKey", reason: "must be a key in base 32, as POST /api/users/totp gives it")
    }
    guard let password else { return }
    let names = [user.email, user.name, user.login ?? ""]
    if let problem = PasswordRules.problem(with: password, names: names) {
      throw .invalid(field: "password", reason: problem)
    }
  }

  func hashed(_ password: String) throws(FleetError) -> String {
    do { return try hasher.hash(password) } catch {
      throw .invalid(field: "password", reason: error.description)
    }
  }

  /// Writes a new user and says what changes in memory. The first user gets all devices that are
  /// there already.
  static func added(
    _ wanted: User, _ hash: String, by creator: User?, _ store: Store, _ snapshot: Snapshot
  ) throws -> Change<User> {
    try snapshot.checkNames(of: wanted)
    var user = wanted
    user.id = 0
    user.id = try store.write(Account(user: user, passwordHash: hash))
    var links: [Link] = []
    if let creator, !creator.administrator {
      links.append(
        Link(ObjectReference(.user, creator.id), ObjectReference(.managedUser, user.id)))
    }
    if snapshot.accounts.isEmpty, user.administrator {
      links += snapshot.devices.keys.map { .user(user.id, device: $0) }
    }
    for link in links { try store.write(link) }
    let account = Account(user: user, passwordHash: hash)
    return Change(user) { [links] state in
      state.snapshot.accounts[account.user.id] = account
      for link in links { state.snapshot.links.insert(link) }
    }
  }
}

extension Snapshot {
  /// An account that a requester may know of.
  fileprivate func account(_ id: Int64, for requester: Requester) throws(FleetError) -> Account {
    guard maySee(requester, user: id), let account = accounts[id] else {
      throw .notFound("user \(id)")
    }
    return account
  }

  /// Who makes a user; nil for the machine.
  ///
  /// - Throws: ``FleetError/forbidden(_:)`` if the requester may not make this one.
  fileprivate func creator(
    of wanted: User, _ requester: Requester
  ) throws(FleetError) -> User? {
    let user = try requireUser(requester)
    guard let creator = user, !creator.administrator else { return user }
    guard creator.isManager, !creator.readonly else { throw .forbidden("You may not make users.") }
    guard !wanted.administrator, wanted.userLimit == 0 else {
      throw .forbidden("Only administrators may make administrators and managers.")
    }
    try checkUserLimit(of: creator)
    return creator
  }

  /// The account that a requester may change into what is wanted, as it is now.
  fileprivate func editableAccount(
    _ wanted: User, _ requester: Requester
  ) throws(FleetError) -> Account {
    let account = try account(wanted.id, for: requester)
    if let editor = try requireUser(requester) {
      try Self.check(wanted, account.user, by: editor)
    }
    return account
  }

  /// What only administrators may change about a user, and what read-only users may not at all.
  private static func check(
    _ wanted: User, _ old: User, by editor: User
  ) throws(FleetError) {
    guard !editor.administrator else { return }
    guard !editor.readonly else { throw .forbidden("You may look but not change anything.") }
    guard !old.administrator else {
      throw .forbidden("Only administrators may change administrators.")
    }
    let rights =
      wanted.administrator == old.administrator && wanted.readonly == old.readonly
      && wanted.deviceReadonly == old.deviceReadonly
      && wanted.limitCommands == old.limitCommands && wanted.disableReports == old.disableReports
      && wanted.fixedEmail == old.fixedEmail && wanted.deviceLimit == old.deviceLimit
      && wanted.userLimit == old.userLimit && wanted.temporary == old.temporary
    let isOwn = editor.id == old.id
    guard isOwn || editor.isManager else {
      throw .forbidden("Only managers and administrators may change others.")
    }
    let time = wanted.expirationTime == old.expirationTime && wanted.disabled == old.disabled
    guard rights, time || !isOwn else {
      throw .forbidden("Only administrators may change what a user may do.")
    }
    guard wanted.email == old.email || !(old.fixedEmail && isOwn) else {
      throw .forbidden("An administrator has fixed your e-mail address.")
    }
  }

  /// An e-mail address or second name leads to one user only.
  func checkNames(of user: User) throws(FleetError) {
    for name in [user.email, user.login].compactMap(\.self) {
      if let other = account(named: name), other.user.id != user.id {
        throw .conflict("There is already a user \(name).")
      }
    }
  }

  /// Somebody must be able to undo whatever happens.
  func checkOtherAdministrator(than id: Int64) throws(FleetError) {
    let others = accounts.values.map(\.user).filter { $0.administrator && !$0.disabled }
    guard others.contains(where: { $0.id != id }) else {
      throw .forbidden("This is the last administrator; make another one first.")
    }
  }

  func checkUserLimit(of user: User) throws(FleetError) {
    guard user.userLimit >= 0, !user.administrator else { return }
    let count = links.properties(of: ObjectReference(.user, user.id), .managedUser)
      .count { accounts[$0]?.user.temporary == false }
    guard count < user.userLimit else {
      throw .forbidden("You may manage \(user.userLimit) users and manage \(count).")
    }
  }
}

import Secrets
import Synchronization
import Telemetry

extension Fleet {
  /// Checks an e-mail address (or second name) and password. Slow on purpose: never on a thread
  /// that others wait for. Unknown users take as long as known ones and get the same answer.
  ///
  /// - Parameters:
  ///   - code: the code of the second factor, for users who have one.
  ///   - address: the address that the request came from.
  public func signIn(
    name: String, password: String, code: String? = nil, address: String
  ) throws(SignInError) -> User {
    let time = now
    let network = PeerNetwork(of: address)
    let wait = limiter.withLock { $0.attempt(account: name, network: network, at: time) }
    if let wait { throw .tooManyFailures(retryAfterSeconds: wait) }
    let account = read { $0.account(named: name) }
    guard hasher.verify(password, against: account?.passwordHash), let account else {
      throw .wrongCredentials
    }
    if let key = account.user.totpKey {
      guard let code, !code.isEmpty else {
        // Neither a failure nor a success: a wrong code that came before still counts.
        limiter.withLock { $0.withdraw(account: name, network: network) }
        throw .codeRequired
      }
      guard try takesCode(code, of: account, key, at: time) else { throw .wrongCode }
    }
    limiter.withLock { $0.succeed(account: name, network: network) }
    try Self.checkMayEnter(account.user, at: time)
    recentSignIns.withLock { $0.add(account, name: name, password: password, at: time) }
    renewHash(of: account, password)
    return account.user
  }

  /// Whether a code is right, and has not been used before. It is in the file as used before it
  /// opens anything.
  private func takesCode(
    _ code: String, of account: Account, _ key: String, at time: Timestamp
  ) throws(SignInError) -> Bool {
    guard let codes = OneTimeCode(key: key) else { return false }
    let id = account.user.id
    let seconds = time.milliseconds / 1_000
    // Wrong ones, which anybody may send, cost no transaction.
    guard codes.step(of: code, atSeconds: seconds, after: account.codeStep) != nil else {
      return false
    }
    do throws(FleetError) {
      return try change { store, snapshot in
        guard let current = snapshot.accounts[id], current.user.totpKey == key,
          let step = codes.step(of: code, atSeconds: seconds, after: current.codeStep)
        else { return Change(false) { _ in } }
        try store.writeCodeStep(step, ofUser: id)
        return Change(true) { $0.snapshot.accounts[id]?.codeStep = step }
      }
    } catch {
      throw .failed(error.description)
    }
  }

  /// The user whose name and password passed ``signIn(name:password:address:)`` within the last
  /// minutes and who may still enter; nil otherwise. Fast: for programs that send a password with
  /// every request.
  public func recentlySignedIn(name: String, password: String) -> User? {
    let time = now
    let found = recentSignIns.withLock { $0.find(name: name, password: password, at: time) }
    guard let found, let account = read({ $0.accounts[found.user] }),
      account.passwordHash == found.hash, account.user.totpKey == nil,
      (try? Self.checkMayEnter(account.user, at: time)) != nil
    else { return nil }
    return account.user
  }

  /// The user as whom another one may go on: oneself, for managers whom they manage, for
  /// administrators everybody. Nobody gains a right by it.
  public func user(_ id: Int64, enteredBy editor: Int64) throws(FleetError) -> User {
    let wanted = try user(id, for: .user(editor))
    guard let user = try read({ $0 }).requireUser(.user(editor)) else {
      throw .forbidden("Sign in first.")
    }
    if user.id != id, !user.administrator {
      let gains =
        wanted.administrator || (user.readonly && !wanted.readonly)
        || (user.deviceReadonly && !wanted.deviceReadonly)
        || (user.limitCommands && !wanted.limitCommands)
      guard user.isManager, !gains else { throw .forbidden("You may not enter as this user.") }
    }
    do throws(SignInError) {
      try Self.checkMayEnter(wanted, at: now)
    } catch {
      throw .forbidden(error.description)
    }
    return wanted
  }

  static func checkMayEnter(_ user: User, at time: Timestamp) throws(SignInError) {
    guard !user.disabled else { throw .disabled }
    if let end = user.expirationTime, end <= time { throw .expired }
  }

  /// Stores the password at today's cost if it was hashed at another.
  private func renewHash(of account: Account, _ password: String) {
    guard hasher.needsRehash(account.passwordHash), let hash = try? hasher.hash(password) else {
      return
    }
    let id = account.user.id
    // If it does not succeed now, it will at the next sign-in.
    _ = try? change { store, snapshot in
      guard var current = snapshot.accounts[id], current.passwordHash == account.passwordHash else {
        return Change(()) { _ in }
      }
      current.passwordHash = hash
      _ = try store.write(current)
      let renewed = current
      return Change(()) { $0.snapshot.accounts[id] = renewed }
    }
  }

  // MARK: The first administrator

  /// A fresh one-time code that makes the first administrator, valid for half an hour and five
  /// tries, to be shown on the machine only; nil once there is a user. An older code ends.
  public func makeSetupCode() -> String? {
    guard !hasUsers else { return nil }
    let code = SecureRandom.typeableCode()
    setupCode.withLock { $0 = SetupCode(code, at: now) }
    return code
  }

  /// Whether a setup code would be accepted now: there is no user and the code has not ended.
  public var isWaitingForSetup: Bool {
    let time = now
    return !hasUsers && setupCode.withLock { $0?.isAlive(at: time) ?? false }
  }

  /// Makes the first administrator by the setup code. Slow, because the password is hashed.
  public func setUp(
    code: String, name: String, email: String, password: String
  ) throws(SignInError) -> User {
    var user = User(name: name, email: email)
    user.administrator = true
    let time = now
    let outcome: SignInError? = setupCode.withLock { current in
      guard !hasUsers, current?.isAlive(at: time) == true else { return .noSetupCode }
      if current?.accepts(code) == true { return nil }
      return .wrongSetupCode(triesLeft: current?.triesLeft ?? 0)
    }
    if let outcome { throw outcome }
    do {
      try check(user, password: password)
      let hash = try hashed(password)
      let made = try change { [user] store, snapshot in
        guard snapshot.accounts.isEmpty else {
          throw FleetError.forbidden("There is a user already; sign in.")
        }
        return try Self.added(user, hash, by: nil, store, snapshot)
      }
      setupCode.withLock { $0 = nil }
      return made
    } catch {
      throw .failed(error.description)
    }
  }
}

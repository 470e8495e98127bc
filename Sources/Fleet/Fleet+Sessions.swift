import SQLite
import Secrets
import Synchronization
public import Telemetry

extension Fleet {
  // MARK: Sessions

  /// Opens a session of a user who has just signed in.
  ///
  /// - Parameters:
  ///   - address: the address that the request came from.
  ///   - agent: what the browser calls itself.
  ///   - origin: the Origin of the request; nil if it had none.
  ///   - replacing: the secret of the session that the request came with, which ends.
  ///   - token: the token that opens it: the session may do no more, and ends with it.
  /// - Returns: the session and its secret, which is kept nowhere else.
  public func openSession(
    for user: Int64, address: String, agent: String, origin: String? = nil,
    replacing old: String? = nil, from token: AccessToken? = nil
  ) throws(FleetError) -> (session: Session, secret: String) {
    let secret = SecureRandom.token()
    let hash = Digest(of: secret)
    let replaced = old.map { Digest(of: $0) }
    let time = now
    let limit = options.limits.sessionsPerUser
    let session = try change { store, snapshot in
      guard snapshot.accounts[user] != nil else { throw FleetError.notFound("user \(user)") }
      try store.deleteEnded(at: time)
      let ended = snapshot.sessionsToEnd(of: user, leaving: limit - 1, replacing: replaced)
      for id in ended { try store.run("DELETE FROM session WHERE id = ?", id) }
      var made = Session(
        id: 0, userId: user, createdAt: time, lastUsedAt: time, address: address,
        agent: String(decoding: agent.utf8.prefix(200), as: UTF8.self), origin: origin)
      if let token {
        guard snapshot.tokens.values.contains(where: { $0.id == token.id }) else {
          throw FleetError.notFound("token \(token.id)")
        }
        made.tokenId = token.id
        made.endsAt = token.expiresAt
        made.isReadOnly = token.isReadOnly
      }
      made.id = try store.insert(made, hash)
      return Change(made) { [made] state in
        state.snapshot.sessions = state.snapshot.sessions.filter {
          !ended.contains($0.value.id) && $0.value.isAlive(at: time)
        }
        state.snapshot.tokens = state.snapshot.tokens.filter { $0.value.expiresAt > time }
        state.snapshot.sessions[hash] = made
      }
    }
    return (session, secret)
  }

  /// The session that a secret opens and its user; nil if it opens none. Fast.
  public func session(secret: String) -> (session: Session, user: User)? {
    let time = now
    let hash = Digest(of: secret)
    let found: (Session, User, Bool)? = state.withLock { state in
      guard let session = state.snapshot.sessions[hash], session.isAlive(at: time),
        let user = state.snapshot.accounts[session.userId]?.user,
        (try? Self.checkMayEnter(user, at: time)) != nil
      else { return nil }
      state.note(user.id, at: time)
      let isOld = time.milliseconds - session.lastUsedAt.milliseconds > 3_600_000
      if isOld { state.snapshot.sessions[hash]?.lastUsedAt = time }
      return (session, user, isOld)
    }
    guard let (session, user, isOld) = found else { return nil }
    if isOld { touch(session, at: time) }
    return (session, user)
  }

  /// Writes when a session was last used, once an hour at most. If the file refuses, the session
  /// only ends earlier.
  private func touch(_ session: Session, at time: Timestamp) {
    _ = try? change { store, _ in
      try store.run(
        "UPDATE session SET lastUsedAt = ? WHERE id = ?", time.milliseconds, session.id)
      return Change(()) { _ in }
    }
  }

  /// Ends the session that a secret opens.
  public func closeSession(secret: String) throws(FleetError) {
    let hash = Digest(of: secret)
    guard let id = read({ $0.sessions[hash]?.id }) else { return }
    try change { store, _ in
      try store.run("DELETE FROM session WHERE id = ?", id)
      return Change(()) { $0.snapshot.sessions[hash] = nil }
    }
  }

  /// The open sessions of a user, the last used first.
  public func sessions(of user: Int64) -> [Session] {
    let time = now
    return read { snapshot in
      snapshot.sessions.values.filter { $0.userId == user && $0.isAlive(at: time) }
    }.sorted { $0.lastUsedAt > $1.lastUsedAt }
  }

  /// Ends one session of a user.
  public func revokeSession(_ id: Int64, of user: Int64) throws(FleetError) {
    try change { store, snapshot in
      guard let found = snapshot.sessions.first(where: { $0.value.id == id }),
        found.value.userId == user
      else { throw FleetError.notFound("session \(id)") }
      try store.run("DELETE FROM session WHERE id = ?", id)
      return Change(()) { $0.snapshot.sessions[found.key] = nil }
    }
  }

  // MARK: Tokens

  /// Makes a token with the rights of a user.
  ///
  /// - Parameters:
  ///   - name: what its owner knows it by.
  ///   - isReadOnly: whether it is good for reading only.
  /// - Returns: the token and its text, which is kept nowhere else.
  public func createToken(
    for user: Int64, expiresAt: Timestamp, name: String = "", isReadOnly: Bool = false
  ) throws(FleetError) -> (token: AccessToken, text: String) {
    let time = now
    guard expiresAt > time else {
      throw .invalid(field: "expiration", reason: "a token must end in the future")
    }
    guard name.utf8.count <= AccessToken.longestName else {
      throw .invalid(
        field: "name", reason: "a name has at most \(AccessToken.longestName) bytes")
    }
    let text = SecureRandom.token(bytes: 24)
    let hash = Digest(of: text)
    let limit = options.limits.tokensPerUser
    let token = try change { store, snapshot in
      guard snapshot.accounts[user] != nil else { throw FleetError.notFound("user \(user)") }
      try store.deleteEnded(at: time)
      let count = snapshot.tokens.values.count { $0.userId == user && $0.expiresAt > time }
      guard count < limit else {
        throw FleetError.forbidden("You have \(count) tokens; revoke one first.")
      }
      var made = AccessToken(id: 0, userId: user, createdAt: time, expiresAt: expiresAt)
      made.name = name
      made.isReadOnly = isReadOnly
      made.id = try store.insert(made, hash)
      return Change(made) { [made] in $0.snapshot.tokens[hash] = made }
    }
    return (token, text)
  }

  /// The user whose rights a token carries; nil if it carries none. Fast.
  public func user(token text: String) -> User? { access(token: text)?.user }

  /// A token by its text, with the user whose rights it carries; nil if it carries none. Fast.
  public func access(token text: String) -> (token: AccessToken, user: User)? {
    let time = now
    let hash = Digest(of: text)
    return state.withLock { state in
      guard let token = state.snapshot.tokens[hash], token.expiresAt > time,
        let user = state.snapshot.accounts[token.userId]?.user,
        (try? Self.checkMayEnter(user, at: time)) != nil
      else { return nil }
      state.note(user.id, at: time)
      return (token, user)
    }
  }

  /// The tokens of a user that are still good.
  public func tokens(of user: Int64) -> [AccessToken] {
    let time = now
    return read { $0.tokens.values.filter { $0.userId == user && $0.expiresAt > time } }
      .sorted { $0.id < $1.id }
  }

  /// Ends the token with a text; nothing happens if there is none.
  public func revokeToken(text: String) throws(FleetError) {
    guard let token = read({ $0.tokens[Digest(of: text)] }) else { return }
    try revokeToken(token.id, of: token.userId)
  }

  /// Ends one token of a user, with the sessions that it opened.
  public func revokeToken(_ id: Int64, of user: Int64) throws(FleetError) {
    try change { store, snapshot in
      guard let found = snapshot.tokens.first(where: { $0.value.id == id }),
        found.value.userId == user
      else { throw FleetError.notFound("token \(id)") }
      try store.run("DELETE FROM token WHERE id = ?", id)
      try store.run("DELETE FROM session WHERE tokenId = ?", id)
      return Change(()) { state in
        state.snapshot.tokens[found.key] = nil
        state.snapshot.sessions = state.snapshot.sessions.filter { $0.value.tokenId != id }
      }
    }
  }
}

extension Snapshot {
  /// The sessions of a user that end when a new one begins: the replaced one, and the longest
  /// unused beyond what is left.
  func sessionsToEnd(of user: Int64, leaving limit: Int, replacing replaced: Digest?) -> [Int64] {
    var ended = replaced.flatMap { sessions[$0]?.id }.map { [$0] } ?? []
    let open = sessions.values.filter { $0.userId == user && !ended.contains($0.id) }
    let oldest = open.sorted { $0.lastUsedAt < $1.lastUsedAt }
    ended += oldest.prefix(max(open.count - limit, 0)).map(\.id)
    return ended
  }
}

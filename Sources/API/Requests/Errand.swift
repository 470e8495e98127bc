import Fleet
import Telemetry
import WebServer

/// One request on its way: who asks is found out, whether they may, and then it is done, each on a
/// thread that it may hold up.
struct Errand: Sendable {
  let api: API
  let route: Route
  let parts: [String: String]
  let request: HTTPRequest
  let responder: Responder

  /// Begins on the web thread.
  func begin() {
    guard route.access != .open else {
      go(caller: nil, at: .quick)
      return
    }
    switch Credentials(fleet: api.fleet).identify(request) {
    case .nobody: go(caller: nil, at: .quick)
    case .caller(let caller): go(caller: caller, at: .quick)
    case .refused(let problem): responder.respond(problem.response)
    case .password(let name, let password): checkPassword(name, password)
    }
  }

  private func checkPassword(_ name: String, _ password: String) {
    let isAccepted = api.submit(.password) {
      guard isWanted else { return }
      do throws(Problem) {
        let caller = try Credentials(fleet: api.fleet).check(
          name: name, password: password, address: api.address(of: request))
        go(caller: caller, at: .password)
      } catch {
        responder.respond(error.response)
      }
    }
    if !isAccepted { responder.respond(Problem.busy.response) }
  }

  /// Goes on once it is known who asks; `place` is where we are.
  private func go(caller: Caller?, at place: Route.Cost) {
    let call = Call(
      request: request, parts: parts, address: api.address(of: request), caller: caller)
    if let problem = problem(caller) {
      responder.respond(problem.response)
      return
    }
    guard place == .quick, route.cost != .quick else {
      perform(call)
      return
    }
    let isAccepted = api.submit(route.cost, for: caller?.user.id) { perform(call) }
    if !isAccepted { responder.respond(Problem.busy.response) }
  }

  private func problem(_ caller: Caller?) -> Problem? {
    let foreign = api.origins.problem(
      with: request, caller: caller, isUnsafe: !request.method.isSafe)
    if let foreign { return foreign }
    if let caller, caller.isReadOnly, !route.isHarmless {
      return Problem(403, "This token is for reading only. Make one with another scope.")
    }
    switch route.access {
    case .open, .optional: return nil
    case .local where isLocal: return nil
    case .user, .administrator, .local: break
    }
    guard let caller else {
      return .notSignedIn("Sign in with POST /api/session, or send a token or a password.")
    }
    guard route.access == .user || caller.user.administrator else {
      return Problem(403, "Only administrators may do this.")
    }
    return nil
  }

  /// Whether the request is from this machine and no proxy has handed it on.
  private var isLocal: Bool {
    (request.peer == "::1" || request.peer.hasPrefix("127."))
      && request.headers["x-forwarded-for"] == nil && !api.isProxy(request.peer)
  }

  /// Whether it is worth to be done: who has left gets no answer, and a question of theirs would
  /// only be in the way of others. What may change something is done all the same.
  private var isWanted: Bool { responder.isAwaited || !request.method.isSafe }

  private func perform(_ call: Call) {
    guard isWanted else { return }
    switch route.action {
    case .deferred(let start): start(api, call, responder)
    case .answer(let answer):
      do throws(Problem) {
        let response = try answer(api, call)
        api.record(call, route.deed, response)
        api.respond(response, to: request, at: route.cost, responder)
      } catch {
        responder.respond(error.response)
      }
    }
  }
}

extension HTTPResponse {
  /// An answer in JSON.
  static func json(
    status: Int = 200, _ write: (inout JSONWriter) -> Void
  ) -> HTTPResponse {
    var json = JSONWriter()
    write(&json)
    return HTTPResponse(
      status: status,
      fields: [Field("Content-Type", "application/json"), Field("Cache-Control", "no-store")],
      body: .bytes(json.bytes))
  }

  /// Done, and nothing to say.
  static let noContent = HTTPResponse(status: 204)
}

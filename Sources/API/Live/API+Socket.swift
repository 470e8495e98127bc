import Fleet
public import WebServer

extension API {
  /// Decides about a request to become a WebSocket; on the web thread.
  public func socket(for request: HTTPRequest) -> WebSocketDecision {
    guard request.path == "/api/socket" else {
      return .refuse(Problem(404, "The only WebSocket is /api/socket.").response)
    }
    let caller: Caller
    switch Credentials(fleet: fleet).identify(request) {
    case .caller(let found): caller = found
    case .refused(let problem): return .refuse(problem.response)
    case .nobody, .password:
      let problem = Problem.notSignedIn(
        "Sign in with POST /api/session and send its cookie, or send a token.")
      return .refuse(problem.response)
    }
    if let problem = origins.problem(with: request, caller: caller, isUnsafe: true) {
      return .refuse(problem.response)
    }
    let session = LiveSession(hub: live, caller: caller, isAllowed: check(caller))
    return .accept(session)
  }

  /// Whether somebody who was let in still would be.
  private func check(_ caller: Caller) -> @Sendable () -> Bool {
    let fleet = fleet
    let clock = options.clock
    switch caller.proof {
    case .session(_, let secret): return { fleet.session(secret: secret) != nil }
    case .token(_, let text): return { fleet.user(token: text) != nil }
    case .password:
      let id = caller.user.id
      return {
        guard let user = try? fleet.user(id, for: .machine), !user.disabled else { return false }
        return user.expirationTime.map { $0 > clock() } ?? true
      }
    }
  }
}

import Fleet
import Telemetry
import WebServer

extension API {
  /// Where the one who asks is signed in.
  func listSessions(_ call: Call) throws(Problem) -> HTTPResponse {
    try call.requireLasting()
    let caller = try call.requireCaller()
    return .json { json in
      json.array(fleet.sessions(of: caller.user.id)) { json, session in
        json.object { json in
          json.member("id", .integer(session.id))
          json.time("createdAt", session.createdAt)
          json.time("lastUsedAt", session.lastUsedAt)
          json.member("address", .text(session.address))
          json.member("agent", .text(session.agent))
          json.member("current", .boolean(session.id == caller.session?.id))
        }
      }
    }
  }

  /// Signs the one who asks out somewhere.
  func revokeSession(_ call: Call) throws(Problem) -> HTTPResponse {
    try call.requireLasting()
    let id = try call.number()
    let user = try call.requireCaller().user.id
    do throws(FleetError) {
      try fleet.revokeSession(id, of: user)
    } catch {
      throw Problem(error)
    }
    live.checkClients()
    return .noContent
  }
}

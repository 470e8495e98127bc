import Fleet
import Telemetry
import WebServer

extension API {
  /// Where the one who asks is signed in.
  func listSessions(_ call: Call) throws(Problem) -> HTTPResponse {
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

  /// The tokens of the one who asks that are still good; their texts are known to nobody.
  func listTokens(_ call: Call) throws(Problem) -> HTTPResponse {
    let user = try call.requireCaller().user.id
    return .json { json in
      json.array(fleet.tokens(of: user)) { json, token in
        json.object { json in
          json.member("id", .integer(token.id))
          json.time("createdAt", token.createdAt)
          json.time("expiresAt", token.expiresAt)
        }
      }
    }
  }

  /// Ends one of them.
  func endToken(_ call: Call) throws(Problem) -> HTTPResponse {
    let id = try call.number()
    let user = try call.requireCaller().user.id
    do throws(FleetError) {
      try fleet.revokeToken(id, of: user)
    } catch {
      throw Problem(error)
    }
    live.checkClients()
    return .noContent
  }
}

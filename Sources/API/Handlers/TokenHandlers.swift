import Fleet
import Secrets
import Telemetry
import WebServer

extension API {
  /// Milliseconds for which a token is good unless a client says otherwise.
  private static let tokenLife: Int64 = 7 * 86_400_000

  /// Makes a token: `expiration`, a `name` to know it by, and `scope`, which is `all` or `read`.
  func makeToken(_ call: Call) throws(Problem) -> HTTPResponse {
    try call.requireLasting()
    let user = try call.requireCaller().user
    let form = call.request.form
    let end =
      try Self.moment(form, "expiration")
      ?? options.clock().advanced(byMilliseconds: Self.tokenLife)
    let scope = form["scope"] ?? ""
    guard ["", "all", "read"].contains(scope) else {
      throw Problem(400, "The field scope must be all or read.")
    }
    do throws(FleetError) {
      let made = try fleet.createToken(
        for: user.id, expiresAt: end, name: form["name"] ?? "", isReadOnly: scope == "read")
      return .text(made.text)
    } catch {
      throw Problem(error)
    }
  }

  /// Ends the token with a text, whosever it is: who has it could do worse.
  func revokeToken(_ call: Call) throws(Problem) -> HTTPResponse {
    guard let token = call.request.form["token"], !token.isEmpty else {
      throw Problem(400, "Send the field token as a form.")
    }
    do throws(FleetError) {
      try fleet.revokeToken(text: token)
    } catch {
      throw Problem(error)
    }
    live.checkClients()
    return .noContent
  }

  func listTokens(_ call: Call) throws(Problem) -> HTTPResponse {
    try call.requireLasting()
    let tokens = fleet.tokens(of: try call.requireCaller().user.id)
    return .json { json in
      json.array(tokens) { json, token in
        json.object { json in
          json.member("id", .integer(token.id))
          json.member("name", .text(token.name))
          json.member("scope", .text(token.isReadOnly ? "read" : "all"))
          json.time("createdAt", token.createdAt)
          json.time("expiresAt", token.expiresAt)
        }
      }
    }
  }

  /// Ends one of the tokens of the one who asks.
  func endToken(_ call: Call) throws(Problem) -> HTTPResponse {
    try call.requireLasting()
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

  /// A key for a second factor. It holds when the user is changed to have it.
  func makeCodeKey(_ call: Call) throws(Problem) -> HTTPResponse {
    try call.requireLasting()
    return .text(OneTimeCode.makeKey())
  }
}

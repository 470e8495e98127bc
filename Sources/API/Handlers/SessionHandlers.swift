import Fleet
import Telemetry
import WebServer

extension API {
  /// Milliseconds for which a token is good unless a client says otherwise.
  private static let tokenLife: Int64 = 7 * 86_400_000

  func readSession(_ call: Call) throws(Problem) -> HTTPResponse {
    // Existing clients take 404 for "not signed in" here.
    guard let caller = call.caller else { throw Problem(404, "Nobody is signed in.") }
    // A token in the address is good for a session, so that it need not stay there.
    guard case .token = caller.proof, call.request.query["token"] != nil else {
      return .json { $0.user(caller.user) }
    }
    return try enter(caller.user, call)
  }

  func openSession(_ call: Call) throws(Problem) -> HTTPResponse {
    let form = call.request.form
    guard let name = form["email"], let password = form["password"] else {
      throw Problem(400, "Send the fields email and password as a form.")
    }
    let caller = try Credentials(fleet: fleet).check(
      name: name, password: password, address: call.address)
    return try enter(caller.user, call)
  }

  /// Opens a session and sets its cookie.
  func enter(_ user: User, _ call: Call) throws(Problem) -> HTTPResponse {
    let request = call.request
    let secret: String
    do throws(FleetError) {
      secret = try fleet.openSession(
        for: user.id, address: call.address, agent: request.headers["user-agent"] ?? "",
        origin: request.headers["origin"], replacing: request.cookie(Credentials.cookieName)
      ).secret
    } catch {
      throw Problem(error)
    }
    var response = HTTPResponse.json { $0.user(user) }
    response.fields.append(cookie(secret, seconds: Session.idleLimit / 1_000, request))
    return response
  }

  func closeSession(_ call: Call) throws(Problem) -> HTTPResponse {
    var response = HTTPResponse.noContent
    response.fields.append(cookie("", seconds: 0, call.request))
    guard let secret = call.request.cookie(Credentials.cookieName) else { return response }
    do throws(FleetError) {
      try fleet.closeSession(secret: secret)
    } catch {
      throw Problem(error)
    }
    live.checkClients()
    return response
  }

  private func cookie(
    _ secret: String, seconds: Int64, _ request: HTTPRequest
  ) -> HTTPResponse.Field {
    var text = "\(Credentials.cookieName)=\(secret); Path=/; Max-Age=\(seconds)"
    text += "; HttpOnly; SameSite=Lax"
    if isSecure(request) { text += "; Secure" }
    return HTTPResponse.Field("Set-Cookie", text)
  }

  func makeToken(_ call: Call) throws(Problem) -> HTTPResponse {
    let user = try call.requireCaller().user
    var end = options.clock().advanced(byMilliseconds: Self.tokenLife)
    if let text = call.request.form["expiration"], !text.isEmpty {
      guard let time = Timestamp(iso8601: text) else {
        throw Problem(400, "The field expiration must be a moment such as 2026-11-20T09:30:00Z.")
      }
      end = time
    }
    do throws(FleetError) {
      return .text(try fleet.createToken(for: user.id, expiresAt: end).text)
    } catch {
      throw Problem(error)
    }
  }

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

  /// The first administrator, by the code that the server printed at its start.
  func setUp(_ call: Call) throws(Problem) -> HTTPResponse {
    let body = try JSONObject(body: call.request.body)
    let user = try makeAdministrator(body, code: try body.requiredText("code"))
    return try enter(user, call)
  }

  func makeAdministrator(_ body: JSONObject, code: String) throws(Problem) -> User {
    let email = try body.requiredText("email")
    let name = try body.text("name") ?? ""
    let password = try body.requiredText("password")
    do throws(SignInError) {
      return try fleet.setUp(
        code: code, name: name.isEmpty ? email : name, email: email, password: password)
    } catch {
      throw Problem(error)
    }
  }
}

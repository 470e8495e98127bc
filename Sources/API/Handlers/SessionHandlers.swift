import Fleet
import Telemetry
import WebServer

extension API {
  func readSession(_ call: Call) throws(Problem) -> HTTPResponse {
    // Existing clients take 404 for "not signed in" here.
    guard let caller = call.caller else { throw Problem(404, "Nobody is signed in.") }
    // A token in the address is good for a session, so that it need not stay there.
    guard case .token(let token, _) = caller.proof, call.request.query["token"] != nil else {
      return .json { $0.user(caller.user) }
    }
    return try enter(caller.user, call, from: token)
  }

  func openSession(_ call: Call) throws(Problem) -> HTTPResponse {
    let form = call.request.form
    guard let name = form["email"], let password = form["password"] else {
      throw Problem(400, "Send the fields email and password as a form.")
    }
    let caller = try Credentials(fleet: fleet).check(
      name: name, password: password, code: form["code"], address: call.address)
    return try enter(caller.user, call)
  }

  /// Opens a session and sets its cookie.
  func enter(
    _ user: User, _ call: Call, from token: AccessToken? = nil
  ) throws(Problem) -> HTTPResponse {
    let request = call.request
    let secret: String
    do throws(FleetError) {
      secret = try fleet.openSession(
        for: user.id, address: call.address, agent: request.headers["user-agent"] ?? "",
        origin: request.headers["origin"], replacing: request.cookie(Credentials.cookieName),
        from: token
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

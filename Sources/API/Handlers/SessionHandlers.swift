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
    if let problem = OriginRule.problemWithEntering(call.request) { throw problem }
    let response = try enter(caller.user, call, from: token)
    record(call, .signIn, response)
    return response
  }

  /// Goes on as another user, whom the one who asks manages.
  func enterAsUser(_ call: Call) throws(Problem) -> HTTPResponse {
    if let problem = OriginRule.problemWithEntering(call.request) { throw problem }
    let caller = try call.requireCaller()
    let id = try call.number()
    let user: User
    do throws(FleetError) {
      user = try fleet.user(id, enteredBy: caller.user.id)
    } catch {
      throw Problem(error)
    }
    // What a token opens ends with it and may do no more, which another user's session would not.
    let isByToken =
      switch caller.proof {
      case .session(let session, _): session.tokenId != nil
      case .token: true
      case .password: false
      }
    guard !isByToken else {
      throw Problem(403, "Sign in with your password with POST /api/session first.")
    }
    let response = try enter(user, call, origin: caller.session?.origin)
    record(call, .entry, response)
    return response
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
  ///
  /// - Parameter origin: the page that it belongs to, where the request does not say it.
  func enter(
    _ user: User, _ call: Call, from token: AccessToken? = nil, origin: String? = nil
  ) throws(Problem) -> HTTPResponse {
    let request = call.request
    let secret: String
    do throws(FleetError) {
      secret = try fleet.openSession(
        for: user.id, address: call.address, agent: request.headers["user-agent"] ?? "",
        origin: request.headers["origin"] ?? origin,
        replacing: request.cookie(Credentials.cookieName),
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

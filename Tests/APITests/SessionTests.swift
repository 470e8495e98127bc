import API
import Fleet
import Foundation
import TestKit
import Testing
import WebServer

@Suite struct SessionTests {
  private func form(_ fields: [String: String]) -> (body: String, headers: [String: String]) {
    let allowed = CharacterSet.alphanumerics
    let body = fields.map { name, value in
      name + "=" + (value.addingPercentEncoding(withAllowedCharacters: allowed) ?? "")
    }.joined(separator: "&")
    return (body, ["Content-Type": "application/x-www-form-urlencoded"])
  }

  private func basic(_ name: String, _ password: String) -> [String: String] {
    ["Authorization": "Basic " + Data("\(name):\(password)".utf8).base64EncodedString()]
  }

  /// What Home Assistant's client does: a password with every request, then a session for the
  /// WebSocket.
  @Test func walkOfAnExistingClient() throws {
    let fixture = try APIFixture()
    let ada = try fixture.user("ada")
    let device = try fixture.device("van", for: ada)
    try fixture.report(device.identity, latitude: 50)
    let authorization = basic("ada@example.org", APIFixture.password)
    let client = try fixture.client
    let server: StrictServer = try client.request("GET", "/api/server", headers: authorization)
      .decoded()
    #expect(server.version == "1.2.3")
    let devices: [StrictDevice] = try client.request(
      "GET", "/api/devices", headers: authorization
    ).decoded()
    #expect(devices.map(\.name) == ["van"])
    let positions: [StrictPosition] = try client.request(
      "GET", "/api/positions", headers: authorization
    ).decoded()
    #expect(positions.map(\.latitude) == [50])
    let form = form(["email": "ada@example.org", "password": APIFixture.password])
    let session = try client.request(
      "POST", "/api/session",
      headers: authorization.merging(form.headers) { $1 }, body: form.body)
    let user: StrictUser = try session.decoded()
    #expect(user.email == "ada@example.org")
    #expect(user.password == nil)
    let cookie = try #require(session.headers["set-cookie"])
    for part in ["JSESSIONID=", "; HttpOnly", "; SameSite=Lax", "; Path=/"] {
      #expect(cookie.contains(part))
    }
    let socket = try WebSocketClient(
      port: fixture.server.port, "/api/socket",
      headers: ["Cookie": String(cookie.prefix { $0 != ";" })])
    #expect(socket.handshake.status == 101)
    let first = try #require(try socket.receive())
    let message = try JSONDecoder().decode(LiveMessage.self, from: Data(first.utf8))
    #expect(message.positions?.map(\.deviceId) == [device.id])
  }

  @Test func wrongPasswordsAreRefusedAndThenDelayed() throws {
    let fixture = try APIFixture()
    try fixture.user("ada")
    var statuses: [Int] = []
    for _ in 0..<8 {
      let form = form(["email": "ada@example.org", "password": "wrong wrong wrong"])
      statuses.append(
        try fixture.ask("POST", "/api/session", body: form.body, headers: form.headers).status)
    }
    #expect(statuses.first == 401)
    #expect(statuses.last == 429)
    let answer = try fixture.ask(
      "GET", "/api/devices", headers: basic("ada@example.org", APIFixture.password))
    #expect(answer.status == 429)
    #expect(answer.headers["retry-after"] != nil)
  }

  @Test func cookieOfAnEncryptedPageStaysEncrypted() throws {
    let fixture = try APIFixture()
    try fixture.user("ada")
    let form = form(["email": "ada@example.org", "password": APIFixture.password])
    for (scheme, isSecure) in [("http", false), ("https", true)] {
      let answer = try fixture.client.request(
        "POST", "/api/session",
        headers: form.headers.merging(["Origin": "\(scheme)://127.0.0.1"]) { $1 },
        body: form.body)
      #expect(answer.status == 200)
      #expect(answer.headers["set-cookie"]?.hasSuffix("; Secure") == isSecure)
    }
  }

  @Test func cookieOpensAndLogoutCloses() throws {
    let fixture = try APIFixture()
    let ada = try fixture.user("ada")
    let cookie = try fixture.cookie(of: ada)
    let client = try fixture.client
    let user: StrictUser = try client.request("GET", "/api/session", headers: cookie).decoded()
    #expect(user.id == ada.id)
    #expect(try client.request("DELETE", "/api/session", headers: cookie).status == 204)
    #expect(try client.request("GET", "/api/session", headers: cookie).status == 404)
    #expect(try client.request("GET", "/api/devices", headers: cookie).status == 401)
  }

  /// They are listed without what opens, and each is its owner's to end.
  @Test func tokensAreListedAndEnded() throws {
    struct Token: Decodable { let id: Int64 }
    let fixture = try APIFixture()
    let ada = try fixture.user("ada")
    let eve = try fixture.user("eve")
    let text = try fixture.ask("POST", "/api/session/token", as: ada, body: "").text
    let bearer = ["Authorization": "Bearer \(text)"]
    let list = try fixture.ask("GET", "/api/session/tokens", as: ada)
    let token = try #require(try list.decoded([Token].self).first)
    #expect(!list.text.contains(text))
    #expect(try fixture.ask("GET", "/api/session/tokens", as: eve).text == "[]")
    let path = "/api/session/tokens/\(token.id)"
    #expect(try fixture.ask("DELETE", path, as: eve).status == 404)
    #expect(try fixture.client.request("GET", "/api/devices", headers: bearer).status == 200)
    #expect(try fixture.ask("DELETE", path, as: ada).status == 204)
    #expect(try fixture.client.request("GET", "/api/devices", headers: bearer).status == 401)
    #expect(try fixture.ask("GET", "/api/session/tokens", as: ada).text == "[]")
  }

  @Test func tokensInHeaderAndAddress() throws {
    let fixture = try APIFixture()
    let ada = try fixture.user("ada")
    let made = try fixture.ask("POST", "/api/session/token", as: ada, body: "")
    #expect(made.status == 200)
    #expect(made.headers["content-type"]?.hasPrefix("text/plain") == true)
    let token = made.text
    let bearer = ["Authorization": "Bearer \(token)"]
    #expect(try fixture.ask("GET", "/api/devices", headers: bearer).status == 200)
    #expect(try fixture.ask("GET", "/api/devices?token=\(token)").status == 200)
    let session = try fixture.ask("GET", "/api/session?token=\(token)")
    #expect(session.headers["set-cookie"]?.hasPrefix("JSESSIONID=") == true)
    let socket = try WebSocketClient(port: fixture.server.port, "/api/socket?token=\(token)")
    #expect(socket.handshake.status == 101)
    let form = form(["token": token])
    let revoked = try fixture.ask(
      "POST", "/api/session/token/revoke", as: ada, body: form.body, headers: form.headers)
    #expect(revoked.status == 204)
    #expect(try fixture.ask("GET", "/api/devices", headers: bearer).status == 401)
    // The client that came with it is shown out.
    while try socket.receive() != nil {}
    #expect(socket.closeCode == 4_401)
  }

  @Test func firstAdministratorByTheSetupCode() throws {
    let fixture = try APIFixture()
    let before: StrictServer = try fixture.ask("GET", "/api/server").decoded()
    #expect(before.newServer)
    #expect(before.attributes.trackerPort == 8_888)
    let code = try #require(fixture.fleet.makeSetupCode())
    let body = """
      {"name":"Grace","email":"grace@example.org","password":"\(APIFixture.password)"}
      """
    #expect(try fixture.ask("POST", "/api/users", body: body).status == 401)
    #expect(try fixture.ask("POST", "/api/users?setup=nonsense", body: body).status == 403)
    let made: StrictUser = try fixture.ask("POST", "/api/users?setup=\(code)", body: body)
      .decoded()
    #expect(made.administrator)
    #expect(try fixture.ask("POST", "/api/users?setup=\(code)", body: body).status == 401)
    let after: StrictServer = try fixture.ask("GET", "/api/server").decoded()
    #expect(!after.newServer)
  }

  @Test func setupOpensASession() throws {
    let fixture = try APIFixture()
    let code = try #require(fixture.fleet.makeSetupCode())
    let body = """
      {"code":"\(code)","name":"Grace","email":"grace@example.org",\
      "password":"\(APIFixture.password)"}
      """
    let answer = try fixture.ask("POST", "/api/setup", body: body)
    let user: StrictUser = try answer.decoded()
    #expect(user.administrator)
    let cookie = try #require(answer.headers["set-cookie"]?.prefix { $0 != ";" })
    let arrivals = try fixture.ask("GET", "/api/arrivals", headers: ["Cookie": String(cookie)])
    #expect(arrivals.status == 200)
  }

  @Test(arguments: ["null", "http://evil.example", "https://127.0.0.1.evil.example", "file://"])
  func otherSitesAreRefused(origin: String) throws {
    let fixture = try APIFixture()
    let ada = try fixture.user("ada")
    let device = try fixture.device("van", for: ada)
    let requests = [
      ("POST", "/api/devices", "{\"uniqueId\":\"x\"}"), ("PUT", "/api/devices/\(device.id)", "{}"),
      ("DELETE", "/api/devices/\(device.id)", ""), ("POST", "/api/session/token", ""),
      ("POST", "/api/session", "email=a&password=b"), ("DELETE", "/api/session", ""),
      ("POST", "/api/permissions", "{\"userId\":1,\"deviceId\":1}"), ("GET", "/api/devices", ""),
    ]
    for (method, target, body) in requests {
      let answer = try fixture.ask(
        method, target, as: ada, body: body, headers: ["Origin": origin])
      #expect(answer.status == 403, "\(method) \(target)")
    }
    let headers = try fixture.cookie(of: ada).merging(["Origin": origin]) { $1 }
    let socket = try WebSocketClient(
      port: fixture.server.port, "/api/socket", headers: headers)
    #expect(socket.handshake.status == 403)
    #expect(fixture.fleet.devices(for: .user(ada.id)).count == 1)
  }

  @Test func ownPageAndProgramsAreNot() throws {
    let fixture = try APIFixture { $1.publicOrigins = ["https://fleet.example.org"] }
    let ada = try fixture.user("ada")
    for origin in ["http://127.0.0.1", "https://127.0.0.1", "https://fleet.example.org"] {
      let answer = try fixture.ask(
        "POST", "/api/session/token", as: ada, body: "", headers: ["Origin": origin])
      #expect(answer.status == 200)
    }
    #expect(try fixture.ask("POST", "/api/session/token", as: ada, body: "").status == 200)
    // A browser's session is not for requests that do not say where they are from.
    let cookie = try fixture.cookie(of: ada, origin: "http://127.0.0.1")
    #expect(
      try fixture.ask("POST", "/api/session/token", body: "", headers: cookie).status == 403)
    #expect(try fixture.ask("GET", "/api/devices", headers: cookie).status == 200)
  }
}

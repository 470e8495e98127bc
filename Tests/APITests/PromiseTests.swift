import API
import Fleet
import Foundation
import Telemetry
import TestKit
import Testing
import WebServer

/// What the server promises about its doors, for every route of the table.
@Suite struct PromiseTests {
  private let form = ["Content-Type": "application/x-www-form-urlencoded"]

  private func path(_ route: Route) -> String {
    route.path.split(separator: "/", omittingEmptySubsequences: false).map { part in
      part.hasPrefix("{") ? "1" : String(part)
    }.joined(separator: "/")
  }

  // MARK: First start

  /// Before there is an administrator nobody gets in, and nobody becomes one without the code.
  @Test func aFreshServerHasNoOpenDoor() throws {
    let fixture = try APIFixture()
    let body = """
      {"name":"Eve","email":"eve@example.org","password":"\(APIFixture.password)",\
      "administrator":true,"code":"AAAA-AAAA-AAAA","registration":true,"userId":1,"deviceId":1}
      """
    _ = fixture.fleet.makeSetupCode()
    for route in API.routes {
      let answer = try fixture.client.request(
        route.method.rawValue, path(route), body: route.method.isSafe ? nil : body)
      let isOpen = answer.status < 300
      let mayBeOpen = route.access == .open || route.access == .local || route.method == .delete
      #expect(!isOpen || mayBeOpen, "\(route.method) \(route.path): \(answer.status)")
      #expect(answer.headers["set-cookie"]?.contains("JSESSIONID=;") != false)
    }
    #expect(!fixture.fleet.hasUsers)
    #expect(!fixture.fleet.server.registration)
  }

  // MARK: Signing in

  @Test func nobodyLearnsWhoThereIs() throws {
    let fixture = try APIFixture()
    try fixture.user("ada")
    func answers(_ name: String) throws -> [String] {
      try (0..<8).map { _ in
        let answer = try fixture.ask(
          "POST", "/api/session", body: "email=\(name)@example.org&password=wrong", headers: form)
        return "\(answer.status) \(answer.text) \(answer.headers["retry-after"] ?? "")"
      }
    }
    // The network counts too, but only after a hundred failures.
    #expect(try answers("ada") == answers("nobody"))
  }

  @Test func tooManyPasswordsAtOnceWait() throws {
    let fixture = try APIFixture { $1.mostWaiting = 0 }
    let answer = try fixture.ask(
      "POST", "/api/session", body: "email=ada@example.org&password=wrong", headers: form)
    #expect(answer.status == 503 && answer.headers["retry-after"] != nil)
    #expect(try fixture.ask("GET", "/api/server").status == 200)
  }

  // MARK: Sessions

  /// Nobody can give somebody a session that he knows.
  @Test func aSessionIsNeverGivenFromOutside() throws {
    let fixture = try APIFixture()
    try fixture.user("ada")
    let password = APIFixture.password.replacing(" ", with: "+")
    func enter(_ cookie: String) throws -> String {
      let answer = try fixture.ask(
        "POST", "/api/session", body: "email=ada@example.org&password=\(password)",
        headers: form.merging(["Cookie": cookie]) { $1 })
      #expect(answer.status == 200)
      return String(try #require(answer.headers["set-cookie"]).prefix { $0 != ";" })
    }
    let planted = "JSESSIONID=AAAAAAAAAAAAAAAAAAAAAA"
    let first = try enter(planted)
    #expect(first != planted)
    #expect(try fixture.ask("GET", "/api/devices", headers: ["Cookie": planted]).status == 401)
    // Signing in again ends the session that the browser had.
    let second = try enter(first)
    #expect(second != first)
    #expect(try fixture.ask("GET", "/api/devices", headers: ["Cookie": first]).status == 401)
    #expect(try fixture.ask("GET", "/api/devices", headers: ["Cookie": second]).status == 200)
  }

  @Test func nothingIsGoodAfterItsEnd() throws {
    let fixture = try APIFixture()
    let ada = try fixture.user("ada")
    let here = try fixture.cookie(of: ada)
    let there = try fixture.cookie(of: ada)
    let end = fixture.clock.now.advanced(byMilliseconds: 600_000)
    let token = try fixture.fleet.createToken(for: ada.id, expiresAt: end).text
    let bearer = ["Authorization": "Bearer \(token)"]
    func status(_ headers: [String: String]) throws -> Int {
      try fixture.ask("GET", "/api/devices", headers: headers).status
    }
    #expect(try [here, there, bearer].map(status) == [200, 200, 200])
    let change = try fixture.ask(
      "PUT", "/api/users/\(ada.id)", body: "{\"password\":\"another long evening\"}", headers: here)
    #expect(change.status == 200)
    #expect(try [here, there, bearer].map(status) == [200, 401, 401])
    #expect(try fixture.ask("DELETE", "/api/session", headers: here).status == 204)
    #expect(try status(here) == 401)
    let last = try fixture.cookie(of: ada)
    fixture.clock.advance(seconds: 30 * 86_400)
    #expect(try status(last) == 401)
  }

  // MARK: Other sites

  /// Every route that may change something, from every place that is not our page.
  @Test func noUnsafeRouteListensToOtherSites() throws {
    let fixture = try APIFixture { $1.publicOrigins = ["https://fleet.example.org"] }
    let ada = try fixture.user("ada") { $0.administrator = true }
    let program = try fixture.cookie(of: ada)
    let browser = try fixture.cookie(of: ada, origin: "https://fleet.example.org")
    let origins = [
      "null", "https://evil.example", "https://a.fleet.example.org", "http://fleet.example.org",
      "https://fleet.example.org.evil.example", "https://fleet.example.org:444",
    ]
    for route in API.routes where !route.method.isSafe {
      let client = try fixture.client
      for origin in origins {
        for cookie in [program, browser] {
          let answer = try client.request(
            route.method.rawValue, path(route),
            headers: cookie.merging(["Origin": origin]) { $1 }, body: "{}")
          #expect(answer.status == 403, "\(route.method) \(route.path) from \(origin)")
        }
      }
      // A browser that does not say where it is; who is not asked who they are has no session.
      guard route.access != .open else { continue }
      let answer = try client.request(
        route.method.rawValue, path(route), headers: browser, body: "{}")
      #expect(answer.status == 403, "\(route.method) \(route.path) from nowhere")
    }
    #expect(try fixture.ask("GET", "/api/session", headers: program).status == 200)
  }

  // MARK: Header fields

  private func check(_ answer: WebAnswer, _ name: String) {
    let policy = answer.headers["content-security-policy"] ?? ""
    #expect(policy.contains("default-src 'self'") || policy.contains("'none'"), "\(name)")
    #expect(!policy.contains("unsafe-inline") && !policy.contains("unsafe-eval"), "\(name)")
    #expect(answer.headers["x-content-type-options"]?.hasPrefix("nosniff") == true, "\(name)")
    #expect(answer.headers["referrer-policy"] == "same-origin", "\(name)")
    #expect(answer.headers["x-frame-options"] == "DENY", "\(name)")
    #expect(answer.headers["cross-origin-opener-policy"] == "same-origin", "\(name)")
    #expect(answer.headers["access-control-allow-origin"] == nil, "\(name)")
  }

  @Test func everyAnswerTellsTheBrowserToBeCareful() throws {
    let fixture = try APIFixture()
    let ada = try fixture.user("ada") { $0.administrator = true }
    for route in API.routes where route.path != "/api/session" || route.method != .delete {
      for headers in [[:], try fixture.cookie(of: ada)] {
        let answer = try fixture.ask(
          route.method.rawValue, path(route), body: route.method.isSafe ? nil : "{}",
          headers: headers)
        check(answer, "\(route.method) \(route.path)")
        if answer.headers["content-type"]?.hasPrefix("application/") == true,
          route.access == .user
        {
          #expect(answer.headers["cache-control"]?.contains("no-") == true, "\(route.path)")
        }
      }
    }
    for (method, target) in [
      ("GET", "/"), ("GET", "/nothing"), ("PATCH", "/api/devices"), ("OPTIONS", "/api/devices"),
      ("HEAD", "/api/server"), ("POST", "/"), ("GET", "/api/media/../x"),
    ] {
      check(try fixture.ask(method, target), "\(method) \(target)")
    }
    for request in [
      "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n",
      "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9999999\r\n\r\n",
      "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: x\r\n\r\n",
      "POST / HTTP/1.1\r\nHost: a\r\nContent-Encoding: gzip\r\nContent-Length: 0\r\n\r\n",
    ] {
      let client = try fixture.client
      client.send(request)
      check(try client.answer(), request)
    }
    let socket = try WebSocketClient(port: fixture.server.port, "/api/socket")
    check(socket.handshake, "a refused WebSocket")
  }

  // MARK: Cost

  /// What is at its bound is taken, what is beyond it is refused with a sentence.
  @Test func requestsHaveBounds() throws {
    let fixture = try APIFixture()
    let ada = try fixture.user("ada")
    func deep(_ levels: Int) -> String {
      String(repeating: "[", count: levels) + String(repeating: "]", count: levels)
    }
    func post(_ path: String, _ body: String) throws -> (Int, String) {
      let answer = try fixture.ask("POST", path, as: ada, body: body)
      return (answer.status, answer.text)
    }
    #expect(try !post("/api/devices", deep(32)).1.contains("nested"))
    #expect(try post("/api/devices", deep(33)).1.contains("nested"))
    let size = 1_048_576
    #expect(try post("/api/devices", String(repeating: " ", count: size)).0 == 400)
    #expect(try post("/api/devices", String(repeating: " ", count: size + 1)).0 == 413)
    let link = "{\"userId\":1,\"deviceId\":1}"
    let links = Array(repeating: link, count: 10_001).joined(separator: ",")
    #expect(try post("/api/permissions/bulk", "[\(links)]").0 == 400)
    #expect(
      try post("/api/decode", "{\"hex\":\"\(String(repeating: "00", count: 65_537))\"}").0 == 413)
    let van = try fixture.device("van", for: ada)
    for query in [
      "/api/devices/\(van.id)/frames?limit=501",
      "/api/positions?" + (0..<1_001).map { "id=\($0)" }.joined(separator: "&"),
    ] {
      let answer = try? fixture.ask("GET", query, as: ada)
      #expect([nil, 400].contains(answer?.status), "\(query.prefix(60))")
    }
    // A list of parameters without end is cut, not followed; the library may hang up on it.
    let many = (0..<2_000).map { "a\($0)" }.joined(separator: "&")
    let answer = try? fixture.ask("GET", "/api/server?" + many)
    #expect([nil, 200, 400, 413, 414, 431].contains(answer?.status))
    #expect(try fixture.ask("GET", "/api/server").status == 200)
  }
}

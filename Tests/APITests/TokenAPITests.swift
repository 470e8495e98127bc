import API
import Fleet
import Foundation
import Secrets
import Telemetry
import TestKit
import Testing
import WebServer

@Suite struct TokenAPITests {
  private struct Token: Decodable {
    let id: Int64
    let name: String
    let scope: String
    let createdAt: String
    let expiresAt: String
  }

  private let form = ["Content-Type": "application/x-www-form-urlencoded"]

  private func token(_ fixture: APIFixture, _ user: User, _ fields: String) throws -> String {
    let answer = try fixture.ask(
      "POST", "/api/session/token", as: user, body: fields, headers: form)
    #expect(answer.status == 200, "\(answer.text)")
    return answer.text
  }

  @Test func ownTokensAreListedAndEnded() throws {
    let fixture = try APIFixture()
    let ada = try fixture.user("ada")
    let text = try token(fixture, ada, "name=Home%20Assistant&expiration=2030-01-01T00:00:00Z")
    _ = try token(fixture, ada, "scope=read")
    let list = try fixture.ask("GET", "/api/session/tokens", as: ada)
    let tokens: [Token] = try list.decoded()
    #expect(tokens.map(\.name) == ["Home Assistant", ""])
    #expect(tokens.map(\.scope) == ["all", "read"])
    #expect(tokens[0].expiresAt.hasPrefix("2030-01-01"))
    #expect(!list.text.contains(text))
    #expect(try fixture.ask("DELETE", "/api/session/tokens/\(tokens[0].id)", as: ada).status == 204)
    let bearer = ["Authorization": "Bearer \(text)"]
    #expect(try fixture.ask("GET", "/api/devices", headers: bearer).status == 401)
    for wrong in ["scope=write", "expiration=soon", "expiration=2001-01-01T00:00:00Z"] {
      let answer = try fixture.ask(
        "POST", "/api/session/token", as: ada, body: wrong, headers: form)
      #expect(answer.status == 400, "\(wrong)")
    }
  }

  /// A token for reading changes nothing, nor does the session that it opens.
  @Test func aTokenForReadingOnlyReads() throws {
    let fixture = try APIFixture()
    let ada = try fixture.user("ada") { $0.administrator = true }
    let text = try token(fixture, ada, "scope=read")
    let bearer = ["Authorization": "Bearer \(text)"]
    let entered = try fixture.ask("GET", "/api/session?token=\(text)")
    let cookie = String(try #require(entered.headers["set-cookie"]).prefix { $0 != ";" })
    for headers in [bearer, ["Cookie": cookie]] {
      let client = try fixture.client
      #expect(try client.request("GET", "/api/devices", headers: headers).status == 200)
      for route in API.routes where !route.method.isSafe && route.access != .open {
        if ["/api/decode", "/api/session/token/revoke", "/api/session"].contains(route.path) {
          continue
        }
        let path = route.path.replacing("{id}", with: "1")
        let answer = try client.request(route.method.rawValue, path, headers: headers, body: "{}")
        #expect(answer.status == 403, "\(route.method) \(route.path)")
      }
    }
    #expect(try fixture.ask("POST", "/api/devices", body: "{}", headers: bearer).status == 403)
    #expect(fixture.fleet.devices(for: .machine).isEmpty)
  }

  /// A session that a token opened ends with it, by time and by hand.
  @Test func aSessionEndsWithItsToken() throws {
    let fixture = try APIFixture()
    let ada = try fixture.user("ada")
    func enter() throws -> (token: String, cookie: [String: String]) {
      let text = try token(fixture, ada, "")
      let answer = try fixture.ask("GET", "/api/session?token=\(text)")
      let cookie = try #require(answer.headers["set-cookie"]).prefix { $0 != ";" }
      return (text, ["Cookie": String(cookie)])
    }
    let first = try enter()
    #expect(try fixture.ask("GET", "/api/devices", headers: first.cookie).status == 200)
    let revoked = try fixture.ask(
      "POST", "/api/session/token/revoke", as: ada, body: "token=\(first.token)", headers: form)
    #expect(revoked.status == 204)
    #expect(try fixture.ask("GET", "/api/devices", headers: first.cookie).status == 401)
    let second = try enter()
    fixture.clock.advance(seconds: 7 * 86_400 - 1)
    #expect(try fixture.ask("GET", "/api/devices", headers: second.cookie).status == 200)
    fixture.clock.advance(seconds: 2)
    #expect(try fixture.ask("GET", "/api/devices", headers: second.cookie).status == 401)
  }

  // MARK: Second factor

  @Test func theSecondFactorIsAskedFor() throws {
    let fixture = try APIFixture()
    let ada = try fixture.user("ada")
    let key = try fixture.ask("POST", "/api/users/totp", as: ada, body: "").text
    let codes = try #require(OneTimeCode(key: key))
    func change(_ body: String) throws -> WebAnswer {
      try fixture.ask("PUT", "/api/users/\(ada.id)", as: ada, body: body)
    }
    #expect(try change("{\"totpKey\":\"short\"}").status == 400)
    let changed = try change("{\"totpKey\":\"\(key)\"}")
    #expect(changed.text.contains("\"totpEnabled\":true") && !changed.text.contains(key))
    // What clients send back, who were not told the key, takes it away from nobody.
    #expect(try change("{\"totpKey\":null}").text.contains("\"totpEnabled\":true"))
    func enter(_ code: String) throws -> WebAnswer {
      let password = APIFixture.password.replacing(" ", with: "+")
      return try fixture.ask(
        "POST", "/api/session", body: "email=ada@example.org&password=\(password)\(code)",
        headers: form)
    }
    let without = try enter("")
    #expect(without.status == 401 && without.headers["www-authenticate"] == "TOTP")
    #expect(try enter("&code=000").status == 401)
    let code = codes.code(fixture.clock.now.milliseconds / 30_000)
    #expect(try enter("&code=\(code)").status == 200)
    #expect(try enter("&code=\(code)").status == 401)
    let basic = Data("ada@example.org:\(APIFixture.password)".utf8).base64EncodedString()
    let answer = try fixture.ask(
      "GET", "/api/devices", headers: ["Authorization": "Basic \(basic)"])
    #expect(answer.status == 401 && answer.headers["www-authenticate"] == "TOTP")
    #expect(try change("{\"totpKey\":\"\"}").text.contains("\"totpEnabled\":false"))
    #expect(try enter("").status == 200)
  }
}

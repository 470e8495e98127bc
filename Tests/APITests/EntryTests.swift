import API
import Fleet
import Telemetry
import TestKit
import Testing

/// Going on as somebody else, whom one manages.
@Suite struct EntryTests {
  private func link(_ fixture: APIFixture, _ manager: User, _ user: User) throws {
    try fixture.fleet.link(
      [Link(ObjectReference(.user, manager.id), ObjectReference(.managedUser, user.id))],
      by: .machine)
  }

  private func session(_ answer: WebAnswer) throws -> [String: String] {
    let cookie = try #require(answer.headers["set-cookie"]).prefix { $0 != ";" }
    return ["Cookie": String(cookie)]
  }

  @Test func aManagerGoesOnAsAUserAndItIsRecorded() throws {
    let fixture = try APIFixture()
    let chief = try fixture.user("chief") { $0.userLimit = 5 }
    let ada = try fixture.user("ada")
    try link(fixture, chief, ada)
    let own = try fixture.cookie(of: chief)
    let answer = try fixture.ask("GET", "/api/session/\(ada.id)", headers: own)
    let entered: StrictUser = try answer.decoded()
    #expect(entered.id == ada.id)
    let other = try session(answer)
    let now: StrictUser = try fixture.ask("GET", "/api/session", headers: other).decoded()
    #expect(now.id == ada.id)
    // The manager's own session ended with it, as at every sign-in.
    #expect(try fixture.ask("GET", "/api/session", headers: own).status == 404)
    let actions = try fixture.fleet.actions(
      from: fixture.clock.now, to: fixture.clock.now, most: 10, by: .machine)
    #expect(
      actions.map { "\($0.userEmail) \($0.type) \($0.objectType) \($0.objectId)" } == [
        "chief@example.org login user \(ada.id)"
      ])
  }

  /// Nobody gets a right in this way, and nothing outlives what it was opened by.
  @Test func nobodyGainsARight() throws {
    let fixture = try APIFixture()
    let root = try fixture.user("root") { $0.administrator = true }
    let ada = try fixture.user("ada")
    let gone = try fixture.user("gone") { $0.disabled = true }
    let chief = try fixture.user("chief") { $0.userLimit = 5 }
    let reader = try fixture.user("reader") {
      $0.userLimit = 5
      $0.readonly = true
    }
    for user in [root, ada, gone] {
      try link(fixture, chief, user)
      try link(fixture, reader, user)
    }
    for (who, whom) in [(chief, root), (chief, gone), (reader, ada), (root, gone)] {
      let answer = try fixture.ask("GET", "/api/session/\(whom.id)", as: who)
      #expect(answer.status == 403, "\(who.name) as \(whom.name): \(answer.text)")
    }
    let end = fixture.clock.now.advanced(byMilliseconds: 600_000)
    let token = try fixture.fleet.createToken(for: root.id, expiresAt: end).text
    let byToken = try fixture.ask("GET", "/api/session?token=\(token)")
    for headers in [["Authorization": "Bearer \(token)"], try session(byToken)] {
      #expect(try fixture.ask("GET", "/api/session/\(ada.id)", headers: headers).status == 403)
    }
  }

  /// A browser's session stays one, of which a request without an origin is refused.
  @Test func theSessionBelongsToTheSamePage() throws {
    let fixture = try APIFixture { $1.publicOrigins = ["https://fleet.example.org"] }
    let root = try fixture.user("root") { $0.administrator = true }
    let ada = try fixture.user("ada")
    let browser = try fixture.cookie(of: root, origin: "https://fleet.example.org")
    let entered = try session(fixture.ask("GET", "/api/session/\(ada.id)", headers: browser))
    for (origin, status) in [(nil, 403), ("https://fleet.example.org", 200)] as [(String?, Int)] {
      var headers = entered
      headers["Origin"] = origin
      let answer = try fixture.ask("POST", "/api/users/totp", headers: headers)
      #expect(answer.status == status, "\(answer.text)")
    }
  }

  /// A link on another site is not enough to put somebody into a foreign account.
  @Test func noLinkSignsSomebodyIn() throws {
    let fixture = try APIFixture()
    let root = try fixture.user("root") { $0.administrator = true }
    let ada = try fixture.user("ada")
    let end = fixture.clock.now.advanced(byMilliseconds: 600_000)
    let token = try fixture.fleet.createToken(for: ada.id, expiresAt: end).text
    for path in ["/api/session?token=\(token)", "/api/session/\(ada.id)"] {
      for (site, status) in [
        ("cross-site", 403), ("same-site", 403), ("same-origin", 200), ("none", 200),
      ] {
        let answer = try fixture.ask(
          "GET", path, as: path.contains("token") ? nil : root, headers: ["Sec-Fetch-Site": site])
        #expect(answer.status == status, "\(path) \(site): \(answer.text)")
        #expect((answer.headers["set-cookie"] != nil) == (status == 200))
      }
    }
    let actions = try fixture.fleet.actions(
      from: fixture.clock.now, to: fixture.clock.now, most: 10, by: .machine)
    #expect(actions.filter { $0.userEmail == "ada@example.org" && $0.type == "login" }.count == 2)
  }
}

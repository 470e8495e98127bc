import Fleet
import Foundation
import Telemetry
import Testing

@Suite struct SessionTests {
  private func open(_ fixture: FleetFixture, _ user: User, replacing old: String? = nil) throws
    -> String
  {
    try fixture.fleet.openSession(
      for: user.id, address: "192.0.2.1", agent: "test", origin: "https://map.example.org",
      replacing: old
    ).secret
  }

  @Test func aSessionSurvivesARestartAndASignOutEndsIt() throws {
    let fixture = try FleetFixture()
    let user = try fixture.user("ada@example.org")
    let secret = try open(fixture, user)
    #expect(secret.utf8.count >= 22)
    let restarted = try fixture.another()
    let found = try #require(restarted.session(secret: secret))
    #expect(found.user == user)
    #expect(found.session.origin == "https://map.example.org")
    #expect(fixture.fleet.session(secret: secret + "x") == nil)
    try restarted.closeSession(secret: secret)
    #expect(restarted.session(secret: secret) == nil)
    try fixture.fleet.refreshIfChanged()
    #expect(fixture.fleet.session(secret: secret) == nil)
  }

  @Test func thirtyIdleDaysEndIt() throws {
    let fixture = try FleetFixture()
    let secret = try open(fixture, try fixture.user("ada@example.org"))
    fixture.pass(seconds: 29 * 86_400)
    #expect(fixture.fleet.session(secret: secret) != nil)
    fixture.pass(seconds: 29 * 86_400)
    // Used 29 days ago, which is in the file too.
    #expect(try fixture.another().session(secret: secret) != nil)
    #expect(fixture.fleet.session(secret: secret) != nil)
    fixture.pass(seconds: 31 * 86_400)
    #expect(fixture.fleet.session(secret: secret) == nil)
  }

  @Test func ninetyDaysEndItInAnyCase() throws {
    let fixture = try FleetFixture()
    let secret = try open(fixture, try fixture.user("ada@example.org"))
    for _ in 0..<89 {
      fixture.pass(seconds: 86_400)
      #expect(fixture.fleet.session(secret: secret) != nil)
    }
    fixture.pass(seconds: 86_400)
    #expect(fixture.fleet.session(secret: secret) == nil)
  }

  @Test func aNewPasswordEndsAllButTheOneThatChangedIt() throws {
    let fixture = try FleetFixture()
    let user = try fixture.user("ada@example.org")
    let own = try open(fixture, user)
    let other = try open(fixture, user)
    let token = try fixture.fleet.createToken(
      for: user.id, expiresAt: fixture.now.advanced(byMilliseconds: 1_000_000)
    ).text
    let kept = try #require(fixture.fleet.session(secret: own)).session.id
    _ = try fixture.fleet.updateUser(
      user, password: "another long evening", keeping: kept, by: .user(user.id))
    for fleet in [fixture.fleet, try fixture.another()] {
      #expect(fleet.session(secret: own) != nil)
      #expect(fleet.session(secret: other) == nil)
      #expect(fleet.user(token: token) == nil)
    }
    #expect(throws: SignInError.wrongCredentials) {
      try fixture.fleet.signIn(
        name: user.email, password: FleetFixture.password, address: "192.0.2.1")
    }
  }

  @Test func signingInAnewEndsTheOldSession() throws {
    let fixture = try FleetFixture()
    let user = try fixture.user("ada@example.org")
    let old = try open(fixture, user)
    let new = try open(fixture, user, replacing: old)
    #expect(fixture.fleet.session(secret: old) == nil)
    #expect(fixture.fleet.session(secret: new) != nil)
  }

  @Test func sessionsAreBoundedListedAndRevoked() throws {
    let fixture = try FleetFixture { $0.limits.sessionsPerUser = 3 }
    let user = try fixture.user("ada@example.org")
    let eve = try fixture.user("eve@example.org")
    var secrets: [String] = []
    for _ in 0..<5 {
      fixture.pass(seconds: 1)
      secrets.append(try open(fixture, user))
    }
    #expect(fixture.fleet.session(secret: secrets[1]) == nil)
    let listed = fixture.fleet.sessions(of: user.id)
    #expect(listed.count == 3)
    #expect(throws: FleetError.self) {
      try fixture.fleet.revokeSession(listed[0].id, of: eve.id)
    }
    try fixture.fleet.revokeSession(listed[0].id, of: user.id)
    #expect(fixture.fleet.session(secret: secrets[4]) == nil)
    #expect(fixture.fleet.session(secret: secrets[3]) != nil)
    #expect(try fixture.another().sessions(of: user.id).count == 2)
  }

  @Test func theFileHoldsNoSecret() throws {
    let fixture = try FleetFixture()
    let user = try fixture.user("ada@example.org")
    let secret = try open(fixture, user)
    let token = try fixture.fleet.createToken(
      for: user.id, expiresAt: fixture.now.advanced(byMilliseconds: 1_000_000)
    ).text
    var bytes = try Data(contentsOf: URL(filePath: fixture.path))
    bytes += try Data(contentsOf: URL(filePath: fixture.path + "-wal"))
    #expect(bytes.range(of: Data("ada@example.org".utf8)) != nil)
    for hidden in [secret, token, FleetFixture.password] {
      #expect(bytes.range(of: Data(hidden.utf8)) == nil)
    }
  }

  @Test func tokensEndAndAreRevoked() throws {
    let fixture = try FleetFixture { $0.limits.tokensPerUser = 2 }
    let user = try fixture.user("ada@example.org")
    let fleet = fixture.fleet
    let soon = fixture.now.advanced(byMilliseconds: 10_000)
    let short = try fleet.createToken(for: user.id, expiresAt: soon)
    let long = try fleet.createToken(
      for: user.id, expiresAt: fixture.now.advanced(byMilliseconds: 900_000))
    #expect(throws: FleetError.self) { try fleet.createToken(for: user.id, expiresAt: soon) }
    #expect(fleet.user(token: short.text) == user)
    fixture.pass(seconds: 10)
    #expect(fleet.user(token: short.text) == nil)
    #expect(try fixture.another().user(token: long.text) == user)
    #expect(fleet.tokens(of: user.id).map(\.id) == [long.token.id])
    try fleet.revokeToken(text: long.text)
    #expect(fleet.user(token: long.text) == nil)
    #expect(try fixture.another().user(token: long.text) == nil)
    #expect(throws: FleetError.self) {
      try fleet.createToken(for: user.id, expiresAt: fixture.now)
    }
  }
}

@Suite struct ServerTests {
  @Test func everyFieldComesBack() throws {
    let fixture = try FleetFixture()
    var server = ServerSettings()
    server.registration = true
    server.readonly = true
    server.deviceReadonly = true
    server.limitCommands = true
    server.disableReports = true
    server.map = "osm"
    server.bingKey = "k"
    server.mapUrl = "https://tiles.example.org/{z}/{x}/{y}.png"
    server.overlayUrl = "o"
    server.poiLayer = "p"
    server.announcement = "Closed on Sunday"
    server.latitude = 1.5
    server.longitude = -2.5
    server.zoom = 4
    server.forceSettings = true
    server.coordinateFormat = "ddm"
    server.attributes = ["title": .text("Fleet")]
    try fixture.fleet.updateServer(server, by: .machine)
    #expect(try fixture.another().server == server)
  }

  @Test func statisticsAddUpByDay() throws {
    let fixture = try FleetFixture()
    let fleet = fixture.fleet
    let identity = try fixture.arrival("10001")
    _ = try fleet.adopt(identity, by: .machine)
    let start = fixture.now
    fleet.count(.messagesStored, by: 3)
    try fleet.recordContacts([fixture.contact(identity)], watermark: 1)
    try fleet.captureStatistics()
    fleet.count(.messagesStored, by: 4)
    try fleet.captureStatistics()
    fixture.pass(seconds: 86_400)
    fleet.count(.requests)
    try fleet.captureStatistics()
    let days = try fixture.another().statistics(from: start, to: fixture.now, by: .machine)
    try #require(days.count == 2)
    #expect(days[0][.messagesStored] == 7)
    #expect(days[0].activeDevices == 1)
    #expect(days[0].protocols == ["gt06": 1])
    #expect(days[1][.messagesStored] == 0)
    #expect(days[1][.requests] == 1)
    #expect(days[1].activeDevices == 0)
  }
}

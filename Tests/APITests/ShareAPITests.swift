import API
import Fleet
import Foundation
import Ledger
import Telemetry
import TestKit
import Testing
import WebServer

@Suite struct ShareAPITests {
  private let form = ["Content-Type": "application/x-www-form-urlencoded"]

  private func share(_ fixture: APIFixture, _ field: String, _ user: User) throws -> String {
    let path = field.hasPrefix("device") ? "/api/share/device" : "/api/share/group"
    let answer = try fixture.ask("POST", path, as: user, body: field, headers: form)
    #expect(answer.status == 200, "\(answer.text)")
    return answer.text
  }

  private func devices(_ fixture: APIFixture, _ token: String) throws -> [String] {
    let list: [StrictDevice] = try fixture.ask("GET", "/api/devices?token=\(token)").decoded()
    return list.map(\.name)
  }

  /// Whoever has the link sees the one device and nothing of whose it is.
  @Test func theLinkShowsOneThing() throws {
    let ledger = try MemoryLedger()
    defer { ledger.close() }
    let fixture = try APIFixture { services, _ in services.attach(ledger) }
    let ada = try fixture.user("ada")
    let van = try fixture.device("van", for: ada)
    _ = try fixture.device("bus", for: ada)
    try fixture.report(van.identity, latitude: 5)
    let token = try share(fixture, "deviceId=\(van.id)", ada)
    #expect(try devices(fixture, token) == ["van"])
    let positions: [StrictPosition] = try fixture.ask("GET", "/api/positions?token=\(token)")
      .decoded()
    #expect(positions.map(\.deviceId) == [van.id])
    let entered = try fixture.ask("GET", "/api/session?token=\(token)")
    #expect(entered.status == 200 && !entered.text.contains("ada"))
    let socket = try WebSocketClient(port: fixture.server.port, "/api/socket?token=\(token)")
    #expect(try socket.receive()?.contains("\"deviceId\":\(van.id)") == true)
    let cookie = try #require(entered.headers["set-cookie"]).prefix { $0 != ";" }
    let client = try fixture.client
    for (method, path) in [
      ("GET", "/api/sessions"), ("GET", "/api/session/tokens"),
      ("GET", "/api/devices/\(van.id)/frames"),
      ("GET", "/api/devices/\(van.id)/setup"), ("POST", "/api/session/token"),
      ("POST", "/api/share/device"), ("PUT", "/api/devices/\(van.id)"),
      ("POST", "/api/commands/send"), ("POST", "/api/users/totp"), ("GET", "/api/users"),
    ] {
      let answer = try client.request(
        method, path, headers: ["Cookie": String(cookie)], body: method == "GET" ? nil : "{}")
      #expect(answer.status == 403, "\(method) \(path): \(answer.text)")
    }
    #expect(
      try fixture.ask("POST", "/api/session", body: "email=share-x&password=", headers: form)
        .status == 401)
  }

  /// It shows no more than the one who shares sees, and ends when that one, the link or the time
  /// does.
  @Test func itEndsWithTheSightOfWhoShares() throws {
    let fixture = try APIFixture()
    let ada = try fixture.user("ada")
    let eve = try fixture.user("eve")
    let van = try fixture.device("van", for: ada)
    let token = try share(fixture, "deviceId=\(van.id)", ada)
    let link = Link.user(ada.id, device: van.id)
    try fixture.fleet.unlink([link], by: .machine)
    #expect(try devices(fixture, token) == [])
    #expect(try fixture.ask("GET", "/api/devices/\(van.id)?token=\(token)").status == 404)
    #expect(fixture.fleet.viewers(of: van.id).isEmpty)
    try fixture.fleet.link([link], by: .machine)
    #expect(try devices(fixture, token) == ["van"])

    let mine = try fixture.ask("GET", "/api/shares", as: ada).text
    #expect(mine.contains("\"deviceId\":\(van.id),\"groupId\":null"))
    #expect(try fixture.ask("GET", "/api/shares", as: eve).text == "[]")
    let id = try #require(fixture.fleet.shares(for: .user(ada.id)).first?.id)
    #expect(try fixture.ask("DELETE", "/api/shares/\(id)", as: eve).status == 404)
    #expect(try fixture.ask("DELETE", "/api/shares/\(id)", as: ada).status == 204)
    #expect(try fixture.ask("GET", "/api/devices?token=\(token)").status == 401)

    let short = try share(fixture, "deviceId=\(van.id)", ada)
    fixture.clock.advance(seconds: 7 * 86_400 + 1)
    #expect(try fixture.ask("GET", "/api/devices?token=\(short)").status == 401)
    let count = fixture.fleet.users(for: .machine).count
    try fixture.fleet.removeEndedShares()
    #expect(fixture.fleet.users(for: .machine).count == count - 1)

    let last = try share(fixture, "deviceId=\(van.id)", ada)
    try fixture.fleet.deleteUser(ada.id, by: .machine)
    #expect(try fixture.ask("GET", "/api/devices?token=\(last)").status == 401)
    #expect(fixture.fleet.users(for: .machine).map(\.name) == ["eve"])
  }

  @Test func aGroupIsSharedWithWhatIsInIt() throws {
    let fixture = try APIFixture()
    let ada = try fixture.user("ada")
    var group = StoredObject(.group)
    group.values = ["name": .text("vans")]
    group = try fixture.fleet.createObject(group, by: .user(ada.id))
    var van = Device(name: "van", uniqueId: "van")
    van.groupId = group.id
    van = try fixture.fleet.createDevice(van, by: .machine)
    let token = try share(fixture, "groupId=\(group.id)", ada)
    #expect(try devices(fixture, token) == ["van"])
    #expect(try fixture.ask("GET", "/api/groups?token=\(token)").text.contains("vans"))
  }

  @Test func sharesAreBounded() throws {
    let fixture = try APIFixture()
    let ada = try fixture.user("ada")
    let van = try fixture.device("van", for: ada)
    let end = fixture.clock.now.advanced(byMilliseconds: 1_000)
    let object = ObjectReference(.device, van.id)
    for _ in 0..<Share.mostPerUser {
      _ = try fixture.fleet.share(object, until: end, by: .user(ada.id))
    }
    let answer = try fixture.ask(
      "POST", "/api/share/device", as: ada, body: "deviceId=\(van.id)", headers: form)
    #expect(answer.status == 403)
    let past = "deviceId=\(van.id)&expiration=2001-01-01T00:00:00Z"
    #expect(
      try fixture.ask("POST", "/api/share/device", as: ada, body: past, headers: form).status == 400
    )
  }
}

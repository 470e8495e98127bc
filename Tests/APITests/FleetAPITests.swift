import Fleet
import Foundation
import Telemetry
import TestKit
import Testing
import Timeline

@Suite struct DeviceAPITests {
  @Test func makeChangeAndRemove() throws {
    let fixture = try APIFixture()
    let ada = try fixture.user("ada")
    let made: StrictDevice = try fixture.ask(
      "POST", "/api/devices", as: ada,
      body: """
        {"name":"Van \\u00e9","uniqueId":"123456789012345","model":"VL103",\
        "attributes":{"speedLimit":50.5,"note":"x","on":true,"n":7}}
        """
    ).decoded()
    #expect(made.name == "Van é")
    #expect(made.status == "offline")
    #expect(made.lastUpdate == nil)
    let changed: StrictDevice = try fixture.ask(
      "PUT", "/api/devices/\(made.id)", as: ada,
      body: "{\"id\":\(made.id),\"name\":\"Lorry\",\"uniqueId\":\"123456789012345\",\"model\":null}"
    ).decoded()
    #expect(changed.name == "Lorry")
    #expect(changed.model == nil)
    let stored = try fixture.fleet.device(made.id, for: .machine)
    #expect(stored.attributes["speedLimit"] == .number(50.5))
    #expect(stored.attributes["n"] == .integer(7))
    #expect(try fixture.ask("DELETE", "/api/devices/\(made.id)", as: ada).status == 204)
    #expect(try fixture.ask("GET", "/api/devices/\(made.id)", as: ada).status == 404)
  }

  @Test func listsAndFilters() throws {
    let fixture = try APIFixture()
    let ada = try fixture.user("ada")
    let root = try fixture.user("root") { $0.administrator = true }
    let a = try fixture.device("alpha", for: ada)
    let b = try fixture.device("beta", for: ada)
    func names(_ query: String, _ user: User) throws -> [String] {
      let devices: [StrictDevice] = try fixture.ask("GET", "/api/devices" + query, as: user)
        .decoded()
      return devices.map(\.name)
    }
    #expect(try names("", ada) == ["alpha", "beta"])
    #expect(try names("", root) == [])
    #expect(try names("?all=true", root) == ["alpha", "beta"])
    #expect(try names("?id=\(b.id)&id=\(a.id)", ada) == ["beta", "alpha"])
    #expect(try names("?uniqueId=id-beta", ada) == ["beta"])
    #expect(try names("?limit=1&offset=1", ada) == ["beta"])
    #expect(try names("?keyword=ALP", ada) == ["alpha"])
    // Existing clients ask for everything whoever is signed in.
    let eve = try fixture.user("eve")
    #expect(try names("?all=true", ada) == ["alpha", "beta"])
    #expect(try names("?all=true", eve) == [])
    // What a user is linked to by a group is the group's to take away.
    let group = try fixture.ask("POST", "/api/groups", as: eve, body: "{\"name\":\"Vans\"}")
    #expect(group.text.hasPrefix("{\"id\":1,"))
    let inside = try fixture.ask("PUT", "/api/devices/\(a.id)", as: root, body: "{\"groupId\":1}")
    #expect(inside.status == 200)
    try fixture.fleet.link([.user(eve.id, device: b.id)], by: .machine)
    #expect(try names("", eve) == ["alpha", "beta"])
    #expect(try names("?userId=\(eve.id)", root) == ["beta"])
    #expect(try fixture.ask("GET", "/api/devices?id=x", as: ada).status == 400)
  }

  @Test func foreignIsNotThereAndForbiddenIsForbidden() throws {
    let fixture = try APIFixture()
    let ada = try fixture.user("ada")
    let eve = try fixture.user("eve")
    let reader = try fixture.user("reader") { $0.readonly = true }
    let device = try fixture.device("van", for: ada)
    try fixture.fleet.link([.user(reader.id, device: device.id)], by: .machine)
    let position = try #require(try fixture.report(device.identity, latitude: 1).first)
    let path = "/api/devices/\(device.id)"
    for (method, target, body) in [
      ("GET", path, nil), ("PUT", path, "{\"name\":\"mine\"}"), ("DELETE", path, nil),
      ("GET", "/api/devices?id=\(device.id)", nil),
      ("GET", "/api/devices?uniqueId=id-van", nil),
      ("GET", "/api/positions?id=\(position.position.id)", nil),
      ("GET", "/api/positions?deviceId=\(device.id)", nil),
      ("GET", "/api/positions?deviceId=\(device.id)&from=2020-01-01&to=2030-01-01", nil),
      ("GET", "/api/users/\(ada.id)", nil),
      ("POST", "/api/permissions", "{\"userId\":\(eve.id),\"deviceId\":\(device.id)}"),
    ] as [(String, String, String?)] {
      let answer = try fixture.ask(method, target, as: eve, body: body)
      #expect(answer.status == 404, "\(method) \(target): \(answer.text)")
    }
    #expect(try fixture.ask("GET", path, as: reader).status == 200)
    #expect(try fixture.ask("PUT", path, as: reader, body: "{\"name\":\"x\"}").status == 403)
    #expect(try fixture.ask("DELETE", path, as: reader).status == 403)
    #expect(try fixture.fleet.device(device.id, for: .machine).name == "van")
  }

  @Test func permissionsAreGivenAndTaken() throws {
    let fixture = try APIFixture()
    let root = try fixture.user("root") { $0.administrator = true }
    let ada = try fixture.user("ada")
    let device = try fixture.device("van", for: root)
    let body = "{\"userId\":\(ada.id),\"deviceId\":\(device.id)}"
    #expect(try fixture.ask("POST", "/api/permissions", as: root, body: body).status == 204)
    #expect(try fixture.ask("GET", "/api/devices/\(device.id)", as: ada).status == 200)
    #expect(try fixture.ask("DELETE", "/api/permissions", as: root, body: body).status == 204)
    #expect(try fixture.ask("GET", "/api/devices/\(device.id)", as: ada).status == 404)
    #expect(try fixture.ask("POST", "/api/permissions", as: root, body: "{}").status == 400)
  }

  @Test func sameIdentifierTwiceIsAConflict() throws {
    let fixture = try APIFixture()
    let ada = try fixture.user("ada")
    _ = try fixture.device("van", for: ada)
    let answer = try fixture.ask(
      "POST", "/api/devices", as: ada, body: "{\"name\":\"other\",\"uniqueId\":\"id-van\"}")
    #expect(answer.status == 409)
  }
}

@Suite struct UserAPITests {
  @Test func administratorsMakeUsers() throws {
    let fixture = try APIFixture()
    let root = try fixture.user("root") { $0.administrator = true }
    let made: StrictUser = try fixture.ask(
      "POST", "/api/users", as: root,
      body: """
        {"name":"Ada","email":"ada@example.org","password":"\(APIFixture.password)","readonly":true}
        """
    ).decoded()
    #expect(made.readonly)
    let users: [StrictUser] = try fixture.ask("GET", "/api/users", as: root).decoded()
    #expect(users.map(\.name) == ["Ada", "root"])
    let ada = try fixture.fleet.user(made.id, for: .machine)
    for query in ["", "?userId=\(ada.id)"] {
      #expect(try fixture.ask("GET", "/api/users\(query)", as: ada).text == "[]")
    }
    #expect(try fixture.ask("GET", "/api/users/\(ada.id)", as: ada).status == 200)
    let raise = try fixture.ask(
      "PUT", "/api/users/\(ada.id)", as: ada, body: "{\"administrator\":true}")
    #expect(raise.status == 403)
    #expect(try fixture.ask("DELETE", "/api/users/\(ada.id)", as: root).status == 204)
    #expect(try fixture.ask("DELETE", "/api/users/\(root.id)", as: root).status == 403)
  }

  @Test func visitorsRegisterOnlyWhereTheyMay() throws {
    let fixture = try APIFixture()
    let root = try fixture.user("root") { $0.administrator = true }
    let body = """
      {"name":"Eve","email":"eve@example.org","password":"\(APIFixture.password)",\
      "administrator":true}
      """
    #expect(try fixture.ask("POST", "/api/users", body: body).status == 401)
    let server = try fixture.ask(
      "PUT", "/api/server", as: root, body: "{\"registration\":true,\"zoom\":3}")
    let changed: StrictServer = try server.decoded()
    #expect(changed.zoom == 3)
    let eve: StrictUser = try fixture.ask("POST", "/api/users", body: body).decoded()
    #expect(!eve.administrator)
  }

  @Test func newPasswordEndsOtherSessions() throws {
    let fixture = try APIFixture()
    let ada = try fixture.user("ada")
    let other = try fixture.cookie(of: ada)
    let own = try fixture.cookie(of: ada)
    let answer = try fixture.ask(
      "PUT", "/api/users/\(ada.id)", body: "{\"password\":\"another long phrase\"}", headers: own)
    #expect(answer.status == 200)
    #expect(try fixture.ask("GET", "/api/devices", headers: own).status == 200)
    #expect(try fixture.ask("GET", "/api/devices", headers: other).status == 401)
  }
}

@Suite struct PositionAPITests {
  @Test func lastPositionsWithAllTypes() throws {
    let fixture = try APIFixture()
    let ada = try fixture.user("ada")
    let device = try fixture.device("van", for: ada)
    try fixture.report(device.identity, latitude: 50.25)
    let positions: [StrictPosition] = try fixture.ask("GET", "/api/positions", as: ada).decoded()
    let position = try #require(positions.first)
    #expect(position.deviceId == device.id)
    #expect(position.protocol == "alpha")
    #expect(position.fixTime == "2026-09-21T14:13:20.000+00:00")
    #expect(position.latitude == 50.25)
    #expect(position.speed == 10)
    #expect(position.valid)
    #expect(!position.outdated)
    #expect(position.attributes.power == 12.5)
    #expect(position.attributes.versionFw == "A\"<b>\u{1F698}")
    let devices: [StrictDevice] = try fixture.ask("GET", "/api/devices", as: ada).decoded()
    #expect(devices.first?.status == "online")
    #expect(devices.first?.positionId == position.id)
    fixture.clock.advance(seconds: 1)
    let next = try #require(try fixture.report(device.identity, latitude: 51).first)
    let moved: StrictDevice = try fixture.ask("GET", "/api/devices/\(device.id)", as: ada).decoded()
    #expect(moved.positionId == next.position.id)
    #expect(devices.first?.lastUpdate == "2026-09-21T14:13:20.000+00:00")
    let same: [StrictPosition] = try fixture.ask("GET", "/api/positions?id=\(position.id)", as: ada)
      .decoded()
    #expect(same.map(\.id) == [position.id])
    fixture.clock.advance(seconds: 3_600)
    let later: [StrictDevice] = try fixture.ask("GET", "/api/devices", as: ada).decoded()
    #expect(later.first?.status == "offline")
  }

  @Test func recordWithoutPlaceIsOutdatedAndHasTheLastOne() throws {
    let fixture = try APIFixture()
    let ada = try fixture.user("ada")
    let device = try fixture.device("van", for: ada)
    try fixture.report(device.identity, latitude: 50)
    fixture.clock.advance(seconds: 60)
    try fixture.report(device.identity, latitude: nil)
    let positions: [StrictPosition] = try fixture.ask(
      "GET", "/api/positions?deviceId=\(device.id)", as: ada
    ).decoded()
    #expect(positions.map(\.outdated) == [true])
    #expect(positions.map(\.latitude) == [50])
    #expect(positions.map(\.fixTime) == ["2026-09-21T14:13:20.000+00:00"])
    #expect(positions.map(\.deviceTime) == ["2026-09-21T14:14:20.000+00:00"])
  }

  @Test(arguments: [0, 1, 499, 500, 501, 1_000, 1_203])
  func historyIsWholeAndInOrder(count: Int) throws {
    let fixture = try APIFixture()
    let ada = try fixture.user("ada")
    let device = try fixture.device("van", for: ada)
    let start = fixture.clock.now
    fixture.clock.advance(seconds: 10_000)
    for index in 0..<count {
      let time = start.advanced(byMilliseconds: Int64(count - index) * 1_000)
      try fixture.report(device.identity, latitude: Double(index % 80), at: time)
    }
    let range = "from=2026-09-21T00:00:00Z&to=2026-09-22T00:00:00%2B00:00"
    let positions: [StrictPosition] = try fixture.ask(
      "GET", "/api/positions?deviceId=\(device.id)&\(range)", as: ada
    ).decoded()
    #expect(positions.count == count)
    #expect(positions.map(\.fixTime) == positions.map(\.fixTime).sorted())
    #expect(Set(positions.map(\.id)).count == count)
  }

  @Test func halfARangeIsAnError() throws {
    let fixture = try APIFixture()
    let ada = try fixture.user("ada")
    let device = try fixture.device("van", for: ada)
    for query in ["from=2026-01-01", "to=yesterday&from=2026-01-01"] {
      let answer = try fixture.ask(
        "GET", "/api/positions?deviceId=\(device.id)&\(query)", as: ada)
      #expect(answer.status == 400)
    }
  }
}

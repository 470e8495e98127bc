import API
import Fleet
import Ledger
import Platform
import Telemetry
import TestKit
import Testing

/// What existing clients send and expect besides what a description of the API says.
@Suite struct ClientHabitTests {
  @Test func nullTakesADeviceOutOfItsGroup() throws {
    let fixture = try APIFixture()
    let ada = try fixture.user("ada")
    let van = try fixture.device("van", for: ada)
    let answer = try fixture.ask("POST", "/api/groups", as: ada, body: "{\"name\":\"Vans\"}")
    #expect(answer.status == 200)
    let path = "/api/devices/\(van.id)"
    let inside: StrictDevice = try fixture.ask("PUT", path, as: ada, body: "{\"groupId\":1.0}")
      .decoded()
    #expect(inside.groupId == 1)
    let outside: StrictDevice = try fixture.ask("PUT", path, as: ada, body: "{\"groupId\":null}")
      .decoded()
    #expect(outside.groupId == 0)
    #expect(try fixture.ask("PUT", path, as: ada, body: "{\"groupId\":1.5}").status == 400)
  }

  /// An object that is sent to another one's address changes neither.
  @Test func theNumberInTheBodyIsThatOfTheAddress() throws {
    let fixture = try APIFixture()
    let root = try fixture.user("root") { $0.administrator = true }
    let van = try fixture.device("van", for: root)
    let bus = try fixture.device("bus", for: root)
    let group = try fixture.ask("POST", "/api/groups", as: root, body: "{\"name\":\"Vans\"}")
    #expect(group.text.hasPrefix("{\"id\":1,"))
    for path in ["devices/\(van.id)", "users/\(root.id)", "groups/1"] {
      for (id, status) in [("77", 400), ("-1", 200), ("0", 200), ("null", 200)] {
        let body = "{\"id\":\(id),\"name\":\"Renamed\"}"
        let answer = try fixture.ask("PUT", "/api/" + path, as: root, body: body)
        #expect(answer.status == status, "\(path) \(id): \(answer.text)")
      }
    }
    #expect(try fixture.fleet.device(bus.id, for: .machine).name == "bus")
  }

  @Test func hoursNeedNotBeWhole() throws {
    let fixture = try APIFixture()
    let ada = try fixture.user("ada")
    let van = try fixture.device("van", for: ada)
    let path = "/api/devices/\(van.id)/accumulators"
    // 1.1 hours, as a browser multiplies them.
    #expect(
      try fixture.ask("PUT", path, as: ada, body: "{\"hours\":3960000.0000000005}").status == 204)
    #expect(try fixture.fleet.accumulators(of: van.id, for: .machine)?.hours == 3_960_000)
    #expect(try fixture.ask("PUT", path, as: ada, body: "{\"hours\":1e300}").status == 400)
  }

  @Test func attributesCanBeLeftOut() throws {
    let fixture = try APIFixture()
    let root = try fixture.user("root") {
      $0.administrator = true
      $0.attributes = ["long": .text("story")]
    }
    let van = try fixture.device("van", for: root)
    try fixture.report(van.identity, latitude: 1)
    let body = "{\"name\":\"Vans\",\"attributes\":{\"long\":\"story\"}}"
    #expect(try fixture.ask("POST", "/api/groups", as: root, body: body).status == 200)
    for path in ["users", "devices", "groups"] {
      let whole = try fixture.ask("GET", "/api/\(path)", as: root)
      #expect(!whole.text.contains("\"attributes\":{}"), "\(whole.text)")
      let brief = try fixture.ask("GET", "/api/\(path)?excludeAttributes=true", as: root)
      #expect(brief.text.contains("\"attributes\":{}"), "\(brief.text)")
    }
  }

  @Test func usersOfAManagerAndOfADevice() throws {
    let fixture = try APIFixture()
    let root = try fixture.user("root") { $0.administrator = true }
    let chief = try fixture.user("chief") { $0.userLimit = 5 }
    let ada = try fixture.user("ada") { $0.phone = "+15550123" }
    let van = try fixture.device("van", for: ada)
    try fixture.fleet.link(
      [Link(ObjectReference(.user, chief.id), ObjectReference(.managedUser, ada.id))],
      by: .machine)
    func names(_ query: String, _ user: User) throws -> [String] {
      let users: [StrictUser] = try fixture.ask("GET", "/api/users?" + query, as: user).decoded()
      return users.map(\.name)
    }
    #expect(try names("userId=\(chief.id)", root) == ["ada"])
    #expect(try names("userId=\(chief.id)", chief) == ["ada"])
    #expect(try names("deviceId=\(van.id)", root) == ["ada"])
    #expect(try names("keyword=0123", root) == ["ada"])
    #expect(try names("keyword=CHIEF", root) == ["chief"])
    #expect(try fixture.ask("GET", "/api/users?userId=\(root.id)", as: chief).status == 404)
  }

  @Test func nothingGoesByTextMessage() throws {
    let fixture = try APIFixture()
    let ada = try fixture.user("ada")
    #expect(try fixture.ask("GET", "/api/commands/types?textChannel=true", as: ada).text == "[]")
  }

  /// How much room there is, is for administrators; nobody is kept out because of a bad token.
  @Test func administratorsSeeTheDisk() throws {
    let fixture = try APIFixture { services, _ in
      services.ledgerStatistics = {
        var statistics = LedgerStatistics()
        statistics.space = DiskSpace(total: 1_000, free: 250)
        return statistics
      }
    }
    let root = try fixture.user("root") { $0.administrator = true }
    let ada = try fixture.user("ada")
    let space = "\"storageSpace\":[250,1000]"
    #expect(try fixture.ask("GET", "/api/server", as: root).text.contains(space))
    #expect(try !fixture.ask("GET", "/api/server", as: ada).text.contains("storageSpace"))
    let stranger = try fixture.ask("GET", "/api/server", headers: ["Authorization": "Bearer x"])
    #expect(stranger.status == 200 && !stranger.text.contains("storageSpace"))
  }
}

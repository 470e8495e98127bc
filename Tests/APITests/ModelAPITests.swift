import API
import Fleet
import Telemetry
import TestKit
import Testing

@Suite struct ModelAPITests {
  private struct Fact: Decodable {
    let name: String
    let certain: Bool
    let remark: String
    let sources: [String]
  }
  private struct Brief: Decodable {
    let id: String
    let maker: String
    let name: String
    let title: String
    let protocols: [Fact]
  }
  private struct Text: Decodable {
    let purpose: String
    let transport: String?
    let title: String
    let template: String
    let certain: Bool
    let message: String?
    let missing: [String]?
    let problem: String?
    let sources: [String]
  }
  private struct Group: Decodable {
    let title: String
    let password: String?
    let texts: [Text]
  }
  private struct Whole: Decodable {
    let id: String
    let abilities: [Fact]
    let alarms: [Fact]
    let setup: [Group]
  }
  private struct Setup: Decodable {
    let model: Brief
    let groups: [Group]
    func message(_ purpose: String) -> String? {
      groups.first?.texts.first { $0.purpose == purpose }?.message
    }
  }

  @Test func modelsAreListedFoundAndRead() throws {
    let fixture = try APIFixture()
    let ada = try fixture.user("ada")
    let all: [Brief] = try fixture.ask("GET", "/api/models", as: ada).decoded()
    #expect(all.count > 20)
    let found: [Brief] = try fixture.ask("GET", "/api/models?keyword=bofan%20pt-60", as: ada)
      .decoded()
    #expect(found.map(\.id) == ["bofan-pt-60"])
    #expect(found.first?.protocols.map(\.name) == ["pt502"])
    let one: Whole = try fixture.ask("GET", "/api/models/bofan-pt-60", as: ada).decoded()
    #expect(one.alarms.contains { $0.name == "sos" && !$0.sources.isEmpty })
    #expect(one.setup.first?.texts.contains { $0.template == "{password}APN{apn}" } == true)
    #expect(try fixture.ask("GET", "/api/models/none", as: ada).status == 404)
  }

  @Test func messagesOfAModelTakeTheValuesGiven() throws {
    let fixture = try APIFixture { _, options in
      options.serverAttributes["trackerHost"] = .text("gps.example.org")
    }
    let ada = try fixture.user("ada")
    let path = "/api/models/istartek-pt60/setup"
    let setup: Setup = try fixture.ask("GET", path + "?apn=internet&interval=30", as: ada).decoded()
    #expect(setup.message("server") == "0000,100,1,gps.example.org,8888")
    #expect(setup.message("apn") == "0000,109,internet")
    #expect(setup.message("interval") == "0000,102,30")
    let other: Setup = try fixture.ask("GET", path + "?server=192.0.2.1&port=5", as: ada).decoded()
    #expect(other.message("server") == "0000,100,1,192.0.2.1,5")
    #expect(other.groups.first?.texts.first { $0.purpose == "apn" }?.missing == ["apn"])
    let bad = try fixture.ask("GET", path + "?apn=a,109,b", as: ada)
    #expect(bad.status == 400)
    #expect(bad.text.contains("The parameter apn must be"))
  }

  @Test func messagesOfADeviceKnowIt() throws {
    let fixture = try APIFixture()
    let root = try fixture.user("root") { $0.administrator = true }
    let ada = try fixture.user("ada")
    let eve = try fixture.user("eve")
    var device = try fixture.device("van", for: ada)
    let path = "/api/devices/\(device.id)/setup"
    #expect(try fixture.ask("GET", path, as: ada).status == 404)
    device.model = "iStartek VT600"
    device.uniqueId = "35876504000001"
    device.attributes["devicePassword"] = .text("123456")
    _ = try fixture.fleet.updateDevice(device, by: .machine)
    // The machine that the browser runs on is no address for a tracker.
    let local: Setup = try fixture.ask("GET", path, as: ada).decoded()
    #expect(local.message("serverByName") == nil)
    let entered = "{\"attributes\":{\"trackerHost\":\"gps.example.org\"}}"
    #expect(try fixture.ask("PUT", "/api/server", as: root, body: entered).status == 200)
    let setup: Setup = try fixture.ask("GET", path, as: ada).decoded()
    #expect(setup.model.id == "istartek-vt600")
    #expect(setup.message("identifier") == "W123456,010,35876504000001")
    #expect(setup.message("serverByName") == "W123456,012,gps.example.org,8888")
    #expect(try fixture.ask("GET", path, as: eve).status == 404)
  }

  private struct Version: Decodable, Equatable {
    let kind: String
    let value: String
    let firstSeen: String
    let lastSeen: String
  }
  private struct Attributed: Decodable {
    let attributes: [String: String]
  }
  private struct Arriving: Decodable {
    let versions: [Version]
  }

  @Test func versionsAreShownAndNotTakenFromClients() throws {
    let fixture = try APIFixture()
    let ada = try fixture.user("ada")
    let eve = try fixture.user("eve")
    let device = try fixture.device("van", for: ada)
    let path = "/api/devices/\(device.id)"
    let none: [Version] = try fixture.ask("GET", path + "/versions", as: ada).decoded()
    #expect(none.isEmpty)
    try fixture.report(device.identity, latitude: 1)
    let versions: [Version] = try fixture.ask("GET", path + "/versions", as: ada).decoded()
    let reported = "A\"<b>\u{1F698}"
    #expect(versions.map(\.kind) == ["firmware"] && versions.map(\.value) == [reported])
    #expect(versions.first?.firstSeen == versions.first?.lastSeen)
    let body = "{\"attributes\":{\"versionFw\":\"mine\",\"note\":\"x\"}}"
    let changed: Attributed = try fixture.ask("PUT", path, as: ada, body: body).decoded()
    #expect(changed.attributes == ["versionFw": reported, "note": "x"])
    #expect(try fixture.fleet.device(device.id, for: .machine).attributes == ["note": .text("x")])
    #expect(try fixture.ask("GET", path + "/versions", as: eve).status == 404)
  }

  @Test func anArrivalTellsItsVersionsAndIsAdoptedWithAModel() throws {
    let fixture = try APIFixture()
    let root = try fixture.user("root") { $0.administrator = true }
    let identity = try fixture.arrival("861234567890123")
    try fixture.report(identity, latitude: nil)
    let arrivals: [Arriving] = try fixture.ask("GET", "/api/arrivals", as: root).decoded()
    #expect(arrivals.first?.versions.map(\.kind) == ["firmware"])
    let device: StrictDevice = try fixture.ask(
      "POST", "/api/arrivals/\(identity.rawValue)/adopt", as: root,
      body: "{\"name\":\"Bus\",\"model\":\"iStartek PT60\"}"
    ).decoded()
    #expect(device.model == "iStartek PT60")
  }
}

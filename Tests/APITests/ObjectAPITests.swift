import API
import Fleet
import Foundation
import Telemetry
import TestKit
import Testing

@Suite struct ObjectAPITests {
  /// A body that is right for a kind.
  private static let bodies: [String: String] = [
    "groups": "{\"name\":\"Vans\"}",
    "geofences":
      "{\"name\":\"Yard\",\"area\":\"CIRCLE (52.5 13.4, 300)\",\"attributes\":{\"hide\":true}}",
    "drivers": "{\"name\":\"Ann\",\"uniqueId\":\"7\"}",
    "maintenance": "{\"name\":\"Oil\",\"type\":\"totalDistance\",\"start\":1000.5,\"period\":2}",
    "notifications": "{\"type\":\"alarm\",\"always\":true,\"notificators\":\"web,mail\"}",
    "calendars":
      "{\"name\":\"Work\",\"data\":\"QkVHSU46VkNBTEVOREFSDQpFTkQ6VkNBTEVOREFSDQo=\"}",
    "commands": "{\"type\":\"engineStop\",\"description\":\"Stop\",\"textChannel\":false}",
    "attributes/computed":
      "{\"attribute\":\"x\",\"expression\":\"speed\",\"type\":\"number\",\"priority\":3}",
    "orders": "{\"uniqueId\":\"o1\"}",
    "reports": "{\"type\":\"trips\"}",
  ]

  @Test(arguments: ObjectForm.all.map(\.path))
  func madeReadChangedListedAndRemoved(_ path: String) throws {
    let fixture = try APIFixture()
    let ada = try fixture.user("ada")
    let eve = try fixture.user("eve")
    let root = try fixture.user("root") { $0.administrator = true }
    let body = try #require(Self.bodies[path])
    let made = try fixture.ask("POST", "/api/\(path)", as: ada, body: body)
    #expect(made.status == 200)
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(made.body)) as? NSDictionary)
    let sent = try #require(
      try JSONSerialization.jsonObject(with: Data(body.utf8)) as? NSDictionary)
    for (key, value) in sent { #expect(object[key] as? NSObject == value as? NSObject) }
    let one = "/api/\(path)/1"
    #expect(try fixture.ask("GET", one, as: ada).body == made.body)
    #expect(try fixture.ask("GET", "/api/\(path)", as: ada).text == "[\(made.text)]")
    #expect(try fixture.ask("GET", "/api/\(path)", as: root).text == "[]")
    #expect(try fixture.ask("GET", "/api/\(path)?all=true", as: root).text == "[\(made.text)]")
    #expect(try fixture.ask("GET", "/api/\(path)?all=true", as: eve).text == "[]")
    #expect(
      try fixture.ask("GET", "/api/\(path)?userId=\(ada.id)", as: root).text == "[\(made.text)]")
    #expect(try fixture.ask("GET", "/api/\(path)?userId=\(ada.id)", as: eve).status == 404)
    #expect(try fixture.ask("GET", "/api/\(path)?keyword=zzz", as: ada).text == "[]")
    for method in ["GET", "PUT", "DELETE"] {
      let answer = try fixture.ask(method, one, as: eve, body: method == "PUT" ? body : nil)
      #expect(answer.status == 404, "\(method)")
    }
    #expect(try fixture.ask("PUT", one, as: ada, body: made.text).body == made.body)
    #expect(try fixture.ask("POST", "/api/\(path)", as: ada, body: "{}").status == 400)
    #expect(try fixture.ask("DELETE", one, as: ada).status == 204)
    #expect(try fixture.ask("GET", one, as: ada).status == 404)
  }

  @Test func readersChangeNothing() throws {
    let fixture = try APIFixture()
    let reader = try fixture.user("reader") { $0.readonly = true }
    for (path, body) in Self.bodies {
      #expect(try fixture.ask("POST", "/api/\(path)", as: reader, body: body).status == 403)
    }
    let limited = try fixture.user("limited") { $0.limitCommands = true }
    let command = try #require(Self.bodies["commands"])
    #expect(try fixture.ask("POST", "/api/commands", as: limited, body: command).status == 403)
  }

  @Test func permissionsInAnyOrderAndInBulk() throws {
    let fixture = try APIFixture()
    let root = try fixture.user("root") { $0.administrator = true }
    let ada = try fixture.user("ada")
    let a = try fixture.device("alpha", for: root)
    let b = try fixture.device("beta", for: root)
    let pairs = [a, b].map { "{\"deviceId\":\($0.id),\"userId\":\(ada.id)}" }
    let body = "[" + pairs.joined(separator: ",") + "]"
    #expect(
      try fixture.ask("POST", "/api/permissions/bulk", as: root, body: body).status == 204)
    #expect(fixture.fleet.devices(for: .user(ada.id)).count == 2)
    let listed = try fixture.ask("GET", "/api/permissions?userId=\(ada.id)", as: root).text
    #expect(
      listed == "[{\"userId\":\(ada.id),\"deviceId\":\(a.id)},"
        + "{\"userId\":\(ada.id),\"deviceId\":\(b.id)}]")
    #expect(
      try fixture.ask("DELETE", "/api/permissions/bulk", as: root, body: body).status == 204)
    #expect(fixture.fleet.devices(for: .user(ada.id)).isEmpty)
    for bad in [
      "{}", "[{}]", "[1]", "[{\"userId\":1,\"x\":2}]", "[{\"groupId\":1,\"userId\":2.5}]",
    ] {
      let answer = try fixture.ask("POST", "/api/permissions/bulk", as: root, body: bad)
      #expect(answer.status == 400, "\(bad)")
    }
    let impossible = "{\"geofenceId\":1,\"driverId\":2}"
    let answer = try fixture.ask("POST", "/api/permissions", as: root, body: impossible)
    #expect(answer.status == 400)
  }

  @Test func aGroupOfDevicesIsSharedAndListed() throws {
    let fixture = try APIFixture()
    let root = try fixture.user("root") { $0.administrator = true }
    let ada = try fixture.user("ada")
    let device = try fixture.device("alpha", for: root)
    let group = try #require(Self.bodies["groups"])
    #expect(try fixture.ask("POST", "/api/groups", as: root, body: group).status == 200)
    #expect(
      try fixture.ask("PUT", "/api/devices/\(device.id)", as: root, body: "{\"groupId\":1}")
        .status == 200)
    let link = "{\"userId\":\(ada.id),\"groupId\":1}"
    #expect(try fixture.ask("POST", "/api/permissions", as: root, body: link).status == 204)
    let seen: [StrictDevice] = try fixture.ask("GET", "/api/devices?groupId=1", as: ada).decoded()
    #expect(seen.map(\.id) == [device.id])
    #expect(try fixture.ask("GET", "/api/devices?groupId=2", as: ada).status == 404)
  }

  @Test func sessionsAreListedAndEnded() throws {
    struct Entry: Decodable {
      let id: Int64
      let agent: String
      let current: Bool
    }
    let fixture = try APIFixture()
    let ada = try fixture.user("ada")
    let here = try fixture.cookie(of: ada)
    let there = try fixture.cookie(of: ada)
    let entries: [Entry] = try fixture.ask("GET", "/api/sessions", headers: here).decoded()
    #expect(entries.count == 2)
    let other = try #require(entries.first { !$0.current })
    let path = "/api/sessions/\(other.id)"
    let eve = try fixture.user("eve")
    #expect(try fixture.ask("DELETE", path, as: eve).status == 404)
    #expect(try fixture.ask("DELETE", path, headers: here).status == 204)
    #expect(try fixture.ask("GET", "/api/devices", headers: there).status == 401)
    #expect(try fixture.ask("GET", "/api/devices", headers: here).status == 200)
  }
}

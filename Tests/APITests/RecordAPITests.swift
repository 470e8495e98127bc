import Fleet
import Foundation
import Telemetry
import TestKit
import Testing

@Suite struct RecordAPITests {
  private struct Done: Decodable {
    struct Attributes: Decodable { let detail: String? }
    let id: Int64
    let actionTime: String
    let address: String
    let userId: Int64
    let userEmail: String
    let actionType: String
    let objectType: String
    let objectId: Int64
    let attributes: Attributes

    var line: String { "\(userEmail) \(actionType) \(objectType) \(objectId)" }
  }

  private let range = "from=2020-01-01T00:00:00Z&to=2040-01-01T00:00:00Z"

  @Test func everyChangeIsRecordedOnce() throws {
    let fixture = try APIFixture()
    let root = try fixture.user("root") { $0.administrator = true }
    let ada = try fixture.user("ada")
    let made: StrictDevice = try fixture.ask(
      "POST", "/api/devices", as: ada, body: "{\"name\":\"van\",\"uniqueId\":\"1\"}"
    ).decoded()
    let path = "/api/devices/\(made.id)"
    _ = try fixture.ask("PUT", path, as: ada, body: "{\"name\":\"lorry\"}")
    // Neither what was only looked at, nor what was refused, nor what changes nothing.
    _ = try fixture.ask("GET", path, as: ada)
    _ = try fixture.ask("PUT", path, as: ada, body: "{\"name\":7}")
    _ = try fixture.ask("POST", "/api/decode", as: ada, body: "{\"hex\":\"00\"}")
    _ = try fixture.ask("DELETE", "/api/devices/999", as: ada)
    _ = try fixture.ask("PUT", path + "/accumulators", as: ada, body: "{\"hours\":5}")
    let link = "{\"userId\":\(root.id),\"deviceId\":\(made.id)}"
    _ = try fixture.ask("POST", "/api/permissions", as: root, body: link)
    _ = try fixture.ask(
      "DELETE", "/api/positions?deviceId=\(made.id)&\(range)&token=", as: ada)
    _ = try fixture.ask(
      "POST", "/api/attributes/computed", as: ada,
      body: "{\"attribute\":\"a\",\"expression\":\"1\",\"type\":\"number\"}")
    _ = try fixture.ask("DELETE", path, as: ada)
    let form = ["Content-Type": "application/x-www-form-urlencoded"]
    let phrase = APIFixture.password.replacing(" ", with: "+")
    _ = try fixture.ask(
      "POST", "/api/session", body: "email=ada@example.org&password=\(phrase)", headers: form)
    let done: [Done] = try fixture.ask("GET", "/api/audit?\(range)", as: root).decoded()
    let attribute = try #require(done.first { $0.objectType == "attribute" })
    #expect(
      done.map(\.line) == [
        "ada@example.org create device \(made.id)", "ada@example.org edit device \(made.id)",
        "ada@example.org accumulators device \(made.id)", "root@example.org link permission 0",
        "ada@example.org remove position 0",
        "ada@example.org create attribute \(attribute.objectId)",
        "ada@example.org remove device \(made.id)", "ada@example.org login session 0",
      ])
    #expect(done.allSatisfy { $0.address == "127.0.0.1" && $0.id > 0 && !$0.actionTime.isEmpty })
    #expect(done[3].attributes.detail == link)
    #expect(done[4].attributes.detail?.contains("deviceId=\(made.id)") == true)
    #expect(done.last?.userId == ada.id)
    let later: [Done] = try fixture.ask(
      "GET", "/api/audit?from=2039-01-01T00:00:00Z&to=2040-01-01T00:00:00Z", as: root
    ).decoded()
    #expect(later.isEmpty)
  }

  @Test func statisticsOfToday() throws {
    struct Day: Decodable {
      let captureTime: String
      let activeUsers: Int
      let activeDevices: Int
      let requests: Int
      let messagesReceived: Int
      let messagesStored: Int
      let mailSent: Int
      let smsSent: Int
      let geocoderRequests: Int
      let geolocationRequests: Int
      let protocols: [String: Int]
    }
    let fixture = try APIFixture()
    let root = try fixture.user("root") { $0.administrator = true }
    let device = try fixture.device("van", for: root)
    try fixture.report(device.identity, latitude: 1)
    _ = try fixture.ask("GET", "/api/devices", as: root)
    let days: [Day] = try fixture.ask("GET", "/api/statistics?\(range)", as: root).decoded()
    #expect(days.count == 1)
    #expect(days.first?.requests == 2)
    #expect(days.first?.activeDevices == 1)
    #expect(days.first?.protocols == ["alpha": 1])
  }

  @Test(arguments: ["/api/audit", "/api/statistics"])
  func onlyWithARangeAndForAdministrators(path: String) throws {
    let fixture = try APIFixture()
    let root = try fixture.user("root") { $0.administrator = true }
    let ada = try fixture.user("ada")
    #expect(try fixture.ask("GET", "\(path)?\(range)", as: ada).status == 403)
    for query in ["", "?from=2020-01-01T00:00:00Z", "?from=a&to=b"] {
      let answer = try fixture.ask("GET", path + query, as: root)
      #expect(answer.status == 400)
      let problem = try JSONDecoder().decode(StrictProblem.self, from: Data(answer.body))
      #expect(!problem.detail.isEmpty)
    }
  }

  @Test func choicesAndWhatIsNotThereYet() throws {
    struct Named: Decodable { let type: String }
    let fixture = try APIFixture()
    let root = try fixture.user("root") { $0.administrator = true }
    let zones: [String] = try fixture.ask("GET", "/api/server/timezones", as: root).decoded()
    // One of those that are like another one since 1970, and people look for their own.
    #expect(zones.contains("Europe/Stockholm"))
    #expect(zones.contains("UTC") && zones == zones.sorted())
    let types: [Named] = try fixture.ask("GET", "/api/notifications/types", as: root).decoded()
    #expect(types.contains { $0.type == "geofenceEnter" })
    let notificators: [Named] = try fixture.ask(
      "GET", "/api/notifications/notificators?announcement=true", as: root
    ).decoded()
    #expect(notificators.isEmpty)
    for path in [
      "/api/notifications/test", "/api/notifications/test/mail", "/api/notifications/send/mail",
      "/api/password/reset", "/api/password/update",
    ] {
      let answer = try fixture.ask("POST", path, as: root, body: "{}")
      #expect(answer.status == 501, "\(path)")
      let problem = try JSONDecoder().decode(StrictProblem.self, from: Data(answer.body))
      #expect(problem.detail.contains("yet"))
    }
  }
}

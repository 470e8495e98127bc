import Fleet
import Foundation
import Telemetry
import TestKit
import Testing
import Timeline

@Suite struct HistoryAPITests {
  /// A device with a position a minute, each a little further north.
  private func filled(
    _ fixture: APIFixture, _ count: Int, name: String = "van"
  ) throws -> (ada: User, device: Device, range: String) {
    let ada = try fixture.user("ada")
    let device = try fixture.device(name, for: ada)
    let from = fixture.clock.now
    for index in 0..<count {
      try fixture.report(device.identity, latitude: 10 + Double(index) / 1_000)
      fixture.clock.advance(seconds: 60)
    }
    let range = "deviceId=\(device.id)&from=\(from.iso8601)&to=\(fixture.clock.now.iso8601)"
    return (ada, device, range.replacing("+", with: "%2B"))
  }

  private func positions(
    _ fixture: APIFixture, _ query: String, as user: User
  ) throws -> [StrictPosition] {
    try fixture.ask("GET", "/api/positions?\(query)", as: user).decoded()
  }

  @Test func removedPositionsAreGoneForGood() throws {
    let fixture = try APIFixture()
    let (ada, device, range) = try filled(fixture, 5)
    let all = try positions(fixture, range, as: ada)
    #expect(all.count == 5)
    let eve = try fixture.user("eve")
    let reader = try fixture.user("reader") { $0.readonly = true }
    try fixture.fleet.link([.user(reader.id, device: device.id)], by: .machine)
    let one = "/api/positions/\(all[4].id)"
    for target in [one, "/api/positions?\(range)"] {
      #expect(try fixture.ask("DELETE", target, as: eve).status == 404)
      #expect(try fixture.ask("DELETE", target, as: reader).status == 403)
    }
    #expect(try positions(fixture, range, as: ada).count == 5)
    #expect(try fixture.ask("DELETE", one, as: ada).status == 204)
    #expect(try fixture.ask("DELETE", one, as: ada).status == 404)
    // What is last known follows, also where it is only a number.
    let last = try positions(fixture, "deviceId=\(device.id)", as: ada)
    #expect(last.map(\.id) == [all[3].id])
    let shown: StrictDevice = try fixture.ask("GET", "/api/devices/\(device.id)", as: ada).decoded()
    #expect(shown.positionId == all[3].id)
    #expect(try fixture.ask("DELETE", "/api/positions?\(range)", as: ada).status == 204)
    #expect(try positions(fixture, range, as: ada).isEmpty)
    #expect(try positions(fixture, "deviceId=\(device.id)", as: ada).isEmpty)
    let empty: StrictDevice = try fixture.ask("GET", "/api/devices/\(device.id)", as: ada).decoded()
    #expect(empty.positionId == 0)
  }

  @Test(arguments: [
    "", "deviceId=1", "deviceId=1&from=2026-01-01T00:00:00Z", "deviceId=x&from=y&to=z",
    "from=2026-01-01T00:00:00Z&to=2026-01-02T00:00:00Z",
  ])
  func removingNeedsAWholeRange(query: String) throws {
    let fixture = try APIFixture()
    let ada = try fixture.user("ada")
    _ = try fixture.device("van", for: ada)
    let answer = try fixture.ask("DELETE", "/api/positions?\(query)", as: ada)
    #expect(answer.status == 400)
    let problem = try JSONDecoder().decode(StrictProblem.self, from: Data(answer.body))
    #expect(!problem.detail.isEmpty)
  }

  @Test func aGeofenceSelectsWhatLiesInIt() throws {
    let fixture = try APIFixture()
    let (ada, device, range) = try filled(fixture, 20)
    struct Made: Decodable { let id: Int64 }
    let fence: Made = try fixture.ask(
      "POST", "/api/geofences", as: ada,
      body: """
        {"name":"yard","area":"POLYGON ((10.0045 21, 10.0045 22, 10.0095 22, 10.0095 21))"}
        """
    ).decoded()
    let inside = try positions(fixture, range + "&geofenceId=\(fence.id)", as: ada)
    #expect(
      inside.map { ($0.latitude * 1_000).rounded() } == [10_005, 10_006, 10_007, 10_008, 10_009])
    // The last position is outside.
    let last = "deviceId=\(device.id)&geofenceId=\(fence.id)"
    #expect(try positions(fixture, last, as: ada).isEmpty)
    let csv = try fixture.ask(
      "GET", "/api/positions/csv?\(range)&geofenceId=\(fence.id)", as: ada)
    #expect(csv.text.split(separator: "\r\n").count == 6)
    // Somebody else's geofence is not there.
    let eve = try fixture.user("eve")
    try fixture.fleet.link([.user(eve.id, device: device.id)], by: .machine)
    let foreign = try fixture.ask(
      "GET", "/api/positions?\(range)&geofenceId=\(fence.id)", as: eve)
    #expect(foreign.status == 404)
  }

  @Test func tracksAreSimplifiedOnRequest() throws {
    let fixture = try APIFixture()
    let (ada, _, range) = try filled(fixture, 40)
    let all = try positions(fixture, range, as: ada)
    let few = try positions(fixture, range + "&maxPoints=7", as: ada)
    #expect(few.count == 7)
    #expect(few.first?.id == all.first?.id && few.last?.id == all.last?.id)
    #expect(Set(few.map(\.id)).isSubset(of: all.map(\.id)))
    #expect(try positions(fixture, range + "&maxPoints=40", as: ada).count == 40)
    for wrong in ["1", "0", "-5", "50001", "many"] {
      let answer = try fixture.ask("GET", "/api/positions?\(range)&maxPoints=\(wrong)", as: ada)
      #expect(answer.status == 400, "\(wrong)")
    }
  }

  /// More than is kept in memory between looking and sending.
  @Test func longHistoriesAreSentWholeOrRefused() throws {
    let fixture = try APIFixture()
    let ada = try fixture.user("ada")
    let device = try fixture.device("van", for: ada)
    let start = fixture.clock.now
    try fixture.fill(device.identity, 50_001)
    let query = "deviceId=\(device.id)&from=\(start.iso8601)&to="
    func end(_ count: Int) -> String {
      start.advanced(byMilliseconds: Int64(count - 1) * 1_000).iso8601
    }
    let whole = try positions(
      fixture, (query + end(6_000)).replacing("+", with: "%2B"), as: ada)
    #expect(whole.count == 6_000)
    #expect(Set(whole.map(\.id)).count == 6_000)
    let tooMuch = (query + end(50_001)).replacing("+", with: "%2B")
    let refused = try fixture.ask("GET", "/api/positions?" + tooMuch, as: ada)
    #expect(refused.status == 400)
    #expect(refused.text.contains("50000") && refused.text.contains("maxPoints"))
    #expect(try fixture.ask("GET", "/api/positions/kmz?" + tooMuch, as: ada).status == 400)
    #expect(try positions(fixture, tooMuch + "&maxPoints=20", as: ada).count == 20)
  }
}

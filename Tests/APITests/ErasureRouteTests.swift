import API
import Fleet
import Foundation
import TestKit
import Testing

/// `POST /api/devices/{id}/erase` and the record of erasures.
@Suite struct ErasureRouteTests {
  private struct Entry: Decodable {
    let id: Int64
    let deviceId: Int64
    let userId: Int64
    let requestedAt: String
    let finishedAt: String?
    let positions: Int64
    let messages: Int64
  }

  @Test func anAdministratorAsksAndTheRecordSaysWhenItIsDone() throws {
    let fixture = try APIFixture { services, _ in
      let fleet = services.fleet
      services.eraseDevice = { device, requester throws(FleetError) in
        try fleet.requestErasure(device: device, by: requester)
      }
    }
    let ada = try fixture.user("ada") { $0.administrator = true }
    let bob = try fixture.user("bob")
    let device = try fixture.device("van", for: bob)
    try fixture.fleet.link([.user(ada.id, device: device.id)], by: .machine)
    let path = "/api/devices/\(device.id)/erase"
    #expect(try fixture.ask("POST", path, as: bob, body: "{}").status == 403)
    #expect(try fixture.ask("POST", "/api/devices/999/erase", as: ada, body: "{}").status == 404)
    let answer = try fixture.ask("POST", path, as: ada, body: "{}")
    #expect(answer.status == 202, "\(answer.text)")
    let entry = try JSONDecoder().decode(Entry.self, from: Data(answer.body))
    #expect(entry.deviceId == device.id && entry.userId == ada.id && entry.finishedAt == nil)
    let pending = try #require(try fixture.fleet.pendingErasures().first)
    try fixture.fleet.finish(pending, positions: 7, messages: 8)
    let list: [Entry] = try fixture.ask("GET", "/api/erasures", as: ada).decoded()
    #expect(list.map(\.id) == [entry.id])
    #expect(list[0].finishedAt != nil && list[0].positions == 7 && list[0].messages == 8)
    #expect(!list[0].requestedAt.isEmpty)
    #expect(try fixture.ask("GET", "/api/erasures", as: bob).status == 403)
  }
}

import Fleet
import Foundation
import Telemetry
import TestKit
import Testing

/// What the fleet forgets when a device is erased, and what it remembers of that.
@Suite struct ErasureTests {
  @Test func aDeviceStaysAsIfItHadNeverCalled() throws {
    let fixture = try FleetFixture()
    let admin = try fixture.user("ada@example.org", administrator: true)
    let user = try fixture.user("bob@example.org")
    let identity = try fixture.arrival("730000000000017")
    let device = try fixture.fleet.adopt(identity, name: "Van", by: .machine)
    try fixture.fleet.link([.user(user.id, device: device.id)], by: .machine)
    var contact = fixture.contact(identity, position: 1 << 40)
    contact.versions = [VersionSighting(.firmware, "zq-7.31", at: fixture.now)]
    try fixture.fleet.recordContacts([contact], watermark: 9)
    #expect(try fixture.fleet.versions(ofDevice: device.id, for: .user(user.id)).count == 1)
    #expect(throws: FleetError.self) {
      try fixture.fleet.requestErasure(device: device.id, by: .user(user.id))
    }
    #expect(try fixture.fleet.pendingErasures().isEmpty)
    let erasure = try fixture.fleet.requestErasure(device: device.id, by: .user(admin.id))
    #expect(erasure.identity == identity && erasure.userId == admin.id)
    // It is to be done, also after a crash.
    #expect(try fixture.another().pendingErasures() == [erasure])
    fixture.pass(seconds: 60)
    try fixture.fleet.finish(erasure, positions: 12, messages: 15)
    for fleet in [fixture.fleet, try fixture.another()] {
      let found = try fleet.device(device.id, for: .user(user.id))
      #expect(found.name == "Van" && found.uniqueId == "730000000000017")
      #expect(found.lastUpdate == nil && found.positionId == nil && found.protocolName == nil)
      #expect(try fleet.versions(ofDevice: device.id, for: .user(user.id)).isEmpty)
      #expect(try fleet.pendingErasures().isEmpty)
      let audit = try #require(try fleet.erasures(for: .machine).first)
      #expect(audit.id == erasure.id && audit.positions == 12 && audit.messages == 15)
      #expect(audit.finishedAt == fixture.now && audit.deviceId == device.id)
      #expect(throws: FleetError.self) { try fleet.erasures(for: .user(user.id)) }
    }
    #expect(fixture.call("730000000000017").identity == identity)
  }

  @Test func anArrivalIsForgottenWithEveryByteOfItsName() throws {
    let fixture = try FleetFixture()
    let identity = try fixture.arrival("zq-tracker-83115")
    try fixture.fleet.recordContacts([fixture.contact(identity)], watermark: 9)
    func holdsName() -> Bool {
      ["", "-wal"].contains { suffix in
        guard let file = FileManager.default.contents(atPath: fixture.path + suffix) else {
          return false
        }
        return file.firstRange(of: Data("zq-tracker".utf8)) != nil
      }
    }
    #expect(holdsName())
    let erasure = try fixture.fleet.requestErasure(of: identity, by: .machine)
    try fixture.fleet.finish(erasure, positions: 0, messages: 1)
    #expect(!holdsName())
    #expect(fixture.fleet.identity(of: "zq-tracker-83115") == nil)
    #expect(try fixture.fleet.arrivals(for: .machine).isEmpty)
    let again = try #require(fixture.call("zq-tracker-83115").identity)
    #expect(again != identity)
    #expect(throws: FleetError.self) {
      try fixture.fleet.requestErasure(of: identity, by: .machine)
    }
  }
}

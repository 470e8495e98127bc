import Fleet
import SQLite
import Telemetry
import TestKit
import Testing

@Suite struct DevicePartTests {
  @Test func metersAndPictureGoWithTheDevice() throws {
    let fixture = try FleetFixture()
    let ada = try fixture.user("ada@example.org")
    let eve = try fixture.user("eve@example.org")
    let device = try fixture.fleet.createDevice(
      Device(name: "van", uniqueId: "861234567890123"), by: .user(ada.id))
    let fleet = fixture.fleet
    try fleet.setAccumulators(of: device.id, totalDistance: 1_500.5, hours: nil, by: .user(ada.id))
    fixture.pass(seconds: 5)
    try fleet.setAccumulators(of: device.id, totalDistance: nil, hours: 60_000, by: .user(ada.id))
    let set = try #require(try fixture.another().accumulators(of: device.id, for: .user(ada.id)))
    #expect(set.totalDistance == 1_500.5 && set.hours == 60_000 && set.time == fixture.now)
    #expect(throws: FleetError.self) {
      try fleet.setAccumulators(of: device.id, totalDistance: -1, hours: nil, by: .machine)
    }
    #expect(throws: FleetError.self) {
      try fleet.accumulators(of: device.id, for: .user(eve.id))
    }
    let picture: [UInt8] = Array("GIF89a".utf8) + [1, 2, 3]
    let name = try fleet.setImage(picture, of: device.id, by: .user(ada.id))
    #expect(name.hasPrefix("device-") && name.hasSuffix(".gif"))
    #expect(try fleet.image(named: name, of: device.id, for: .user(ada.id))?.content == picture)
    #expect(try fleet.image(named: "x.gif", of: device.id, for: .user(ada.id)) == nil)
    #expect(throws: FleetError.self) {
      try fleet.image(named: name, of: device.id, for: .user(eve.id))
    }
    try fleet.deleteDevice(device.id, by: .user(ada.id))
    let rest = try Database(path: fixture.path).integer(
      "SELECT (SELECT count(*) FROM deviceImage) + (SELECT count(*) FROM accumulator)")
    #expect(rest == 0)
  }
}

import Fleet
import Telemetry
import Testing

@Suite struct ArrivalTests {
  @Test func contactsCountOnce() throws {
    let fixture = try FleetFixture()
    let identity = try fixture.arrival("60001")
    let start = fixture.now
    fixture.pass(seconds: 60)
    let contact = fixture.contact(identity, position: 1 << 40)
    for _ in 0..<2 { try fixture.fleet.recordContacts([contact], watermark: 12) }
    try fixture.fleet.recordContacts([contact], watermark: 11)
    #expect(fixture.fleet.contactsWatermark == 12)
    for fleet in [fixture.fleet, try fixture.another()] {
      let arrival = try #require(fleet.arrival(identity))
      #expect(arrival.identifier == "60001")
      #expect(arrival.messages == 2)
      #expect(arrival.firstSeen == start)
      #expect(arrival.lastSeen == fixture.now)
      #expect(arrival.lastPosition == 1 << 40)
      #expect(arrival.protocolName == "gt06")
      #expect(arrival.transport == .tcp)
      #expect(arrival.peer == "192.0.2.10:40001")
      #expect(fleet.contactsWatermark == 12)
    }
  }

  @Test func anOlderContactDoesNotHideANewerOne() throws {
    let fixture = try FleetFixture()
    let identity = try fixture.arrival("60002")
    var late = fixture.contact(identity)
    late.protocolName = "h02"
    late.transport = .udp
    late.peer = "198.51.100.4:9"
    late.firstSeen = fixture.now.advanced(byMilliseconds: -9_000)
    late.lastSeen = fixture.now.advanced(byMilliseconds: -8_000)
    try fixture.fleet.recordContacts([late], watermark: 1)
    for fleet in [fixture.fleet, try fixture.another()] {
      let arrival = try #require(fleet.arrival(identity))
      #expect(arrival.protocolName == "gt06")
      #expect(arrival.peer == "192.0.2.10:40001")
      #expect(arrival.lastSeen == fixture.now)
      #expect(arrival.firstSeen == late.firstSeen)
    }
  }

  @Test func adoptionKeepsTheIdentityAndGivesPermission() throws {
    let fixture = try FleetFixture()
    let identity = try fixture.arrival("60003")
    try fixture.fleet.recordContacts([fixture.contact(identity, position: 77)], watermark: 1)
    let administrator = try fixture.user("chief@example.org", administrator: true)
    let driver = try fixture.user("driver@example.org")
    let device = try fixture.fleet.adopt(
      identity, name: "Blue van", owners: [driver.id], by: .user(administrator.id))
    #expect(device.identity == identity)
    #expect(fixture.fleet.arrival(identity) == nil)
    #expect(fixture.call("60003") == .device(identity, .none))
    for fleet in [fixture.fleet, try fixture.another()] {
      let seen = try fleet.device(device.id, for: .user(driver.id))
      #expect(seen.name == "Blue van")
      #expect(seen.positionId == 77)
      #expect(seen.lastUpdate == fixture.now)
      #expect(seen.protocolName == "gt06")
      #expect(Set(fleet.viewers(of: device.id)) == [administrator.id, driver.id])
    }
    #expect(throws: FleetError.self) {
      try fixture.fleet.adopt(identity, by: .user(administrator.id))
    }
  }

  @Test func onlyAdministratorsSeeAndAdoptArrivals() throws {
    let fixture = try FleetFixture()
    let identity = try fixture.arrival("60004")
    let driver = Requester.user(try fixture.user("driver@example.org").id)
    #expect(throws: FleetError.self) { try fixture.fleet.arrivals(for: driver) }
    #expect(throws: FleetError.self) { try fixture.fleet.adopt(identity, by: driver) }
    #expect(throws: FleetError.self) { try fixture.fleet.deleteArrival(identity, by: driver) }
    #expect(fixture.fleet.arrival(identity) != nil)
  }

  @Test func automaticAdoptionGivesNewDevicesToAllAdministrators() throws {
    let fixture = try FleetFixture { $0.adoptsAutomatically = true }
    let first = try fixture.user("one@example.org", administrator: true)
    let second = try fixture.user("two@example.org", administrator: true)
    let driver = try fixture.user("driver@example.org")
    guard case .device(let identity, .none) = fixture.call("60005") else { throw Unexpected() }
    #expect(try fixture.fleet.arrivals(for: .machine).isEmpty)
    try fixture.fleet.makeDurable()
    let device = try #require(fixture.fleet.device(of: identity))
    #expect(device.uniqueId == "60005")
    #expect(fixture.call("60005") == .device(identity, .none))
    for fleet in [fixture.fleet, try fixture.another()] {
      #expect(Set(fleet.viewers(of: device.id)) == [first.id, second.id])
      #expect(fleet.devices(for: .user(driver.id)).isEmpty)
      #expect(fleet.device(uniqueId: "60005")?.identity == identity)
    }
  }

  @Test func automaticAdoptionIsBoundedToo() throws {
    let fixture = try FleetFixture {
      $0.adoptsAutomatically = true
      $0.limits.automaticAdoptions = 2
    }
    for number in 0..<4 {
      fixture.call("auto\(number)")
      try fixture.fleet.makeDurable()
    }
    #expect(fixture.fleet.devices(for: .machine).count == 2)
    #expect(try fixture.fleet.arrivals(for: .machine).count == 2)
  }

  @Test func aForgottenArrivalStartsAnew() throws {
    let fixture = try FleetFixture()
    let identity = try fixture.arrival("60006")
    try fixture.fleet.deleteArrival(identity, by: .machine)
    let again = try fixture.arrival("60006")
    #expect(again != identity)
    #expect(try fixture.another().identity(of: "60006") == again)
    // Records of the old identity that are still on their way change nothing.
    try fixture.fleet.recordContacts([fixture.contact(identity)], watermark: 3)
    #expect(fixture.fleet.arrival(identity) == nil)
    #expect(try fixture.another().arrival(identity) == nil)
  }
}

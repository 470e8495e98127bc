import Fleet
import Foundation
import SQLite
import Telemetry
import TestKit
import Testing

@Suite struct DeviceTests {
  private func complete(_ identifier: String, in fleet: Fleet) throws -> Device {
    var device = Device(name: "Lorry 7", uniqueId: identifier)
    var group = StoredObject(.group)
    group.values = ["name": .text("Lorries")]
    var calendar = StoredObject(.calendar)
    // BEGIN:VCALENDAR and END:VCALENDAR.
    calendar.values = [
      "name": .text("Work"), "data": .text("QkVHSU46VkNBTEVOREFSDQpFTkQ6VkNBTEVOREFSDQo="),
    ]
    device.groupId = try fleet.createObject(group, by: .machine).id
    device.calendarId = try fleet.createObject(calendar, by: .machine).id
    device.phone = "+358 40 0000000"
    device.model = "VL103"
    device.contact = "Workshop"
    device.category = "truck"
    device.expirationTime = Timestamp(milliseconds: 1_999_999_999_123)
    device.attributes = [
      "decoder.timezone": .text("Europe/Helsinki"), "speedLimit": .number(48.5),
      "format": .integer(2), "alternative": .boolean(true), "quote": .text("a \"b\" \\ ü /"),
    ]
    return device
  }

  @Test func everyFieldComesBack() throws {
    let fixture = try FleetFixture()
    let made = try fixture.fleet.createDevice(
      complete("50001", in: fixture.fleet), by: .machine)
    #expect(made.id > 0)
    #expect(try fixture.another().device(made.id, for: .machine) == made)
    #expect(try fixture.fleet.device(made.id, for: .machine) == made)
    let settings = fixture.fleet.settings(of: made.identity)
    #expect(settings.model == "VL103")
    #expect(settings.options["decoder.timezone"] == "Europe/Helsinki")
    #expect(settings.options["format"] == "2")
    #expect(settings.options["alternative"] == "true")
  }

  @Test func aDeviceMayBeMadeBeforeItCalls() throws {
    let fixture = try FleetFixture()
    let device = try fixture.fleet.createDevice(
      Device(name: "Van", uniqueId: "50002"), by: .machine)
    #expect(device.lastUpdate == nil)
    #expect(fixture.call("50002") == .device(device.identity, .none))
    fixture.pass(seconds: 5)
    try fixture.fleet.recordContacts([fixture.contact(device.identity)], watermark: 1)
    for fleet in [fixture.fleet, try fixture.another()] {
      #expect(try fleet.device(device.id, for: .machine).lastUpdate == fixture.now)
    }
  }

  @Test func aDeviceMadeAfterItCalledHasItsHistory() throws {
    let fixture = try FleetFixture()
    let identity = try fixture.arrival("50003")
    let device = try fixture.fleet.createDevice(
      Device(name: "Van", uniqueId: "50003"), by: .machine)
    #expect(device.identity == identity)
    #expect(throws: FleetError.self) {
      try fixture.fleet.createDevice(Device(name: "Van", uniqueId: "50003"), by: .machine)
    }
  }

  @Test func anotherIdentifierLeadsToTheSameHistory() throws {
    let fixture = try FleetFixture()
    var device = try fixture.fleet.createDevice(
      Device(name: "Van", uniqueId: "50004"), by: .machine)
    let arrival = try fixture.arrival("50005")
    device.uniqueId = "50005"
    let changed = try fixture.fleet.updateDevice(device, by: .machine)
    #expect(changed.identity == device.identity)
    for fleet in [fixture.fleet, try fixture.another()] {
      #expect(fixture.call("50005", on: fleet) == .device(device.identity, .none))
      #expect(fixture.call("50004", on: fleet) == .device(device.identity, .none))
      #expect(fleet.device(uniqueId: "50004") == nil)
      #expect(fleet.identifiers(of: arrival).isEmpty)
    }
  }

  @Test func aDeletedDeviceIsAnArrivalAgain() throws {
    let fixture = try FleetFixture()
    let identity = try fixture.arrival("50006")
    let user = try fixture.user("driver@example.org")
    let device = try fixture.fleet.adopt(identity, owners: [user.id], by: .machine)
    #expect(try fixture.fleet.deleteDevice(device.id, by: .machine) == identity)
    for fleet in [fixture.fleet, try fixture.another()] {
      #expect(fleet.arrival(identity)?.identifier == "50006")
      #expect(fixture.call("50006", on: fleet) == .stranger(identity))
      #expect(!fleet.isLinked(.user(user.id, device: device.id)))
    }
    // The number of a deleted device is never given again: somebody may still hold it.
    let next = try fixture.fleet.adopt(identity, by: .machine)
    #expect(next.id > device.id)
  }

  @Test func theHistoryOfADeletedDeviceIsNotEverybodys() throws {
    let fixture = try FleetFixture()
    let user = Requester.user(try fixture.user("driver@example.org").id)
    let chief = Requester.user(try fixture.user("chief@example.org", administrator: true).id)
    let identity = try fixture.arrival("50008")
    let first = try fixture.fleet.createDevice(Device(name: "A", uniqueId: "50008"), by: user)
    #expect(first.identity == identity)
    try fixture.fleet.deleteDevice(first.id, by: user)
    let restarted = try fixture.another()
    let second = try restarted.createDevice(Device(name: "B", uniqueId: "50008"), by: user)
    #expect(second.identity != identity)
    #expect(fixture.call("50008", on: restarted) == .device(second.identity, .none))
    try restarted.deleteDevice(second.id, by: user)
    let third = try restarted.createDevice(Device(name: "C", uniqueId: "50008"), by: chief)
    #expect(third.identity == second.identity)
  }

  @Test func aFileOfTheFleetIsForItsOwnerOnly() throws {
    let fixture = try FleetFixture()
    _ = try fixture.arrival("50009")
    for path in [fixture.path, fixture.path + "-wal"] {
      let rights = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
      #expect(rights as? Int == 0o600)
    }
  }

  @Test func anErasedDeviceIsUnknownAgain() throws {
    let fixture = try FleetFixture()
    let identity = try fixture.arrival("50007")
    let device = try fixture.fleet.adopt(identity, by: .machine)
    try fixture.fleet.deleteDevice(device.id, erasing: true, by: .machine)
    #expect(try fixture.another().identity(of: "50007") == nil)
    #expect(fixture.call("50007").identity != identity)
  }

  @Test func whatCannotBeIsRefused() throws {
    let fixture = try FleetFixture()
    for (name, identifier) in [("", "1"), ("Van", ""), ("Van", String(repeating: "1", count: 200))]
    {
      #expect(throws: FleetError.self) {
        try fixture.fleet.createDevice(Device(name: name, uniqueId: identifier), by: .machine)
      }
    }
    #expect(fixture.fleet.devices(for: .machine).isEmpty)
  }
}

@Suite struct SharedFileTests {
  @Test func aChangeByAnotherProgramIsNoticed() throws {
    let fixture = try FleetFixture()
    _ = try fixture.arrival("40001")
    #expect(try !fixture.fleet.refreshIfChanged())
    let commandLine = try fixture.another()
    let user = try commandLine.createUser(
      User(name: "Ada", email: "ada@example.org"), password: FleetFixture.password, by: .machine)
    let device = try commandLine.createDevice(
      Device(name: "Van", uniqueId: "40001"), by: .machine)
    #expect(fixture.fleet.user(named: "ADA@example.org") == nil)
    let before = fixture.fleet.revision
    #expect(try fixture.fleet.refreshIfChanged())
    #expect(fixture.fleet.revision != before)
    #expect(fixture.fleet.user(named: "ADA@example.org") == user)
    #expect(fixture.call("40001") == .device(device.identity, .none))
    #expect(try !fixture.fleet.refreshIfChanged())
  }

  @Test func anIdentityOnItsWayToTheLedgerWinsOverANewDevice() throws {
    let fixture = try FleetFixture()
    let identity = try #require(fixture.call("40002").identity)
    let commandLine = try fixture.another()
    let device = try commandLine.createDevice(
      Device(name: "Van", uniqueId: "40002"), by: .machine)
    #expect(device.identity != identity)
    try fixture.fleet.makeDurable()
    try fixture.fleet.refreshIfChanged()
    try commandLine.refreshIfChanged()
    for fleet in [fixture.fleet, commandLine, try fixture.another()] {
      #expect(fixture.call("40002", on: fleet) == .device(identity, .none))
      #expect(try fleet.device(device.id, for: .machine).identity == identity)
    }
  }

  @Test func bothProgramsMayWriteInTurn() throws {
    let fixture = try FleetFixture()
    let commandLine = try fixture.another()
    for number in 0..<10 {
      let fleet = number % 2 == 0 ? fixture.fleet : commandLine
      _ = try fleet.createDevice(
        Device(name: "Van \(number)", uniqueId: "t\(number)"), by: .machine)
    }
    #expect(throws: FleetError.self) {
      // Made by the other program just now; the file knows, memory does not yet.
      try fixture.fleet.createDevice(Device(name: "Van", uniqueId: "t9"), by: .machine)
    }
    let identities = Set(fixture.fleet.devices(for: .machine).map(\.identity))
    #expect(identities.count == 10)
  }

  @Test func anOlderProgramRefusesANewerFile() throws {
    let fixture = try FleetFixture()
    let database = try Database(path: fixture.path)
    try database.execute("INSERT INTO migration VALUES('999-future', 0)")
    let error = #expect(throws: FleetError.self) { _ = try fixture.another() }
    let text = try #require(error).description
    #expect(text.contains("999-future"))
    #expect(text.contains(fixture.path))
  }
}

extension DeviceTests {
  @Test func aDamagedFileIsLeftAloneAndToldWithAdvice() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("fleet.sqlite")
    let damaged = Data("no database, but longer than the header of one would have to be".utf8)
    try damaged.write(to: URL(fileURLWithPath: path))
    let error = #expect(throws: FleetError.self) { try Fleet(path: path) }
    let text = "\(try #require(error))"
    #expect(text.contains(path) && text.contains("backup"))
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == damaged)
  }
}

import Fleet
import Telemetry
import Testing

@Suite struct QueuedCommandTests {
  private func queue(
    _ fixture: FleetFixture, _ device: Device, _ type: CommandType = .engineStop,
    seconds: Int64 = 600
  ) throws -> QueuedCommand {
    let now = fixture.now
    return try fixture.fleet.queue(
      QueuedCommand(
        deviceId: device.id, command: Command(type, ["index": .integer(2)]), description: "stop",
        queuedAt: now, expiresAt: now.advanced(byMilliseconds: seconds * 1_000)), by: .machine)
  }

  private func device(_ fixture: FleetFixture, _ name: String = "van") throws -> Device {
    try fixture.fleet.createDevice(Device(name: name, uniqueId: name), by: .machine)
  }

  @Test func theOldestComesFirstAndSurvivesARestart() throws {
    let fixture = try FleetFixture()
    let van = try device(fixture)
    let first = try queue(fixture, van)
    _ = try queue(fixture, van, .engineResume)
    let fleet = try fixture.another()
    #expect(fleet.identitiesWithCommands(among: [van.identity]) == [van.identity])
    let taken = try #require(try fleet.takeCommand(for: van.identity))
    #expect(taken.queued.id == first.id && taken.queued.command == first.command)
    // None overtakes the one that is being sent.
    #expect(try fleet.takeCommand(for: van.identity) == nil)
    let event = try #require(try fleet.finish(taken.queued, .sent))
    #expect(event.type == "queuedCommandSent")
    #expect(try fleet.event(event.id, for: .machine) == event)
    #expect(try fleet.takeCommand(for: van.identity)?.queued.command.type == .engineResume)
  }

  @Test func whatIsNotDeliveredWaitsOn() throws {
    let fixture = try FleetFixture()
    let van = try device(fixture)
    _ = try queue(fixture, van)
    let taken = try #require(try fixture.fleet.takeCommand(for: van.identity))
    #expect(try fixture.fleet.finish(taken.queued, .absent) == nil)
    #expect(try fixture.fleet.takeCommand(for: van.identity)?.queued.id == taken.queued.id)
  }

  /// After a crash in the middle of sending nobody knows: it is not sent again, and it is told.
  @Test func aCrashWhileSendingIsTold() throws {
    let fixture = try FleetFixture()
    let van = try device(fixture)
    let queued = try queue(fixture, van)
    _ = try fixture.fleet.takeCommand(for: van.identity)
    let fleet = try fixture.another()
    // Another program that opens the file, such as the command line, changes nothing.
    #expect(try fleet.queuedCommands(device: van.id, for: .machine).map(\.state) == [.sending])
    let events = try fleet.settleCommands()
    #expect(events.map(\.type) == ["commandResult"])
    #expect(try fleet.takeCommand(for: van.identity) == nil)
    let left = try #require(try fleet.queuedCommands(device: van.id, for: .machine).first)
    #expect(left.id == queued.id && left.state == .uncertain && left.reason.contains("again"))
    #expect(try fleet.settleCommands() == [])
    try fleet.withdrawCommand(left.id, by: .machine)
    #expect(try fleet.queuedCommands(device: nil, for: .machine) == [])
  }

  @Test func nothingIsSentAfterItsTime() throws {
    let fixture = try FleetFixture()
    let van = try device(fixture)
    _ = try queue(fixture, van, seconds: 60)
    fixture.pass(seconds: 60)
    // Also before anybody has looked at the clock.
    #expect(try fixture.fleet.takeCommand(for: van.identity) == nil)
    let events = try fixture.fleet.expireCommands()
    #expect(events.map(\.type) == ["commandResult"])
    #expect(events.first?.attributes["command"] == .text("engineStop"))
    #expect(try fixture.fleet.expireCommands() == [])
    #expect(
      try fixture.fleet.queuedCommands(device: van.id, for: .machine).map(\.state) == [.expired])
    fixture.pass(seconds: 31 * 86_400)
    #expect(try fixture.fleet.expireCommands() == [])
    #expect(try fixture.fleet.queuedCommands(device: van.id, for: .machine) == [])
  }

  @Test func aDeviceHasRoomForSoMany() throws {
    let fixture = try FleetFixture()
    let van = try device(fixture)
    for _ in 0..<QueuedCommand.mostPerDevice { _ = try queue(fixture, van) }
    #expect(throws: FleetError.self) { try queue(fixture, van) }
    _ = try queue(fixture, try device(fixture, "bus"))
    // What came to nothing gives way.
    let taken = try #require(try fixture.fleet.takeCommand(for: van.identity))
    try fixture.fleet.finish(taken.queued, .refused("cannot"))
    _ = try queue(fixture, van)
    #expect(
      try fixture.fleet.queuedCommands(device: van.id, for: .machine).count
        == QueuedCommand.mostPerDevice)
    #expect(throws: FleetError.self) { try queue(fixture, van, seconds: 31 * 86_400) }
  }

  @Test func theyGoWithTheirDevice() throws {
    let fixture = try FleetFixture()
    let van = try device(fixture)
    _ = try queue(fixture, van)
    let taken = try #require(try fixture.fleet.takeCommand(for: van.identity))
    let event = try #require(
      try fixture.fleet.add(Event(type: "alarm", time: fixture.now, deviceId: van.id)))
    try fixture.fleet.deleteDevice(van.id, by: .machine)
    #expect(try fixture.fleet.finish(taken.queued, .sent) == nil)
    #expect(throws: FleetError.self) { try fixture.fleet.event(event.id, for: .machine) }
    let fleet = try fixture.another()
    #expect(try fleet.queuedCommands(device: nil, for: .machine) == [])
  }

  @Test func eventsAreBoundedAndToldOnce() throws {
    let fixture = try FleetFixture()
    let van = try device(fixture)
    let told = Event(type: "commandResult", time: fixture.now, deviceId: van.id, positionId: 7)
    let first = try #require(try fixture.fleet.add(told))
    #expect(try fixture.fleet.add(told) == nil)
    var stored: [Event] = []
    for _ in 0..<Event.mostPerDevice {
      let event = Event(type: "alarm", time: fixture.now, deviceId: van.id)
      stored.append(try #require(try fixture.fleet.add(event)))
    }
    #expect(throws: FleetError.self) { try fixture.fleet.event(first.id, for: .machine) }
    let oldest = try #require(stored.first)
    #expect(try fixture.fleet.event(oldest.id, for: .machine) == oldest)
  }
}

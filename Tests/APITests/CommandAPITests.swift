import API
import Commands
import Fleet
import Foundation
import Synchronization
import Telemetry
import TestKit
import Testing
import WebServer

@Suite struct CommandAPITests {
  /// What was written to devices.
  private final class Written: Sendable {
    let frames = Mutex<[(bytes: [UInt8], device: DeviceIdentity)]>([])
    /// Whether devices are connected.
    let isConnected = Atomic(true)
    /// How often somebody asked what a device speaks.
    let looks = Atomic(0)
  }

  private func fixture(_ written: Written) throws -> APIFixture {
    try APIFixture { services, _ in
      services.commands = CommandDesk(
        protocolName: { _ in
          written.looks.add(1, ordering: .relaxed)
          return written.isConnected.load(ordering: .relaxed) ? "startek" : nil
        },
        write: { bytes, device in
          written.frames.withLock { $0.append((bytes, device)) }
          return true
        }, clock: { Timestamp(milliseconds: 0) })
    }
  }

  private func van(_ fixture: APIFixture, for user: User) throws -> Device {
    let made = try fixture.fleet.createDevice(
      Device(name: "Van", uniqueId: "358765040000017"), by: .machine)
    try fixture.fleet.link([.user(user.id, device: made.id)], by: .machine)
    return made
  }

  @Test func aCommandIsWrittenForTheDevice() throws {
    let written = Written()
    let fixture = try fixture(written)
    let ada = try fixture.user("ada")
    let van = try van(fixture, for: ada)
    let answer = try fixture.ask(
      "POST", "/api/commands/send", as: ada,
      body: """
        {"deviceId": \(van.id), "type": "outputControl", "attributes": {"index": 2, "data": 1}}
        """)
    #expect(answer.status == 200, "\(answer.text)")
    #expect(answer.text.contains(#""type":"outputControl""#))
    let frames = written.frames.withLock { $0 }
    #expect(
      frames.map { String(decoding: $0.bytes, as: UTF8.self) } == [
        "$$:24,358765040000017,900,2,192\r\n"
      ])
    #expect(frames.first?.device == van.identity)
    let types = try fixture.ask("GET", "/api/commands/types?deviceId=\(van.id)", as: ada)
    #expect(types.text.contains(#"{"type":"engineStop"}"#) && !types.text.contains("sosNumber"))
    let all = try fixture.ask("GET", "/api/commands/types", as: ada)
    #expect(all.status == 200)
  }

  /// Some units want another form in a datagram: eelink's has the identifier in front.
  @Test func aCommandIsWrittenForTheWayItTravels() throws {
    let written = Written()
    let desk = CommandDesk(
      protocolName: { _ in "eelink" }, transport: { $0.rawValue == 1 ? .udp : .tcp },
      write: { bytes, device in
        written.frames.withLock { $0.append((bytes, device)) }
        return true
      }, clock: { Timestamp(milliseconds: 0) })
    for number in [Int64(1), 2] {
      try desk.send(
        Command(.engineStop),
        to: CommandDesk.Addressee(
          identity: DeviceIdentity(rawValue: number), uniqueId: "358765040000017"))
    }
    let starts = written.frames.withLock { $0.map { Array($0.bytes.prefix(2)) } }
    #expect(starts == [Array("EL".utf8), Array("gg".utf8)])
  }

  @Test func whatCannotBeSentSaysWhy() throws {
    let written = Written()
    let fixture = try fixture(written)
    let ada = try fixture.user("ada")
    let van = try van(fixture, for: ada)
    func send(_ body: String, as user: User) throws -> WebAnswer {
      try fixture.ask("POST", "/api/commands/send", as: user, body: body)
    }
    let usual = #"{"deviceId": \#(van.id), "type": "engineStop"}"#
    #expect(try send(#"{"type": "engineStop"}"#, as: ada).status == 400)
    #expect(try send(#"{"deviceId": \#(van.id), "type": "fly"}"#, as: ada).status == 400)
    let missing = try send(#"{"deviceId": \#(van.id), "type": "outputControl"}"#, as: ada)
    #expect(missing.status == 400 && missing.text.contains("index"))
    let lacking = try send(#"{"deviceId": \#(van.id), "type": "factoryReset"}"#, as: ada)
    #expect(lacking.status == 400 && lacking.text.contains("factoryReset"))
    let stranger = try fixture.user("eve")
    #expect([403, 404].contains(try send(usual, as: stranger).status))
    for (name, change) in [
      ("reader", { $0.readonly = true }), ("limited", { $0.limitCommands = true }),
    ] as [(String, (inout User) -> Void)] {
      let user = try fixture.user(name, change)
      try fixture.fleet.link([.user(user.id, device: van.id)], by: .machine)
      #expect(try send(usual, as: user).status == 403, "\(name)")
    }
    #expect(written.frames.withLock { $0.isEmpty })
    #expect(try send(usual.dropLast() + ", \"textChannel\": true}", as: ada).status == 400)
    written.isConnected.store(false, ordering: .relaxed)
    let offline = try send(usual.dropLast() + ", \"attributes\": {\"noQueue\": true}}", as: ada)
    #expect(offline.status == 409 && offline.text.contains("not connected"))
    #expect(try fixture.fleet.queuedCommands(device: nil, for: .machine) == [])
  }

  private struct Queued: Decodable {
    let id: Int64
    let deviceId: Int64
    let type: String
    let state: String
    let expiration: String
    let reason: String?
  }

  private func queued(_ fixture: APIFixture, _ user: User) throws -> [Queued] {
    try fixture.ask("GET", "/api/commands/queue", as: user).decoded()
  }

  private func event(_ socket: WebSocketClient) throws -> StrictEvent {
    for _ in 0..<30 {
      let text = try #require(try socket.receive())
      let message = try JSONDecoder().decode(LiveMessage.self, from: Data(text.utf8))
      if let event = message.events?.first { return event }
    }
    Issue.record("no event came")
    throw WebClientFailure.incomplete("")
  }

  /// From a device that is away to its answer, as somebody sees it who looks on.
  @Test func aCommandWaitsUntilTheDeviceSpeaks() throws {
    let written = Written()
    written.isConnected.store(false, ordering: .relaxed)
    let fixture = try fixture(written)
    let ada = try fixture.user("ada")
    let van = try van(fixture, for: ada)
    let socket = try WebSocketClient(
      port: fixture.server.port, "/api/socket", headers: try fixture.cookie(of: ada))
    for type in ["engineStop", "engineResume"] {
      let answer = try fixture.ask(
        "POST", "/api/commands/send", as: ada, body: #"{"deviceId":\#(van.id),"type":"\#(type)"}"#)
      #expect(answer.status == 202, "\(answer.text)")
    }
    #expect(try queued(fixture, ada).map(\.type) == ["engineStop", "engineResume"])
    // It speaks, but is gone again before anything could be sent.
    let looks = written.looks.load(ordering: .relaxed)
    try fixture.report(van.identity, latitude: 1)
    #expect(eventually { written.looks.load(ordering: .relaxed) > looks })
    #expect(eventually { (try? self.queued(fixture, ada).first?.state) == "waiting" })
    #expect(written.frames.withLock { $0.isEmpty })
    written.isConnected.store(true, ordering: .relaxed)
    try fixture.report(van.identity, latitude: 2)
    let sent = try event(socket)
    #expect(sent.type == "queuedCommandSent" && sent.attributes.command == "engineStop")
    #expect(written.frames.withLock { $0.count } == 1)
    #expect(try queued(fixture, ada).map(\.type) == ["engineResume"])
    let stored: StrictEvent = try fixture.ask("GET", "/api/events/\(sent.id)", as: ada).decoded()
    #expect(stored.type == sent.type && stored.deviceId == van.id)
    // Its answer is what it says next, and the second command follows.
    try fixture.report(van.identity, latitude: 3, result: "done <b>")
    let told = [try event(socket), try event(socket)]
    let result = try #require(told.first { $0.type == "commandResult" })
    #expect(result.attributes.result == "done <b>" && result.positionId > 0)
    #expect(told.contains { $0.attributes.command == "engineResume" })
    #expect(try queued(fixture, ada).isEmpty)
  }

  /// What is sent while others wait does not overtake them.
  @Test func commandsKeepTheirOrder() throws {
    let written = Written()
    written.isConnected.store(false, ordering: .relaxed)
    let fixture = try fixture(written)
    let ada = try fixture.user("ada")
    let van = try van(fixture, for: ada)
    func send(_ type: String) throws -> Int {
      try fixture.ask(
        "POST", "/api/commands/send", as: ada, body: #"{"deviceId":\#(van.id),"type":"\#(type)"}"#
      ).status
    }
    #expect(try send("engineStop") == 202)
    written.isConnected.store(true, ordering: .relaxed)
    #expect(try send("engineResume") == 202)
    #expect(eventually { written.frames.withLock { $0.count } == 1 })
    try fixture.report(van.identity, latitude: 1)
    #expect(eventually { written.frames.withLock { $0.count } == 2 })
    let frames = written.frames.withLock { $0 }.map { String(decoding: $0.bytes, as: UTF8.self) }
    #expect(frames.first?.contains(",900,1,1") == true, "\(frames)")
    #expect(eventually { (try? self.queued(fixture, ada).isEmpty) == true })
    #expect(try send("engineStop") == 200)
  }

  @Test func savedCommandsAndGroups() throws {
    let written = Written()
    let fixture = try fixture(written)
    let ada = try fixture.user("ada") { $0.limitCommands = true }
    let van = try van(fixture, for: ada)
    var group = StoredObject(.group)
    group.values = ["name": .text("vans")]
    group = try fixture.fleet.createObject(group, by: .machine)
    var command = StoredObject(.command)
    command.values = ["type": .text("engineStop"), "description": .text("Stop")]
    command = try fixture.fleet.createObject(command, by: .machine)
    let user = ObjectReference(.user, ada.id)
    try fixture.fleet.link(
      [Link(user, group.reference), Link(user, command.reference)], by: .machine)
    var inGroup = Device(name: "Bus", uniqueId: "358765040000025")
    inGroup.groupId = group.id
    inGroup = try fixture.fleet.createDevice(inGroup, by: .machine)
    let list = "/api/commands/send?deviceId=\(inGroup.id)"
    #expect(try fixture.ask("GET", list, as: ada).text == "[]")
    try fixture.fleet.link([Link(group.reference, command.reference)], by: .machine)
    #expect(try fixture.ask("GET", list, as: ada).text.contains("Stop"))
    #expect(try fixture.ask("GET", "/api/commands/send?deviceId=\(van.id)", as: ada).text == "[]")
    let answer = try fixture.ask(
      "POST", "/api/commands/send?groupId=\(group.id)", as: ada, body: "{\"id\":\(command.id)}")
    #expect(answer.status == 200, "\(answer.text)")
    #expect(written.frames.withLock { $0.map(\.device) } == [inGroup.identity])
    written.isConnected.store(false, ordering: .relaxed)
    let waiting = try fixture.ask(
      "POST", "/api/commands/send?groupId=\(group.id)", as: ada, body: "{\"id\":\(command.id)}")
    #expect(waiting.status == 202 && waiting.text.hasPrefix("["))
    let id = try #require(try queued(fixture, ada).first?.id)
    #expect(try fixture.ask("DELETE", "/api/commands/queue/\(id)", as: ada).status == 204)
    #expect(try queued(fixture, ada).isEmpty)
  }
}

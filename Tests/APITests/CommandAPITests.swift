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
  }

  private func fixture(_ written: Written) throws -> APIFixture {
    try APIFixture { services, _ in
      services.commands = CommandDesk(
        protocolName: { _ in written.isConnected.load(ordering: .relaxed) ? "startek" : nil },
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
    written.isConnected.store(false, ordering: .relaxed)
    let offline = try send(usual, as: ada)
    #expect(offline.status == 409 && offline.text.contains("not connected"))
  }
}

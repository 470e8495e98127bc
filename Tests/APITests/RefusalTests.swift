import API
import EventLoop
import Fleet
import Foundation
import Gateway
import Telemetry
import TestKit
import Testing

/// What came to nothing is one list, whoever refused it.
@Suite struct RefusalTests {
  private struct Entry: Decodable {
    let time: String
    let peer: String
    let transport: String
    let `protocol`: String?
    let identifier: String?
    let kind: String
    let why: String
    let firstBytes: String
    let count: Int
  }

  private static func connection(
    _ kind: RefusedConnection.Kind, _ reason: String, at time: Timestamp
  ) throws -> RefusedConnection {
    RefusedConnection(
      transport: .tcp, peer: try #require(Address("192.0.2.44:5000")), at: time, kind: kind,
      reason: reason, firstBytes: Array("GET".utf8))
  }

  private static func administrator(_ fixture: APIFixture) throws -> User {
    try fixture.user("ada") { $0.administrator = true }
  }

  @Test func bothListsAreOneTheNewestFirst() throws {
    let early = Timestamp(milliseconds: 1_790_000_000_000 - 5_000)
    let web = try Self.connection(.web, "no tracker: this is a web request", at: early)
    let fixture = try APIFixture { services, _ in services.refusedConnections = { [web] } }
    let ada = try Self.administrator(fixture)
    let device = try fixture.device("van", for: ada)
    var disabled = device
    disabled.disabled = true
    _ = try fixture.fleet.updateDevice(disabled, by: .machine)
    for _ in 1...2 {
      _ = fixture.fleet.admit(
        identifier: device.uniqueId, protocolName: "alpha", transport: .udp,
        peer: "192.0.2.9:4000", at: fixture.clock.now)
    }
    let entries = try fixture.ask("GET", "/api/connections/refused", as: ada)
      .decoded([Entry].self)
    #expect(entries.map(\.kind) == ["disabled", "web"])
    let turned = try #require(entries.first)
    #expect(turned.identifier == "id-van")
    #expect(turned.protocol == "alpha")
    #expect(turned.transport == "udp")
    #expect(turned.peer == "192.0.2.9:4000")
    #expect(turned.count == 2)
    #expect(turned.firstBytes.isEmpty)
    #expect(turned.why == Refusal.disabled.advice)
    #expect(turned.time == fixture.clock.now.iso8601)
    let lost = try #require(entries.last)
    #expect(lost.identifier == nil)
    #expect(lost.protocol == nil)
    #expect(lost.firstBytes.lowercased() == "474554")
    #expect(lost.count == 1)
  }

  /// A disabled device that closes its connection is one entry, with its bytes.
  @Test func aDeviceTurnedAwayIsListedOnce() throws {
    let now = Timestamp(milliseconds: 1_790_000_000_000)
    var ended = try Self.connection(.turnedAway, Refusal.improperIdentifier.advice, at: now)
    ended.identifier = "a\u{7}b"
    ended.protocolName = "alpha"
    let turned = ended
    let fixture = try APIFixture { services, _ in services.refusedConnections = { [turned] } }
    let ada = try Self.administrator(fixture)
    _ = fixture.fleet.admit(
      identifier: "a\u{7}b", protocolName: "alpha", transport: .tcp, peer: "192.0.2.44:5000",
      at: now)
    let entries = try fixture.ask("GET", "/api/connections/refused", as: ada)
      .decoded([Entry].self)
    #expect(entries.map(\.kind) == ["improperIdentifier"])
    #expect(entries.first?.firstBytes.lowercased() == "474554")
  }

  @Test func theListIsBounded() throws {
    let fixture = try APIFixture()
    let ada = try Self.administrator(fixture)
    for number in 1...300 {
      _ = fixture.fleet.admit(
        identifier: "\u{1}\(number)", protocolName: "alpha", transport: .tcp,
        peer: "192.0.2.9:4000", at: fixture.clock.now)
    }
    let entries = try fixture.ask("GET", "/api/connections/refused", as: ada)
      .decoded([Entry].self)
    #expect(entries.count == 256)
    #expect(entries.contains { $0.identifier == "\u{1}300" })
    #expect(!entries.contains { $0.identifier == "\u{1}1" })
  }

  @Test func theProtocolsAreNamed() throws {
    let fixture = try APIFixture()
    let names = try fixture.ask("GET", "/api/protocols", as: try fixture.user("bob"))
      .decoded([String].self)
    #expect(names.contains("startek"))
    #expect(names == names.sorted())
  }
}

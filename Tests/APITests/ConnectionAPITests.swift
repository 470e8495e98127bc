import API
import EventLoop
import Fleet
import Foundation
import Synchronization
import Telemetry
import TestKit
import Testing

@testable import Gateway

/// Which connection is the device, when two say so.
@Suite struct ConnectionAPITests {
  private struct Listed: Decodable {
    let id: Int64
    let unconfirmed: Bool
  }

  private struct Done: Decodable {
    let actionType: String
    let objectType: String
    let objectId: Int64
  }

  /// Numbers as large as the gateway gives them.
  private static let first: UInt64 = 1_790_000_000_000 << 20

  private static func connection(_ id: UInt64, isUnconfirmed: Bool) throws -> ConnectionOverview {
    let address = try #require(Address("192.0.2.44:5000"))
    return ConnectionOverview(
      id: id, transport: .tcp, peer: address, local: address,
      openedAt: Timestamp(milliseconds: 1_790_000_000_000), protocolName: "alpha",
      explanation: "", device: nil, identifier: "860000000000017", isStranger: false,
      isUnconfirmed: isUnconfirmed, frames: 1, badFrames: 0, bytes: 9,
      lastHeardAt: Timestamp(milliseconds: 1_790_000_000_000), lastError: nil, refusal: nil)
  }

  @Test func anUnconfirmedConnectionIsConfirmed() throws {
    let confirmed = Confirmed()
    let connections = [
      try Self.connection(Self.first + 1, isUnconfirmed: false),
      try Self.connection(Self.first + 2, isUnconfirmed: true),
    ]
    let fixture = try APIFixture { services, _ in
      services.listConnections = { $0(connections) }
      services.confirmConnection = { id in confirmed.ids.withLock { $0.append(id) } }
    }
    let ada = try fixture.user("ada") { $0.administrator = true }
    let listed = try fixture.ask("GET", "/api/connections", as: ada).decoded([Listed].self)
    let bound = try #require(listed.first { !$0.unconfirmed })
    let other = try #require(listed.first { $0.unconfirmed })

    func confirm(_ id: Int64, as user: User) throws -> Int {
      try fixture.ask("POST", "/api/connections/\(id)/confirm", as: user, body: "").status
    }
    #expect(try confirm(bound.id, as: ada) == 409)
    #expect(try confirm(4, as: ada) == 404)
    #expect(try confirm(other.id, as: try fixture.user("bob")) == 403)
    #expect(confirmed.ids.withLock { $0 } == [])
    #expect(try confirm(other.id, as: ada) == 204)
    #expect(confirmed.ids.withLock { $0 } == [Self.first + 2])

    let range = "from=2020-01-01T00:00:00Z&to=2040-01-01T00:00:00Z"
    let done = try fixture.ask("GET", "/api/audit?\(range)", as: ada).decoded([Done].self)
    #expect(done.map(\.actionType) == ["confirm"])
    #expect(done.first?.objectType == "connection")
    #expect(done.first?.objectId == other.id)
  }

  private final class Confirmed: Sendable {
    let ids = Mutex<[UInt64]>([])
  }
}

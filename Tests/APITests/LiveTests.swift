import API
import Fleet
import Foundation
import Glibc
import Telemetry
import TestKit
import Testing
import WebServer

@Suite struct LiveTests {
  private func connect(_ fixture: APIFixture, _ user: User) throws -> WebSocketClient {
    let socket = try WebSocketClient(
      port: fixture.server.port, "/api/socket", headers: try fixture.cookie(of: user))
    #expect(socket.handshake.status == 101)
    return socket
  }

  private func message(_ socket: WebSocketClient) throws -> LiveMessage {
    let text = try #require(try socket.receive())
    return try JSONDecoder().decode(LiveMessage.self, from: Data(text.utf8))
  }

  /// The next position that a client is told of.
  private func position(_ socket: WebSocketClient) throws -> StrictPosition {
    for _ in 0..<20 {
      if let position = try message(socket).positions?.first { return position }
    }
    Issue.record("no position came")
    throw WebClientFailure.incomplete("")
  }

  @Test func everythingAtFirstThenWhatIsNew() throws {
    let fixture = try APIFixture()
    let ada = try fixture.user("ada")
    let van = try fixture.device("van", for: ada)
    _ = try fixture.device("bus", for: ada)
    try fixture.report(van.identity, latitude: 1)
    let socket = try connect(fixture, ada)
    let first = try message(socket)
    #expect(first.positions?.map(\.deviceId) == [van.id])
    let second = try message(socket)
    #expect(second.devices?.map(\.name) == ["bus", "van"])
    fixture.clock.advance(seconds: 10)
    try fixture.report(van.identity, latitude: 2)
    #expect(try position(socket).latitude == 2)
  }

  @Test func firstMessageComesAlsoWithoutPositions() throws {
    let fixture = try APIFixture()
    let ada = try fixture.user("ada")
    let socket = try connect(fixture, ada)
    #expect(try socket.receive() == "{\"positions\":[]}")
  }

  /// Existing clients take a connection on which nothing comes for broken.
  @Test func aQuietConnectionIsKeptAlive() throws {
    let fixture = try APIFixture()
    let ada = try fixture.user("ada")
    let socket = try connect(fixture, ada)
    #expect(try socket.receive() == "{\"positions\":[]}")
    for _ in 0..<55 { fixture.api.tick() }
    #expect(try socket.receive() == "{}")
  }

  @Test func othersAreNotTold() throws {
    let fixture = try APIFixture()
    let ada = try fixture.user("ada")
    let eve = try fixture.user("eve")
    let van = try fixture.device("van", for: ada)
    let own = try fixture.device("own", for: eve)
    let socket = try connect(fixture, eve)
    #expect(try message(socket).positions?.isEmpty == true)
    #expect(try message(socket).devices?.map(\.name) == ["own"])
    for index in 0..<5 {
      fixture.clock.advance(seconds: 1)
      try fixture.report(van.identity, latitude: Double(index))
    }
    fixture.clock.advance(seconds: 1)
    try fixture.report(own.identity, latitude: 77)
    let next = try position(socket)
    #expect(next.deviceId == own.id)
    #expect(next.latitude == 77)
  }

  @Test func lateRecordsDoNotMoveTheLivePosition() throws {
    let fixture = try APIFixture()
    let ada = try fixture.user("ada")
    let van = try fixture.device("van", for: ada)
    fixture.clock.advance(seconds: 1_000)
    try fixture.report(van.identity, latitude: 1)
    let socket = try connect(fixture, ada)
    #expect(try message(socket).positions?.count == 1)
    let late = fixture.clock.now.advanced(byMilliseconds: -500_000)
    try fixture.report(van.identity, latitude: 2, at: late)
    fixture.clock.advance(seconds: 1)
    try fixture.report(van.identity, latitude: 3)
    #expect(try position(socket).latitude == 3)
  }

  @Test func newDevicesAndChangesAreTold() throws {
    let fixture = try APIFixture()
    let root = try fixture.user("root") { $0.administrator = true }
    let ada = try fixture.user("ada")
    let identity = try fixture.arrival("861234567890123")
    try fixture.report(identity, latitude: 5)
    let socket = try connect(fixture, ada)
    #expect(try message(socket).positions?.isEmpty == true)
    let device: StrictDevice = try fixture.ask(
      "POST", "/api/arrivals/\(identity.rawValue)/adopt", as: root, body: ""
    ).decoded()
    let body = "{\"userId\":\(ada.id),\"deviceId\":\(device.id)}"
    #expect(try fixture.ask("POST", "/api/permissions", as: root, body: body).status == 204)
    #expect(try message(socket).devices?.map(\.id) == [device.id])
    #expect(try message(socket).positions?.map(\.latitude) == [5])
  }

  @Test func deletedUserIsShownOut() throws {
    let fixture = try APIFixture()
    let root = try fixture.user("root") { $0.administrator = true }
    let ada = try fixture.user("ada")
    let socket = try connect(fixture, ada)
    #expect(try message(socket).positions != nil)
    #expect(try fixture.ask("DELETE", "/api/users/\(ada.id)", as: root).status == 204)
    while try socket.receive() != nil {}
    #expect(socket.closeCode == 4_401)
  }

  /// A reader that falls behind gets the newest position of each device, not all in between.
  @Test func slowReaderGetsTheNewest() throws {
    let fixture = try APIFixture()
    let ada = try fixture.user("ada")
    let devices = try (0..<100).map { try fixture.device("d\($0)", for: ada) }
    let socket = try WebSocketClient(
      port: fixture.server.port, "/api/socket", headers: try fixture.cookie(of: ada),
      receiveBuffer: 4_096)
    let rounds = 25
    for round in 1...rounds {
      fixture.clock.advance(seconds: 1)
      for device in devices { try fixture.report(device.identity, latitude: Double(round)) }
      // Longer than the hub's pause, so that every round would be a message of its own.
      usleep(120_000)
    }
    var newest: [Int64: Double] = [:]
    var received = 0
    while newest.values.count(where: { $0 == Double(rounds) }) < devices.count {
      for position in try message(socket).positions ?? [] {
        newest[position.deviceId] = position.latitude
        received += 1
      }
    }
    #expect(newest.count == devices.count)
    #expect(received < rounds * devices.count / 2)
  }

  /// What somebody missed may be more than is sent at once: the end comes too.
  @Test func whoIsFarBehindGetsEverything() throws {
    let fixture = try APIFixture()
    let ada = try fixture.user("ada")
    let devices = try (0..<900).map { try fixture.device("d\($0)", for: ada) }
    let socket = try WebSocketClient(
      port: fixture.server.port, "/api/socket", headers: try fixture.cookie(of: ada),
      receiveBuffer: 4_096)
    let rounds = 3
    for round in 1...rounds {
      fixture.clock.advance(seconds: 1)
      for device in devices { try fixture.report(device.identity, latitude: Double(round)) }
      usleep(120_000)
    }
    var current: Set<Int64> = []
    for _ in 0..<400 where current.count < devices.count {
      for position in try message(socket).positions ?? []
      where position.latitude == Double(rounds) {
        current.insert(position.deviceId)
      }
    }
    #expect(current.count == devices.count)
  }

  @Test func strangersGetNoSocket() throws {
    let fixture = try APIFixture()
    #expect(
      try WebSocketClient(port: fixture.server.port, "/api/socket").handshake.status == 401)
    #expect(
      try WebSocketClient(port: fixture.server.port, "/elsewhere").handshake.status == 404)
  }
}

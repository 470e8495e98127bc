import API
import Fleet
import Foundation
import Ledger
import Telemetry
import TestKit
import Testing
import WebServer

/// What devices send, on the WebSocket, for those who ask.
@Suite struct LiveLogTests {
  private func connect(_ fixture: APIFixture, _ headers: [String: String]) throws -> WebSocketClient
  {
    let socket = try WebSocketClient(
      port: fixture.server.port, "/api/socket", headers: headers)
    #expect(socket.handshake.status == 101)
    return socket
  }

  private func record(
    _ sequence: Int64, _ identity: DeviceIdentity, _ text: String, peer: String = "192.0.2.7:4000"
  ) -> LedgerRecord {
    LedgerRecord(
      sequence: sequence, receivedAt: Timestamp(milliseconds: 0), identity: identity,
      protocolName: "alpha", connection: 7,
      origin: LedgerConnection(
        id: 7, transport: .tcp, peer: peer, local: "192.0.2.1:8888",
        openedAt: Timestamp(milliseconds: 0)),
      recordCount: 0, raw: Array(text.utf8), reports: [])
  }

  /// The next lines that a client is told, until there are so many.
  private func lines(_ socket: WebSocketClient, _ count: Int) throws -> [StrictLog] {
    var lines: [StrictLog] = []
    while lines.count < count {
      let text = try #require(try socket.receive())
      let message = try JSONDecoder().decode(LiveMessage.self, from: Data(text.utf8))
      lines += message.logs ?? []
    }
    return lines
  }

  /// Sends the wish, and messages until it is heard: the answer to a wish is that they come.
  private func ask(_ socket: WebSocketClient, until isHeard: () -> Bool) {
    socket.send("{\"logs\":true}")
    let wasHeard = eventually(isHeard)
    #expect(wasHeard, "the wish was not heard")
  }

  @Test func whoAsksIsToldWhatDevicesSend() throws {
    let fixture = try APIFixture()
    let ada = try fixture.user("ada")
    let root = try fixture.user("root") { $0.administrator = true }
    let van = try fixture.device("van", for: ada)
    let stranger = try fixture.arrival("861234567890123")
    let first = try connect(fixture, try fixture.cookie(of: ada))
    let second = try connect(fixture, try fixture.cookie(of: root))
    for socket in [first, second] {
      ask(socket) {
        fixture.api.live.clientCount == 2
          && fixture.api.live.logReaderCount > (socket === second ? 1 : 0)
      }
    }
    fixture.api.received([
      record(1, stranger, "hello", peer: "[2001:db8::1]:4000"), record(2, .unknown, "\u{1}\u{2}"),
      record(3, van.identity, "*A,1#\r\n"),
      record(4, van.identity, String(repeating: "x", count: 5_000)),
    ])
    // The owner is told of the own device only, administrators of who is nobody's.
    let own = try lines(first, 2)
    #expect(
      own.first
        == StrictLog(
          host: "192.0.2.7", protocol: "alpha", uniqueId: "id-van", deviceId: van.id,
          data: "*A,1#\\r\\n"))
    #expect(own.last?.data.count == 2_048)
    let others = try lines(second, 2)
    #expect(others.map(\.uniqueId) == ["861234567890123", nil])
    #expect(others.map(\.host) == ["2001:db8::1", "192.0.2.7"])
    #expect(others.map(\.data) == ["hello", "0102"])
    #expect(others.map(\.deviceId) == [0, 0])
  }

  /// Who only has a link, who did not ask, and who asks no longer are told nothing.
  @Test func nobodyElseIsTold() throws {
    let fixture = try APIFixture()
    let ada = try fixture.user("ada")
    let van = try fixture.device("van", for: ada)
    let end = fixture.clock.now.advanced(byMilliseconds: 600_000)
    let link = try fixture.fleet.share(
      ObjectReference(.device, van.id), until: end, by: .user(ada.id))
    let quiet = try connect(fixture, try fixture.cookie(of: ada))
    let shown = try connect(fixture, ["Authorization": "Bearer \(link)"])
    let reader = try connect(fixture, try fixture.cookie(of: ada))
    shown.send("{\"logs\":true}")
    for nonsense in ["", "[]", "{\"logs\":1}", String(repeating: "{", count: 9_000)] {
      quiet.send(nonsense)
    }
    ask(reader) { fixture.api.live.logReaderCount == 1 }
    fixture.api.received([record(1, van.identity, "one")])
    #expect(try lines(reader, 1).map(\.data) == ["one"])
    try fixture.report(van.identity, latitude: 5)
    for socket in [quiet, shown] {
      var isDone = false
      while !isDone {
        let text = try #require(try socket.receive())
        #expect(!text.contains("logs"))
        isDone = text.contains("\"latitude\":5.0")
      }
    }
    reader.send("{\"logs\":false}")
    #expect(eventually { fixture.api.live.logReaderCount == 0 })
  }
}

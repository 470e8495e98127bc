import EventLoop
import Gateway
import Telemetry
import TestKit
import Testing

@Suite(.serialized, .timeLimit(.minutes(10))) struct GatewayConnectionTests {
  @Test func aReconnectEndsTheOldConnection() throws {
    let running = try RunningGateway()
    let old = try running.connect(from: "127.0.0.1")
    try old.send("@L,100\n")
    #expect(try old.receiveText(3) == "OK\n")
    let new = try running.connect(from: "127.0.0.77")
    try new.send("@L,100\n")
    #expect(try new.receiveText(3) == "OK\n")
    #expect(old.waitForEnd())
    try new.send("@P,1\n")
    #expect(try new.receiveText(3) == "P1\n")
    #expect(running.sink.stored.allSatisfy { !$0.message.flags.contains(.unconfirmed) })
  }

  @Test func aSecondClaimantIsStoredAsUnconfirmedAndGetsNoCommands() async throws {
    let running = try RunningGateway()
    let old = try running.connect(from: "127.0.0.1")
    try old.send("@M,100,1000,50,10\n")
    #expect(try old.receiveText(6) == "M1000\n")
    let new = try running.connect(from: "127.9.0.1")
    try new.send("@M,100,1010,-30,100\n")
    #expect(try new.receiveText(6) == "M1010\n")
    #expect(running.sink.stored.map { $0.message.flags.contains(.unconfirmed) } == [false, true])
    let device = try #require(running.directory.identity("100"))
    #expect(running.gateway.send(Array("stop".utf8), to: device))
    #expect(try old.receiveText(4) == "stop")
    #expect(try new.receiveAny(milliseconds: 100).isEmpty)
    let listed = await running.gateway.connections()
    #expect(listed.map(\.isUnconfirmed) == [false, true])
    // A click changes that.
    running.gateway.confirm(connection: listed[1].id)
    #expect(old.waitForEnd())
    #expect(running.gateway.send(Array("go".utf8), to: device))
    #expect(try new.receiveText(2) == "go")
  }

  @Test func consistentReportsConfirm() throws {
    let running = try RunningGateway()
    let old = try running.connect(from: "127.0.0.1")
    try old.send("@M,100,1000,50,10\n")
    #expect(try old.receiveText(6) == "M1000\n")
    let new = try running.connect(from: "127.9.0.1")
    for seconds in [1_010, 1_020, 1_030] {
      try new.send("@M,100,\(seconds),50.001,10\n")
      #expect(try new.receiveText(6) == "M\(seconds)\n")
    }
    #expect(old.waitForEnd())
    #expect(
      running.sink.stored.map { $0.message.flags.contains(.unconfirmed) }
        == [false, true, true, false])
  }

  @Test func commandsNeedABoundConnection() throws {
    let running = try RunningGateway()
    let stranger = try running.connect()
    try stranger.send("@P,1\n")
    #expect(eventually { running.sink.stored.count == 1 })
    #expect(!running.gateway.send([1], to: .unknown))
    #expect(!running.gateway.send([1], to: DeviceIdentity(rawValue: 1)))
    try stranger.send("@L,100\n")
    #expect(try stranger.receiveText(3) == "OK\n")
    let device = try #require(running.directory.identity("100"))
    #expect(running.gateway.protocolName(of: device) == "testline")
    #expect(running.gateway.transport(of: device) == .tcp)
    #expect(running.gateway.send(Array("hello".utf8), to: device))
    #expect(try stranger.receiveText(5) == "hello")
    stranger.end()
    #expect(eventually { !running.gateway.send([1], to: device) })
    #expect(running.gateway.protocolName(of: device) == nil)
  }

  @Test func commandsReachDevicesThatSendDatagrams() throws {
    let running = try RunningGateway()
    let tracker = try TestDatagramSocket()
    try tracker.send("@L,100\n", to: "127.0.0.3", port: running.port)
    #expect(try tracker.receive() != nil)
    let device = try #require(running.directory.identity("100"))
    #expect(running.gateway.transport(of: device) == .udp)
    #expect(running.gateway.send(Array("hello".utf8), to: device))
    let command = try #require(try tracker.receive())
    #expect(command.bytes == Array("hello".utf8))
    #expect(command.host == "127.0.0.3")
  }

  @Test func connectionsAreListed() async throws {
    let running = try RunningGateway()
    running.directory.enter("100")
    let device = try running.connect()
    try device.send("@L,100\n@X\n@P,1\n")
    #expect(try device.receiveText(6) == "OK\nP1\n")
    let slow = try running.connect()
    try slow.send("@L,2")
    #expect(eventually { running.statistics.bytes == 19 })
    let listed = await running.gateway.connections()
    #expect(listed.count == 2)
    let first = try #require(listed.first)
    #expect(first.protocolName == "testline")
    #expect(first.identifier == "100")
    #expect(first.device == running.directory.identity("100"))
    #expect(!first.isStranger)
    #expect(first.frames == 2)
    #expect(first.badFrames == 1)
    #expect(first.bytes == 15)
    #expect(first.lastError?.contains("kind") == true)
    #expect(first.explanation.contains("proved by"))
    let second = try #require(listed.last)
    #expect(second.protocolName == nil)
    #expect(second.explanation.contains("could become testline"))
    #expect(await running.gateway.connections(most: 1).count == 1)
    running.gateway.stop()
    #expect(await running.gateway.connections().isEmpty)
  }

  @Test func changedSettingsReachOpenConnections() throws {
    let running = try RunningGateway()
    let device = try running.connect()
    try device.send("@I,100,5\n")
    #expect(try device.receiveText(3) == "I5\n")
    running.directory.enter("100", DeviceSettings(model: "double"))
    try device.send("@I,100,5\n")
    #expect(try device.receiveText(3) == "I5\n")
    #expect(running.sink.stored.map(\.events) == [[5], [10]])
  }

  // MARK: Proxies

  @Test func aProxySaysWhoIsBehindIt() async throws {
    let running = try RunningGateway(proxies: ["127.0.0.5"])
    let proxy = try running.connect(from: "127.0.0.5")
    try proxy.send("PROXY TCP4 198.51.100.7 192.0.2.1 40001 8888\r\n@L,100\n")
    #expect(try proxy.receiveText(3) == "OK\n")
    #expect(running.directory.claims.first?.peer == Address("198.51.100.7:40001"))
    #expect(running.sink.introductions.first?.peer == Address("198.51.100.7:40001"))
    #expect(running.sink.introductions.first?.local == Address("192.0.2.1:8888"))
    #expect(running.sink.stored.map(\.raw) == ["@L,100\n"])
  }

  @Test func aProxysHeaderMayComeInPieces() throws {
    let running = try RunningGateway(proxies: ["127.0.0.5"])
    let proxy = try running.connect(from: "127.0.0.5")
    for piece in ["PRO", "XY TCP4 198.51.100.7 192.0.2.1 4", "0001 8888\r", "\n@L,1", "00\n"] {
      try proxy.send(piece)
      _ = try proxy.receiveAny(milliseconds: 20)
    }
    try proxy.send("@P,1\n")
    #expect(eventually { running.sink.stored.count == 2 })
    #expect(running.sink.introductions.first?.peer == Address("198.51.100.7:40001"))
  }

  @Test func othersCannotPretend() throws {
    let running = try RunningGateway(proxies: ["127.0.0.5"])
    let liar = try running.connect(from: "127.0.0.6")
    try liar.send("PROXY TCP4 198.51.100.7 192.0.2.1 40001 8888\r\n")
    #expect(eventually { running.sink.stored.count == 1 })
    #expect(running.sink.stored.first?.message.flags == .undetected)
    #expect(running.sink.introductions.first?.peer.ip == IPAddress("127.0.0.6"))
    let bare = try running.connect(from: "127.0.0.5")
    try bare.send("@L,100\n")
    #expect(bare.waitForEnd())
    #expect(running.directory.claims.isEmpty)
    #expect(eventually { running.gateway.refused.first?.reason.contains("PROXY") == true })
  }

  // MARK: The end

  @Test func stopAnswersWhatWasRead() throws {
    let running = try RunningGateway(isAutomatic: false)
    let devices = try (0..<20).map { _ in try running.connect() }
    for (index, device) in devices.enumerated() { try device.send("@L,\(index)\n@P,1\n") }
    #expect(eventually { running.sink.stored.count == 40 })
    let gateway = running.gateway
    let port = running.port
    let stopping = try LoopThread { gateway.stop() }
    #expect(eventually { (try? TestSocket(port: port)) == nil })
    #expect(try devices[0].receiveAny(milliseconds: 100).isEmpty)
    running.sink.setAutomatic()
    for device in devices {
      #expect(try device.receiveText(6) == "OK\nP1\n")
      #expect(device.waitForEnd())
      device.end()
    }
    stopping.join()
  }

  @Test func stopDoesNotWaitForEver() throws {
    let running = try RunningGateway(isAutomatic: false) { $0.stopSeconds = 1 }
    let device = try running.connect()
    try device.send("@L,1\n")
    #expect(eventually { running.sink.waiting == 1 })
    running.gateway.stop()
    #expect(throws: TestSocketError.self) { try device.receive(1) }
    running.sink.complete(0)
  }

  /// The system would give each of two servers a share of the trackers.
  @Test(arguments: [true, false])
  func aPortThatAnotherServerHasIsRefused(_ isVersion4: Bool) throws {
    let running = try RunningGateway()
    let taken =
      isVersion4
      ? Address(.any(.v4), port: running.port) : Address(.any(.v6), port: running.port6)
    #expect {
      _ = try Gateway(
        GatewayConfiguration(addresses: [taken]), sink: ControlledSink(),
        directory: OpenDirectory())
    } throws: { error in
      "\(error)".contains(":\(taken.port) (tcp)") && "\(error)".contains("another port")
    }
  }

  @Test func aPortThatSomebodyHasForDatagramsIsRefused() throws {
    var refusal = ""
    // A test beside this one may have the same port for connections, which is seen first.
    for _ in 0..<50 where !refusal.contains("(udp)") {
      let socket = try BoundSocket.bind(to: Address(.loopback(.v4), port: 0))
      defer { socket.close() }
      let error = #expect(throws: LoopError.self) {
        try Gateway(
          GatewayConfiguration(addresses: [socket.address]), sink: ControlledSink(),
          directory: OpenDirectory())
      }
      refusal = error.map { "\($0)" } ?? ""
    }
    #expect(refusal.contains("(udp)"))
  }

  @Test func anAddressThatCannotBeUsedIsAnErrorThatSaysSo() throws {
    let foreign = GatewayConfiguration(addresses: [
      Address(.any(.v4), port: 0), try #require(Address("192.0.2.1:0")),
    ])
    #expect {
      _ = try Gateway(foreign, sink: ControlledSink(), directory: OpenDirectory())
    } throws: { error in
      "\(error)".contains("192.0.2.1") && "\(error)".contains("does not have that address")
    }
  }
}

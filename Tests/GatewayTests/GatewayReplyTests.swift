import EventLoop
import Gateway
import Telemetry
import TestKit
import Testing

@Suite(.serialized, .timeLimit(.minutes(10))) struct GatewayReplyTests {
  /// How long a test looks for bytes that must not come, ms.
  private let moment = 100

  @Test func noByteOfAReplyLeavesBeforeTheMessageIsDurable() throws {
    let running = try RunningGateway(isAutomatic: false)
    let device = try running.connect()
    try device.send("@L,100\n")
    #expect(eventually { running.sink.waiting == 1 })
    #expect(try device.receiveAny(milliseconds: moment).isEmpty)
    running.sink.complete(0)
    #expect(try device.receiveText(3) == "OK\n")
    try device.send("@P,1\n")
    #expect(eventually { running.sink.waiting == 1 })
    #expect(try device.receiveAny(milliseconds: moment).isEmpty)
    running.sink.complete(0)
    #expect(try device.receiveText(3) == "P1\n")
  }

  @Test func repliesKeepTheOrderOfTheFramesWhateverTheOrderOfTheSink() throws {
    let running = try RunningGateway(isAutomatic: false)
    let device = try running.connect()
    for (index, frame) in ["@L,100\n", "@P,1\n@P,2\n", "@P,3\n"].enumerated() {
      try device.send(frame)
      #expect(eventually { running.sink.waiting == index + 1 })
    }
    running.sink.complete(2)
    running.sink.complete(1)
    #expect(try device.receiveAny(milliseconds: moment).isEmpty)
    running.sink.complete(0)
    #expect(try device.receiveText(12) == "OK\nP1\nP2\nP3\n")
  }

  @Test func aFailedBatchEndsTheConnectionWithoutAnAnswer() throws {
    let running = try RunningGateway(isAutomatic: false)
    let device = try running.connect()
    let other = try running.connect()
    try device.send("@L,100\n")
    #expect(eventually { running.sink.waiting == 1 })
    running.sink.complete(0, .failed)
    #expect(throws: TestSocketError.self) { try device.receive(1) }
    #expect(eventually { running.statistics.failedBatches == 1 })
    try other.send("@L,200\n")
    #expect(eventually { running.sink.waiting == 1 })
    running.sink.complete(0)
    #expect(try other.receiveText(3) == "OK\n")
  }

  @Test func aDeviceThatOnlySendsIsStillAnswered() throws {
    let running = try RunningGateway(isAutomatic: false)
    let device = try running.connect()
    try device.send("@L,100\n@P,1\n")
    device.finishWriting()
    #expect(eventually { running.sink.stored.count == 2 })
    #expect(try device.receiveAny(milliseconds: moment).isEmpty)
    running.sink.complete(0)
    #expect(try device.receiveText(6) == "OK\nP1\n")
    #expect(device.waitForEnd())
  }

  @Test func whatIsStoredIsWhatWasSent() throws {
    let running = try RunningGateway()
    running.directory.enter("200", DeviceSettings(model: "double"))
    let device = try running.connect()
    try device.send("@L,100\n@P,1\n@X\n@I,200,7\n")
    #expect(try device.receiveText(9) == "OK\nP1\nI7\n")
    let stored = running.sink.stored
    #expect(stored.map(\.raw) == ["@L,100\n", "@P,1\n", "@X\n", "@I,200,7\n"])
    #expect(stored.map(\.reply) == ["OK\n", "P1\n", "", "I7\n"])
    #expect(stored.map(\.events) == [[], [1], [], [14]])
    #expect(
      stored.map(\.message.flags) == [.stranger, .stranger, [.stranger, .undecodable], []])
    let one = try #require(running.directory.identity("100"))
    let two = try #require(running.directory.identity("200"))
    #expect(stored.map(\.message.device) == [one, one, one, two])
    #expect(stored.allSatisfy { $0.message.protocolName == "testline" })
    let introduction = try #require(running.sink.introductions.first)
    #expect(running.sink.introductions.count == 1)
    #expect(introduction.transport == .tcp)
    #expect(introduction.peer.ip.isLoopback)
    #expect(introduction.local.port == running.port)
    #expect(stored.allSatisfy { $0.message.connection == introduction.connection })
  }

  @Test func bothVersionsOfTheInternetProtocolAreServed() throws {
    let running = try RunningGateway()
    let device = try TestSocket(connectingTo: "::1", port: running.port6)
    try device.send("@L,100\n")
    #expect(try device.receiveText(3) == "OK\n")
    #expect(running.sink.introductions.first?.peer.ip == IPAddress("::1"))
  }

  @Test func aBlockWithoutAnEndIsReadAfterAPause() throws {
    let running = try RunningGateway { $0.pauseMilliseconds = 50 }
    let device = try running.connect()
    try device.send("~12345abc")
    #expect(try device.receiveText(7) == "~12345\n")
    #expect(running.sink.stored.map(\.raw) == ["~12345abc"])
  }

  @Test func manyDevicesAtOnceGetTheirOwnAnswers() throws {
    let running = try RunningGateway()
    let devices = try (0..<200).map { _ in try running.connect() }
    for (index, device) in devices.enumerated() { try device.send("@L,\(1_000 + index)\n") }
    for round in 100..<110 {
      for device in devices { try device.send("@P,\(round)\n") }
    }
    for device in devices {
      let expected = "OK\n" + (100..<110).map { "P\($0)\n" }.joined()
      #expect(try device.receiveText(expected.utf8.count) == expected)
    }
    #expect(running.sink.stored.count == 2_200)
    #expect(Set(running.sink.introductions.map(\.connection)).count == 200)
    #expect(eventually { running.statistics.identified == 200 })
  }
}

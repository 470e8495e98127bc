import EventLoop
import Gateway
import Telemetry
import TestKit
import Testing

@Suite(.serialized, .timeLimit(.minutes(10))) struct GatewayDatagramTests {
  @Test(arguments: ["127.0.0.1", "127.0.0.2", "127.55.1.9"])
  func anAnswerLeavesFromTheAddressThatWasAddressed(host: String) throws {
    let running = try RunningGateway()
    let device = try TestDatagramSocket(at: "127.0.0.1")
    try device.send("@L,100\n", to: host, port: running.port)
    let answer = try #require(try device.receive())
    #expect(String(decoding: answer.bytes, as: UTF8.self) == "OK\n")
    #expect(answer.host == host)
    #expect(answer.port == running.port)
    let introduction = try #require(running.sink.introductions.first)
    #expect(introduction.transport == .udp)
    #expect(introduction.local == Address("\(host):\(running.port)"))
  }

  @Test func version6IsServed() throws {
    let running = try RunningGateway()
    let device = try TestDatagramSocket(at: "::1")
    try device.send("@L,100\n", to: "::1", port: running.port6)
    let answer = try #require(try device.receive())
    #expect(answer.host == "::1")
    #expect(answer.port == running.port6)
  }

  @Test func noAnswerBeforeTheMessageIsDurable() throws {
    let running = try RunningGateway(isAutomatic: false)
    let device = try TestDatagramSocket()
    try device.send("@L,100\n", to: "127.0.0.1", port: running.port)
    #expect(eventually { running.sink.waiting == 1 })
    #expect(try device.receive(milliseconds: 100) == nil)
    running.sink.complete(0)
    #expect(try device.receive() != nil)
  }

  @Test func laterDatagramsOfAPeerBelongToItsDevice() throws {
    let running = try RunningGateway()
    let device = try TestDatagramSocket()
    let other = try TestDatagramSocket()
    try device.send("@L,100\n", to: "127.0.0.1", port: running.port)
    #expect(try device.receive() != nil)
    try other.send("@P,1\n", to: "127.0.0.1", port: running.port)
    try device.send("@P,2\n", to: "127.0.0.1", port: running.port)
    let answer = try #require(try device.receive())
    #expect(String(decoding: answer.bytes, as: UTF8.self) == "P2\n")
    #expect(try other.receive(milliseconds: 100) == nil)
    #expect(running.directory.claims.count == 1)
  }

  @Test func everyAnswerIsADatagramOfItsOwn() throws {
    let running = try RunningGateway()
    let device = try TestDatagramSocket()
    try device.send("@L,100\n@T,1\n", to: "127.0.0.1", port: running.port)
    let answers = try (0..<3).map { _ in try device.receive()?.bytes ?? [] }
    #expect(answers.map { String(decoding: $0, as: UTF8.self) } == ["OK\n", "T1a\n", "T1b\n"])
  }

  @Test func rememberedPeersAreBounded() throws {
    let running = try RunningGateway(loops: 1) { $0.datagramPeers = 3 }
    let devices = try (0..<10).map { _ in try TestDatagramSocket() }
    for (index, device) in devices.enumerated() {
      try device.send("@L,\(index)\n", to: "127.0.0.1", port: running.port)
      #expect(try device.receive() != nil)
    }
    #expect(eventually { running.statistics.identified == 3 })
  }

  @Test func peersAreForgottenAfterATime() throws {
    let running = try RunningGateway { $0.datagramSeconds = 1 }
    let device = try TestDatagramSocket()
    try device.send("@L,100\n", to: "127.0.0.1", port: running.port)
    #expect(try device.receive() != nil)
    #expect(eventually(milliseconds: 60_000) { running.statistics.identified == 0 })
    // Without its login nobody knows any more whose it is.
    try device.send("@P,1\n", to: "127.0.0.1", port: running.port)
    #expect(try device.receive(milliseconds: 100) == nil)
    #expect(running.directory.claims.count == 1)
  }

  @Test func strangersAreStoredWithinAQuotaAndNotAnswered() throws {
    let running = try RunningGateway()
    running.directory.setQuota(30)
    let device = try TestDatagramSocket()
    for _ in 0..<5 {
      try device.send("0123456789", to: "127.0.0.1", port: running.port)
    }
    #expect(eventually { running.statistics.straysDropped == 2 })
    #expect(running.sink.stored.count == 3)
    #expect(running.sink.stored.allSatisfy { $0.message.flags == .undetected })
    #expect(running.sink.stored.allSatisfy { $0.message.device == .unknown })
    #expect(try device.receive(milliseconds: 100) == nil)
    #expect(running.directory.claims.isEmpty)
    let refused = try #require(running.gateway.refused.first)
    #expect(refused.transport == .udp)
    #expect(refused.firstBytes == Array("0123456789".utf8))
  }
}

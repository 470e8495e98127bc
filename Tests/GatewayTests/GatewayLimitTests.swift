import Detection
import EventLoop
import Gateway
import Telemetry
import TestKit
import Testing

@Suite(.serialized, .timeLimit(.minutes(10))) struct GatewayLimitTests {
  /// A frame that fills the system's buffers with few frames; its answer is short.
  private let longFrame = "@Q,\(String(repeating: "0", count: 240))1\n"

  @Test func aFullSinkStopsReadingAndItRecovers() throws {
    let running = try RunningGateway(loops: 1)
    running.directory.enter("100")
    let device = try running.connect()
    try device.send("@L,100\n")
    #expect(try device.receiveText(3) == "OK\n")
    running.sink.setOpen(false)
    let frame = Array(longFrame.utf8)
    var sent = 0
    // The system's buffers between the two take some megabytes; then nothing goes any more.
    let block = Array(repeating: frame, count: 1_000).flatMap { $0 }
    var rest = block[...]
    var refusals = 0
    while refusals < 50, sent < 200_000_000 {
      let count = device.sendSome(Array(rest))
      sent += count
      rest = rest.dropFirst(count)
      if rest.isEmpty { rest = block[...] }
      if count == 0 {
        refusals += 1
        _ = try device.receiveAny(milliseconds: 10)
      }
    }
    #expect(refusals == 50, "reading did not stop after \(sent) bytes")
    #expect(eventually { running.sink.refusals > 0 && running.statistics.halts == 1 })
    #expect(running.sink.stored.count == 1)
    // Nobody else is read either, and nobody is answered.
    let other = try running.connect()
    try other.send("@L,200\n")
    #expect(try other.receiveAny(milliseconds: 100).isEmpty)
    running.sink.setOpen(true)
    #expect(try other.receiveText(3) == "OK\n")
    let answer = Array("Q\n".utf8)
    let whole = sent / frame.count
    var left = whole * answer.count
    while left > 0 {
      let count = min(left, 4_096)
      let bytes = try device.receive(count)
      #expect(bytes.starts(with: answer))
      left -= count
    }
    #expect(eventually { running.sink.stored.count == whole + 2 })
  }

  @Test func unfinishedBatchesAreBounded() throws {
    let running = try RunningGateway(isAutomatic: false, loops: 1) { $0.outstandingBytes = 10_000 }
    let device = try running.connect()
    try device.send("@L,100\n")
    #expect(eventually { running.sink.waiting == 1 })
    let frame = Array("@P,12345\n".utf8)
    let block = Array(repeating: frame, count: 1_000).flatMap { $0 }
    var cut = 0
    for _ in 0..<50 where cut == 0 && running.statistics.halts == 0 {
      cut = device.sendSome(block) % frame.count
    }
    #expect(eventually { running.statistics.halts == 1 })
    let stored = running.sink.stored.count
    try device.send((cut > 0 ? Array(frame[cut...]) : []) + Array("@P,1\n".utf8))
    #expect(try device.receiveAny(milliseconds: 100).isEmpty)
    #expect(running.sink.stored.count == stored)
    running.sink.setAutomatic()
    #expect(try device.receiveText(3) == "OK\n")
    #expect(eventually { running.sink.stored.last?.raw == "@P,1\n" })
  }

  @Test(arguments: [
    ("GET / HTTP/1.1\r\nHost: example.net\r\n\r\n", Probe.http),
    ("\u{16}\u{03}\u{01}\u{02}\0\u{01}\0\u{01}", .tls), ("SSH-2.0-scanner\r\n", .ssh),
    ("\u{03}\0\0\u{13}\u{0E}\u{E0}", .rdp),
  ])
  func scannersRegisterNothing(hello: String, kind: Probe) throws {
    let running = try RunningGateway {
      $0.strangerSeconds = 1
      $0.strangerSecondsWhenCrowded = 1
    }
    let scanner = try running.connect()
    try scanner.send(hello)
    #expect(try scanner.receiveAny(milliseconds: 200).isEmpty)
    #expect(scanner.waitForEnd())
    #expect(running.directory.claims.isEmpty)
    #expect(eventually { running.statistics.probes[kind] == 1 })
    let refused = try #require(running.gateway.refused.first)
    #expect(refused.firstBytes == Array(hello.utf8))
    #expect(refused.reason.hasPrefix("no tracker"))
    #expect([.web, .encrypted, .scanner].contains(refused.kind))
    #expect(running.sink.stored.map(\.message.flags) == [.undetected])
    #expect(running.sink.stored.map(\.reply) == [""])
  }

  @Test func strangersHaveLimitedBytes() throws {
    let running = try RunningGateway { $0.strangerBytes = 1_000 }
    let stranger = try running.connect()
    try stranger.send("@P,1" + String(repeating: "0", count: 200))
    try stranger.send(String(repeating: "0", count: 1_000))
    #expect(stranger.waitForEnd())
    #expect(eventually { running.statistics.endedUnidentified == 1 })
    #expect(running.directory.claims.isEmpty)
  }

  @Test func strangersHaveLimitedTime() throws {
    let running = try RunningGateway {
      $0.strangerSeconds = 3
      $0.strangerSecondsWhenCrowded = 3
    }
    let silent = try running.connect()
    let slow = try running.connect()
    let device = try running.connect()
    try slow.send("@L,")
    try device.send("@L,100\n")
    #expect(silent.waitForEnd())
    #expect(slow.waitForEnd())
    try device.send("@P,1\n")
    #expect(try device.receiveText(6) == "OK\nP1\n")
    #expect(eventually { running.gateway.refused.count == 2 })
    #expect(running.gateway.refused.contains { $0.reason == "nothing was sent yet" })
    #expect(Set(running.gateway.refused.map(\.kind)) == [.silent, .incomplete])
  }

  @Test func thoseWhoTryAgainAreListedOnce() throws {
    let running = try RunningGateway()
    for attempt in 1...3 {
      let lost = try running.connect()
      try lost.send("GET /\(attempt) HTTP/1.1\r\n\r\n")
      lost.finishWriting()
      #expect(lost.waitForEnd())
      #expect(eventually { running.gateway.refused.first?.count == attempt })
    }
    #expect(running.gateway.refused.count == 1)
    #expect(running.gateway.refused.first?.firstBytes.starts(with: Array("GET /3".utf8)) == true)
  }

  @Test func silentDevicesAreGivenUp() throws {
    let running = try RunningGateway {
      $0.idleSeconds = 3
      $0.strangerSecondsWhenCrowded = 3
    }
    let device = try running.connect()
    try device.send("@L,100\n")
    #expect(try device.receiveText(3) == "OK\n")
    #expect(device.waitForEnd())
    #expect(running.gateway.refused.isEmpty)
  }

  @Test func whoReportsOftenIsGivenUpSooner() throws {
    let running = try RunningGateway {
      $0.leastIdleSeconds = 1
      $0.strangerSecondsWhenCrowded = 1
    }
    let often = try running.connect()
    let once = try running.connect()
    try often.send("@L,100\n")
    try once.send("@L,101\n")
    #expect(try often.receiveText(3) == "OK\n")
    #expect(try once.receiveText(3) == "OK\n")
    // An interval is learned from gaps of more than a second.
    #expect(!eventually(milliseconds: 1_200) { false })
    try often.send("@P,1\n")
    #expect(try often.receiveText(3) == "P1\n")
    #expect(often.waitForEnd(milliseconds: 60_000))
    // Of the other no interval is known: it has half an hour.
    try once.send("@P,2\n")
    #expect(try once.receiveText(3) == "P2\n")
  }

  @Test func connectionsInAllAreLimited() throws {
    let running = try RunningGateway { $0.connections = 3 }
    let devices = try (0..<3).map { _ in try running.connect() }
    #expect(eventually { running.statistics.open == 3 })
    let late = try running.connect()
    #expect(late.waitForEnd())
    #expect(eventually { running.statistics.refusedByLimit == 1 })
    #expect(running.gateway.refused.first?.reason.contains("3 connections") == true)
    for (index, device) in devices.enumerated() {
      try device.send("@L,\(index)\n")
      #expect(try device.receiveText(3) == "OK\n")
    }
  }

  @Test func connectionsFromOneAddressAreLimited() throws {
    let running = try RunningGateway { $0.connectionsPerAddress = 2 }
    let two = try (0..<2).map { _ in try running.connect() }
    #expect(eventually { running.statistics.open == 2 })
    let third = try running.connect()
    #expect(third.waitForEnd())
    let other = try running.connect(from: "127.0.0.9")
    try other.send("@L,7\n")
    #expect(try other.receiveText(3) == "OK\n")
    two[0].end()
    #expect(eventually { running.statistics.open == 2 && running.statistics.identified == 1 })
    let next = try running.connect()
    try next.send("@L,8\n")
    #expect(try next.receiveText(3) == "OK\n")
    try two[1].send("@L,9\n")
    #expect(try two[1].receiveText(3) == "OK\n")
  }

  @Test func refusedDevicesAreNeitherStoredNorAnswered() async throws {
    let running = try RunningGateway()
    running.directory.ban("100")
    let device = try running.connect()
    try device.send("@L,100\n@P,1\n")
    #expect(eventually { running.statistics.dropped == 2 })
    #expect(try device.receiveAny(milliseconds: 100).isEmpty)
    #expect(running.sink.stored.isEmpty)
    // Whoever looks for the device finds out why, while it is connected and afterwards.
    #expect(await running.gateway.connections().first?.explanation == "banned")
    device.end()
    #expect(eventually { running.gateway.refused.first?.identifier == "100" })
    #expect(running.gateway.refused.first?.reason == "banned")
  }

  @Test func arrivalsHaveAQuotaAndEnteredDevicesNone() async throws {
    let running = try RunningGateway()
    running.directory.setQuota(20)
    running.directory.enter("200")
    let arrival = try running.connect()
    let device = try running.connect()
    try arrival.send("@L,100\n@P,1\n@P,2\n@P,3\n@P,4\n")
    try device.send("@L,200\n@P,1\n@P,2\n@P,3\n@P,4\n")
    #expect(try device.receiveText(15) == "OK\nP1\nP2\nP3\nP4\n")
    #expect(try arrival.receiveText(9) == "OK\nP1\nP2\n")
    #expect(eventually { running.statistics.dropped == 2 })
    #expect(try arrival.receiveAny(milliseconds: 100).isEmpty)
    // Two loops own the connections, and each opens its own in its own time.
    let connections = await running.gateway.connections()
    let told = connections.filter { $0.explanation.contains("adopt the device") }
    #expect(connections.count == 2)
    #expect(told.map(\.identifier) == ["100"])
  }

  @Test func aDeviceThatDoesNotReadItsAnswersIsClosed() throws {
    let running = try RunningGateway { $0.unreadBytes = 10_000 }
    running.directory.enter("100")
    let device = try running.connect()
    try device.send("@L,100\n")
    let block = Array(
      String(repeating: "@P,\(String(repeating: "0", count: 200))1\n", count: 100).utf8)
    var isClosed = false
    for _ in 0..<10_000 where !isClosed {
      do { try device.send(block) } catch { isClosed = true }
    }
    #expect(isClosed)
    #expect(eventually { running.statistics.open == 0 })
  }
}

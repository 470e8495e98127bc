import Glibc
import Synchronization
import TestKit
import Testing
import WebServer

/// Remembers what happened, and answers each message with itself.
private final class Echo: WebSocketDelegate {
  let sockets = Mutex<[WebSocket]>([])
  let drains = Atomic<Int>(0)
  let closes = Atomic<Int>(0)

  func opened(_ socket: WebSocket) {
    sockets.withLock { $0.append(socket) }
    socket.send(Array("hello".utf8))
  }

  func received(_ text: [UInt8], from socket: WebSocket) { socket.send(text) }
  func drained(_ socket: WebSocket) { drains.add(1, ordering: .relaxed) }
  func closed(_ socket: WebSocket) { closes.add(1, ordering: .relaxed) }
}

private func serve(
  _ echo: Echo, _ change: (inout WebServerConfiguration) -> Void = { _ in }
) throws -> WebServer {
  var configuration = WebServerConfiguration()
  change(&configuration)
  return try WebServer(
    configuration,
    socketHandler: { request in
      request.path == "/socket"
        ? .accept(echo) : .refuse(.problem(401, "Sign in first: \(request.path)"))
    },
    handler: { _, responder in responder.respond(.text("page")) })
}

@Suite struct WebSocketTests {
  @Test func messagesGoBothWays() throws {
    let echo = Echo()
    let server = try serve(echo)
    let client = try WebSocketClient(port: server.port, "/socket?token=abc")
    #expect(client.handshake.status == 101)
    // By RFC 6455, from the key that the test client sends.
    #expect(client.handshake.headers["sec-websocket-accept"] == "/WB+Kx+5xh/hJpwA/LRUlFKvx+Y=")
    #expect(try client.receive() == "hello")
    for text in ["a", String(repeating: "é", count: 5_000), "{\"logs\":true}"] {
      client.send(text)
      #expect(try client.receive() == text)
    }
    #expect(try WebClient(port: server.port).request("GET", "/").text == "page")
  }

  @Test func refusedWithAnAnswer() throws {
    let server = try serve(Echo())
    let client = try WebSocketClient(port: server.port, "/elsewhere")
    #expect(client.handshake.status == 401)
    #expect(client.handshake.text.contains("/elsewhere"))
    #expect(client.handshake.headers["content-security-policy"] != nil)
  }

  @Test func otherThreadsMaySend() throws {
    let echo = Echo()
    let server = try serve(echo)
    let client = try WebSocketClient(port: server.port, "/socket")
    #expect(try client.receive() == "hello")
    let socket = try #require(echo.sockets.withLock { $0.first })
    for number in 0..<500 { socket.send(Array("\(number)".utf8)) }
    for number in 0..<500 { #expect(try client.receive() == "\(number)") }
  }

  @Test func longAndBinaryMessagesCloseTheConnection() throws {
    let server = try serve(Echo()) { $0.mostMessageBytes = 1_000 }
    let long = try WebSocketClient(port: server.port, "/socket")
    long.send(String(repeating: "x", count: 1_001))
    while try long.receive() != nil {}
    #expect(long.closeCode == 1009)
    let binary = try WebSocketClient(port: server.port, "/socket")
    binary.send(opcode: 2, [1, 2, 3])
    while try binary.receive() != nil {}
    #expect(binary.closeCode == 1003)
  }

  @Test func closingIsSeenOnBothSides() throws {
    let echo = Echo()
    let server = try serve(echo)
    let client = try WebSocketClient(port: server.port, "/socket")
    #expect(try client.receive() == "hello")
    let socket = try #require(echo.sockets.withLock { $0.first })
    socket.send(Array("last".utf8))
    socket.close(code: 4_001)
    #expect(socket.send([65]) == .closed)
    #expect(try client.receive() == "last")
    #expect(try client.receive() == nil)
    #expect(client.closeCode == 4_001)
    #expect(eventually { echo.closes.load(ordering: .relaxed) == 1 })
  }

  @Test func slowReaderIsBoundedAndHearsWhenThereIsRoom() throws {
    let echo = Echo()
    let server = try serve(echo)
    let client = try WebSocketClient(port: server.port, "/socket")
    #expect(try client.receive() == "hello")
    let socket = try #require(echo.sockets.withLock { $0.first })
    let message = [UInt8](repeating: 65, count: 50_000)
    var sent = 0
    // The socket's own buffers take some megabytes before anything has to wait.
    let isFull = (0..<2_000).contains { _ in
      usleep(1_000)
      if socket.send(message) == .full { return true }
      sent += 1
      return false
    }
    #expect(isFull)
    #expect(socket.waitingBytes <= socket.limit)
    for _ in 0..<sent { #expect(try client.receive()?.utf8.count == message.count) }
    #expect(eventually { echo.drains.load(ordering: .relaxed) == 1 })
    #expect(socket.send([65]) == .queued)
    #expect(try client.receive() == "A")
  }

  @Test func readerThatTakesNothingIsClosed() throws {
    let echo = Echo()
    let server = try serve(echo) { $0.stallSeconds = 1 }
    let client = try WebSocketClient(port: server.port, "/socket")
    #expect(try client.receive() == "hello")
    let socket = try #require(echo.sockets.withLock { $0.first })
    let message = [UInt8](repeating: 65, count: 100_000)
    for _ in 0..<5_000 where socket.send(message) != .closed { usleep(1_000) }
    #expect(eventually { echo.closes.load(ordering: .relaxed) == 1 })
    #expect(socket.send(message) == .closed)
  }

  @Test func silentClientIsPingedAndGivenUp() throws {
    let echo = Echo()
    let server = try serve(echo) { $0.pingSeconds = 2 }
    let answering = try WebSocketClient(port: server.port, "/socket")
    let silent = try WebSocketClient(port: server.port, "/socket")
    #expect(try answering.receive() == "hello")
    #expect(try silent.receive() == "hello")
    let sockets = echo.sockets.withLock { $0 }
    // Receiving answers the pings that come meanwhile.
    for _ in 0..<600 where echo.closes.load(ordering: .relaxed) == 0 {
      usleep(100_000)
      for socket in sockets { socket.send([65]) }
      #expect(try answering.receive() == "A")
    }
    #expect(sockets.count { $0.send([66]) == .closed } == 1)
    while let text = try answering.receive(), text != "B" {}
    #expect(answering.closeCode == nil)
  }

  @Test func stoppingClosesEverything() throws {
    let echo = Echo()
    let server = try serve(echo)
    let client = try WebSocketClient(port: server.port, "/socket")
    #expect(try client.receive() == "hello")
    server.stop()
    #expect(echo.closes.load(ordering: .relaxed) == 1)
  }
}

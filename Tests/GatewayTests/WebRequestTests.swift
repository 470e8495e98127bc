import Detection
import EventLoop
import Gateway
import TestKit
import Testing

/// Web requests on the trackers' port, from apps and from browsers.
@Suite(.serialized, .timeLimit(.minutes(10))) struct WebRequestTests {
  private static let success = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"
  private static let refusal = "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n"

  private func running(isAutomatic: Bool) throws -> RunningGateway {
    try RunningGateway(isAutomatic: isAutomatic, detector: Detector())
  }

  private func request(_ query: String) -> String {
    "GET /?\(query) HTTP/1.1\r\nHost: tracker.example\r\n\r\n"
  }

  @Test func aPositionIsAnsweredWhenItIsDurable() throws {
    let running = try running(isAutomatic: false)
    let app = try running.connect()
    try app.send(request("id=4711&lat=52.5&lon=13.4"))
    #expect(eventually { running.sink.waiting == 1 })
    #expect(try app.receiveAny(milliseconds: 100).isEmpty)
    running.sink.complete(0)
    #expect(try app.receiveText(Self.success.utf8.count) == Self.success)
  }

  @Test func whatCannotBeReadIsRefusedInItsTurn() throws {
    let running = try running(isAutomatic: false)
    let app = try running.connect()
    try app.send(
      request("id=4711&lat=52.5&lon=13.4") + request("id=4711&lat=north&lon=13.4")
        + request("id=4711&lat=52.6&lon=13.4"))
    #expect(eventually { running.sink.waiting == 1 })
    #expect(try app.receiveAny(milliseconds: 100).isEmpty)
    running.sink.complete(0)
    let answers = Self.success + Self.refusal + Self.success
    #expect(try app.receiveText(answers.utf8.count) == answers)
    #expect(
      running.sink.stored.map(\.message.flags) == [
        .stranger, [.undecodable, .stranger], .stranger,
      ])
  }

  @Test func aFirstRequestThatCannotBeReadRegistersNothing() throws {
    let running = try running(isAutomatic: true)
    let app = try running.connect()
    try app.send(request("id=4711&lat=north&lon=13.4"))
    #expect(try app.receiveText(Self.refusal.utf8.count) == Self.refusal)
    #expect(running.directory.claims.isEmpty)
  }

  @Test(arguments: [
    "GET / HTTP/1.1\r\nHost: a\r\n\r\n", "GET /favicon.ico HTTP/1.1\r\nHost: a\r\n\r\n",
    "GET /.env HTTP/1.1\r\n\r\n", "GET /index.php?id=1&page=2 HTTP/1.1\r\n\r\n",
    "POST /login HTTP/1.1\r\nContent-Length: 15\r\n\r\nuser=a&pass=b&c",
    "POST / HTTP/1.1\r\nContent-Length: 18\r\n\r\n{\"device_id\":\"47\"}",
    "OPTIONS * HTTP/1.1\r\n\r\n", "CONNECT a:443 HTTP/1.1\r\n\r\n",
    "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
  ])
  func browsersAndScannersGetNoAnswer(hello: String) throws {
    let running = try running(isAutomatic: true)
    let browser = try running.connect()
    try browser.send(hello)
    #expect(eventually { running.sink.stored.map(\.message.flags) == [.undetected] })
    #expect(try browser.receiveAny(milliseconds: 50).isEmpty)
    #expect(running.directory.claims.isEmpty)
    browser.finishWriting()
    #expect(eventually { running.statistics.probes[.http] == 1 })
    let refused = try #require(running.gateway.refused.first)
    #expect(refused.reason == "no tracker: this is a web request; the page is on the web port")
  }
}

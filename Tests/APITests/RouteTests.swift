import API
import Fleet
import Foundation
import Gateway
import Ledger
import Telemetry
import TestKit
import Testing
import WebServer

@Suite struct RouteTests {
  /// No route answers somebody who may not ask. The table itself says who may.
  @Test func everyRouteKeepsItsDoor() throws {
    let fixture = try APIFixture()
    let ada = try fixture.user("ada")
    let client = try fixture.client
    for route in API.routes {
      let cookie = try fixture.cookie(of: ada)
      let path = route.path.replacing("{id}", with: "999999")
        .replacing("{uniqueId}", with: "nobody").replacing("{file}", with: "1-a.jpg")
      let body = route.method.isSafe ? nil : "{}"
      let stranger = try client.request(route.method.rawValue, path, body: body)
      let user = try client.request(
        route.method.rawValue, path, headers: cookie, body: route.access == .open ? "{}" : body)
      let name = "\(route.method.rawValue) \(route.path)"
      switch route.access {
      case .open: #expect(stranger.status != 401 || route.path == "/api/session", "\(name)")
      case .optional: #expect(user.status != 401, "\(name)")
      case .user:
        #expect(stranger.status == 401, "\(name)")
        #expect(user.status != 401, "\(name)")
      case .administrator:
        #expect(stranger.status == 401, "\(name)")
        #expect(user.status == 403, "\(name)")
      case .local: #expect(stranger.status == 200, "\(name)")
      }
    }
  }

  @Test(arguments: [
    "/api", "/api/", "/api/nothing", "/api/devices/1/2", "/api/../etc/passwd", "/..%2f..%2fetc",
    "/api/devices/..%2f1", "/nothing.js", "/api/%64evices",
  ])
  func unknownAddresses(path: String) throws {
    let fixture = try APIFixture()
    let ada = try fixture.user("ada")
    let answer = try fixture.ask("GET", path, as: ada)
    if path == "/api/%64evices" {
      #expect(answer.status == 200)
    } else {
      let problem = try JSONDecoder().decode(StrictProblem.self, from: Data(answer.body))
      #expect(answer.status == 404)
      #expect(problem.status == 404)
      #expect(!problem.detail.isEmpty)
      #expect(answer.headers["content-type"] == "application/problem+json")
    }
  }

  @Test func otherMethodsAreNamed() throws {
    let fixture = try APIFixture()
    let client = try fixture.client
    let answer = try client.request("PATCH", "/api/devices", body: "{}")
    #expect(answer.status == 405)
    #expect(answer.headers["allow"]?.contains("POST") == true)
    #expect(try client.request("OPTIONS", "/api/devices").status == 204)
    #expect(try client.request("HEAD", "/api/server").status == 200)
    #expect(try client.request("GET", "/").text == "<p>page")
  }

  @Test(arguments: [
    "", "x", "{", "[]", "{\"uniqueId\":}", "{\"uniqueId\":7}", "{\"uniqueId\":\"\"}", "\u{0}",
    "{\"uniqueId\":\"a\",}", "{\"uniqueId\":\"a\"} b", "{\"uniqueId\":\"\\ud800\"}",
    "{\"uniqueId\":\"a\",\"attributes\":{\"x\":[1]}}", "{\"uniqueId\":\"a\",\"disabled\":\"no\"}",
    "{\"uniqueId\":\"a\",\"groupId\":1e400}", "{\"uniqueId\":\"a\",\"groupId\":01}",
    "{\"uniqueId\":\"a\",\"expirationTime\":\"soon\"}",
    String(repeating: "[", count: 100_000),
    "{\"uniqueId\":\"a\",\"attributes\":" + String(repeating: "{\"a\":", count: 40) + "1"
      + String(repeating: "}", count: 41),
  ])
  func badBodiesAreExplained(body: String) throws {
    let fixture = try APIFixture()
    let ada = try fixture.user("ada")
    let answer = try fixture.ask("POST", "/api/devices", as: ada, body: body)
    #expect(answer.status == 400)
    let problem = try JSONDecoder().decode(StrictProblem.self, from: Data(answer.body))
    #expect(!problem.detail.isEmpty)
    #expect(fixture.fleet.devices(for: .machine).isEmpty)
  }

  @Test func longBodyIsRefused() throws {
    let fixture = try APIFixture()
    let ada = try fixture.user("ada")
    let body = String(repeating: " ", count: 1_048_577)
    #expect(try fixture.ask("POST", "/api/devices", as: ada, body: body).status == 413)
  }

  @Test func arrivalsAreAdoptedWithTheirHistory() throws {
    struct Arrival: Decodable {
      let id: Int64
      let identifier: String
      let `protocol`: String
      let transport: String
      let peer: String
      let firstSeen: String
      let lastSeen: String
      let count: Int
      let position: StrictPosition?
    }
    let fixture = try APIFixture()
    let root = try fixture.user("root") { $0.administrator = true }
    let identity = try fixture.arrival("861234567890123")
    try fixture.report(identity, latitude: 12)
    let arrivals: [Arrival] = try fixture.ask("GET", "/api/arrivals", as: root).decoded()
    let arrival = try #require(arrivals.first)
    #expect(arrival.identifier == "861234567890123")
    #expect(arrival.transport == "tcp")
    #expect(arrival.count == 1)
    #expect(arrival.position?.latitude == 12)
    #expect(arrival.position?.deviceId == 0)
    let device: StrictDevice = try fixture.ask(
      "POST", "/api/arrivals/\(arrival.id)/adopt", as: root, body: "{\"name\":\"Bus\"}"
    ).decoded()
    #expect(device.name == "Bus")
    let positions: [StrictPosition] = try fixture.ask("GET", "/api/positions", as: root).decoded()
    #expect(positions.map(\.deviceId) == [device.id])
    #expect(
      try fixture.ask("POST", "/api/arrivals/\(arrival.id)/adopt", as: root, body: "").status
        == 404)
  }

  @Test func decodingExplains() throws {
    struct Explanation: Decodable {
      struct Skipped: Decodable { let hex: String }
      let `protocol`: String?
      let skipped: [Skipped]
    }
    let fixture = try APIFixture()
    let ada = try fixture.user("ada")
    let nothing: Explanation = try fixture.ask(
      "POST", "/api/decode", as: ada, body: "{\"hex\":\"00 01 02\"}"
    ).decoded()
    #expect(nothing.protocol == nil)
    #expect(nothing.skipped.map(\.hex) == ["000102"])
    for body in ["{\"hex\":\"0\"}", "{}", "{\"text\":\"a\",\"protocol\":\"nonsense\"}"] {
      #expect(try fixture.ask("POST", "/api/decode", as: ada, body: body).status == 400)
    }
    let long = "{\"text\":\"" + String(repeating: "&", count: 65_537) + "\"}"
    #expect(try fixture.ask("POST", "/api/decode", as: ada, body: long).status == 413)
  }

  @Test func metricsAreForThisMachine() throws {
    let fixture = try APIFixture { services, _ in
      services.gatewayStatistics = {
        var statistics = GatewayStatistics()
        statistics.frames = 42
        return statistics
      }
    }
    let answer = try fixture.ask("GET", "/metrics")
    #expect(answer.status == 200)
    #expect(answer.text.contains("\nwhereabouts_frames_total 42\n"))
    let forwarded = try fixture.ask(
      "GET", "/metrics", headers: ["X-Forwarded-For": "198.51.100.7"])
    #expect(forwarded.status == 401)
    #expect(try fixture.ask("GET", "/health").text == "OK")
    #expect(try fixture.ask("GET", "/api/health").text == "OK")
  }

  @Test func healthTellsOfHistoryThatStandsStill() throws {
    let ledger = try MemoryLedger()
    let derivation = try Derivation(ledger: ledger, consumers: [BrokenConsumer()])
    let fixture = try APIFixture { services, _ in
      services.derivationProgress = { derivation.progress }
    }
    #expect(try fixture.ask("GET", "/health").status == 200)
    let entry = LedgerEntry(connection: 1, receivedAt: fixture.clock.now, raw: 0..<1)
    try ledger.append(
      LedgerBatch(key: BatchKey(producer: 1, number: 1), entries: [entry], bytes: [7])
    ) { _ in }
    #expect(eventually { derivation.progress.first?.trouble != nil })
    let answer = try fixture.ask("GET", "/health")
    #expect(answer.status == 503)
    #expect(answer.text.contains("the drawing"))
    derivation.stop()
    ledger.close()
  }

  @Test func vocabularyHasUnits() throws {
    struct Word: Decodable {
      let name: String
      let unit: String
      let title: String
    }
    let fixture = try APIFixture()
    let ada = try fixture.user("ada")
    let words: [Word] = try fixture.ask("GET", "/api/vocabulary", as: ada).decoded()
    #expect(words.contains { $0.name == "power" && $0.unit == "V" })
    #expect(words.contains { $0.name == "temp*" })
  }

  @Test func secretsDoNotReachTheLog() {
    var query = Parameters()
    query.append("deviceId", "7")
    query.append("token", "abc123")
    query.append("setup", "abc123")
    let line = HTTPRequest(method: .get, path: "/api/session", query: query).loggable
    #expect(line == "GET /api/session?deviceId=7&token=[hidden]&setup=[hidden]")
  }
}

/// Something made from the ledger that never gets anywhere.
private struct BrokenConsumer: LedgerConsumer {
  struct Broken: Error {}
  let name = "the drawing"
  func watermark() throws -> LedgerToken { .start }
  func apply(_ records: [LedgerRecord]) throws { throw Broken() }
}

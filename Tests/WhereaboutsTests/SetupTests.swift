import Foundation
import TestKit
import Testing

/// From a tracker that nobody knows to one that has its model, its messages and its versions.
@Suite(.serialized) struct SetupTests {
  private struct Device: Decodable {
    let id: Int
    let model: String?
  }

  private struct Version: Decodable, Equatable {
    let kind: String
    let value: String
  }

  private static func send(_ server: TestServer, _ text: String) throws {
    let socket = try TestSocket(port: UInt16(server.trackerPort))
    try socket.send(Array(text.utf8))
    socket.finishWriting()
    #expect(socket.waitForEnd())
  }

  /// Waits until the device has a number of versions; a coarse watchdog.
  private static func versions(
    _ server: TestServer, _ device: Int, count: Int
  ) async throws -> [Version] {
    for _ in 0..<600 {
      let found: [Version] = try await server.json("/api/devices/\(device)/versions")
      if found.count >= count { return found }
      try await Task.sleep(for: .milliseconds(100))
    }
    return []
  }

  @Test func aVersionWithoutAPositionIsKept() async throws {
    let folder = try TemporaryFolder()
    var server = try TestServer(data: folder.path("data"))
    let made = try await server.ask(
      "POST", "/api/devices", json: #"{"name": "Watch", "uniqueId": "4106550123"}"#)
    let device = try JSONDecoder().decode(Device.self, from: made.body).id
    let old = [Version(kind: "firmware", value: "D99_V2.3")]
    let both = old + [Version(kind: "firmware", value: "D99_V2.4")]
    try Self.send(server, "[3G*4106550123*000e*VERNO,D99_V2.3]")
    #expect(try await Self.versions(server, device, count: 1) == old)
    try Self.send(server, "[3G*4106550123*000e*VERNO,D99_V2.4]")
    #expect(try await Self.versions(server, device, count: 2) == both)
    #expect(server.stop().status == 0)
    // Nothing is counted twice, and the notice has made no position.
    server = try TestServer(data: folder.path("data"))
    #expect(try await Self.versions(server, device, count: 2) == both)
    let positions = try await server.ask("GET", "/api/positions")
    #expect(String(decoding: positions.body, as: UTF8.self) == "[]")
    #expect(server.stop().status == 0)
  }

  @Test(.enabled(if: Browser.isAvailable, "there is no Chromium on this machine"))
  func thePageSetsATrackerUp() async throws {
    let folder = try TemporaryFolder()
    let server = try TestServer(data: folder.path("data"), ["--fleet-adopt", "no"])
    let entered = try await server.ask(
      "PUT", "/api/server", json: #"{"attributes": {"trackerHost": "gps.example.org"}}"#)
    #expect(entered.status == 200)
    try Self.send(server, "[SG*9059000123*000e*VERNO,TKS_V1.7]")
    let adopt = """
      {"goto": "/#/arrivals"}, {"waitText": "9059000123"},
      {"waitFor": "document.querySelectorAll('#tracker-models option').length > 20"},
      {"type": "TK-Star TK970", "into": ".card-form input[list]"},
      {"screenshot": "setup-arrival.png"}, {"click": ".card-form .button"},
      {"waitText": "1 tracker adopted."},
      """
    let panel = """
      {"goto": "/#/devices/1"}, {"waitText": "TKS_V1.7"},
      {"waitFor": "document.querySelector('.setup-model input').value === 'TK-Star TK970'"},
      {"click": ".setup-messages > summary"},
      {"waitText": "adminip123456 gps.example.org \(server.trackerPort)"},
      {"type": "internet", "into": ".setup-values input"}, {"press": "Tab"},
      {"waitText": "apn123456 internet"}, {"screenshot": "setup-panel.png"},
      {"type": "a b", "into": ".setup-values input"}, {"press": "Tab"},
      {"waitText": "The parameter apn must be"},
      """
    let other = """
      {"type": "internet", "into": ".setup-values input"}, {"press": "Tab"},
      {"waitText": "apn123456 internet"},
      {"type": "Bofan PT-60", "into": ".setup-model input"}, {"click": ".setup-model .button"},
      {"waitText": "000000APNinternet"}, {"screenshot": "setup-other.png"}
      """
    let run = try Browser.run(
      server.web + "/",
      steps: "[\(Browser.login), {\"wait\": \".shell\"}, \(adopt) \(panel) \(other)]",
      ["--allow", "400"])
    #expect(run.status == 0, "\(run.output) \(run.complaints)")
    let device: Device = try await server.json("/api/devices/1")
    #expect(device.model == "Bofan PT-60")
    #expect(server.stop().status == 0)
  }
}

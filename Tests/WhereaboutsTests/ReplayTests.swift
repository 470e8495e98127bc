import Foundation
import TestKit
import Testing

/// Recorded traffic, replayed into a running server, is answered, listed, adopted and drawn.
@Suite(.serialized) struct ReplayTests {
  private static let protocols: Set<String> = ["startek", "gt06", "h02"]

  private struct Sent: Decodable {
    let session: String
    let received: String
    let error: String?
  }

  private struct Arrival: Decodable {
    let id: Int64
    let identifier: String
    let `protocol`: String
    let count: Int
  }

  private struct Device: Decodable {
    let id: Int
    let uniqueId: String
  }

  private struct Place: Decodable {
    let deviceId: Int
    let outdated: Bool
  }

  @Test(.enabled(if: RecordedFrame.isThere, "the recorded traffic is not beside the project"))
  func fromTheWireToTheMap() async throws {
    let folder = try TemporaryFolder()
    let server = try TestServer(data: folder.path("data"), ["--fleet-adopt", "no"])
    let frames = try RecordedFrame.load(Self.protocols)
    try checkReplies(frames, server)

    let identifiers = frames.compactMap(\.ids)
    try await Self.until("all have arrived") {
      let arrivals = try await server.json("/api/arrivals", as: [Arrival].self)
      let names = Set(arrivals.map(\.identifier))
      return identifiers.allSatisfy { !names.isDisjoint(with: $0) }
    }
    try pictureOfArrivals(server)
    let arrivals = try await server.json("/api/arrivals", as: [Arrival].self)
    for arrival in arrivals {
      let answer = try await server.ask(
        "POST", "/api/arrivals/\(arrival.id)/adopt", json: #"{"name": "T \#(arrival.identifier)"}"#)
      #expect(answer.status == 200)
    }

    let devices = try await server.json("/api/devices", as: [Device].self)
    #expect(Set(devices.map(\.uniqueId)) == Set(arrivals.map(\.identifier)))
    let places = try await server.json("/api/positions", as: [Place].self)
    #expect(Set(places.map(\.deviceId)).isSubset(of: Set(devices.map(\.id))))
    #expect(places.contains { !$0.outdated })
    let left = try await server.json("/api/arrivals", as: [Arrival].self)
    #expect(left.isEmpty)
    try pictureOfMap(server, devices.count)
    #expect(server.stop().status == 0)
  }

  /// Replays the frames and compares what came back with what was recorded.
  private func checkReplies(_ frames: [RecordedFrame], _ server: TestServer) throws {
    let run = try Program.run([
      "replay", RecordedFrame.file, "--to", "127.0.0.1:\(server.trackerPort)", "--protocols",
      Self.protocols.joined(separator: ","), "--rate", "100", "--json",
    ])
    #expect(run.status == 0, "\(run.output) \(run.complaints)")
    let lines = try run.output.split(separator: "\n")
      .map { try JSONDecoder().decode(Sent.self, from: Data($0.utf8)) }
    let sessions = Dictionary(grouping: frames) { $0.session + " " + $0.transport }
    #expect(lines.count == sessions.count)
    for line in lines {
      let sent = try #require(sessions[line.session])
      // Before a conversation has said who speaks, nothing is answered; only gt06 has messages
      // that do not say it.
      let identified = sent.drop { $0.protocol == "gt06" && $0.ids == nil }
      var rest = Self.timeless(line.received)[...]
      for frame in identified {
        for reply in (frame.replies ?? []).map(Self.timeless) {
          if rest.hasPrefix(reply) {
            rest = rest.dropFirst(reply.count)
          } else {
            // Some were recorded with a model that nobody has entered here.
            #expect(frame.device != nil, "\(frame.id): wanted \(reply), got \(rest.prefix(40))")
          }
        }
      }
      #expect(rest.isEmpty, "\(line.session): answers beyond the recorded ones: \(rest)")
    }
  }

  /// Hexadecimal digits without the server's clock, which some answers hold: fourteen digits of
  /// text before a number sign in h02, six bytes and what depends on them in gt06.
  private static func timeless(_ hexadecimal: String) -> String {
    hexadecimal.lowercased()
      .replacing(/2c(3[0-9]){14}23/, with: "2c(now)23")
      .replacing(/78780b8a[0-9a-f]{12}0000[0-9a-f]{4}0d0a/, with: "78780b8a(now)")
  }

  private static func until(
    _ what: String, _ condition: () async throws -> Bool
  ) async throws {
    for _ in 0..<600 {
      if try await condition() { return }
      try await Task.sleep(for: .milliseconds(100))
    }
    throw TestServerFailure("never came: \(what)")
  }

  // MARK: In the browser

  private func pictureOfArrivals(_ server: TestServer) throws {
    guard Browser.isAvailable else { return }
    let run = try Browser.run(
      server.web + "/",
      steps: """
        [\(Browser.login), {"wait": ".shell"}, {"click": "nav a[href='#/arrivals']"},
         {"wait": ".card"}, {"screenshot": "arrivals.png"}]
        """)
    #expect(run.status == 0, "\(run.output) \(run.complaints)")
  }

  private func pictureOfMap(_ server: TestServer, _ devices: Int) throws {
    guard Browser.isAvailable else { return }
    for (name, options) in [
      ("map-desktop-light", ["--size", "1280x800"]),
      ("map-desktop-dark", ["--size", "1280x800", "--scheme", "dark"]),
      ("map-phone", ["--size", "390x844", "--phone"]),
    ] {
      let run = try Browser.run(
        server.web + "/",
        steps: """
          [\(Browser.login), {"wait": ".shell"}, {"wait": ".device-row"},
           {"evaluate": "document.querySelector('.device-row').ariaSetSize", "equals": "\(devices)"},
           {"pause": 2}, {"screenshot": "\(name).png"}]
          """, options)
      #expect(run.status == 0, "\(name): \(run.output) \(run.complaints)")
    }
  }
}

import Foundation
import Telemetry
import TestKit
import Testing

/// The first promise: what was answered is there, whatever dies next.
@Suite(.serialized) struct CrashTests {
  private struct Device: Decodable {
    let id: Int
    let uniqueId: String
  }

  private struct FixTime: Decodable {
    let fixTime: String
  }

  /// Rounds of load, each ended by `kill -9` at a random moment.
  private static let rounds = 10
  private static let rate = 20_000

  @Test func nothingAnsweredIsLost() async throws {
    let folder = try TemporaryFolder()
    var answered: [String: Set<Int64>] = [:]
    var total = 0
    for round in 0..<Self.rounds {
      let server = try TestServer(data: folder.path("data"))
      let list = folder.path("answered")
      let first = Timestamp(milliseconds: 1_767_225_600_000)
        .advanced(byMilliseconds: Int64(round) * 3_600_000)
      let flood = try Program([
        "flood", "--to", "127.0.0.1:\(server.trackerPort)", "--rate", "\(Self.rate)",
        "--connections", "100", "--devices", "500", "--messages", "1000000",
        "--first", first.iso8601, "--answered", list,
      ])
      try await Task.sleep(for: .milliseconds(Int.random(in: 1_000...2_500)))
      server.program.signal(SIGKILL)
      server.program.wait()
      let result = flood.wait()
      #expect(result.status == 0, "\(result.complaints)")
      let lines = try String(contentsOfFile: list, encoding: .utf8).split(separator: "\n")
      for line in lines {
        let parts = line.split(separator: " ")
        let time = try #require(Int64(parts[1]))
        answered[String(parts[0]), default: []].insert(time)
      }
      total += lines.count
      print("round \(round + 1): \(lines.count) answered; \(result.output)", terminator: "")
      #expect(!lines.isEmpty, "nothing was answered, so nothing was proved")
    }
    let server = try TestServer(data: folder.path("data"))
    let missing = try await Self.missing(answered, in: server)
    print("\(total) answered messages of \(answered.count) devices, \(missing) missing")
    #expect(missing == 0)
    #expect(server.stop().status == 0)
  }

  /// How many answered messages the history does not have, once it has caught up.
  private static func missing(
    _ answered: [String: Set<Int64>], in server: TestServer
  ) async throws -> Int {
    try await caughtUp(server)
    let devices = try await server.json("/api/devices?all=true", as: [Device].self)
    let numbers = Dictionary(uniqueKeysWithValues: devices.map { ($0.uniqueId, $0.id) })
    var missing = 0
    for (identifier, times) in answered {
      let number = try #require(numbers[identifier], "device \(identifier) is not there")
      let positions = try await server.json(
        "/api/positions?deviceId=\(number)&from=2026-01-01T00:00:00Z&to=2026-01-03T00:00:00Z",
        as: [FixTime].self)
      let stored = Set(positions.compactMap { Timestamp(iso8601: $0.fixTime)?.milliseconds })
      missing += times.subtracting(stored).count
    }
    return missing
  }

  /// Waits until the history has everything that is in the ledger.
  private static func caughtUp(_ server: TestServer) async throws {
    for _ in 0..<1_200 {
      let metrics = try await server.ask("GET", "/metrics")
      let lags = String(decoding: metrics.body, as: UTF8.self).split(separator: "\n")
        .filter { $0.hasPrefix("whereabouts_derivation_lag") }
      let isDone = !lags.isEmpty && lags.allSatisfy { $0.hasSuffix(" 0") }
      if isDone { return }
      try await Task.sleep(for: .milliseconds(100))
    }
    throw TestServerFailure("the history did not catch up within two minutes")
  }
}

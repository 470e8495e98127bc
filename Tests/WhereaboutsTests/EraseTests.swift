import Foundation
import TestKit
import Testing

/// Everything that a tracker has sent can be erased, and then no byte of it is in any file.
@Suite struct EraseTests {
  private static let secret = "7305550142"

  private static func frame(_ identifier: String, minute: Int) -> String {
    let time = "08\(minute < 10 ? "0" : "")\(minute)30"
    return "*HQ,\(identifier),V1,\(time),A,4807.0380,N,01131.0000,E,012.00,045,200126,FFFFFBFF#"
  }

  /// Two trackers call.
  private static func load(_ server: TestServer) throws {
    for identifier in [secret, "7305550999"] {
      let socket = try TestSocket(port: UInt16(server.trackerPort))
      for minute in 0..<20 { try socket.send(frame(identifier, minute: minute)) }
      socket.finishWriting()
      _ = socket.waitForEnd()
    }
  }

  /// The files of a data folder that hold a text, in letters or as the digits of a number.
  private static func files(_ data: String, holding text: String) throws -> [String] {
    let digits = stride(from: 0, to: text.count, by: 2).map { start in
      let pair = text.dropFirst(start).prefix(2)
      return UInt8(pair, radix: 16) ?? 0
    }
    let found = try FileManager.default.subpathsOfDirectory(atPath: data)
    return found.filter { name in
      guard let file = FileManager.default.contents(atPath: "\(data)/\(name)") else { return false }
      return file.firstRange(of: Data(text.utf8)) != nil || file.firstRange(of: Data(digits)) != nil
    }
  }

  @Test func theCommandLeavesNoByteOfAnArrival() throws {
    let folder = try TemporaryFolder()
    let data = folder.path("data")
    let server = try TestServer(data: data, ["--fleet-adopt", "no"])
    try Self.load(server)
    let busy = try Program.run(["erase", data, "--identifier", Self.secret])
    #expect(busy.status != 0)
    #expect(server.stop().status == 0)
    let before = try Self.files(data, holding: Self.secret)
    #expect(before.contains { $0.hasPrefix("fleet") })
    let result = try Program.run(["erase", data, "--identifier", Self.secret])
    #expect(result.status == 0, "\(result.output) \(result.complaints)")
    #expect(result.output.contains("20 positions and 20 messages are gone"), "\(result.output)")
    #expect(try Self.files(data, holding: Self.secret) == [])
    #expect(try !Self.files(data, holding: "7305550999").isEmpty)
    let check = try Program.run(["check", data])
    #expect(check.status == 0, "\(check.output)")
    let unknown = try Program.run(["erase", data, "--identifier", Self.secret])
    #expect(unknown.status == 2 && unknown.complaints.contains("nothing is stored of"))
    // A history that is made anew does not have it either.
    for suffix in ["", "-wal", "-shm"] {
      try? FileManager.default.removeItem(atPath: data + "/timeline.sqlite" + suffix)
    }
    let again = try TestServer(data: data, ["--fleet-adopt", "no"])
    #expect(again.stop().status == 0)
    #expect(try Self.files(data, holding: Self.secret) == [])
  }

  @Test func theServerErasesADeviceOnRequest() async throws {
    struct Entry: Decodable {
      let finishedAt: String?
      let positions: Int64
    }
    struct Device: Decodable {
      let id: Int64
      let uniqueId: String
      let lastUpdate: String?
    }
    let folder = try TemporaryFolder()
    let data = folder.path("data")
    let server = try TestServer(data: data)
    try Self.load(server)
    let all: [Device] = try await server.json("/api/devices?all=true")
    let device = try #require(all.first { $0.uniqueId == Self.secret })
    let answer = try await server.ask("POST", "/api/devices/\(device.id)/erase", json: "{}")
    #expect(answer.status == 202)
    var entries: [Entry] = []
    for _ in 0..<600 where entries.first?.finishedAt == nil {
      entries = try await server.json("/api/erasures")
      try await Task.sleep(for: .milliseconds(100))
    }
    #expect(entries.first?.finishedAt != nil && entries.first?.positions == 20)
    let left: [Device] = try await server.json("/api/devices?all=true")
    #expect(left.first { $0.id == device.id }?.lastUpdate == nil)
    #expect(left.count == 2)
    #expect(server.stop().status == 0)
    #expect(server.program.complaintsSoFar.contains("20 positions and 20 messages are gone"))
    #expect(try Self.files(data, holding: Self.secret).allSatisfy { $0.hasPrefix("fleet") })
    let check = try Program.run(["check", data])
    #expect(check.status == 0, "\(check.output)")
  }
}

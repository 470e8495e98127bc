import Foundation
import TestKit
import Testing

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// `make demo` shows devices of all protocols on the map, and ends cleanly.
@Suite(.serialized) struct DemoTests {
  private struct Device: Decodable {
    let name: String
    let positionId: Int64
  }

  private struct Place: Decodable {
    let `protocol`: String
    let latitude: Double
  }

  @Test func devicesDriveUntilItIsEnded() async throws {
    let folder = try TemporaryFolder()
    // A process of a test starts with signals blocked, which a shell cannot undo.
    let unblock =
      "import os,signal,sys; signal.pthread_sigmask(signal.SIG_SETMASK, []); "
      + "os.execvp(sys.argv[1], sys.argv[1:])"
    let demo = try Program(
      [
        "DEMO_PROGRAM=\(Program.path)", "DEMO_DATA=\(folder.path("data"))",
        "DEMO_TRACKER_PORT=0", "DEMO_WEB_PORT=0", "python3", "-c", unblock,
        Program.repository.appending(path: "scripts/demo").path,
      ], executable: "/usr/bin/env")
    defer { demo.signal(SIGTERM) }
    #expect(eventually(milliseconds: 60_000) { demo.outputSoFar.contains("look at http") })
    let lines = demo.outputSoFar.split(separator: "\n")
    let start = try #require(lines.first { $0.hasPrefix("first start: ") })
    let parts = start.dropFirst(13).split(separator: "#setup=")
    let (page, code) = (String(try #require(parts.first)), String(try #require(parts.last)))
    try await Self.makeAdministrator(page, code)

    let known = try Self.protocols()
    #expect(known.count > 30)
    var protocols: Set<String> = []
    var devices: [Device] = []
    for _ in 0..<600 where protocols != known || devices.count < 50 {
      let places: [Place] = try await Self.ask(page + "api/positions")
      protocols = Set(places.filter { $0.latitude != 0 }.map(\.protocol))
      devices = try await Self.ask(page + "api/devices")
      try await Task.sleep(for: .milliseconds(100))
    }
    #expect(protocols == known, "missing: \(known.subtracting(protocols).sorted())")
    #expect(devices.count == 50)

    demo.signal(SIGINT)
    let result = demo.wait(seconds: 60)
    #expect(result.status == 0, "\(result.output) \(result.complaints)")
    #expect(result.output.contains("demo: ended"))
  }

  /// The protocols that have a page in the handbook.
  private static func protocols() throws -> Set<String> {
    let folder = Program.repository.appending(path: "docs/protocols")
    let pages = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".md") }.map { String($0.dropLast(3)) }
    return Set(pages).subtracting(["README", "confusion"])
  }

  private static func makeAdministrator(_ page: String, _ code: String) async throws {
    var request = URLRequest(url: try #require(URL(string: page + "api/setup")))
    request.httpMethod = "POST"
    request.setValue("application/json", forHTTPHeaderField: "Content-Type")
    request.httpBody = Data(
      """
      {"code": "\(code)", "name": "Ada", "email": "\(TestServer.email)",
       "password": "\(TestServer.password)"}
      """.utf8)
    let (body, response) = try await URLSession.shared.data(for: request)
    #expect(
      (response as? HTTPURLResponse)?.statusCode == 200, "\(String(decoding: body, as: UTF8.self))")
  }

  private static func ask<Answer: Decodable>(_ address: String) async throws -> Answer {
    var request = URLRequest(url: try #require(URL(string: address)))
    let credentials = Data("\(TestServer.email):\(TestServer.password)".utf8)
    request.setValue(
      "Basic \(credentials.base64EncodedString())", forHTTPHeaderField: "Authorization")
    let (body, _) = try await URLSession.shared.data(for: request)
    return try JSONDecoder().decode(Answer.self, from: body)
  }
}

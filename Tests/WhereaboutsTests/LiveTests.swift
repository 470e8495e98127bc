import Foundation
import TestKit
import Testing

/// A tracker that reports is seen on the page at once, without reload, and so is its movement.
@Suite(.serialized) struct LiveTests {
  /// A line of iStartek's protocol for an invented van.
  private static func line(
    _ identifier: String, second: Int, latitude: Double, longitude: Double, speed: Int
  ) -> [UInt8] {
    let clock = String(format: "26010203%02d%02d", second / 60, second % 60)
    let place = String(format: "%.6f,%.6f", latitude, longitude)
    let content =
      ",\(identifier),000,0,,\(clock),A,\(place),11,0.9,\(speed),75,34,48213,"
      + "262|2|4E2F|01A2B3C,21,0000003D,02,00,04E7|019D"
    let frame = Array("&&A\(content.utf8.count)\(content)".utf8)
    let sum = frame.reduce(UInt8(0)) { $0 &+ $1 }
    return frame + Array(String(format: "%02X\r\n", sum).utf8)
  }

  @Test(.enabled(if: Browser.isAvailable, "there is no Chromium on this machine"))
  func movementWithoutReload() async throws {
    let folder = try TemporaryFolder()
    let server = try TestServer(data: folder.path("data"))
    let steps = """
      [\(Browser.login), {"wait": ".device-row", "timeout": 60}, {"click": ".device-row"},
       {"waitText": "36 km/h", "timeout": 60}, {"waitText": "72 km/h", "timeout": 60},
       {"screenshot": "live.png"}]
      """
    let url = server.web + "/"
    let browser = Task.detached { try Browser.run(url, steps: steps) }
    // The first report may come at any moment of the page's start: it must show either way. Slow
    // and fast take turns for as long as the page looks, however slow the machine is.
    let socket = try TestSocket(port: UInt16(server.trackerPort))
    let tracker = Task.detached {
      for second in 0..<600 {
        try await Task.sleep(for: .seconds(1))
        try socket.send(
          Self.line(
            "358765040000017", second: second, latitude: 52.516 + Double(second) / 5_000,
            longitude: 13.377, speed: second / 3 % 2 == 0 ? 36 : 72))
      }
    }
    let run = try await browser.value
    tracker.cancel()
    _ = await tracker.result
    #expect(run.status == 0, "\(run.output) \(run.complaints)")
  }

  @Test func strangersAndProbesRegisterNothing() async throws {
    let folder = try TemporaryFolder()
    let server = try TestServer(data: folder.path("data"), ["--fleet-adopt", "yes"])
    let probes = [
      "GET / HTTP/1.1\r\nHost: x\r\n\r\n", "SSH-2.0-OpenSSH_9.2\r\n", "\u{3}\u{0}\u{0}\u{13}",
      "\u{16}\u{3}\u{1}\u{0}\u{5}", "*HQ2011AB1#", "not a tracker at all\r\n",
    ]
    let file = folder.path("probes")
    try probes.map { $0.utf8.map { String(format: "%02x", $0) }.joined() }
      .joined(separator: "\n").write(toFile: file, atomically: true, encoding: .utf8)
    for transport in ["--tcp", "--udp"] {
      let run = try Program.run([
        "replay", file, transport, "--to", "127.0.0.1:\(server.trackerPort)", "--json",
        "--rate", "20", "--wait", "300",
      ])
      #expect(run.output.contains(#""received":"""#), "a probe was answered: \(run.output)")
    }
    let devices = try await server.ask("GET", "/api/devices?all=true")
    let arrivals = try await server.ask("GET", "/api/arrivals")
    #expect(String(decoding: devices.body, as: UTF8.self) == "[]")
    #expect(String(decoding: arrivals.body, as: UTF8.self) == "[]")
  }
}

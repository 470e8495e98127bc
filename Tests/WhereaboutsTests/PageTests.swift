import Foundation
import TestKit
import Testing

/// Every page in every look: a picture, no complaint of the browser, and what a screen reader and a
/// keyboard need. What people do on the pages is in the suites beside this one.
@Suite(.serialized) struct PageTests {
  /// A size of the window and a scheme of colours.
  struct Look: CustomTestStringConvertible, Sendable {
    let name: String
    let options: [String]
    var testDescription: String { name }
  }

  static let looks = [
    Look(name: "desktop-light", options: ["--size", "1280x900"]),
    Look(name: "desktop-dark", options: ["--size", "1280x900", "--scheme", "dark"]),
    Look(name: "phone-light", options: ["--size", "390x844", "--phone"]),
    Look(name: "phone-dark", options: ["--size", "390x844", "--phone", "--scheme", "dark"]),
  ]

  /// What is behind the `#` of a page, and what has come when it is whole.
  private static let pages = [
    ("map", "/", ".device-row"), ("device", "/devices/1", ".panel .fact"),
    ("messages", "/devices/1/frames", ".frame-row"),
    ("history", "/history/1", ".history-card"), ("arrivals", "/arrivals", ".card-form"),
    ("add", "/add", ".setup-guide input"), ("connections", "/connections", ".card.is-refusal"),
    ("explain", "/explain/tcp/787811010358765040010007", ".verdict"),
    ("settings", "/settings", ".row"), ("people", "/people", ".card.is-person"),
    ("person", "/people/1", ".check-list"), ("new-person", "/people/new", ".form-card"),
    ("groups", "/groups", ".card"), ("group", "/groups/1", ".check-list"),
    ("server", "/server", ".form-card"),
  ]

  @Test(.enabled(if: Browser.isAvailable, "there is no Chromium on this machine"), arguments: looks)
  func everyPage(_ look: Look) async throws {
    let folder = try TemporaryFolder()
    let server = try await Self.server(folder)
    var steps = [
      #"{"wait": ".entrance form"}, {"screenshot": "pages/entrance-\#(look.name).png"}"#,
      #"{"audit": "en"}"#, Browser.login,
      #"{"wait": ".shell"}"#,
    ]
    for (name, address, sign) in Self.pages {
      steps += [
        // The picture first: the audit goes through the page to its end.
        #"{"goto": "/#\#(address)"}, {"wait": "\#(sign)"}"#,
        #"{"screenshot": "pages/\#(name)-\#(look.name).png"}, {"audit": "en"}"#,
      ]
    }
    let run = try Browser.run(
      server.web + "/", steps: "[\(steps.joined(separator: ", "))]", look.options)
    #expect(run.status == 0, "\(look.name): \(run.output) \(run.complaints)")
    #expect(server.stop().status == 0)
  }

  /// A server with something on every page.
  private static func server(_ folder: TemporaryFolder) async throws -> TestServer {
    let server = try TestServer(data: folder.path("data"), ["--fleet-adopt", "no"])
    let made = [
      ("/api/groups", #"{"name": "Harbour"}"#),
      ("/api/devices", #"{"name": "Van 1", "uniqueId": "358765040000017", "groupId": 1}"#),
      ("/api/devices", #"{"name": "Quiet van", "uniqueId": "358765040000025"}"#),
    ]
    for (path, body) in made {
      #expect(try await server.ask("POST", path, json: body).status == 200)
    }
    let socket = try TestSocket(port: UInt16(server.trackerPort))
    for second in 1...3 {
      try socket.send(StartekLine.bytes("358765040000017", second: second))
    }
    for bytes in [
      StartekLine.bytes("358765040000033", second: 1), Array("no tracker at all\r\n".utf8),
    ] {
      let other = try TestSocket(port: UInt16(server.trackerPort))
      try other.send(bytes)
      other.finishWriting()
      #expect(other.waitForEnd())
    }
    socket.finishWriting()
    #expect(socket.waitForEnd())
    return server
  }

  /// S15: what a browser must not do with the page, told with every kind of answer.
  @Test(arguments: ["/", "/app.js", "/styles/base.css", "/api/server", "/api/nothing", "/nothing"])
  func everyAnswerHasTheSecurityHeaders(_ path: String) throws {
    let folder = try TemporaryFolder()
    let server = try TestServer(data: folder.path("data"))
    let port = try #require(server.web.split(separator: ":").last.flatMap { UInt16($0) })
    let answer = try WebClient(port: port).request("GET", path)
    let policy = answer.headers["content-security-policy"] ?? ""
    for rule in ["default-src", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'"] {
      #expect(policy.contains(rule), "\(path): \(policy)")
    }
    #expect(!policy.contains("unsafe"), "\(path): \(policy)")
    #expect(answer.headers["x-content-type-options"] == "nosniff")
    #expect(answer.headers["referrer-policy"] == "same-origin")
    #expect(server.stop().status == 0)
  }
}

/// Lines of iStartek's protocol for invented devices.
enum StartekLine {
  /// A position.
  ///
  /// - Parameter data: what stands behind the number of the event.
  static func bytes(_ identifier: String, second: Int, data: String = "") -> [UInt8] {
    let clock = String(format: "2601020304%02d", second)
    let content =
      ",\(identifier),000,0,\(data),\(clock),A,52.516275,13.377704,11,0.9,36,75,34,48213,"
      + "262|2|4E2F|01A2B3C,21,0000003D,02,00,04E7|019D"
    let frame = Array("&&A\(content.utf8.count)\(content)".utf8)
    let sum = frame.reduce(UInt8(0)) { $0 &+ $1 }
    return frame + Array(String(format: "%02X\r\n", sum).utf8)
  }
}

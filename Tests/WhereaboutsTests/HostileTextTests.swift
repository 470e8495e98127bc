import Foundation
import TestKit
import Testing

/// Names, identifiers and values come from strangers: as markup they do nothing, on no page.
@Suite(.serialized) struct HostileTextTests {
  /// Texts that would say so if they ran.
  static let corpus = [
    "<img src=x onerror=window.hacked=1>",
    "<script>window.hacked=1</script>",
    "\"><svg onload=window.hacked=1>",
    "'--></style></script><script>window.hacked=1</script>",
    "javascript:window.hacked=1",
    "{{constructor.constructor('window.hacked=1')()}}",
    "<a href=javascript:window.hacked=1 id=app>x</a>",
    "%3Cimg%20src=x%20onerror=window.hacked=1%3E",
    "</title><body onload=window.hacked=1>",
    "__proto__", "constructor", "\u{202E}evil\u{202C}",
  ]

  private struct Entity: Decodable { let id: Int }

  @Test(.enabled(if: Browser.isAvailable, "there is no Chromium on this machine"))
  func nothingOfItRuns() async throws {
    let folder = try TemporaryFolder()
    let server = try TestServer(data: folder.path("data"), ["--fleet-adopt", "no"])
    try await Self.enter(server)
    let devices: [Entity] = try await server.json("/api/devices?all=true")
    #expect(devices.count == Self.corpus.count + 1)
    try Self.callInVain(server)

    let pages =
      ["/", "/arrivals", "/connections", "/add", "/people", "/people/2", "/groups", "/groups/1"]
      + ["/settings", "/server", "/explain"]
    var steps = [Browser.login, #"{"wait": ".shell"}"#, #"{"wait": ".device-row"}"#]
    for page in pages {
      steps += [#"{"goto": "/#\#(page)"}, {"pause": 0.3}"#, Self.check]
    }
    for device in devices {
      steps += [
        #"{"goto": "/#/"}, {"waitGone": ".panel"}"#,
        #"{"goto": "/#/devices/\#(device.id)"}, {"wait": ".panel"}"#,
        #"{"click": ".panel [aria-expanded]"}, {"wait": ".device-form"}"#,
        #"{"click": ".device-options summary"}, {"pause": 0.2}"#, Self.check,
      ]
    }
    steps += [
      #"{"goto": "/#/devices/1/frames"}, {"click": ".frame-line"}, {"wait": ".byte-grid"}"#,
      Self.check, #"{"screenshot": "hostile-messages.png"}"#,
      #"{"goto": "/#/history/1,2"}, {"pause": 1}"#, Self.check,
      #"{"goto": "/#/connections"}, {"waitText": "onerror"}"#, Self.check,
      #"{"screenshot": "hostile-connections.png"}"#,
      #"{"goto": "/#/"}, {"waitText": "onerror"}"#, #"{"screenshot": "hostile-map.png"}"#,
    ]
    let run = try Browser.run(server.web + "/", steps: "[\(steps.joined(separator: ", "))]")
    #expect(run.status == 0, "\(run.output) \(run.complaints)")
    #expect(server.stop().status == 0)
  }

  /// Neither ran a script nor became an element, and no link leads into one.
  private static let check = """
    {"evaluate": "[window.hacked ?? 0, document.querySelectorAll('img[src=x], #app, svg[onload], \
    body[onload], [href^=javascript]').length, [...document.scripts].filter(each => !each.src).length, \
    ({}).hacked ?? 0].join()", "equals": "0,0,0,0"}
    """

  /// By the API: every text that the page shows.
  private static func enter(_ server: TestServer) async throws {
    for (number, text) in corpus.enumerated() {
      let identifier = number == 0 ? "358765040000017" : "\(text)\(number)"
      let fields: [String: Entered] = [
        "name": .text(text), "uniqueId": .text(identifier), "phone": .text(text),
        "contact": .text(text), "model": .text(text), "category": .text(text),
        "attributes": [text: text, "note": text, "devicePassword": text],
      ]
      let device = try await server.ask("POST", "/api/devices", json: try json(fields))
      // What the settings of protocols cannot be is refused; then all but that.
      if device.status == 400 {
        var rest = fields
        rest["attributes"] = [text: text, "note": text]
        let again = try await server.ask("POST", "/api/devices", json: try json(rest))
        #expect(again.status == 200, "\(text): \(String(decoding: again.body, as: UTF8.self))")
      } else {
        #expect(device.status == 200, "\(text)")
      }
      let group = try await server.ask("POST", "/api/groups", json: try json(["name": .text(text)]))
      #expect(group.status == 200)
      let user = try json([
        "name": .text(text), "email": .text("user\(number)@example.org"),
        "password": .text("calm-river-9921"), "phone": .text(text),
      ])
      if number < 3 {
        #expect(try await server.ask("POST", "/api/users", json: user).status == 200)
      }
    }
    let watch = #"{"name": "watch", "uniqueId": "4106550123"}"#
    #expect(try await server.ask("POST", "/api/devices", json: watch).status == 200)
    let settings = try json([
      "announcement": .text(corpus[0]),
      "attributes": ["mapAttribution": corpus[0], "trackerHost": corpus[2]],
    ])
    #expect(try await server.ask("PUT", "/api/server", json: settings).status == 200)
  }

  /// By the port for trackers: in what devices say of themselves, and in what is no message.
  private static func callInVain(_ server: TestServer) throws {
    for (number, text) in corpus.enumerated() {
      let version = "VERNO,\(text)"
      let length = String(format: "%04x", version.utf8.count)
      let calls = [
        StartekLine.bytes("358765040000017", second: number, data: text),
        Array("[3G*4106550123*\(length)*\(version)]".utf8),
        Array(
          "*HQ,4106550199,V1,030405,A,5230.9765,N,01322.6622,E,1.0,90,020126,FFFFFBFF,\(text)#"
            .utf8),
        Array(
          "imei:358765040000041,\(text),260102030405,,F,030405.000,A,5230.97,N,01322.66,E,1,2;"
            .utf8),
        Array("\(text)\r\n".utf8),
      ]
      for bytes in calls {
        let socket = try TestSocket(port: UInt16(server.trackerPort))
        try socket.send(bytes)
        socket.finishWriting()
        #expect(socket.waitForEnd())
      }
    }
  }

  private static func json(_ fields: [String: Entered]) throws -> String {
    String(decoding: try JSONEncoder().encode(fields), as: UTF8.self)
  }

  /// What a field of a request holds.
  private enum Entered: Encodable, ExpressibleByDictionaryLiteral {
    case text(String)
    case fields([String: String])

    init(dictionaryLiteral elements: (String, String)...) {
      self = .fields(Dictionary(elements) { first, _ in first })
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      switch self {
      case .text(let text): try container.encode(text)
      case .fields(let fields): try container.encode(fields)
      }
    }
  }
}

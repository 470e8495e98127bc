import Foundation
import TestKit
import Testing

/// What people do on the pages for messages, options, accounts, tokens and adding a tracker; and
/// what the page says while the server is away.
@Suite(.serialized) struct PageActionTests {
  private static let phone = ["--size", "390x844", "--phone", "--scheme", "dark"]

  private static func look(
    _ server: TestServer, _ steps: String, _ options: [String] = []
  ) throws {
    let run = try Browser.run(server.web + "/", steps: "[\(steps)]", options)
    #expect(run.status == 0, "\(run.output) \(run.complaints)")
  }

  private static let enter = #"\#(Browser.login), {"wait": ".shell"}"#

  /// Clicks the button that says this.
  private static func press(_ text: String) -> String {
    """
    {"waitFor": "[...document.querySelectorAll('button')].some(each => each.offsetParent && \
    each.innerText === '\(text)')"}, {"evaluate": "([...document.querySelectorAll('button')]\
    .find(each => each.offsetParent && each.innerText === '\(text)').click(), 1)"}
    """
  }

  private static func send(_ server: TestServer, _ bytes: [UInt8]) throws {
    let socket = try TestSocket(port: UInt16(server.trackerPort))
    try socket.send(bytes)
    socket.finishWriting()
    #expect(socket.waitForEnd())
  }

  private struct Device: Decodable {
    let id: Int
    let name: String
    let attributes: [String: String]
  }

  // MARK: Messages

  @Test(.enabled(if: Browser.isAvailable, "there is no Chromium on this machine"))
  func messagesAreShownByteByByteAsTheyCome() async throws {
    let folder = try TemporaryFolder()
    let server = try TestServer(data: folder.path("data"))
    let van = #"{"name": "Van", "uniqueId": "358765040000017"}"#
    #expect(try await server.ask("POST", "/api/devices", json: van).status == 200)
    for second in 1...60 {
      try Self.send(server, StartekLine.bytes("358765040000017", second: second % 60))
    }
    // From the position to its message; the newest, paging, and what came meanwhile.
    let url = server.web + "/"
    let steps = """
      [\(Self.enter), {"goto": "/#/devices/1"}, {"waitText": "Message that it came in"},
      {"click": ".panel .fact a"}, {"wait": ".byte-grid"}, {"waitText": "latitude"},
      {"waitText": "52.516275"}, {"screenshot": "messages-open.png"},
      {"click": ".frame-line[aria-expanded=true]"}, {"waitGone": ".byte-grid"},
      {"waitFor": "document.querySelectorAll('.frame-row').length >= 50"},
      \(Self.press("Older messages")),
      {"waitFor": "[...document.querySelectorAll('.frame-row')].at(-1).dataset.id === '1'"},
      {"evaluate": "window.before = document.querySelectorAll('.frame-row').length"},
      {"waitFor": "document.querySelectorAll('.frame-row').length > window.before",
      "timeout": 60},
      {"evaluate": "(s => (s.value = 'problems', s.dispatchEvent(new Event('change', \
      {bubbles: true})), 1))(document.querySelector('.frames-choice select'))"},
      {"waitText": "No such message."}, {"screenshot": "messages-none.png"}]
      """
    let browser = Task.detached { try Browser.run(url, steps: steps, Self.phone) }
    let tracker = Task.detached {
      // Whenever the page begins to wait for the next message, one comes.
      while !Task.isCancelled {
        try await Task.sleep(for: .seconds(1))
        try Self.send(server, StartekLine.bytes("358765040000017", second: 7))
      }
    }
    let run = try await browser.value
    tracker.cancel()
    _ = await tracker.result
    #expect(run.status == 0, "\(run.output) \(run.complaints)")
    #expect(server.stop().status == 0)
  }

  // MARK: Options

  @Test(.enabled(if: Browser.isAvailable, "there is no Chromium on this machine"))
  func theOptionsAreThoseOfTheProtocol() async throws {
    let folder = try TemporaryFolder()
    let server = try TestServer(data: folder.path("data"))
    let van = #"{"name": "Van", "uniqueId": "358765040000017", "attributes": {"berth": "north"}}"#
    #expect(try await server.ask("POST", "/api/devices", json: van).status == 200)
    let choose = """
      {"evaluate": "(s => (s.value = 'jt808', s.dispatchEvent(new Event('change', \
      {bubbles: true})), 1))(document.querySelector('.device-options select'))"}
      """
    try Self.look(
      server,
      """
      \(Self.enter), {"goto": "/#/devices/1"}, {"click": ".panel [aria-expanded]"},
      {"click": ".device-options summary"}, {"waitText": "Time zone of its clock"}, \(choose),
      {"waitText": "jt808.version"}, {"type": "Europe/Nowhere", "into": ".device-options input"},
      {"evaluate": "(document.querySelectorAll('.device-options select')[1].value = '2019', 1)"},
      {"click": ".device-form .form > .button"}, {"waitText": "must be an offset"},
      {"type": "Europe/Madrid", "into": ".device-options input"}, {"audit": "en"},
      {"screenshot": "device-options.png"},
      {"click": ".device-form .form > .button"}, {"waitText": "Saved."}
      """, ["--size", "1280x1300", "--allow", "400"])
    let device: Device = try await server.json("/api/devices/1")
    #expect(
      device.attributes == [
        "decoder.timezone": "Europe/Madrid", "jt808.version": "2019", "berth": "north",
      ])
    #expect(server.stop().status == 0)
  }

  // MARK: Accounts and tokens

  @Test(.enabled(if: Browser.isAvailable, "there is no Chromium on this machine"))
  func visitorsRegisterAndTokensEnd() async throws {
    let folder = try TemporaryFolder()
    let server = try TestServer(data: folder.path("data"))
    // Not unless the server lets them.
    try Self.look(
      server,
      #"""
      {"wait": ".entrance form"},
      {"evaluate": "document.querySelectorAll('.entrance-turn').length", "equals": 0}
      """#)
    let open = try await server.ask("PUT", "/api/server", json: #"{"registration": true}"#)
    #expect(open.status == 200)
    try Self.look(
      server,
      """
      {"click": ".entrance-turn"}, {"waitText": "Create an account"}, {"audit": "en"},
      {"screenshot": "register.png"}, {"type": "Eva", "into": ".entrance input"},
      {"type": "eva@example.org", "into": ".entrance input[type=email]"},
      {"type": "calm-river-9921", "into": ".entrance input[type=password]"},
      {"click": ".entrance button[type=submit]"}, {"waitText": "You have no devices yet"},
      {"goto": "/#/arrivals"}, {"waitText": "That page is not for your account."},
      {"evaluate": "location.hash", "equals": "#/"}, {"goto": "/#/devices/9"},
      {"waitText": "That device is no more"}, {"evaluate": "location.hash", "equals": "#/"},
      {"goto": "/#/settings"}, {"waitText": "You have no tokens."}, \(Self.press("Make a token")),
      {"waitText": "good until"}, {"wait": ".hint.token"}, {"screenshot": "tokens.png"},
      \(Self.press("Revoke")), {"waitText": "no longer opens anything"},
      {"waitText": "You have no tokens."}, {"waitGone": ".hint.token"}
      """, Self.phone)
    #expect(server.stop().status == 0)
  }

  // MARK: Adding

  @Test(.enabled(if: Browser.isAvailable, "there is no Chromium on this machine"))
  func fromNothingToATrackerOnTheMap() async throws {
    let folder = try TemporaryFolder()
    let server = try TestServer(data: folder.path("data"), ["--fleet-adopt", "no"])
    try Self.look(
      server,
      """
      \(Self.enter), {"waitText": "Point a tracker here"}, {"screenshot": "first-steps.png"},
      {"goto": "/#/add"},
      {"waitFor": "document.querySelectorAll('#tracker-models option').length > 20"},
      {"type": "TK-Star TK970", "into": ".setup-guide input"}, {"waitText": "Needs: server"},
      {"screenshot": "add.png"}, \(Self.press("Play a tracker")), {"waitText": "on its way"},
      {"goto": "/#/arrivals"}, {"click": ".card-form .button"}, {"waitGone": ".card-form"},
      {"goto": "/#/"}, {"waitText": "Your first tracker is on the map.", "timeout": 60},
      {"wait": ".device-row"}, {"screenshot": "first-tracker.png"},
      {"goto": "/#/add"}, \(Self.press("Play a tracker")),
      {"waitText": "A simulated tracker is on its way already."},
      {"type": "Ferry", "into": ".page:not([hidden]) .form-card:last-child input"},
      {"type": "358765040000041", "into": ".page:not([hidden]) .form-card:last-child .mono"},
      {"click": ".page:not([hidden]) .form-card:last-child button[type=submit]"},
      {"waitFor": "document.querySelector('.panel-name').textContent === 'Ferry'"}
      """, ["--allow", "409"])
    let devices: [Device] = try await server.json("/api/devices")
    #expect(devices.count == 2)
    #expect(server.stop().status == 0)
  }

  // MARK: Away

  private static func hasPicture(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: Browser.artefacts.appending(path: name).path)
  }

  /// The page says how old its knowledge is, and is live again without being loaded again.
  @Test(.enabled(if: Browser.isAvailable, "there is no Chromium on this machine"))
  func thePageIsHonestWhileTheServerIsAway() async throws {
    let folder = try TemporaryFolder()
    var server = try TestServer(data: folder.path("data"))
    let port = try #require(server.web.split(separator: ":").last.map(String.init))
    let van = #"{"name": "Van", "uniqueId": "358765040000017"}"#
    #expect(try await server.ask("POST", "/api/devices", json: van).status == 200)
    let url = server.web + "/"
    let steps = """
      [\(Self.enter), {"wait": ".device-row"}, {"wait": ".link[data-state=live]"},
      {"evaluate": "(window.isSamePage = 1)"}, {"screenshot": "before.png"},
      {"wait": ".link[data-state=lost]", "timeout": 60},
      {"waitFor": "/^Last update [0-9]+ s ago, reconnecting$/.test(document.querySelector(\
      '.link-text').textContent)", "timeout": 30}, {"screenshot": "away.png"},
      {"evaluate": "document.querySelectorAll('.device-row').length", "equals": 1},
      {"wait": ".link[data-state=live]", "timeout": 90}, {"waitText": "Ferry", "timeout": 30},
      {"evaluate": "window.isSamePage", "equals": 1}, {"screenshot": "back.png"}]
      """
    for picture in ["before.png", "away.png"] {
      try? FileManager.default.removeItem(at: Browser.artefacts.appending(path: picture))
    }
    let browser = Task.detached {
      try Browser.run(url, steps: steps, ["--allow", "network|WebSocket|ERR_|Failed to load"])
    }
    #expect(eventually { Self.hasPicture("before.png") })
    #expect(server.stop().status == 0)
    #expect(eventually { Self.hasPicture("away.png") })
    server = try TestServer(data: folder.path("data"), ["--web-port", port])
    let ferry = try await server.ask("PUT", "/api/devices/1", json: #"{"name": "Ferry"}"#)
    #expect(ferry.status == 200)
    let run = try await browser.value
    #expect(run.status == 0, "\(run.output) \(run.complaints)")
    #expect(server.stop().status == 0)
  }
}

import Foundation
import TestKit
import Testing

/// "Why is my tracker not on the map?" has an answer on the page.
@Suite(.serialized) struct DeskTests {
  private static let line =
    "&&A128,358765040000017,000,0,,260102030405,A,52.516275,13.377704,11,0.9,36,271,34,48213,"
    + #"262|2|4E2F|01A2B3C,21,0000003D,02,00,01E2|019D9B\r\n"#

  private static let lineBytes = Array(line.replacing(#"\r\n"#, with: "\r\n").utf8)

  private struct Device: Decodable {
    let id: Int
  }

  /// Somebody calls the tracker port and hangs up.
  private static func call(_ server: TestServer, _ bytes: [UInt8]) throws {
    let socket = try TestSocket(port: UInt16(server.trackerPort))
    try socket.send(bytes)
    socket.finishWriting()
    #expect(socket.waitForEnd())
  }

  private static func look(
    _ server: TestServer, _ name: String, _ steps: String, _ options: [String] = []
  ) throws {
    let run = try Browser.run(
      server.web + "/", steps: "[\(Browser.login), {\"wait\": \".shell\"}, \(steps)]", options)
    #expect(run.status == 0, "\(name): \(run.output) \(run.complaints)")
  }

  private static func connections(_ picture: String, _ steps: String = "") -> String {
    """
    {"goto": "/#/connections"}, {"wait": ".card.is-refusal"}, \(steps)
    {"screenshot": "\(picture).png"}
    """
  }

  @Test(.enabled(if: Browser.isAvailable, "there is no Chromium on this machine"))
  func whatCameToNothingSaysWhy() async throws {
    let folder = try TemporaryFolder()
    let server = try TestServer(data: folder.path("data"))
    let made = try await server.ask(
      "POST", "/api/devices",
      json: #"{"name": "Harbour van", "uniqueId": "358765040000017", "disabled": true}"#)
    #expect(made.status == 200)
    try Self.call(server, Array("GET / HTTP/1.1\r\nHost: tracker.example.org\r\n\r\n".utf8))
    try Self.call(server, Array("loud garbage, and no tracker at all\r\n".utf8))
    try Self.call(server, Array("&&A128,358765".utf8))
    try Self.call(server, Self.lineBytes)
    try Self.call(server, Self.lineBytes)
    try Self.call(server, [])

    let texts = """
      {"waitText": "A web browser or scanner, not a tracker"},
      {"waitText": "this is a web request"},
      {"waitText": "Its language is not recognised"},
      {"waitText": "It left in the middle of a message"},
      {"waitText": "Server: no protocol"},
      {"waitText": "Harbour van · The device is disabled"},
      {"waitText": "2 times"},
      """
    try Self.look(
      server, "desktop", Self.connections("desk-desktop-light", texts),
      ["--size", "1280x1200"])
    try Self.look(
      server, "dark", Self.connections("desk-desktop-dark"), ["--scheme", "dark"])
    try Self.look(
      server, "phone", Self.connections("desk-phone"), ["--size", "390x844", "--phone"])

    // Whoever looks for one tracker finds it, or is told that nothing of it is known.
    let search = """
      {"goto": "/#/connections"}, {"wait": ".card.is-refusal"},
      {"type": "0000017", "into": ".desk-search input"},
      {"waitFor": "document.querySelectorAll('.card.is-refusal').length === 1"},
      {"waitText": "The device is disabled"}, {"screenshot": "desk-search.png"},
      {"type": "86000000000", "into": ".desk-search input"},
      {"waitText": "No trace of"}, {"waitText": "APN"}, {"screenshot": "desk-no-trace.png"},
      {"type": "garbage", "into": ".desk-search input"}, {"type": "", "into": ".desk-search input"},
      {"wait": ".card.is-refusal [href^='#/explain/tcp/474554']"},
      {"click": ".card.is-refusal [href^='#/explain/tcp/474554']"},
      {"waitText": "No protocol was recognised"}, {"wait": ".byte"},
      {"screenshot": "explain-probe.png"}
      """
    try Self.look(server, "search", search)
    #expect(server.stop().status == 0)
  }

  @Test(.enabled(if: Browser.isAvailable, "there is no Chromium on this machine"))
  func everyByteOfALineIsExplained() async throws {
    let folder = try TemporaryFolder()
    let server = try TestServer(data: folder.path("data"))
    let typed = Self.line.replacing("\\", with: "\\\\")
    let ask = """
      {"goto": "/#/explain"}, {"type": "\(typed)", "into": ".explain-form textarea"},
      {"click": ".explain-form button[type=submit]"}, {"waitText": "This is startek"}
      """
    let row = "[...document.querySelectorAll('.field-row')].find((row) => row.innerText.includes("
    let lit = "[...document.querySelectorAll('.byte.is-lit')].map((byte) => byte.innerText)"
    let fields = """
      {"waitText": "Read to the last byte"},
      {"waitFor": "document.querySelectorAll('.byte').length === \(Self.lineBytes.count)"},
      {"evaluate": "\(row)'latitude')).innerText.includes('52.516275')", "equals": true},
      {"evaluate": "\(row)'identifier')).innerText.includes('358765040000017')", "equals": true},
      {"evaluate": "\(row)'latitude')).focus()"},
      {"evaluate": "\(lit).join('')", "equals": "35322e353136323735"},
      """
    try Self.look(
      server, "desktop", ask + ", " + fields + #"{"screenshot": "explain-desktop-light.png"}"#,
      ["--size", "1280x1500"])
    let keyboard = """
      {"evaluate": "document.querySelector('.byte').focus()"}, {"press": "ArrowRight"},
      {"press": "ArrowDown"},
      {"evaluate": "document.activeElement.dataset.at", "equals": "17"},
      {"evaluate": "document.querySelectorAll('.field-row.is-lit').length", "equals": 1},
      {"screenshot": "explain-desktop-dark.png"}
      """
    try Self.look(server, "dark", ask + ", " + keyboard, ["--scheme", "dark"])
    let phone = """
      {"evaluate": "document.documentElement.scrollWidth <= innerWidth", "equals": true},
      {"screenshot": "explain-phone.png"},
      {"evaluate": "document.querySelector('.frame-card').scrollIntoView()"},
      {"screenshot": "explain-phone-frame.png"}
      """
    try Self.look(server, "phone", ask + ", " + phone, ["--size", "390x844", "--phone"])
    #expect(server.stop().status == 0)
  }
}

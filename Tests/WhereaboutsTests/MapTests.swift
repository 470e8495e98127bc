import Foundation
import TestKit
import Testing

/// What the map shows of a fleet, and how somebody finds the way on it.
@Suite(.serialized) struct MapTests {
  private static let kinds = [
    "car", "van", "truck", "bus", "motorcycle", "bicycle", "tractor", "boat", "person", "animal",
    "trailer", "parcel",
  ]
  /// So many stand in one yard; one of each kind is elsewhere.
  private static let yard = 25
  private static let middle = (latitude: 52.5163, longitude: 13.3777)

  private struct Tracker {
    let identifier: String
    let name: String
    let kind: String?
    let latitude: Double
    let longitude: Double
    let speed: Int
    let course: Int
  }

  private struct Device: Decodable {
    let id: Int
    let name: String
  }

  private static let fleet = (0..<yard).map(parked) + kinds.indices.map(elsewhere)

  private static func parked(_ index: Int) -> Tracker {
    let north = Double(index / 5 - 2) * 0.00007
    let east = Double(index % 5 - 2) * 0.00011
    return Tracker(
      identifier: "358765040001\(100 + index)", name: "Yard \(index)", kind: nil,
      latitude: middle.latitude + north, longitude: middle.longitude + east, speed: 0, course: 0)
  }

  private static func elsewhere(_ index: Int) -> Tracker {
    let north = Double(index / 4 - 1) * 0.012 + 0.006
    let east = Double(index % 4) * 0.018 + 0.01
    return Tracker(
      identifier: "358765040002\(100 + index)", name: "The \(kinds[index])", kind: kinds[index],
      latitude: middle.latitude + north, longitude: middle.longitude + east,
      speed: index % 3 == 0 ? 0 : 40, course: index * 30)
  }

  /// A line of iStartek's protocol with the clock of now.
  private static func line(_ tracker: Tracker) -> String {
    let clock = DateFormatter()
    clock.locale = Locale(identifier: "en_US_POSIX")
    clock.timeZone = TimeZone(identifier: "UTC")
    clock.dateFormat = "yyMMddHHmmss"
    let place = String(format: "%.6f,%.6f", tracker.latitude, tracker.longitude)
    let moment = clock.string(from: Date())
    var content = ",\(tracker.identifier),000,0,,\(moment),A,\(place),11,0.9,"
    content += "\(tracker.speed),\(tracker.course),34,48213,"
    content += "262|2|4E2F|01A2B3C,21,0000003D,02,00,04E7|019D"
    var frame = Array("&&A\(content.utf8.count)\(content)".utf8)
    let sum = frame.reduce(UInt8(0)) { $0 &+ $1 }
    frame += Array(String(format: "%02X\r\n", sum).utf8)
    return frame.map { String(format: "%02x", $0) }.joined()
  }

  private static func server(in folder: TemporaryFolder) async throws -> TestServer {
    let server = try TestServer(data: folder.path("data"))
    for tracker in fleet {
      let kind = tracker.kind.map { #", "category": "\#($0)""# } ?? ""
      let made = try await server.ask(
        "POST", "/api/devices",
        json: #"{"name": "\#(tracker.name)", "uniqueId": "\#(tracker.identifier)"\#(kind)}"#)
      #expect(made.status == 200)
    }
    let file = folder.path("lines")
    try fleet.map(line).joined(separator: "\n")
      .write(toFile: file, atomically: true, encoding: .utf8)
    let replay = try Program.run([
      "replay", file, "--to", "127.0.0.1:\(server.trackerPort)", "--rate", "0", "--quiet",
    ])
    #expect(replay.status == 0, "\(replay.output)")
    return server
  }

  private static func look(
    _ server: TestServer, _ name: String, _ steps: String, _ options: [String] = []
  ) throws {
    let ready = #"{"wait": ".device-row"}, {"wait": ".fleet-canvas"}"#
    let run = try Browser.run(
      server.web + "/", steps: "[\(Browser.login), \(ready), \(steps)]",
      ["--reduced-motion"] + options)
    #expect(run.status == 0, "\(name): \(run.output) \(run.complaints)")
  }

  /// Everything has come.
  private static let picture = """
    {"waitFor": "document.querySelector('.link').dataset.state === 'live'"}, {"pause": 1}
    """

  @Test(.enabled(if: Browser.isAvailable, "there is no Chromium on this machine"))
  func theFleetIsSeen() async throws {
    let folder = try TemporaryFolder()
    let server = try await Self.server(in: folder)
    let choices = """
      {"click": ".map-layers-button"}, {"wait": ".layers-parts"},
      {"waitText": "Group devices that are close"}, {"screenshot": "map-layers-desktop.png"},
      {"click": "[name=layer-clusters]"},
      {"evaluate": "JSON.parse(localStorage.getItem('whereabouts.map')).clusters", "equals": false},
      {"press": "Escape"}, {"waitGone": ".layers-parts"},
      {"evaluate": "document.activeElement.className.includes('map-layers-button')",
       "equals": true},
      {"screenshot": "map-single-desktop.png"},
      {"evaluate": "location.reload()"}, {"waitGone": ".fleet-canvas"},
      {"wait": ".fleet-canvas"},
      {"click": ".map-layers-button"},
      {"evaluate": "document.querySelector('[name=layer-clusters]').checked", "equals": false},
      {"evaluate": "document.querySelector('[name=layer-names]').checked", "equals": true}
      """
    try Self.look(
      server, "desktop",
      Self.picture + #", {"screenshot": "map-desktop-light.png"}, "# + choices)
    try Self.look(
      server, "dark", Self.picture + #", {"screenshot": "map-desktop-dark.png"}"#,
      ["--scheme", "dark"])
    let phone = """
      \(Self.picture), {"screenshot": "map-phone.png"},
      {"click": ".map-layers-button"}, {"wait": ".layers-parts"},
      {"evaluate": "document.documentElement.scrollWidth <= innerWidth", "equals": true},
      {"screenshot": "map-layers-phone.png"}
      """
    try Self.look(server, "phone", phone, ["--size", "390x844", "--phone"])
    #expect(server.stop().status == 0)
  }

  /// Whether the row that has the focus can be seen.
  private static let focusInView =
    "(() => { const row = document.activeElement.getBoundingClientRect();"
    + " const list = document.querySelector('.list-scroll').getBoundingClientRect();"
    + " return row.top >= list.top && row.bottom <= list.bottom + 1; })()"

  private static let chooseOwnImages =
    "(() => { const choice = document.querySelector('[name=layer-tiles]');"
    + " choice.value = 'own'; choice.dispatchEvent(new Event('change')); })()"

  private static let focus = "document.activeElement.getAttribute"
  private static let rows = "document.querySelectorAll('.device-row').length"

  /// Only the rows in view exist, and the keyboard reaches all the others.
  private static let keyboard = """
    {"click": ".search-input"}, {"press": "ArrowDown"},
    {"evaluate": "\(focus)('aria-posinset')", "equals": "1"},
    {"evaluate": "\(focus)('aria-setsize')", "equals": "\(fleet.count)"},
    {"evaluate": "\(rows) < 30", "equals": true}, {"press": "End"},
    {"evaluate": "\(focus)('aria-posinset')", "equals": "\(fleet.count)"},
    {"evaluate": "document.activeElement.innerText.includes('Yard 24')", "equals": true},
    {"evaluate": "\(rows) < 30", "equals": true},
    {"evaluate": "\(focusInView)", "equals": true}, {"press": "ArrowUp"}, {"press": "Enter"},
    {"waitFor": "document.querySelector('.panel-name').innerText === 'Yard 23'"},
    {"screenshot": "map-list-keyboard.png"}
    """

  private static let label = "document.activeElement.getAttribute('aria-label')"
  /// From one to the next, until the button stands on the group of the yard.
  private static let toTheYard =
    "(() => { for (let at = 0; at < 40 && !\(label).startsWith('Group of 25'); at += 1)"
    + " document.activeElement.dispatchEvent(new KeyboardEvent('keydown',"
    + " { key: 'ArrowRight', bubbles: true })); return \(label); })()"

  /// From the map into the group of the yard, and to one of its devices.
  private static let walk = """
    {"evaluate": "document.querySelector('.maplibregl-canvas').focus()"}, {"press": "Tab"},
    {"evaluate": "document.activeElement.className", "equals": "marker-key"},
    {"evaluate": "\(label).includes('1 of ')", "equals": true}, {"press": "ArrowLeft"},
    {"press": "Home"}, {"evaluate": "\(label).includes('1 of ')", "equals": true},
    {"evaluate": "\(toTheYard)"},
    {"evaluate": "\(label).startsWith('Group of 25 devices, 25 online')", "equals": true},
    {"screenshot": "map-keys.png"}, {"press": "Enter"},
    {"waitFor": "\(label).startsWith('Yard ')"}, {"press": "Enter"},
    {"waitFor": "location.hash.startsWith('#/devices/')"}, {"waitText": "Yard"}
    """

  /// From a page without the map to a device, whose marker must not lie below the sheet.
  private static func marked(_ bicycle: Int) -> String {
    """
    {"goto": "/#/explain"}, {"waitGone": ".map-region"}, {"goto": "/#/devices/\(bicycle)"},
    {"waitFor": "document.querySelector('.panel-name').innerText === 'The bicycle'"},
    {"pause": 1}, {"evaluate": "document.querySelector('.marker-key').focus()"},
    {"waitFor": "\(label).startsWith('The bicycle')"}, {"screenshot": "map-keys-phone.png"}
    """
  }

  @Test(.enabled(if: Browser.isAvailable, "there is no Chromium on this machine"))
  func theMapIsWalkedByKeyboard() async throws {
    let folder = try TemporaryFolder()
    let server = try await Self.server(in: folder)
    let devices = try JSONDecoder().decode(
      [Device].self, from: try await server.ask("GET", "/api/devices").body)
    let bicycle = try #require(devices.first { $0.name == "The bicycle" })
    try Self.look(server, "desktop", Self.picture + ", " + Self.walk)
    try Self.look(
      server, "phone", Self.picture + ", " + Self.marked(bicycle.id),
      ["--size", "390x844", "--phone"])
    #expect(server.stop().status == 0)
  }

  @Test(.enabled(if: Browser.isAvailable, "there is no Chromium on this machine"))
  func thingsAreFoundAndFollowed() async throws {
    let folder = try TemporaryFolder()
    let server = try await Self.server(in: folder)
    let devices = try JSONDecoder().decode(
      [Device].self, from: try await server.ask("GET", "/api/devices").body)
    let bicycle = try #require(devices.first { $0.name == "The bicycle" })
    // The first click opens the group of the yard, the second meets the one in its middle.
    let byPlace = """
      {"type": "52.5163, 13.3777", "into": ".search-input"}, {"waitText": "Go to 52.516300"},
      {"press": "Enter"}, {"wait": ".place-pinned"}, {"pause": 1},
      {"screenshot": "map-place.png"}, {"click": ".map-canvas"}, {"pause": 1},
      {"evaluate": "location.hash.startsWith('#/devices/')", "equals": false},
      {"screenshot": "map-yard.png"}, {"click": ".map-canvas"},
      {"waitFor": "location.hash.startsWith('#/devices/')"}, {"waitText": "Yard 12"},
      {"click": ".place-pinned button"}, {"waitGone": ".place-pinned"}
      """
    let byName = """
      {"type": "bicycle", "into": ".search-input"}, {"press": "Enter"},
      {"waitFor": "location.hash === '#/devices/\(bicycle.id)'"},
      {"waitFor": "document.querySelector('.panel-name').innerText === 'The bicycle'"},
      {"click": ".panel [aria-pressed]"}, {"waitText": "Following The bicycle"},
      {"screenshot": "map-follow.png"}, {"click": ".follow-chip"}, {"waitGone": ".follow-chip"}
      """
    let images = """
      {"click": ".map-layers-button"}, {"evaluate": "\(Self.chooseOwnImages)"},
      {"type": "http://tiles.example.org/{z}/{x}/{y}.png", "into": "[name=layer-own-tiles]"},
      {"press": "Enter"}, {"waitText": "begins with https://"},
      {"screenshot": "map-own-images.png"}
      """
    try Self.look(server, "search", [byPlace, byName, images].joined(separator: ", "))
    try Self.look(server, "keyboard", Self.keyboard)
    #expect(server.stop().status == 0)
  }
}

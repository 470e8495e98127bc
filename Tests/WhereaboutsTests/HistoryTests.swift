import Foundation
import TestKit
import Testing

/// Where a device was is seen on the page: on the map, over time, in a table, and as a file.
@Suite(.serialized) struct HistoryTests {
  /// Lines of iStartek's protocol of an invented van: it drives, stands ten minutes, is silent for
  /// a while and goes on elsewhere.
  private static func journey(_ identifier: String, latitude: Double) -> [String] {
    var points: [Point] = []
    for index in 0..<60 {
      points.append(
        Point(second: index * 20, metres: Double(index) * 250, speed: 45 + index % 30))
    }
    for index in 0..<20 {
      points.append(Point(second: 1_200 + index * 30, metres: 15_000, speed: 0))
    }
    for index in 0..<20 {
      points.append(
        Point(second: 3_600 + index * 20, metres: 24_000 + Double(index) * 300, speed: 80))
    }
    return points.map { line(identifier, latitude, $0) }
  }

  private struct Point {
    let second: Int
    let metres: Double
    let speed: Int
  }

  private static func line(_ identifier: String, _ latitude: Double, _ point: Point) -> String {
    let (minutes, second) = point.second.quotientAndRemainder(dividingBy: 60)
    let clock = String(format: "260102%02d%02d%02d", 10 + minutes / 60, minutes % 60, second)
    let place = String(format: "%.6f,%.6f", latitude, 13.377 + point.metres / 67_700)
    let volts = String(format: "%04X", 1_255 - minutes)
    var content = ",\(identifier),000,0,,\(clock),A,\(place),11,0.9,\(point.speed),90,34,48213,"
    content += "262|2|4E2F|01A2B3C,21,0000003D,02,00,\(volts)|019D"
    var frame = Array("&&A\(content.utf8.count)\(content)".utf8)
    let sum = frame.reduce(UInt8(0)) { $0 &+ $1 }
    frame += Array(String(format: "%02X\r\n", sum).utf8)
    return frame.map { String(format: "%02x", $0) }.joined()
  }

  private static func send(_ lines: [String], to server: TestServer) throws {
    let file = server.data + "/lines"
    try lines.joined(separator: "\n").write(toFile: file, atomically: true, encoding: .utf8)
    let replay = try Program.run([
      "replay", file, "--to", "127.0.0.1:\(server.trackerPort)", "--rate", "0", "--quiet",
    ])
    #expect(replay.status == 0, "\(replay.output)")
  }

  private static func look(
    _ server: TestServer, _ name: String, _ steps: String, _ options: [String] = []
  ) throws {
    let run = try Browser.run(
      server.web + "/", steps: "[\(Browser.login), {\"wait\": \".device-row\"}, \(steps)]", options)
    #expect(run.status == 0, "\(name): \(run.output) \(run.complaints)")
  }

  private static let time = "document.querySelector('.playback-time').innerText"
  /// Points at the middle of the chart, as a mouse does.
  private static let hover = """
    (() => { const box = document.querySelector('.chart-box').getBoundingClientRect();
      document.querySelector('.chart-box').dispatchEvent(new PointerEvent('pointermove',
        { clientX: box.left + box.width / 2, clientY: box.top + 40, bubbles: true })); })()
    """
  /// Whether all markers are on the map.
  private static let areInView =
    "[...document.querySelectorAll('.now-marker')].every((each) => {"
    + " const { x, y } = each.getBoundingClientRect();"
    + " const map = document.querySelector('.map-region').getBoundingClientRect();"
    + " return x > map.left && x < map.right && y > map.top && y < map.bottom; })"
  private static let marker = "document.querySelector('.now-marker').style.transform"

  /// From the device's panel to its last day; playback, chart, table, file.
  private static let desktop = """
    {"click": ".device-row"}, {"wait": ".panel-history"}, {"click": ".panel-history"},
    {"waitText": "Nothing was recorded in this time."}, {"screenshot": "history-empty.png"},
    {"click": ".history-said a"}, {"wait": ".history-dock", "timeout": 30},
    {"waitText": "1 stop", "timeout": 30}, {"wait": ".now-shape"},
    {"evaluate": "window.before = \(time)"}, {"press": " "},
    {"waitFor": "\(time) !== before"}, {"press": " "},
    {"waitFor": "document.querySelector('.is-play').ariaLabel === 'Play'"},
    {"evaluate": "window.before = \(time)"}, {"press": "ArrowRight"},
    {"waitFor": "\(time) !== before"},
    {"evaluate": "[window.before, window.place] = [\(time), \(marker)]"},
    {"evaluate": "\(hover.replacing("\n", with: " "))"},
    {"waitFor": "\(time) !== before && \(marker) !== place"},
    {"screenshot": "history-desktop-light.png"},
    {"evaluate": "document.querySelector('.chart-field').options.length > 4", "equals": true},
    {"evaluate": "document.querySelector('.chart-canvas').ariaLabel.includes('km/h')",
     "equals": true},
    {"click": "#tab-table"}, {"wait": "[data-row='3']"}, {"click": "[data-row='3']"},
    {"wait": "[data-row='3'][aria-selected=true]"}, {"waitText": "Supply voltage"},
    {"press": "ArrowDown"}, {"wait": "[data-row='4'][aria-selected=true]"},
    {"press": "ArrowRight"}, {"wait": "[data-row='5'][aria-selected=true]"},
    {"evaluate": "document.querySelectorAll('.table-body .table-row').length < 60",
     "equals": true},
    {"screenshot": "history-table.png"},
    {"evaluate": "fetch(document.querySelector('.history-files a').href)\
    .then((answer) => answer.text()).then((text) => text.trim().split('\\\\n').length)",
     "equals": 101}
    """

  @Test(.enabled(if: Browser.isAvailable, "there is no Chromium on this machine"))
  func theWayOfADevice() async throws {
    let folder = try TemporaryFolder()
    let server = try TestServer(data: folder.path("data"), ["--fleet-adopt", "yes"])
    try Self.send(Self.journey("358765040000017", latitude: 52.516), to: server)
    try Self.look(server, "desktop", Self.desktop)

    // A second device beside it, by link; both in one chart.
    try Self.send(Self.journey("358765040000025", latitude: 52.4), to: server)
    let both = """
      {"goto": "/#/history/1,2/2026-01-01/2026-01-03"},
      {"waitFor": "document.querySelectorAll('.now-marker').length === 2", "timeout": 30},
      {"waitFor": "document.querySelectorAll('.history-files').length === 2"},
      """
    try Self.look(
      server, "dark", both + #"{"pause": 1}, {"screenshot": "history-desktop-dark.png"}"#,
      ["--scheme", "dark"])
    // From the panel of a device, which must not push the ways out of view.
    let phone = """
      {"goto": "/#/devices/1"}, {"wait": ".panel .fact"}, {"pause": 1}, \(both)
      {"waitFor": "\(Self.areInView)"}, {"evaluate": "document.documentElement.scrollWidth <= innerWidth", "equals": true},
      {"pause": 1}, {"screenshot": "history-phone-light.png"}, {"scheme": "dark"},
      {"click": ".is-play"}, {"waitFor": "document.querySelector('.is-play').ariaLabel === 'Pause'"},
      {"click": ".is-play"}, {"click": "#tab-table"}, {"wait": ".table-body .table-row"},
      {"waitFor": "\(Self.areInView)"},
      {"screenshot": "history-phone-dark.png"}
      """
    try Self.look(server, "phone", phone, ["--size", "390x844", "--phone"])
    #expect(server.stop().status == 0)
  }
}

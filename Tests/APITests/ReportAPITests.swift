import Fleet
import Telemetry
import TestKit
import Testing

@Suite struct ReportAPITests {
  private let range = "from=2020-01-01T00:00:00.000000Z&to=2040-01-01T00:00:00Z"

  /// As Home Assistant asks, every half minute.
  @Test func eventsOfDevicesAndGroups() throws {
    let fixture = try APIFixture()
    let ada = try fixture.user("ada")
    let van = try fixture.device("van", for: ada)
    let bus = try fixture.device("bus", for: ada)
    let start = fixture.clock.now
    for (index, event) in [
      (bus, "alarm", "sos,powerCut"), (van, "alarm", "tow"), (van, "commandResult", ""),
    ].enumerated() {
      _ = try fixture.fleet.add(
        Event(
          type: event.1, time: start.advanced(byMilliseconds: Int64(index) * 1_000),
          deviceId: event.0.id, attributes: event.2.isEmpty ? [:] : ["alarm": .text(event.2)]))
    }
    func types(_ query: String) throws -> [String] {
      let events: [StrictEvent] = try fixture.ask("GET", "/api/reports/events?" + query, as: ada)
        .decoded()
      return events.map { "\($0.deviceId == van.id ? "van" : "bus") \($0.type)" }
    }
    let both = "\(range)&deviceId=\(van.id)&deviceId=\(bus.id)&deviceId=\(van.id)"
    #expect(try types(both) == ["bus alarm", "van alarm", "van commandResult"])
    #expect(try types(both + "&type=allEvents").count == 3)
    #expect(try types(both + "&type=commandResult&type=media") == ["van commandResult"])
    #expect(try types(both + "&type=alarm&alarm=powerCut&alarm=fault") == ["bus alarm"])
    #expect(try types("\(range)&deviceId=\(bus.id)") == ["bus alarm"])
    #expect(try types("from=2020-01-01T00:00:00Z&to=\(start.iso8601Z)&deviceId=\(van.id)") == [])
    #expect(try types(range) == [])
    let answer = try fixture.ask("GET", "/api/reports/events?deviceId=\(van.id)", as: ada)
    #expect(answer.status == 400)
  }

  @Test func routesOfSeveralDevices() throws {
    let fixture = try APIFixture()
    let ada = try fixture.user("ada") { $0.readonly = true }
    let van = try fixture.device("van", for: ada)
    let bus = try fixture.device("bus", for: ada)
    for (device, latitude) in [(van, 1.0), (bus, 2), (van, 3)] {
      try fixture.report(device.identity, latitude: latitude)
      fixture.clock.advance(seconds: 1)
    }
    func latitudes(_ query: String) throws -> [Double] {
      let found: [StrictPosition] = try fixture.ask(
        "GET", "/api/reports/route?\(range)\(query)", as: ada
      ).decoded()
      return found.map(\.latitude)
    }
    #expect(try latitudes("&deviceId=\(van.id)") == [1, 3])
    #expect(try latitudes("&deviceId=\(van.id)&deviceId=\(bus.id)") == [1, 3, 2])
    // More than fit into one answer of several devices; one device alone may have them.
    try fixture.fill(bus.identity, 5_001)
    let many = "/api/reports/route?\(range)&deviceId=\(bus.id)"
    #expect(try fixture.ask("GET", many + "&deviceId=\(van.id)", as: ada).status == 400)
    #expect(try latitudes("&deviceId=\(bus.id)").count == 5_002)
  }

  /// What nobody computes is not answered with an empty list.
  @Test func whatIsNotThereSaysSo() throws {
    let fixture = try APIFixture()
    let ada = try fixture.user("ada")
    let sheet = [
      "Accept": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    ]
    for (path, headers) in [
      ("trips", [:]), ("summary/xlsx", [:]), ("devices/mail", [:]), ("route", sheet),
      ("events?mail=true", [:]),
    ] {
      let answer = try fixture.ask("GET", "/api/reports/\(path)", as: ada, headers: headers)
      #expect(answer.status == 501 && answer.text.contains("yet"), "\(path): \(answer.text)")
    }
    var server = fixture.fleet.server
    server.disableReports = true
    try fixture.fleet.updateServer(server, by: .machine)
    #expect(try fixture.ask("GET", "/api/reports/events?\(range)", as: ada).status == 403)
  }
}

extension Timestamp {
  /// With a letter for the zone, which needs no escape in an address. A moment earlier, too.
  fileprivate var iso8601Z: String {
    String(advanced(byMilliseconds: -1).iso8601.prefix { $0 != "+" }) + "Z"
  }
}

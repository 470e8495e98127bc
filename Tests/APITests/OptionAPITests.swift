import Fleet
import Foundation
import Telemetry
import TestKit
import Testing
import TrackerProtocols

@testable import API

@Suite struct OptionAPITests {
  private struct Option: Decodable {
    let key: String
    let kind: String
    let meaning: String
    let words: [String]?
  }
  private struct Options: Decodable {
    let `protocol`: String?
    let options: [Option]
  }

  @Test func theDevicesProtocolSaysWhatCanBeEntered() throws {
    let fixture = try APIFixture()
    let ada = try fixture.user("ada")
    let van = try fixture.device("van", for: ada)
    let path = "/api/devices/\(van.id)/options"
    // Nothing is known of it yet, but any clock can be wrong.
    var found: Options = try fixture.ask("GET", path, as: ada).decoded()
    #expect(found.protocol == nil)
    #expect(found.options.map(\.key) == ["decoder.timezone"])
    let model = "{\"model\": \"TKSTAR TK905\"}"
    _ = try fixture.ask("PUT", "/api/devices/\(van.id)", as: ada, body: model)
    found = try fixture.ask("GET", path, as: ada).decoded()
    #expect(found.protocol != nil)
    let stranger = try fixture.user("bob")
    #expect(try fixture.ask("GET", path, as: stranger).status == 404)
  }

  @Test func aProtocolIsDescribed() throws {
    let fixture = try APIFixture()
    let ada = try fixture.user("ada")
    let answer = try fixture.ask("GET", "/api/protocols/jt808", as: ada)
    let options = try answer.decoded(Options.self).options
    #expect(options.first { $0.key == "jt808.version" }?.words == ["2011", "2013", "2019"])
    #expect(options.allSatisfy { !$0.meaning.isEmpty })
    #expect(try fixture.ask("GET", "/api/protocols/none", as: ada).status == 404)
  }

  @Test(arguments: [
    ("{\"decoder.timezone\": \"Europe/Nowhere\"}", "decoder.timezone"),
    ("{\"decoder.timezone\": 7}", "decoder.timezone"),
    ("{\"decoder.timezone\": \"../../etc/passwd\"}", "decoder.timezone"),
    ("{\"jt808.version\": \"2020\"}", "jt808.version"),
    ("{\"gt06.alternative\": \"yes\"}", "gt06.alternative"),
    ("{\"watch.maker\": \"S*\"}", "watch.maker"),
  ])
  func whatMeansNothingIsRefused(_ row: (attributes: String, key: String)) throws {
    let fixture = try APIFixture()
    let ada = try fixture.user("ada")
    let van = try fixture.device("van", for: ada)
    let body = "{\"attributes\": \(row.attributes)}"
    let changed = try fixture.ask("PUT", "/api/devices/\(van.id)", as: ada, body: body)
    #expect(changed.status == 400)
    #expect(changed.text.contains("attributes.\(row.key) must be"))
    let new = "{\"name\": \"n\", \"uniqueId\": \"n\", \"attributes\": \(row.attributes)}"
    #expect(try fixture.ask("POST", "/api/devices", as: ada, body: new).status == 400)
  }

  @Test func whatIsRightOrFreeIsTaken() throws {
    let fixture = try APIFixture()
    let ada = try fixture.user("ada")
    let van = try fixture.device("van", for: ada)
    let body = """
      {"attributes": {"decoder.timezone": "Europe/Berlin", "jt808.version": "2019",
        "gt06.alternative": true, "watch.maker": "SG", "free": "anything | at all"}}
      """
    #expect(
      try fixture.ask("PUT", "/api/devices/\(van.id)", as: ada, body: body).status == 200)
  }

  /// A mistake that stands already is in nobody's way.
  @Test func onlyWhatIsNewIsChecked() throws {
    let fixture = try APIFixture()
    let ada = try fixture.user("ada")
    var van = try fixture.device("van", for: ada)
    van.attributes = ["jt808.version": .text("1999")]
    _ = try fixture.fleet.updateDevice(van, by: .machine)
    let body = "{\"name\": \"bus\", \"attributes\": {\"jt808.version\": \"1999\", \"a\": 1}}"
    #expect(
      try fixture.ask("PUT", "/api/devices/\(van.id)", as: ada, body: body).status == 200)
  }
}

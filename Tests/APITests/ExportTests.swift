import Fleet
import Foundation
import FoundationXML
import Telemetry
import TestKit
import Testing

@testable import API

@Suite struct ExportTests {
  private let hostile = "=\"><script>alert('x')</script>&Ä\r\n.pdf"

  /// A device with a hostile name, two places and a record without one.
  private func filled(_ fixture: APIFixture) throws -> (ada: User, query: String) {
    let ada = try fixture.user("ada")
    var wanted = Device(name: hostile, uniqueId: "id-1")
    wanted.name = hostile
    let device = try fixture.fleet.createDevice(wanted, by: .user(ada.id))
    let from = fixture.clock.now
    for latitude in [12.25, nil, -0.00001] as [Double?] {
      try fixture.report(device.identity, latitude: latitude)
      fixture.clock.advance(seconds: 60)
    }
    let query = "?deviceId=\(device.id)&from=\(from.iso8601)&to=\(fixture.clock.now.iso8601)"
    return (ada, query.replacing("+", with: "%2B"))
  }

  /// Reads XML strictly and collects the attributes of elements and all text.
  private final class Reader: NSObject, XMLParserDelegate {
    var elements: [String: [[String: String]]] = [:]
    var text = ""
    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
      qualifiedName: String?, attributes: [String: String] = [:]
    ) { elements[name, default: []].append(attributes) }
    func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

    static func read(_ bytes: [UInt8]) -> Reader? {
      let reader = Reader()
      let parser = XMLParser(data: Data(bytes))
      parser.delegate = reader
      return parser.parse() ? reader : nil
    }
  }

  @Test func csvHasALineForEachPosition() throws {
    let fixture = try APIFixture()
    let (ada, query) = try filled(fixture)
    let answer = try fixture.ask("GET", "/api/positions/csv" + query, as: ada)
    #expect(answer.status == 200)
    #expect(answer.headers["content-type"] == "text/csv; charset=utf-8; header=present")
    let lines = answer.text.components(separatedBy: "\r\n")
    #expect(lines.count == 5 && lines[4].isEmpty)
    let names = lines[0].split(separator: ",")
    // Nothing before the attributes has a comma in it.
    let first = lines[1].split(
      separator: ",", maxSplits: names.count - 1, omittingEmptySubsequences: false)
    #expect(first.count == names.count)
    let latitude = try #require(names.firstIndex(of: "latitude"))
    #expect(first[latitude] == "12.25")
    #expect(lines[3].contains(",-0.00001,"))
    #expect(lines[2].contains(",true,"))
    // What the device said is one quoted value.
    let quoted = try #require(first.last)
    #expect(quoted.hasPrefix("\"{") && quoted.hasSuffix("}\""))
    let json = quoted.dropFirst().dropLast().replacing("\"\"", with: "\"")
    let said = try JSONDecoder().decode(StrictPosition.Attributes.self, from: Data(json.utf8))
    #expect(said.versionFw == "A\"<b>\u{1F698}")
  }

  @Test func gpxAndKmlAreXMLWithTheRealPlaces() throws {
    let fixture = try APIFixture()
    let (ada, query) = try filled(fixture)
    let gpx = try fixture.ask("GET", "/api/positions/gpx" + query, as: ada)
    #expect(gpx.headers["content-type"] == "application/gpx+xml")
    let track = try #require(Reader.read(gpx.body))
    #expect(track.elements["trkpt"]?.map { $0["lat"] } == ["12.25", "-0.00001"])
    #expect(track.elements["script"] == nil)
    #expect(track.text.contains("<script>alert('x')"))
    let kml = try fixture.ask("GET", "/api/positions/kml" + query, as: ada)
    #expect(kml.headers["content-type"] == "application/vnd.google-earth.kml+xml")
    let line = try #require(Reader.read(kml.body))
    #expect(line.elements["coordinates"]?.count == 1)
    #expect(line.text.contains("21.5,12.25,120\n21.5,-0.00001,120\n"))
  }

  @Test func kmzIsAnArchiveWithTheSame() throws {
    let fixture = try APIFixture()
    let (ada, query) = try filled(fixture)
    let kml = try fixture.ask("GET", "/api/positions/kml" + query, as: ada)
    let kmz = try fixture.ask("GET", "/api/positions/kmz" + query, as: ada)
    #expect(kmz.headers["content-type"] == "application/vnd.google-earth.kmz")
    #expect(kmz.body == StoredZip.archive("doc.kml", kml.body))
    // The check value of this checksum.
    #expect(StoredZip.checksum(Array("123456789".utf8)) == 0xCBF4_3926)
    let start = 30 + "doc.kml".utf8.count
    #expect(Array(kmz.body[start..<start + kml.body.count]) == kml.body)
  }

  @Test(arguments: ["csv", "gpx", "kml", "kmz"])
  func filesHaveNamesAndOwners(kind: String) throws {
    let fixture = try APIFixture()
    let (ada, query) = try filled(fixture)
    let path = "/api/positions/" + kind
    let answer = try fixture.ask("GET", path + query, as: ada)
    let name = try #require(answer.headers["content-disposition"])
    #expect(name.hasPrefix("attachment; filename=\"") && name.hasSuffix("." + kind))
    #expect(name.allSatisfy { $0.isASCII && !"<>&\r\n".contains($0) })
    #expect(name.count(where: { $0 == "\"" }) == 2)
    #expect(name.contains("%C3%84"))
    let eve = try fixture.user("eve")
    #expect(try fixture.ask("GET", path + query, as: eve).status == 404)
    for wrong in ["", "?deviceId=1", "?deviceId=x&from=2026-01-01&to=2026-02-01"] {
      let refused = try fixture.ask("GET", path + wrong, as: ada)
      #expect(refused.status == 400)
      let problem = try JSONDecoder().decode(StrictProblem.self, from: Data(refused.body))
      #expect(!problem.detail.isEmpty)
    }
    // A time in which there is nothing is a file with nothing in it.
    let empty = query.replacing("from=2026", with: "from=2025").replacing(
      "to=2026", with: "to=2025")
    let nothing = try fixture.ask("GET", path + empty, as: ada)
    #expect(nothing.status == 200 && !nothing.body.isEmpty)
  }

  @Test(
    arguments: [
      (0, "0"), (-0.0, "0"), (1, "1"), (-1.5, "-1.5"), (0.0000001, "0.0000001"),
      (0.00000004, "0"), (179.9999999, "179.9999999"), (-0.5, "-0.5"), (.nan, "0"),
      (.infinity, "0"), (1e300, "100000000000"), (12.30, "12.3"), (100, "100"),
    ] as [(Double, String)])
  func numbersHaveNoExponent(value: Double, text: String) {
    var bytes: [UInt8] = []
    DecimalText.append(value, to: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == text)
  }
}

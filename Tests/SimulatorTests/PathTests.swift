import Simulator
import Telemetry
import Testing
import TrackerProtocols
import XML

/// A device follows the path of a GPX file.
@Suite struct PathTests {
  private static let document = """
    <?xml version="1.0"?>
    <gpx version="1.1" xmlns="http://www.topografix.com/GPX/1/1"><wpt lat="1" lon="1"/>
    <trk><name>Out &amp; back</name><trkseg>
    <trkpt lat="-33.4372" lon="-70.6505"><ele>567</ele><time>2026-01-02T03:04:05Z</time></trkpt>
    <trkpt lat="-33.4382" lon="-70.6505"><time>2026-01-02T03:04:15Z</time></trkpt>
    <trkpt lat="-33.4382" lon="-70.6515"><time> 2026-01-02T03:04:25Z </time></trkpt>
    </trkseg></trk></gpx>
    """

  @Test func tracksAreRead() throws {
    let points = try GPXPath.read(Array(Self.document.utf8))
    #expect(points.count == 3)
    #expect(points.first?.latitude == -33.4372 && points.last?.longitude == -70.6515)
    #expect(points.last?.time?.iso8601 == Timestamp(iso8601: "2026-01-02T03:04:25Z")?.iso8601)
  }

  @Test func whatIsNoDocumentIsRefused() {
    #expect(throws: XMLReader.Malformed.self) { try GPXPath.read(Array("<gpx><trk>".utf8)) }
    #expect(throws: XMLReader.Malformed.self) { try GPXPath.read([0, 1, 2]) }
    #expect((try? GPXPath.read(Array("<gpx/>".utf8))) == [])
  }

  /// Nine levels of ten entities each would be a text of a thousand million.
  @Test func entitiesThatBlowUpAreRefused() {
    var document = "<!DOCTYPE g [<!ENTITY a0 \"aaaaaaaaaaaaaaaaaaaa\">"
    for level in 1...9 {
      let inner = String(repeating: "&a\(level - 1);", count: 10)
      document += "<!ENTITY a\(level) \"\(inner)\">"
    }
    document += "]><g>&a9;</g>"
    #expect(throws: XMLReader.Malformed.self) { try XMLReader.read(Array(document.utf8)) { _ in } }
  }

  @Test(arguments: SimulatedFleet.protocols)
  func thePathIsFollowed(_ name: String) throws {
    let script = try #require(try SimulatedFleet.scripts([name], .tcp).first)
    #expect(script.goesAnywhere)
    var plan = DevicePlan()
    plan.path = try GPXPath.read(Array(Self.document.utf8))
    plan.interval = 5
    plan.alarmEvery = 2
    plan.surroundingsEvery = 0
    plan.offline = 60
    plan.offlineAfter = 30
    let start = SimulatedDeviceTests.start
    var play = Play(
      SimulatedDevice(script, plan, number: 1, seed: 1, start: start), script, start: start)
    play.run(seconds: 400)
    let places = play.server.positions.compactMap(\.location)
    #expect(places.count >= 15)
    for position in play.server.positions {
      guard let place = position.location, place.isValid else { continue }
      // On one of the two legs.
      let onFirst =
        abs(place.longitude + 70.6505) < 1e-4 && (-33.4383...(-33.4371)).contains(place.latitude)
      let onSecond =
        abs(place.latitude + 33.4382) < 1e-4 && (-70.6516...(-70.6504)).contains(place.longitude)
      #expect(onFirst || onSecond, "\(ExampleText.lines(position))")
    }
    let speeds = play.device.truth.map(\.speed)
    #expect(speeds.contains { abs($0 * 1.852 - 40) < 1 }, "111 m in ten seconds are 40 km/h")
  }
}

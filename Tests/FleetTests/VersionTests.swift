import Fleet
import Telemetry
import Testing

/// Versions that devices report, in the order of their own clocks.
@Suite struct VersionTests {
  /// A device, and what it reported: version and hours since the beginning.
  private struct Reporter {
    let fixture: FleetFixture
    let identity: DeviceIdentity
    let device: Int64
    var watermark: Int64 = 0

    init() throws {
      fixture = try FleetFixture()
      identity = try fixture.arrival("70001")
      device = try fixture.fleet.adopt(identity, by: .machine).id
    }

    static func time(_ hours: Int64) -> Timestamp {
      Timestamp(milliseconds: 1_780_000_000_000 + hours * 3_600_000)
    }

    mutating func report(
      _ sightings: [(String, Int64)], kind: VersionSighting.Kind = .firmware
    ) throws {
      watermark += 1
      var contact = fixture.contact(identity)
      contact.versions = sightings.map { VersionSighting(kind, $0.0, at: Self.time($0.1)) }
      try fixture.fleet.recordContacts([contact], watermark: watermark)
    }

    /// `value@first-last` of each, the same from memory and from the file.
    func history() throws -> [String] {
      let inMemory = try fixture.fleet.versions(ofDevice: device, for: .machine)
      let inFile = try fixture.another().versions(ofDevice: device, for: .machine)
      #expect(inMemory == inFile)
      return inMemory.map { version in
        let hours = [version.firstSeen, version.lastSeen].map {
          ($0.milliseconds - Self.time(0).milliseconds) / 3_600_000
        }
        return "\(version.value)@\(hours[0])-\(hours[1])"
      }
    }
  }

  @Test func aChangeIsRecorded() throws {
    var reporter = try Reporter()
    try reporter.report([("1.0", 0), ("1.0", 5), ("1.1", 9)])
    try reporter.report([("1.1", 12)])
    #expect(try reporter.history() == ["1.0@0-5", "1.1@9-12"])
    let device = try reporter.fixture.fleet.device(reporter.device, for: .machine)
    #expect(device.versions == [.firmware: "1.1"])
  }

  @Test func lateDataMakesNoChange() throws {
    var reporter = try Reporter()
    try reporter.report([("1.0", 0), ("1.1", 20)])
    try reporter.report([("1.0", 10)])
    try reporter.report([("1.1", 15)])
    try reporter.report([("1.0", 0), ("1.1", 20)])
    #expect(try reporter.history() == ["1.0@0-10", "1.1@15-20"])
    #expect(
      try reporter.fixture.fleet.device(reporter.device, for: .machine).versions
        == [.firmware: "1.1"])
  }

  @Test(arguments: 0..<24)
  func anyOrderGivesTheSame(_ turn: Int) throws {
    var left: [(String, Int64)] = [("a", 0), ("a", 4), ("b", 8), ("b", 12)]
    var order: [(String, Int64)] = []
    var rest = turn
    for count in stride(from: 4, to: 0, by: -1) {
      order.append(left.remove(at: rest % count))
      rest /= count
    }
    var reporter = try Reporter()
    for sighting in order { try reporter.report([sighting]) }
    let history = try reporter.history()
    #expect(history.map { $0.prefix { $0 != "-" } } == ["a@0", "b@8"], "\(history)")
  }

  @Test func aVersionInBetweenWasInBetween() throws {
    var reporter = try Reporter()
    try reporter.report([("a", 0), ("a", 10)])
    try reporter.report([("b", 5)])
    #expect(try reporter.history() == ["a@0-0", "b@5-5", "a@10-10"])
  }

  @Test func aBatchThatIsGivenTwiceCountsOnce() throws {
    var reporter = try Reporter()
    try reporter.report([("a", 0)])
    reporter.watermark -= 1
    try reporter.report([("b", 5)])
    #expect(try reporter.history() == ["a@0-0"])
  }

  @Test func kindsAreKeptApart() throws {
    var reporter = try Reporter()
    try reporter.report([("a", 0)])
    try reporter.report([("h1", 1)], kind: .hardware)
    try reporter.report([("b", 2)])
    #expect(try reporter.history() == ["a@0-0", "b@2-2", "h1@1-1"])
  }

  @Test func thereIsABound() throws {
    var reporter = try Reporter()
    for hour in 0..<100 as Range<Int64> { try reporter.report([("v\(hour)", hour)]) }
    let history = try reporter.history()
    #expect(history.count == 32)
    #expect(history.last == "v99@99-99")
    try reporter.report([("old", -5)])
    #expect(try reporter.history() == history)
  }

  @Test func othersDoNotSeeThemAndErasureForgetsThem() throws {
    var reporter = try Reporter()
    let fleet = reporter.fixture.fleet
    try reporter.report([("a", 0)])
    let eve = try reporter.fixture.user("eve@example.org")
    #expect(throws: FleetError.self) {
      try fleet.versions(ofDevice: reporter.device, for: .user(eve.id))
    }
    try fleet.deleteDevice(reporter.device, by: .machine)
    #expect(fleet.arrival(reporter.identity)?.versions.map(\.value) == ["a"])
    try fleet.deleteArrival(reporter.identity, by: .machine)
    let again = try fleet.createDevice(Device(name: "x", uniqueId: "70001"), by: .machine)
    #expect(try fleet.versions(ofDevice: again.id, for: .machine).isEmpty)
    // What was on its way for an identity that is gone is nobody's.
    try reporter.report([("b", 1)])
    #expect(try reporter.fixture.another().versions(ofDevice: again.id, for: .machine).isEmpty)
  }
}

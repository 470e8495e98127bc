import Simulator
import Telemetry
import Testing
import TrackerProtocols

/// A simulated frame is what a device would send: its own decoder reads the new values.
@Suite struct FrameTemplateTests {
  private static let time = Timestamp(milliseconds: 1_780_000_000_000)

  @Test(arguments: FloodDevice.protocols)
  func aDeviceSaysWhatItWasTold(_ name: String) throws {
    let type = try #require(Catalogue.named(name))
    var device = try #require(FloodDevice(name, number: 4_711))
    var session = type.init()
    var identifier: String?
    for frame in [device.login, device.position(at: Self.time)].compactMap(\.self) {
      let reports = try Self.decode(frame, &session)
      identifier = reports.identifier ?? identifier
      #expect(!reports.checksumFailed)
      #expect(reports.replyCount == 1, "a load counts answers, so each message must want one")
      if let position = reports.positions.first { #expect(position.fixTime == Self.time) }
    }
    #expect(identifier == device.identifier)
    let last = try Self.decode(device.position(at: Self.time), &session)
    #expect(last.positions.first?.location != nil)
  }

  @Test func fieldsThatAreNotThereChangeNothing() throws {
    let type = try #require(Catalogue.named("startek"))
    var template = try #require(FrameTemplate(type, example: "Confirmation wanted"))
    let before = template.bytes
    template.set("no such field", digits: 1)
    template.set("time", bytes: [1, 2, 3])
    template.seal()
    #expect(template.bytes == before)
    #expect(template.has("time") && !template.has("no such field"))
    #expect(FrameTemplate(type, example: "no such example") == nil)
  }

  @Test func aDriveIsPlausibleAndRepeats() {
    var drive = Drive(seed: 7)
    var again = Drive(seed: 7)
    var stops = 0
    for _ in 0..<5_000 {
      let (latitude, longitude, odometer) = (drive.latitude, drive.longitude, drive.odometer)
      drive.step()
      again.step()
      #expect((0...130).contains(drive.speed.rounded()) && (0..<360).contains(drive.course))
      // Ten seconds at 130 km/h are 361 m, some 0.006 degrees of longitude here.
      #expect(abs(drive.latitude - latitude) < 0.004 && abs(drive.longitude - longitude) < 0.006)
      #expect(drive.odometer >= odometer)
      if drive.speed == 0 { stops += 1 }
    }
    #expect(drive.latitude == again.latitude && drive.odometer == again.odometer)
    #expect((50...2_500).contains(stops))
  }

  private static func decode(
    _ frame: [UInt8], _ session: inout any TrackerProtocol
  ) throws -> Reports {
    var reports = Reports()
    try session.read(frame.span, DecodeContext(receivedAt: time), into: &reports)
    return reports
  }
}

import Simulator
import Telemetry
import Testing
import TrackerProtocols
import Wire

/// Times that devices send, from the bytes to the record.
@Suite struct DeviceTimeTests {
  /// How a protocol writes a time into its worked frame.
  struct Writer: Sendable, CustomTestStringConvertible {
    let protocolName: String
    let example: String
    /// Whether the fields are text; else they are binary.
    var isText = true
    /// Whether the date has a field of its own, as `ddmmyy`.
    var isSplit = false

    var testDescription: String { protocolName }

    /// The time of the record when the clock of the device shows some numbers (year of the
    /// century, month, day, hour, minute, second).
    func decoded(_ parts: [Int], _ settings: DeviceSettings = .none) throws -> Timestamp? {
      let type = try #require(Catalogue.named(protocolName))
      var template = try #require(FrameTemplate(type, example: example))
      let clock = (parts[3] * 100 + parts[4]) * 100 + parts[5]
      if !isText {
        template.set("time", bytes: parts.map { UInt8(truncatingIfNeeded: $0) })
      } else if isSplit {
        template.set("time", digits: clock)
        template.set("date", digits: (parts[2] * 100 + parts[1]) * 100 + parts[0])
      } else {
        let date = (parts[0] * 100 + parts[1]) * 100 + parts[2]
        template.set("time", digits: date * 1_000_000 + clock)
      }
      template.seal()
      var session = type.init()
      var reports = Reports()
      var reader = FieldReader(template.bytes.span)
      let context = DecodeContext(
        receivedAt: Timestamp(milliseconds: 1_790_000_000_000), settings: settings)
      try session.decode(&reader, context, into: &reports)
      return reports.records.first?.deviceTime
    }
  }

  static let writers = [
    Writer(protocolName: "startek", example: "Confirmation wanted"),
    Writer(protocolName: "gt06", example: "Position", isText: false),
    Writer(
      protocolName: "h02", example: "Position, confirmed with the server's clock", isSplit: true),
  ]
  /// Those whose clocks may go by another zone.
  static let local = writers.filter { $0.protocolName != "startek" }

  static let times: [([Int], String)] = [
    ([26, 11, 21, 12, 0, 0], "2026-11-21T12:00:00Z"),
    ([28, 2, 29, 23, 59, 59], "2028-02-29T23:59:59Z"),
    // A leap second, and the end of a day by another name.
    ([26, 12, 31, 23, 59, 60], "2027-01-01T00:00:00Z"),
    ([26, 11, 21, 24, 0, 0], "2026-11-22T00:00:00Z"),
    // Dates and hours that there are not.
    ([26, 2, 31, 12, 0, 0], "1026-03-03T12:00:00Z"),
    ([26, 2, 29, 12, 0, 0], "1026-03-01T12:00:00Z"),
    ([26, 13, 1, 12, 0, 0], "1027-01-01T12:00:00Z"),
    ([26, 11, 21, 25, 0, 0], "1026-11-22T01:00:00Z"),
    // Clocks that were never set, rolled over, or in the wrong century.
    ([0, 1, 1, 0, 0, 5], "2000-01-01T00:00:05Z"),
    ([80, 1, 6, 0, 0, 5], "2080-01-06T00:00:05Z"),
    ([7, 4, 7, 12, 0, 0], "2007-04-07T12:00:00Z"),
    ([99, 8, 22, 0, 0, 0], "2099-08-22T00:00:00Z"),
    // Ends of counters of seconds.
    ([36, 2, 7, 6, 28, 16], "2036-02-07T06:28:16Z"),
    ([38, 1, 19, 3, 14, 8], "2038-01-19T03:14:08Z"),
  ]

  @Test(arguments: writers, times)
  func aTimeIsReadAsItIsMeantOrPlainlyWrong(_ writer: Writer, _ time: ([Int], String)) throws {
    #expect(try writer.decoded(time.0)?.brief == time.1)
  }

  @Test(arguments: local)
  func anOffsetOfTheOperatorIsTakenOff(_ writer: Writer) throws {
    let settings = DeviceSettings(options: ["decoder.timezone": "+05:30"])
    let time = try writer.decoded([26, 11, 21, 2, 0, 0], settings)
    #expect(time?.brief == "2026-11-20T20:30:00Z")
    // What is plainly wrong stays so.
    let wrong = try #require(try writer.decoded([26, 2, 31, 12, 0, 0], settings))
    #expect(wrong < Timestamp(seconds: 0))
  }

  @Test(arguments: local)
  func aRegionKnowsSummerTime(_ writer: Writer) throws {
    var settings = DeviceSettings(options: ["decoder.timezone": "Europe/Berlin"])
    // Nobody has said what the name means.
    #expect(try writer.decoded([26, 7, 1, 12, 0, 0], settings)?.brief == "2026-07-01T12:00:00Z")
    settings.clock = ClockZone(zoneFile: Self.middle)
    #expect(try writer.decoded([26, 7, 1, 12, 0, 0], settings)?.brief == "2026-07-01T10:00:00Z")
    #expect(try writer.decoded([26, 12, 1, 12, 0, 0], settings)?.brief == "2026-12-01T11:00:00Z")
  }

  /// The smallest zone file with the rule of Central Europe.
  static let middle: [UInt8] = {
    let head = Array("TZif2".utf8) + [UInt8](repeating: 0, count: 15)
    let counts = ([0, 0, 0, 0, 1, 4] as [UInt8]).flatMap { [0, 0, 0, $0] as [UInt8] }
    let types: [UInt8] = [0, 0, 14, 16, 0, 0]
    let block = head + counts + types + Array("CET\0".utf8)
    return block + block + Array("\nCET-1CEST,M3.5.0,M10.5.0/3\n".utf8)
  }()
}

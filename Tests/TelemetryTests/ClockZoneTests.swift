import Foundation
import Telemetry
import Testing

/// Clocks of devices that do not go by UTC.
@Suite struct ClockZoneTests {
  /// A zone file of version 2 with some changes, in seconds, and a closing rule.
  static func file(
    _ offsets: [Int32], _ changes: [(at: Int64, type: UInt8)], rule: String
  ) -> [UInt8] {
    func bytes(_ value: some FixedWidthInteger) -> [UInt8] {
      stride(from: value.bitWidth - 8, through: 0, by: -8).map {
        UInt8(truncatingIfNeeded: value >> $0)
      }
    }
    func head(_ times: Int, _ types: Int) -> [UInt8] {
      Array("TZif2".utf8) + [UInt8](repeating: 0, count: 15)
        + [0, 0, 0, times, types, 4].flatMap { bytes(UInt32($0)) }
    }
    var file = head(0, 1) + bytes(Int32(0)) + [0, 0] + Array("LMT\0".utf8)
    file += head(changes.count, offsets.count)
    file += changes.flatMap { bytes($0.at) } + changes.map(\.type)
    file += offsets.flatMap { bytes($0) + [0, 0] } + Array("LMT\0".utf8)
    return file + Array("\n\(rule)\n".utf8)
  }

  /// Central European time by its rule alone.
  static let middle = ClockZone(
    zoneFile: file([3_600], [], rule: "CET-1CEST,M3.5.0,M10.5.0/3"))

  private func shown(_ text: String, _ zone: ClockZone) throws -> String {
    zone.moment(shown: try #require(Timestamp(iso8601: text + "Z"))).brief
  }

  @Test(
    arguments: [
      ("2026-01-15T12:00:00", "2026-01-15T11:00:00Z"),
      ("2026-07-15T12:00:00", "2026-07-15T10:00:00Z"),
      // The last second before summer time, the hour that is left out, and the first one in it.
      ("2026-03-29T01:59:59", "2026-03-29T00:59:59Z"),
      ("2026-03-29T02:30:00", "2026-03-29T01:30:00Z"),
      ("2026-03-29T03:00:00", "2026-03-29T01:00:00Z"),
      // Of the hour that comes twice, the first.
      ("2026-10-25T01:59:59", "2026-10-24T23:59:59Z"),
      ("2026-10-25T02:30:00", "2026-10-25T00:30:00Z"),
      ("2026-10-25T03:00:00", "2026-10-25T02:00:00Z"),
      // Far ahead, where files have only the rule.
      ("2060-07-15T12:00:00", "2060-07-15T10:00:00Z"),
    ])
  func summerTime(_ local: String, _ utc: String) throws {
    #expect(try shown(local, try #require(Self.middle)) == utc)
  }

  @Test(
    arguments: [
      // Chile: south of the equator, at the hour 24.
      ("<-04>4<-03>,M9.1.6/24,M4.1.6/24", "2026-01-15T12:00:00", "2026-01-15T15:00:00Z"),
      ("<-04>4<-03>,M9.1.6/24,M4.1.6/24", "2026-06-15T12:00:00", "2026-06-15T16:00:00Z"),
      // Lord Howe: half an hour of summer time.
      ("<+1030>-10:30<+11>-11,M10.1.0,M4.1.0", "2026-01-15T12:00:00", "2026-01-15T01:00:00Z"),
      ("<+1030>-10:30<+11>-11,M10.1.0,M4.1.0", "2026-06-15T12:00:00", "2026-06-15T01:30:00Z"),
      // Days of the year, with and without a leap day.
      ("AAA0BBB,J60/0,J300/0", "2028-03-01T12:00:00", "2028-03-01T11:00:00Z"),
      ("AAA0BBB,J60/0,J300/0", "2028-02-29T12:00:00", "2028-02-29T12:00:00Z"),
      ("AAA0BBB,59/0,300/0", "2028-02-29T12:00:00", "2028-02-29T11:00:00Z"),
    ])
  func rules(_ rule: String, _ local: String, _ utc: String) throws {
    let zone = ClockZone(zoneFile: Self.file([0], [], rule: rule))
    #expect(try shown(local, try #require(zone)) == utc)
  }

  @Test func changesOfTheFileComeBeforeTheRule() throws {
    // An hour ahead from 2020 on, two hours from 2025 on, and no summer time.
    let file = Self.file(
      [0, 3_600, 7_200], [(1_577_836_800, 1), (1_735_689_600, 2)], rule: "<+02>-2")
    let zone = try #require(ClockZone(zoneFile: file))
    #expect(try shown("2019-06-01T12:00:00", zone) == "2019-06-01T12:00:00Z")
    #expect(try shown("2022-06-01T12:00:00", zone) == "2022-06-01T11:00:00Z")
    #expect(try shown("2026-06-01T12:00:00", zone) == "2026-06-01T10:00:00Z")
    #expect(zone.constantOffset == nil)
  }

  @Test func aDamagedFileIsNone() {
    let whole = Self.file([3_600], [(0, 0)], rule: "CET-1CEST,M3.5.0,M10.5.0/3")
    #expect(ClockZone(zoneFile: whole) != nil)
    for length in 0..<whole.count - 30 {
      #expect(ClockZone(zoneFile: Array(whole[..<length])) == nil)
    }
    for index in whole.indices {
      var flipped = whole
      flipped[index] ^= 0xFF
      // It may still be read, but must not trap.
      _ = ClockZone(zoneFile: flipped)?.moment(shown: Timestamp(milliseconds: 1 << 40))
    }
  }

  /// Where the system has its zone database, every zone of it is read as Foundation reads it.
  @Test(arguments: ["Europe/Berlin", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe"])
  func theSystemsFilesAreReadAsFoundationDoes(_ name: String) throws {
    guard let data = FileManager.default.contents(atPath: "/usr/share/zoneinfo/\(name)"),
      let theirs = TimeZone(identifier: name)
    else { return }
    let ours = try #require(ClockZone(zoneFile: Array(data)))
    for day in stride(from: Int64(0), through: 20_000, by: 1) {
      let seconds = 946_684_800 + day * 86_400
      let offset = theirs.secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds)))
      guard ours.offset(at: Timestamp(seconds: seconds)) == Int64(offset) * 1_000 else {
        Issue.record("\(name) at \(Timestamp(seconds: seconds).brief)")
        return
      }
    }
  }

  @Test(
    arguments: [
      ("2026-02-28T23:59:59", "2026-02-28T23:59:59Z"),
      ("2028-02-29T00:00:00", "2028-02-29T00:00:00Z"),
      ("2016-12-31T23:59:60", "2017-01-01T00:00:00Z"),
      ("2026-01-01T24:00:00", "2026-01-02T00:00:00Z"),
      ("2026-01-01T16:63:09", "2026-01-01T17:03:09Z"),
    ])
  func whatAClockCanShow(_ text: String, _ moment: String) throws {
    #expect(try civil(text).exists)
    #expect(try civil(text).moment().brief == moment)
  }

  @Test(
    arguments: [
      ("2026-02-31T12:00:00", "1026-03-03T12:00:00Z"),
      ("2026-02-29T12:00:00", "1026-03-01T12:00:00Z"),
      ("2026-13-01T00:00:00", "1027-01-01T00:00:00Z"),
      ("2026-00-01T00:00:00", "1025-12-01T00:00:00Z"),
      ("2026-04-31T00:00:00", "1026-05-01T00:00:00Z"),
      ("2026-01-01T25:00:00", "1026-01-02T01:00:00Z"),
      ("2026-01-01T12:100:00", "1026-01-01T13:40:00Z"),
      ("2026-01-01T12:30:255", "1026-01-01T12:34:15Z"),
      ("2000-00-00T00:00:00", "0999-11-30T00:00:00Z"),
    ])
  func whatThereIsNotIsPlainlyWrong(_ text: String, _ moment: String) throws {
    #expect(try !civil(text).exists)
    #expect(try civil(text).moment().brief == moment)
  }

  private func civil(_ text: String) throws -> CivilTime {
    let numbers = text.split { !$0.isNumber }.compactMap { Int($0) }
    try #require(numbers.count == 6)
    return CivilTime(
      year: numbers[0], month: numbers[1], day: numbers[2], hour: numbers[3], minute: numbers[4],
      second: numbers[5])
  }

  @Test func settingsReadOffsetsButNotRegions() {
    var settings = DeviceSettings(options: ["decoder.timezone": "+05:30"])
    #expect(settings.clock?.constantOffset == 19_800_000)
    settings.options["decoder.timezone"] = "Europe/Berlin"
    #expect(settings.clock == nil)
    settings.options["decoder.timezone"] = "GMT-3"
    #expect(settings.clock?.constantOffset == -10_800_000)
    settings.options["decoder.timezone"] = nil
    #expect(settings.clock == nil)
  }
}

import Configuration
import Fleet
import Foundation
import Ledger
import Telemetry
import TestKit
import Testing
import Timeline

@testable import whereabouts

/// What the server does every hour about old history.
@Suite struct RetentionJobTests {
  private static let day: Int64 = 86_400_000
  private static let origin = 20_000 * day

  /// A moment so many days after the origin.
  private static func moment(day number: Int64) -> Timestamp {
    Timestamp(milliseconds: origin + number * day)
  }

  /// A position at noon of a day.
  private static func record(_ day: Int64, _ sequence: Int64, _ identity: DeviceIdentity)
    -> LedgerRecord
  {
    var reports = Reports()
    reports.begin()
    reports.current.setTime(moment(day: day).advanced(byMilliseconds: 43_200_000))
    reports.current.hasLocation = true
    reports.current.location = Location(latitude: 46.5, longitude: 8.25, isValid: true)
    var bytes: [UInt8] = []
    let receivedAt = moment(day: day).advanced(byMilliseconds: 43_201_000)
    CompactReport.append(reports, record: 0, receivedAt: receivedAt, to: &bytes)
    return LedgerRecord(
      sequence: sequence, receivedAt: receivedAt, identity: identity, protocolName: "h02",
      recordCount: 1, reports: bytes)
  }

  @Test func settingsAndAttributesOfDevicesHold() throws {
    let folder = try TemporaryFolder()
    let configuration = try Configuration.load(
      arguments: [
        "--data-folder", folder.path("data"), "--gateway-port", "0", "--web-port", "0",
        "--history-days", "30",
      ], environment: [:])
    let server = try Server(configuration)
    func device(_ name: String, _ days: AttributeValue?) throws -> DeviceIdentity {
      var device = Device(name: name, uniqueId: name)
      if let days { device.attributes["history.days"] = days }
      return try server.fleet.createDevice(device, by: .machine).identity
    }
    let usual = try device("usual", nil)
    let kept = try device("kept", .integer(0))
    let brief = try device("brief", .text("7"))
    let odd = try device("odd", .text("some"))
    let all = [usual, kept, brief, odd]
    server.everySecond(now: Self.moment(day: 60))
    var sequence: Int64 = 0
    for identity in all {
      for day in Int64(0)..<60 {
        sequence += 1
        try server.timeline.apply([Self.record(day, sequence, identity)])
      }
    }
    try server.timeline.packAll()
    server.everyHour(now: Self.moment(day: 60))
    func first(_ identity: DeviceIdentity) throws -> Int64? {
      let history = try server.timeline.positions(
        of: identity, from: Timestamp(milliseconds: 0), to: Self.moment(day: 99), limit: 100)
      return history.first.map { ($0.time.milliseconds - Self.origin) / Self.day }
    }
    #expect(try all.map(first) == [30, 0, 53, 30])
    #expect(try server.timeline.apply([Self.record(2, 9_999, usual)]).isEmpty)
    #expect(try server.timeline.statistics().late == 1)
    // A month later all but what is kept for ever has gone from the file too.
    server.everyHour(now: Self.moment(day: 95))
    #expect(try server.timeline.statistics().positions == 60)
    #expect(try server.timeline.statistics().forgotten == 30 + 7 + 30)
    #expect(try all.map(first) == [nil, 0, nil, nil])
    #expect(try server.timeline.lastKnown().count == 4)
    server.stop()
  }
}

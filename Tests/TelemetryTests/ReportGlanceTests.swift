import Telemetry
import TestKit
import Testing

/// A glance at a stored record sees what reading it whole would say.
@Suite struct ReportGlanceTests {
  private let receivedAt = Timestamp(milliseconds: 1_790_000_000_000)

  private static func reports(_ random: inout SeededGenerator) -> Reports {
    var reports = Reports()
    reports.checksumFailed = Bool.random(using: &random)
    reports.begin()
    let times: [Timestamp?] = (0..<2).map { _ in
      Bool.random(using: &random)
        ? nil : Timestamp(milliseconds: Int64.random(in: 0...1 << 41, using: &random))
    }
    reports.current.fixTime = times[0]
    reports.current.deviceTime = Bool.random(using: &random) ? times[0] : times[1]
    if Bool.random(using: &random) {
      reports.current.hasLocation = true
      reports.current.location = Location(
        latitude: Double.random(in: -90...90, using: &random),
        longitude: Double.random(in: -180...180, using: &random),
        speed: Bool.random(using: &random) ? 0 : 33.25, isValid: Bool.random(using: &random))
    }
    if Bool.random(using: &random) {
      reports.add(
        CellTower(
          mobileCountryCode: 262, mobileNetworkCode: 7, locationAreaCode: 5_511,
          cellIdentifier: .random(in: 0...1 << 36, using: &random), signalStrength: -71))
      reports.add(WiFiAccessPoint(address: 0x0200_5E10_0001, signalStrength: -60, channel: 11))
    }
    let keys: [AttributeKey] = [
      .event, .alarm, .type, .result, .driverUniqueId, .temperature(2), .battery, "ownWord",
      AttributeKey("ownWord", 3), .ignition,
    ]
    for key in keys.shuffled(using: &random) {
      switch Int.random(in: 0..<9, using: &random) {
      case 0: reports.set(key, Int64.random(in: .min ... .max, using: &random))
      case 1: reports.set(key, Int64.random(in: -3...300, using: &random))
      case 2: reports.set(key, Double(Int.random(in: -999...999, using: &random)) / 100)
      case 3: reports.set(key, Double.random(in: -1e9...1e9, using: &random))
      case 4: reports.set(key, Bool.random(using: &random))
      case 5: reports.set(key, text: "driver 17, tür")
      case 6: reports.set(key, text: ([0x41, 0xFF, 0xC3, 0x42] as [UInt8]).span)
      default: break
      }
    }
    return reports
  }

  @Test func itAgreesWithReadingTheRecord() throws {
    var random = SeededGenerator(5)
    for _ in 0..<2_000 {
      let reports = Self.reports(&random)
      var bytes: [UInt8] = [0xEE]
      CompactReport.append(reports, record: 0, receivedAt: receivedAt, to: &bytes)
      var end = 1
      let stored = try #require(
        CompactReport.read(bytes.span, at: &end, receivedAt: receivedAt))
      var offset = 1
      let glance = try #require(
        ReportGlance(
          bytes.span, at: &offset, receivedAt: receivedAt, seed: .init(protocolName: "alpha"),
          identifier: 77))
      #expect(offset == end)
      #expect(glance.fixTime == stored.position.fixTime)
      #expect(glance.deviceTime == stored.position.deviceTime)
      #expect(glance.hasLocation == (stored.position.location != nil))
      #expect(glance.isValid == (stored.position.location?.isValid ?? false))
      #expect(glance.checksumFailed == stored.checksumFailed)
      let key = ContentKey(
        stored.position, protocolName: "alpha", receivedAt: receivedAt, identifier: 77)
      #expect(glance.contentKey == key)
    }
  }

  @Test func whatCannotBeReadIsNotSeenEither() {
    var random = SeededGenerator(9)
    var refused = 0
    for _ in 0..<5_000 {
      var bytes: [UInt8] = []
      CompactReport.append(Self.reports(&random), record: 0, receivedAt: receivedAt, to: &bytes)
      if Bool.random(using: &random) {
        bytes[Int.random(in: 0..<bytes.count, using: &random)] = .random(
          in: 0...255, using: &random)
      } else {
        bytes.removeLast(Int.random(in: 1...bytes.count, using: &random))
      }
      var end = 0
      let stored = CompactReport.read(bytes.span, at: &end, receivedAt: receivedAt)
      var offset = 0
      let glance = ReportGlance(
        bytes.span, at: &offset, receivedAt: receivedAt, seed: .init(protocolName: "alpha"),
        identifier: 77)
      #expect((stored == nil) == (glance == nil))
      if stored == nil { refused += 1 } else { #expect(offset == end) }
    }
    #expect(refused > 1_000)
  }
}

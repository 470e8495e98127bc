import Telemetry
import Testing

@Suite struct CompactReportTests {
  private let receivedAt = Timestamp(milliseconds: 1_767_323_045_000)

  @Test func everyKindOfValueComesBack() {
    var reports = Reports()
    reports.begin()
    reports.current.setTime(receivedAt.advanced(byMilliseconds: -61_000))
    reports.current.hasLocation = true
    reports.current.location = Location(
      latitude: -33.8688197, longitude: 151.2092955, altitude: 58.3, speed: 19.438, course: 271.5,
      accuracy: 4.2, isValid: true)
    reports.set(.event, Int64.min)
    reports.set(.odometer, UInt64.max)
    reports.set(.ignition, true)
    reports.set(.door, false)
    reports.set(.power, 12.55)
    reports.set(.hdop, 0.0)
    reports.set("negativeZero", -0.0)
    reports.set("third", 1.0 / 3)
    reports.set(.temperature(2), -40.125)
    reports.set(AttributeKey("batteryCell", 14), 3.7)
    reports.set(.result, text: "naïve ✓")
    reports.add(
      CellTower(
        mobileCountryCode: 262, mobileNetworkCode: 1, locationAreaCode: 4_660,
        cellIdentifier: 68_719_476_735, signalStrength: -70))
    reports.add(WiFiAccessPoint(address: 0xAABB_CCDD_EEFF, signalStrength: nil, channel: 6))
    var bytes: [UInt8] = []
    CompactReport.append(reports, record: 0, receivedAt: receivedAt, to: &bytes)
    var offset = 0
    let stored = CompactReport.read(bytes.span, at: &offset, receivedAt: receivedAt)
    #expect(stored?.position == reports.position(at: 0))
    #expect(offset == bytes.count)
  }

  @Test func nothingButAMarkIsTwoBytes() {
    var reports = Reports()
    reports.begin()
    reports.checksumFailed = true
    var bytes: [UInt8] = []
    CompactReport.append(reports, record: 0, receivedAt: receivedAt, to: &bytes)
    var offset = 0
    let stored = CompactReport.read(bytes.span, at: &offset, receivedAt: receivedAt)
    #expect(bytes.count == 2)
    #expect(stored?.checksumFailed == true && stored?.position == Position())
  }

  @Test func damagedBytesNeverTrap() {
    var reports = Reports()
    reports.begin()
    reports.current.setTime(receivedAt)
    reports.set(.power, 12.5)
    reports.set(.result, text: "text")
    reports.set("own", 7)
    reports.add(WiFiAccessPoint(address: 5))
    var bytes: [UInt8] = []
    CompactReport.append(reports, record: 0, receivedAt: receivedAt, to: &bytes)
    for index in bytes.indices {
      for value in UInt8.min...UInt8.max {
        var damaged = bytes
        damaged[index] = value
        var offset = 0
        _ = CompactReport.read(damaged.span, at: &offset, receivedAt: receivedAt)
        #expect(offset <= damaged.count)
      }
    }
    for count in bytes.indices {
      let piece = Array(bytes[..<count])
      var offset = 0
      #expect(CompactReport.read(piece.span, at: &offset, receivedAt: receivedAt)?.position == nil)
    }
  }
}

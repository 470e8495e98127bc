import Telemetry
import Testing

/// What a frame says of the device itself, as it is stored and found again.
@Suite struct DeviceNoticeTests {
  private let receivedAt = Timestamp(milliseconds: 1_790_000_000_000)

  @Test func isReadBack() throws {
    let time = receivedAt.advanced(byMilliseconds: -60_000)
    let notice = DeviceNotice(
      deviceTime: time, [Attribute(.firmware, .text("V1.3.7")), Attribute(.hardware, .text("A2"))])
    var bytes: [UInt8] = []
    CompactReport.append(notice, receivedAt: receivedAt, to: &bytes)
    var offset = 0
    let stored = CompactReport.read(bytes.span, at: &offset, receivedAt: receivedAt)
    let position = try #require(stored?.position)
    #expect(offset == bytes.count)
    #expect(position.location == nil && position.deviceTime == time)
    #expect(position.attributes == notice.facts)
    let isPossible = VersionSighting.isPossible(in: bytes.span)
    #expect(isPossible)
    let found = VersionSighting.all(
      in: position.attributes, at: position.deviceTime, receivedAt: receivedAt)
    #expect(found.map(\.value) == ["V1.3.7", "A2"])
    #expect(found.map(\.time) == [time, time])
  }

  @Test func aClockThatIsAheadIsNotBelieved() {
    let ahead = receivedAt.advanced(byMilliseconds: 1)
    let found = VersionSighting.all(
      in: [Attribute(.hardware, .text("A2"))], at: ahead, receivedAt: receivedAt)
    #expect(found.map(\.time) == [receivedAt])
  }

  @Test func whatIsNoVersionIsNone() {
    for value in [AttributeValue.text(""), .text("  "), .integer(7)] {
      let attributes = [Attribute(.firmware, value)]
      #expect(
        VersionSighting.all(in: attributes, at: nil, receivedAt: receivedAt).isEmpty, "\(value)")
    }
    let long = [Attribute(.firmware, .text(String(repeating: "é", count: 100)))]
    let cut = VersionSighting.all(in: long, at: nil, receivedAt: receivedAt).first?.value
    #expect(cut == String(repeating: "é", count: 64))
  }

  @Test func aUsualRecordIsPassedOver() {
    var reports = Reports()
    reports.begin()
    reports.set(.power, 12.5)
    reports.set(.ignition, true)
    var bytes: [UInt8] = []
    CompactReport.append(reports, record: 0, receivedAt: receivedAt, to: &bytes)
    let isPossible = VersionSighting.isPossible(in: bytes.span)
    #expect(!isPossible)
  }

  @Test func isForgottenWithTheRest() {
    var reports = Reports()
    reports.notice = DeviceNotice([Attribute(.firmware, .text("1"))])
    reports.removeAll()
    #expect(reports.notice == nil)
  }
}

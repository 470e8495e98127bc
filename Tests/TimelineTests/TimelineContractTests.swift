import Ledger
import Telemetry
import TestKit
import Testing
import Timeline

/// What every timeline promises, whatever it keeps its history in.
@Suite struct TimelineContractTests {
  private let device = DeviceIdentity(rawValue: 7)

  @Test(arguments: TimelineKind.allCases)
  func aPositionComesBackAsItWasReported(_ kind: TimelineKind) throws {
    let fixture = try TimelineFixture(kind)
    let timeline = fixture.timeline
    #expect(try timeline.watermark() == .start)
    #expect(try timeline.lastKnown(of: device) == nil)
    var sample = Sample.place(10, 48.25, event: 3)
    sample.checksumFailed = true
    let record = LedgerRecord.holding([.place(0, 48), sample], sequence: 11)
    let updates = try timeline.apply([record])
    #expect(updates.count == 2)
    #expect(try timeline.watermark().rawValue == 11)

    let position = try #require(try timeline.history().last)
    #expect(position == updates.last?.position)
    #expect(position.id == 5 << 47 | 11 << 8 | 1)
    #expect(position.id < 1 << 53)
    #expect(position.sequence == 11)
    #expect(position.identity == device)
    #expect(position.protocolName == "alpha")
    #expect(position.receivedAt == moment(5_000))
    #expect(position.time == moment(10))
    #expect(position.fixTime == moment(10))
    #expect(position.flags == .checksumFailed)
    #expect(position.location?.latitude == 48.25)
    #expect(position.location?.speed == 12)
    #expect(position.position == record.positions()[1].position)
    #expect(!position.isOutdated)
    #expect(try timeline.position(id: position.id) == position)
    #expect(try timeline.position(id: position.id + 1) == nil)
    #expect(try timeline.lastKnown(of: device) == position)
    #expect(try timeline.statistics().positions == 2)
  }

  @Test(arguments: TimelineKind.allCases)
  func aCopyChangesNothing(_ kind: TimelineKind) throws {
    let fixture = try TimelineFixture(kind)
    let timeline = fixture.timeline
    let first = try timeline.apply([.holding([.place(0, 48), .bare(5)], sequence: 1)])
    let history = try timeline.history()
    // The same again from the ledger, and a resend in another message at another time.
    #expect(try timeline.apply([.holding([.place(0, 48), .bare(5)], sequence: 1)]).isEmpty)
    let resend = LedgerRecord.holding(
      [.bare(5), .place(0, 48)], sequence: 2, receivedAt: moment(9_000))
    #expect(try timeline.apply([resend]).isEmpty)
    #expect(try timeline.history() == history)
    #expect(first.map(\.position) == history)
    #expect(try timeline.watermark().rawValue == 2)
    #expect(try timeline.statistics().positions == 2)
    // Another device with the same content is another history.
    let other = try timeline.apply([.holding([.place(0, 48)], sequence: 3, identity: 8)])
    #expect(other.count == 1)
  }

  @Test(arguments: TimelineKind.allCases)
  func aRangeHasItsBordersAndGoesOnWhereALimitEnded(_ kind: TimelineKind) throws {
    let fixture = try TimelineFixture(kind)
    let timeline = fixture.timeline
    let samples = (0..<10).map { Sample.place(Int64($0 / 2), 48 + Double($0)) }
    try timeline.apply([.holding(samples, sequence: 1)])
    let middle = try timeline.positions(of: device, from: moment(1), to: moment(3), limit: 100)
    #expect(middle.map(\.time) == [1, 1, 2, 2, 3, 3].map(moment))
    var pages: [StoredPosition] = []
    while true {
      let page = try timeline.positions(
        of: device, from: moment(1), to: moment(3), after: pages.last?.cursor, limit: 2)
      if page.isEmpty { break }
      #expect(page.count <= 2)
      pages += page
    }
    #expect(pages == middle)
    #expect(
      try timeline.positions(of: device, from: moment(9), to: moment(20), limit: 5).isEmpty)
    #expect(try timeline.positions(of: device, from: moment(0), to: moment(9), limit: 0).isEmpty)
    let nobody = DeviceIdentity(rawValue: 99)
    #expect(try timeline.positions(of: nobody, from: moment(0), to: moment(9), limit: 5).isEmpty)
  }

  @Test(arguments: TimelineKind.allCases)
  func aPositionWithoutAPlaceBorrowsTheLastFixAndALateOneCorrectsIt(_ kind: TimelineKind) throws {
    let fixture = try TimelineFixture(kind)
    let timeline = fixture.timeline
    let early = try timeline.apply([.holding([.bare(1)], sequence: 1)])
    #expect(early.first?.position.location == nil)
    #expect(early.first?.position.fixTime == nil)
    try timeline.apply([.holding([.place(10, 48), .bare(20)], sequence: 2)])
    let bare = try #require(try timeline.lastKnown(of: device))
    #expect(bare.time == moment(20))
    #expect(bare.isOutdated && bare.location?.latitude == 48 && bare.fixTime == moment(10))
    // A fix without validity is not lent, a late one is.
    var invalid = Sample.place(16, 1)
    invalid.isValid = false
    let late = try timeline.apply([.holding([invalid, .place(15, 49)], sequence: 3)])
    #expect(late.map(\.isLastKnown) == [false, false])
    let corrected = try #require(try timeline.lastKnown(of: device))
    #expect(corrected.id == bare.id)
    #expect(corrected.location?.latitude == 49 && corrected.fixTime == moment(15))
    #expect(try timeline.position(id: bare.id) == corrected)
    #expect(try timeline.history().map(\.location?.latitude) == [nil, 48, 49, 1, 49])
    // Also where the range begins behind the fix.
    let range = try timeline.positions(of: device, from: moment(17), to: moment(30), limit: 9)
    #expect(range == [corrected])
    let update = try timeline.apply([.holding([.bare(12)], sequence: 4)])
    #expect(update.first?.position.location?.latitude == 48)
  }

  @Test(arguments: TimelineKind.allCases)
  func theLastKnownPositionNeverGoesBackInTime(_ kind: TimelineKind) throws {
    let fixture = try TimelineFixture(kind)
    let timeline = fixture.timeline
    let newest = try timeline.apply([.holding([.place(100, 48)], sequence: 1)])
    #expect(newest.first?.isLastKnown == true)
    let older = try timeline.apply([.holding([.place(50, 49)], sequence: 2)])
    #expect(older.first?.isLastKnown == false)
    try timeline.apply([.holding([.place(3, 10)], sequence: 3, identity: 2)])
    #expect(try timeline.lastKnown(of: device)?.location?.latitude == 48)
    #expect(try timeline.lastKnown().map(\.identity.rawValue) == [2, 7])
  }

  @Test(arguments: TimelineKind.allCases)
  func whatAnUnconfirmedSenderSaysIsKeptButLeadsNothing(_ kind: TimelineKind) throws {
    let fixture = try TimelineFixture(kind)
    let timeline = fixture.timeline
    try timeline.apply([.holding([.place(10, 48)], sequence: 1)])
    let claim = LedgerRecord.holding([.place(20, 1)], sequence: 2, flags: .unconfirmed)
    #expect(try timeline.apply([claim]).map(\.isLastKnown) == [false])
    try timeline.apply([.holding([.bare(30)], sequence: 3)])
    #expect(try timeline.lastKnown(of: device)?.location?.latitude == 48)
    #expect(try timeline.history().map(\.flags) == [[], .unconfirmed, []])
  }

  @Test(arguments: TimelineKind.allCases)
  func implausibleTimesAreKeptApartWithTheRawTime(_ kind: TimelineKind) throws {
    let fixture = try TimelineFixture(kind)
    let timeline = fixture.timeline
    let received = moment(5_000)
    let day: Int64 = 86_400_000
    func sample(_ time: Timestamp) -> Sample { Sample(fix: time, device: time, latitude: 50) }
    let borderline = [
      sample(received.advanced(byMilliseconds: day)), sample(Timestamp(seconds: 946_771_200)),
    ]
    let wrong = [
      sample(received.advanced(byMilliseconds: day + 1)),
      sample(Timestamp(milliseconds: 946_771_199_999)), sample(Timestamp(seconds: -1_000)),
      sample(Timestamp(milliseconds: 1 << 60)),
    ]
    let record = LedgerRecord.holding(borderline + wrong, sequence: 1)
    let updates = try timeline.apply([record])
    #expect(updates.filter { $0.position.flags.contains(.timeImplausible) }.count == 4)
    #expect(try timeline.history().count == 2)
    #expect(try timeline.lastKnown(of: device)?.time == borderline[0].fix)
    let apart = try timeline.implausible(of: device, limit: 10)
    #expect(Set(apart.map(\.time)) == Set(wrong.compactMap(\.fix)))
    #expect(apart == apart.sorted { $0.cursor < $1.cursor })
    #expect(apart.allSatisfy { $0.position.fixTime == $0.time && $0.location != nil })
    #expect(try timeline.position(id: apart[0].id) == apart[0])
    #expect(try timeline.implausible(of: device, limit: 1).count == 1)
  }

  @Test(arguments: TimelineKind.allCases)
  func aRolledOverCountOfWeeksIsPutRightAndMarked(_ kind: TimelineKind) throws {
    let fixture = try TimelineFixture(kind)
    let timeline = fixture.timeline
    let rollover: Int64 = 1_024 * 7 * 86_400_000
    let ninetyDays: Int64 = 90 * 86_400_000
    let received = moment(0)
    func sample(_ milliseconds: Int64, _ latitude: Double) -> Sample {
      let time = received.advanced(byMilliseconds: milliseconds)
      return Sample(fix: time, device: time.advanced(byMilliseconds: 500), latitude: latitude)
    }
    let samples = [
      sample(-rollover - 60_000, 1), sample(-rollover - ninetyDays, 2),
      sample(-rollover - ninetyDays - 1, 3), sample(-rollover + ninetyDays + 1, 4),
    ]
    try timeline.apply([.holding(samples, sequence: 1, receivedAt: received)])
    let history = try timeline.history()
    #expect(history.map(\.location?.latitude) == [3, 4, 2, 1])
    #expect(history.map { $0.flags.contains(.timeRepaired) } == [false, false, true, true])
    let repaired = try #require(history.last)
    #expect(repaired.time == received.advanced(byMilliseconds: -60_000))
    #expect(repaired.position.fixTime == repaired.time)
    #expect(repaired.position.deviceTime == repaired.time.advanced(byMilliseconds: 500))
    // A copy has the same key.
    let copy = LedgerRecord.holding([samples[0]], sequence: 2, receivedAt: moment(100))
    #expect(try timeline.apply([copy]).isEmpty)
  }

  @Test(arguments: TimelineKind.allCases)
  func recordsOfNobodyAndDamagedOnesMoveTheWatermarkOnly(_ kind: TimelineKind) throws {
    let fixture = try TimelineFixture(kind)
    let timeline = fixture.timeline
    let nobody = LedgerRecord.holding([.place(0, 48)], sequence: 1, identity: 0)
    var bytes = LedgerRecord.holding([.place(0, 48), .place(1, 49)], sequence: 2).reports
    bytes.removeLast()
    let damaged = LedgerRecord(
      sequence: 2, receivedAt: moment(5_000), identity: device, protocolName: "alpha",
      recordCount: 2, reports: bytes)
    let updates = try timeline.apply([nobody, damaged])
    #expect(updates.map(\.position.location?.latitude) == [48])
    #expect(try timeline.watermark().rawValue == 2)
    #expect(try timeline.apply([]).isEmpty)
    #expect(try timeline.watermark().rawValue == 2)
  }
}

import Ledger
import Telemetry
import TestKit
import Testing
import Timeline

/// What every timeline promises about removing.
@Suite struct TimelineRemovalTests {
  private let device = DeviceIdentity(rawValue: 7)

  @Test(arguments: TimelineKind.allCases)
  func aRangeGoesAndWhatIsLastKnownFollows(_ kind: TimelineKind) throws {
    let fixture = try TimelineFixture(kind)
    let timeline = fixture.timeline
    try timeline.apply([
      .holding([.place(0, 48), .place(10, 49), .bare(20), .place(30, 50)], sequence: 1),
      .holding([.place(30, 51)], sequence: 2, identity: 8),
    ])
    #expect(try timeline.remove(device, from: moment(11), to: moment(19)) == 0)
    #expect(try timeline.remove(device, from: moment(10), to: moment(10)) == 1)
    // What has no place of its own shows the fix before.
    let bare = try #require(try timeline.history().first { $0.isOutdated })
    #expect(bare.location?.latitude == 48)
    #expect(try timeline.remove(device, from: moment(30), to: moment(99)) == 1)
    #expect(try timeline.lastKnown(of: device) == bare)
    #expect(try timeline.history().map(\.time) == [moment(0), moment(20)])
    #expect(try timeline.statistics().positions == 3)
    #expect(try timeline.remove(device, from: moment(0), to: moment(99)) == 2)
    #expect(try timeline.lastKnown(of: device) == nil)
    #expect(try timeline.lastKnown().map(\.identity.rawValue) == [8])
    // What the device sends now is a new history.
    try timeline.apply([.holding([.place(40, 52)], sequence: 3)])
    #expect(try timeline.lastKnown(of: device)?.location?.latitude == 52)
  }

  @Test(arguments: TimelineKind.allCases)
  func onePositionGoesAndItsNeighbourOfTheSameTimeStays(_ kind: TimelineKind) throws {
    let fixture = try TimelineFixture(kind)
    let timeline = fixture.timeline
    try timeline.apply([
      .holding(
        [.place(10, 48), .place(10, 49), .place(10, 50), .place(90_000_000, 1)], sequence: 1)
    ])
    let all = try timeline.history()
    #expect(all.count == 3)
    #expect(try timeline.remove(all[1]))
    #expect(try !timeline.remove(all[1]))
    #expect(try timeline.history() == [all[0], all[2]])
    #expect(try timeline.position(id: all[1].id) == nil)
    // One whose time cannot be right stands apart.
    let apart = try #require(try timeline.implausible(of: device, limit: 5).first)
    #expect(try timeline.remove(apart))
    #expect(try timeline.implausible(of: device, limit: 5).isEmpty)
    #expect(try timeline.remove(all[2]))
    #expect(try timeline.lastKnown(of: device) == all[0])
  }

  /// What is left of a chunk of implausible positions does not turn up in the history.
  @Test(arguments: [TimelineKind.packed, .packedAtOnce])
  func theRestOfWhatStandsApartStaysApart(_ kind: TimelineKind) throws {
    let fixture = try TimelineFixture(kind)
    let timeline = fixture.timeline
    let samples = (0..<4).map { Sample.place(90_000_000 + Int64($0), 48) }
    try timeline.apply([.holding(samples, sequence: 1)])
    let apart = try timeline.implausible(of: device, limit: 9)
    try timeline.remove(apart[2])
    #expect(try timeline.history().isEmpty)
    #expect(try timeline.implausible(of: device, limit: 9).count == 3)
  }
}

import Ledger
import Schedules
import Telemetry
import TestKit
import Testing
import Timeline

/// Copies that differ in their marks, and records that are no copies.
@Suite struct CopyTests {
  private let device = DeviceIdentity(rawValue: 7)

  private static func failed(_ sample: Sample) -> Sample {
    var failed = sample
    failed.checksumFailed = true
    return failed
  }

  @Test(arguments: TimelineKind.allCases, [false, true])
  func aGoodCopyClearsTheMarksInAnyOrder(_ kind: TimelineKind, isGoodFirst: Bool) throws {
    let fixture = try TimelineFixture(kind)
    let timeline = fixture.timeline
    let good = Sample.place(10, 48)
    var messages: [LedgerRecord] = [
      .holding([Self.failed(good)], sequence: 11, flags: .unconfirmed),
      .holding([good], sequence: 12, receivedAt: moment(5_010)),
    ]
    if isGoodFirst {
      messages = [
        .holding([good], sequence: 11),
        .holding([Self.failed(good)], sequence: 12, flags: .unconfirmed),
      ]
    }
    try timeline.apply([.holding([.place(0, 47), .bare(20)], sequence: 1)])
    var updates: [TimelineUpdate] = []
    // One after the other, so that the first is packed where little is kept in memory.
    for message in messages { updates += try timeline.apply([message]) }
    let positions = try timeline.history()
    #expect(positions.map(\.time) == [0, 10, 20].map(moment))
    #expect(positions.allSatisfy { $0.flags.isEmpty })
    // The one that was learned first stays.
    #expect(PositionIdentifier.sequence(of: positions[1].id) == 11)
    #expect(positions[1].receivedAt == moment(5_000))
    #expect(positions[2].location?.latitude == 48)
    #expect(
      updates.map(\.position.id) == (isGoodFirst ? [1] : [1, 1]).map { _ in positions[1].id })
    #expect(updates.last?.position == positions[1])
    #expect(try timeline.position(id: positions[1].id) == positions[1])
    #expect(try timeline.statistics().positions == 3)
    // A copy that is no better says nothing new.
    #expect(try timeline.apply([messages[0], messages[1]]).isEmpty)
  }

  @Test(arguments: TimelineKind.allCases)
  func whatIsConfirmedLaterBecomesTheLastKnownPosition(_ kind: TimelineKind) throws {
    let fixture = try TimelineFixture(kind)
    let timeline = fixture.timeline
    try timeline.apply([.holding([.place(0, 47)], sequence: 1)])
    try timeline.apply([
      .holding([Self.failed(.place(10, 48)), .bare(15)], sequence: 2, flags: .unconfirmed)
    ])
    #expect(try timeline.lastKnown(of: device)?.time == moment(0))
    // Without one of its marks, and then without the other.
    let first = try timeline.apply(
      [.holding([.place(10, 48)], sequence: 3, flags: .unconfirmed)], news: .lastKnown)
    #expect(first.isEmpty)
    #expect(try timeline.lastKnown(of: device)?.time == moment(0))
    let second = try timeline.apply(
      [.holding([Self.failed(.place(10, 48))], sequence: 4)], news: .lastKnown)
    #expect(second.map(\.isLastKnown) == [true])
    let last = try #require(try timeline.lastKnown(of: device))
    #expect(second.map(\.position) == [last])
    #expect(last.time == moment(10) && last.flags.isEmpty)
    #expect(PositionIdentifier.sequence(of: last.id) == 2)
    // What has no place borrows the one that is confirmed now.
    #expect(try timeline.history().last?.location?.latitude == 48)
    let bare = try timeline.apply([.holding([.bare(30)], sequence: 5)])
    #expect(bare.first?.position.location?.latitude == 48)
  }

  /// The state before packing, after it, and after a restart.
  @Test func correctionsOfPackedPositionsAreDurable() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("timeline.sqlite")
    let samples = (0..<40).map { Sample.place(Int64($0) * 60, 48 + Double($0) / 100) }
    do {
      let timeline = try PackedTimeline(file: path)
      try timeline.apply([.holding(samples, sequence: 1, flags: .unconfirmed)])
      try timeline.packAll()
      #expect(try timeline.lastKnown(of: device) == nil)
      let updates = try timeline.apply([.holding(Array(samples.prefix(30)), sequence: 2)])
      #expect(updates.count == 30)
    }
    let again = try PackedTimeline(file: path)
    #expect(try again.history().prefix(30).allSatisfy { $0.flags.isEmpty })
    #expect(try again.history().suffix(10).allSatisfy { $0.flags == .unconfirmed })
    #expect(try again.lastKnown(of: device)?.time == samples[29].fix)
    #expect(try again.check().isEmpty)
    // What was read after the packing comes again, and more.
    try again.apply([.holding(Array(samples.prefix(30)), sequence: 2)])
    try again.apply([.holding(samples, sequence: 3)])
    #expect(try again.history().count == 40)
    #expect(try again.history().allSatisfy { $0.flags.isEmpty })
    #expect(try again.lastKnown(of: device)?.time == samples[39].fix)
    #expect(try again.statistics().positions == 40)
  }

  @Test(arguments: 1...6)
  func marksDoNotDependOnTheOrder(_ seed: UInt64) throws {
    var generator = Generator(seed: seed)
    let samples = OrderIndependenceTests.samples(&generator)
    let straight = MemoryTimeline()
    var copies: [(sample: Sample, flags: LedgerFlags)] = []
    for (number, sample) in samples.enumerated() {
      var failed = true
      var unconfirmed = true
      for _ in 0..<Int.random(in: 1...3, using: &generator) {
        let isFailed = Bool.random(using: &generator)
        let isUnconfirmed = Bool.random(using: &generator)
        failed = failed && isFailed
        unconfirmed = unconfirmed && isUnconfirmed
        copies.append((isFailed ? Self.failed(sample) : sample, isUnconfirmed ? .unconfirmed : []))
      }
      try straight.apply([
        .holding(
          [failed ? Self.failed(sample) : sample], sequence: Int64(number + 1),
          flags: unconfirmed ? .unconfirmed : [])
      ])
    }
    let expected = try OrderIndependenceTests.lines(straight, 7)
    #expect(Set(expected.map(\.flags)).count > 3)
    for kind in TimelineKind.allCases {
      copies.shuffle(using: &generator)
      let fixture = try TimelineFixture(kind)
      for (number, copy) in copies.enumerated() {
        try fixture.timeline.apply([
          .holding([copy.sample], sequence: Int64(number + 1), flags: copy.flags)
        ])
      }
      #expect(
        try OrderIndependenceTests.lines(fixture.timeline, 7) == expected, "\(kind) seed \(seed)")
    }
  }

  /// Nothing tells them apart but that they were received one after the other.
  @Test(arguments: TimelineKind.allCases)
  func recordsWithoutATimeAreNoCopies(_ kind: TimelineKind) throws {
    let fixture = try TimelineFixture(kind)
    let timeline = fixture.timeline
    let untimed = Sample(event: 3)
    let messages: [LedgerRecord] = [
      .holding([untimed, untimed], sequence: 1), .holding([untimed], sequence: 2),
    ]
    #expect(try timeline.apply(messages).count == 3)
    // From the ledger again they are the same ones.
    #expect(try timeline.apply(messages).isEmpty)
    #expect(try timeline.apply([messages[1]]).isEmpty)
    let history = try timeline.history()
    #expect(history.count == 3 && Set(history.map(\.id)).count == 3)
    let other = try TimelineFixture(.memory)
    try other.timeline.apply([messages[1]])
    try other.timeline.apply([messages[0]])
    #expect(try other.timeline.history() == history)
  }
}

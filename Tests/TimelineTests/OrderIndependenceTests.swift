import Ledger
import Schedules
import Telemetry
import TestKit
import Testing
import Timeline

/// The history does not depend on how its records came.
@Suite struct OrderIndependenceTests {
  /// What a history says, without what depends on when it was received.
  struct Line: Hashable {
    let time: Timestamp
    let content: ContentKey
    let position: Position
    let location: Location?
    let fixTime: Timestamp?
    let flags: PositionFlags
  }

  static func lines(_ timeline: any Timeline, _ identity: Int64) throws -> [Line] {
    let apart = try timeline.implausible(of: DeviceIdentity(rawValue: identity), limit: 1_000)
    let last = try timeline.lastKnown(of: DeviceIdentity(rawValue: identity))
    return (try timeline.history(identity) + apart + (last.map { [$0] } ?? [])).map {
      Line(
        time: $0.time, content: $0.contentKey, position: $0.position, location: $0.location,
        fixTime: $0.fixTime, flags: $0.flags)
    }
  }

  /// Records with ties in time, without places, with impossible and rolled-over times.
  static func samples(_ generator: inout Generator) -> [Sample] {
    (0..<60).map { index in
      let seconds = Int64.random(in: 0..<40, using: &generator)
      switch index % 10 {
      case 0, 1, 2: return .bare(seconds, event: Int64(index))
      case 3:
        let early = moment(seconds).advanced(byMilliseconds: -1_024 * 7 * 86_400_000)
        return Sample(fix: early, device: early, latitude: Double(index))
      case 4:
        let wild = Timestamp(seconds: seconds)
        return Sample(fix: wild, device: wild, latitude: Double(index))
      default: return .place(seconds, Double(index % 7) + 40, event: Int64(index % 3))
      }
    }
  }

  /// Deals the samples into messages of random length in random order, some of them twice.
  static func messages(_ samples: [Sample], _ generator: inout Generator) -> [LedgerRecord] {
    var dealt = samples + samples.filter { _ in Bool.random(using: &generator) }
    dealt.shuffle(using: &generator)
    var messages: [LedgerRecord] = []
    while !dealt.isEmpty {
      let count = min(dealt.count, Int.random(in: 1...9, using: &generator))
      let sequence = Int64(messages.count + 1)
      messages.append(
        .holding(
          Array(dealt.prefix(count)), sequence: sequence, receivedAt: moment(5_000 + sequence)))
      dealt.removeFirst(count)
    }
    return messages
  }

  @Test(arguments: 1...12)
  func shuffledRepeatedAndSplitRecordsGiveTheSameHistory(_ seed: UInt64) throws {
    var generator = Generator(seed: seed)
    let samples = Self.samples(&generator)
    let straight = MemoryTimeline()
    try straight.apply([.holding(samples, sequence: 1)])
    let expected = try Self.lines(straight, 7)
    #expect(expected.count > 40)
    for kind in TimelineKind.allCases {
      let messages = Self.messages(samples, &generator)
      let fixture = try TimelineFixture(kind)
      let timeline = fixture.timeline
      var rest = messages[...]
      while !rest.isEmpty {
        // Handed over in runs, and the run before now and then again, as after a crash.
        let run = rest.prefix(Int.random(in: 1...4, using: &generator))
        try timeline.apply(Array(run))
        if Bool.random(using: &generator) { try timeline.apply(Array(run)) }
        rest = rest.dropFirst(run.count)
      }
      #expect(try Self.lines(timeline, 7) == expected, "\(kind) with seed \(seed)")
    }
  }

  @Test func allKindsGiveTheSameIdentifiersToo() throws {
    var generator = Generator(seed: 77)
    let messages = Self.messages(Self.samples(&generator), &generator)
    let memory = try TimelineFixture(.memory)
    let updates = try memory.timeline.apply(messages)
    for kind in TimelineKind.allCases {
      let other = try TimelineFixture(kind)
      #expect(try other.timeline.apply(messages) == updates)
      #expect(try other.timeline.history() == memory.timeline.history())
      #expect(try other.timeline.lastKnown() == memory.timeline.lastKnown())
    }
  }
}

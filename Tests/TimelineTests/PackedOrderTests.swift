import Foundation
import Ledger
import Telemetry
import TestKit
import Testing
import Timeline

/// The history of a packed timeline does not depend on how its records came, nor on crashes.
@Suite struct PackedOrderTests {
  typealias Generator = OrderIndependenceTests.Generator

  /// So many random schedules; the variable WHEREABOUTS_SEEDS asks for more.
  static let seeds =
    ProcessInfo.processInfo.environment["WHEREABOUTS_SEEDS"].flatMap { Int($0) } ?? 100

  /// What a history says without what a resend changes, which is of the copy that came first.
  static func lines(
    _ timeline: any Timeline, _ identity: Int64
  ) throws -> [OrderIndependenceTests.Line] {
    try OrderIndependenceTests.lines(timeline, identity).map { line in
      var position = line.position
      position.attributes.removeAll { [.index, .rssi, .archive, .battery].contains($0.key) }
      position.location?.speed = 0
      var location = line.location
      location?.speed = 0
      return OrderIndependenceTests.Line(
        time: line.time, content: line.content, position: position, location: location,
        fixTime: line.fixTime, flags: line.flags)
    }
  }

  static func settings(_ random: inout Generator) -> PackedSettings {
    var settings = PackedSettings()
    settings.tailBytes = [0, 3_000, 30_000, 1 << 20].randomElement(using: &random) ?? 0
    settings.packedAt = Int.random(in: 2...40, using: &random)
    settings.transaction = Int.random(in: 1...80, using: &random)
    settings.chunk = [4, 16, 64, 2_048].randomElement(using: &random) ?? 4
    settings.busyDay = [3, 10, 256].randomElement(using: &random) ?? 3
    settings.small = [0, 2, 64].randomElement(using: &random) ?? 0
    settings.settled = [4, 20, 1_024].randomElement(using: &random) ?? 4
    settings.mostLag = [3, 50, 2_000_000].randomElement(using: &random) ?? 3
    return settings
  }

  /// A timeline that crashes, and a ledger that forgets what it may forget.
  final class Run {
    let folder: TemporaryFolder
    let settings: PackedSettings
    var timeline: PackedTimeline?
    var ledger: ArraySlice<LedgerRecord>
    var crashes = 0

    init(_ scenario: PackedScenario, _ settings: PackedSettings) throws {
      folder = try TemporaryFolder()
      self.settings = settings
      ledger = scenario.messages[...]
      try open()
    }

    func open() throws {
      timeline = nil
      timeline = try PackedTimeline(
        file: folder.path("timeline.sqlite"), node: 5, settings: settings)
    }

    func step(_ random: inout Generator) throws -> Bool {
      let timeline = try #require(timeline)
      let seen = try timeline.watermark().rawValue
      let durable = try timeline.durableWatermark().rawValue
      #expect(durable <= seen)
      switch Int.random(in: 0..<20, using: &random) {
      case 0, 1:
        try open()
        crashes += 1
      case 2: try timeline.packAll()
      case 3: try timeline.pack(receivedBefore: moment(90_000 + Int64(seen) - 20))
      case 4: ledger = ledger.drop { $0.sequence <= durable }
      default:
        let next = ledger.drop { $0.sequence <= seen }
        if next.isEmpty { return false }
        let run = next.prefix(Int.random(in: 1...30, using: &random))
        try timeline.apply(Array(run), news: [.none, .lastKnown, .all][run.count % 3])
      }
      return true
    }
  }

  @Test func anyScheduleGivesTheSortedTruth() throws {
    var crashes = 0
    for seed in 1...UInt64(Self.seeds) {
      var random = Generator(state: seed &* 0x1234_5678_9ABC)
      let scenario = PackedScenario(&random)
      let run = try Run(scenario, Self.settings(&random))
      while try run.step(&random) {}
      if Bool.random(using: &random) { try run.open(); while try run.step(&random) {} }
      crashes += run.crashes
      let timeline = try #require(run.timeline)
      let straight = MemoryTimeline(node: 5)
      try straight.apply(scenario.straight)
      // The same order of arrival, without crashes and without packing, to the last byte.
      let memory = MemoryTimeline(node: 5)
      try memory.apply(scenario.messages)
      for identity in scenario.devices {
        let device = DeviceIdentity(rawValue: identity)
        #expect(
          try Self.lines(timeline, identity) == Self.lines(straight, identity), "seed \(seed)")
        let history = try memory.history(identity)
        #expect(try timeline.history(identity) == history, "seed \(seed)")
        #expect(
          try timeline.implausible(of: device, limit: 999)
            == memory.implausible(of: device, limit: 999), "seed \(seed)")
        for position in history where position.id % 7 == 0 {
          #expect(try timeline.position(id: position.id) == position, "seed \(seed)")
        }
        // In pages of a few, as a client asks for them.
        var pages: [StoredPosition] = []
        while true {
          let page = try timeline.positions(
            of: device, from: moment(20_000), to: moment(70_000), after: pages.last?.cursor,
            limit: 13)
          if page.isEmpty { break }
          pages += page
        }
        let range = history.filter { $0.time >= moment(20_000) && $0.time <= moment(70_000) }
        #expect(pages == range, "seed \(seed)")
      }
      #expect(try timeline.lastKnown() == memory.lastKnown(), "seed \(seed)")
      #expect(
        try timeline.statistics().positions == memory.statistics().positions, "seed \(seed)")
      #expect(try timeline.check().isEmpty)
    }
    #expect(crashes > Self.seeds / 2)
  }
}

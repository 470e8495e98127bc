import Ledger
import SQLite
import Telemetry
import TestKit
import Testing
import Timeline

/// How much history is kept, and that what has gone does not come back.
@Suite struct RetentionTests {
  private static let day: Int64 = 86_400
  private let device = DeviceIdentity(rawValue: 7)

  /// Positions of 40 days, four times a day, of three devices.
  private static func messages() -> [LedgerRecord] {
    let seconds = (0..<160).map { Int64($0) * day / 4 }
    return (0..<3).flatMap { number in
      PackedTimelineTests.drive(
        seconds, from: Int64(number) * 1_000 + 1, identity: 7 + Int64(number))
    }
  }

  private static func settings() -> PackedSettings {
    // A day has chunks of its own here, so that much can go.
    PackedTimelineTests.small { $0.busyDay = 2 }
  }

  /// Thirty days in general; of device 8 everything, of device 9 ten days.
  private static let retention = HistoryRetention(
    general: HistoryLimits(days: 30),
    own: [
      DeviceIdentity(rawValue: 8): HistoryLimits(),
      DeviceIdentity(rawValue: 9): HistoryLimits(days: 10),
    ])
  private static let now = moment(40 * day)

  private func check(_ timeline: PackedTimeline, _ name: String) throws {
    let days = try [7, 8, 9].map { (identity: Int64) in
      let history = try timeline.history(identity)
      return (history.count, history.first?.time)
    }
    #expect(days[0].0 == 120 && days[0].1 == moment(10 * Self.day), "\(name)")
    #expect(days[1].0 == 160, "\(name)")
    #expect(days[2].0 == 40 && days[2].1 == moment(30 * Self.day), "\(name)")
    #expect(try timeline.position(id: 1 << 8) == nil, "\(name)")
    #expect(try timeline.lastKnown().count == 3, "\(name)")
  }

  @Test func daysOfAllAndOfDevicesHoldForAnswersRemovalLateDataAndRebuilding() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("timeline.sqlite")
    let messages = Self.messages()
    let timeline = try PackedTimeline(file: path, settings: Self.settings())
    try timeline.apply(messages)
    try timeline.packAll()
    #expect(try timeline.forgetOld() == 0)
    try timeline.keep(Self.retention, now: Self.now)
    try check(timeline, "before the removal")
    let removed = try timeline.forgetOld()
    // A chunk that has a part of a day that is kept stays.
    #expect(removed <= 40 + 120 && removed > 40 + 120 - 2 * 4)
    #expect(try timeline.statistics().forgotten == removed)
    #expect(try timeline.statistics().positions == 480 - removed)
    try check(timeline, "after the removal")
    #expect(try timeline.forgetOld() == 0)
    // A device sends everything again.
    let again = messages.enumerated().map { number, message in
      LedgerRecord(
        sequence: 10_000 + Int64(number), receivedAt: message.receivedAt,
        identity: message.identity, protocolName: "alpha", recordCount: 1,
        reports: message.reports)
    }
    #expect(
      try timeline.apply(again.enumerated().filter { $0.offset % 160 < 40 }.map(\.element)).isEmpty)
    #expect(try timeline.statistics().late > 0)
    try timeline.packAll()
    try check(timeline, "after late data")

    // From the ledger, with nothing kept of the file.
    let fresh = try PackedTimeline(file: folder.path("fresh.sqlite"), settings: Self.settings())
    try fresh.keep(Self.retention, now: Self.now)
    for message in messages { try fresh.apply([message]) }
    try check(fresh, "made again, partly in memory")
    try fresh.packAll()
    try check(fresh, "made again")
    let database = try Database(path: folder.path("fresh.sqlite"), mode: .read)
    let oldest = try database.integer("SELECT min(last) FROM chunk WHERE identity = 7")
    #expect(oldest ?? 0 >= moment(10 * Self.day).milliseconds)
  }

  @Test func theLastKnownPositionStaysHoweverOldItIs() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("timeline.sqlite")
    let timeline = try PackedTimeline(file: path, settings: Self.settings())
    try timeline.keep(Self.retention, now: moment(400 * Self.day))
    let messages = Self.messages().filter { $0.identity == device }
    try timeline.apply(messages)
    let last = try #require(try timeline.lastKnown(of: device))
    #expect(last.time == moment(159 * Self.day / 4))
    try timeline.packAll()
    try timeline.forgetOld()
    #expect(try timeline.history().isEmpty)
    #expect(try timeline.statistics().positions == 0)
    let again = try PackedTimeline(file: path, settings: Self.settings())
    try again.keep(Self.retention, now: moment(400 * Self.day))
    #expect(try again.lastKnown(of: device) == last)
    #expect(try again.position(id: last.id) == last)
    #expect(try again.apply([messages[3]]).isEmpty)
  }

  @Test func bytesOfAllAndOfADeviceHoldAlsoForLateData() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("timeline.sqlite")
    let timeline = try PackedTimeline(file: path, settings: Self.settings())
    let messages = Self.messages()
    try timeline.apply(messages)
    try timeline.packAll()
    func bytes(_ condition: String) throws -> Int64 {
      let database = try Database(path: path, mode: .read)
      return try database.integer("SELECT sum(bytes) FROM chunk \(condition)") ?? 0
    }
    let ofDevice = try bytes("WHERE identity = 7")
    var retention = HistoryRetention(own: [device: HistoryLimits(bytes: ofDevice / 2)])
    try timeline.keep(retention, now: Self.now)
    #expect(try timeline.forgetOld() > 70)
    #expect(try bytes("WHERE identity = 7") <= ofDevice / 2)
    #expect(try timeline.history(8).count == 160)
    let kept = try timeline.history()
    #expect(kept.count > 60 && kept.last?.time == moment(159 * Self.day / 4))
    // Late, and after a restart.
    func resend(_ timeline: PackedTimeline, from sequence: Int64) throws {
      try timeline.apply(
        messages.enumerated().map { number, message in
          LedgerRecord(
            sequence: sequence + Int64(number), receivedAt: message.receivedAt,
            identity: message.identity, protocolName: "alpha", recordCount: 1,
            reports: message.reports)
        })
    }
    try resend(timeline, from: 10_000)
    #expect(try timeline.history() == kept)
    let again = try PackedTimeline(file: path, settings: Self.settings())
    try again.keep(retention, now: Self.now)
    try resend(again, from: 20_000)
    #expect(try again.history() == kept)
    #expect(try again.history(8).count == 160)
    // All together.
    retention.general.bytes = try bytes("") / 4
    try again.keep(retention, now: Self.now)
    #expect(try again.forgetOld() > 0)
    #expect(try bytes("") <= retention.general.bytes)
    let oldest = try [7, 8, 9].compactMap { try again.history($0).first?.time }
    #expect(oldest.count == 3 && oldest.allSatisfy { $0 > moment(20 * Self.day) })
    // Without the limit late data is welcome again.
    try again.keep(HistoryRetention(), now: Self.now)
    try resend(again, from: 30_000)
    #expect(try again.history(9).count == 160)
  }
}

import CFaultVFS
import Ledger
import Platform
import Schedules
import Telemetry
import TestKit
import Testing
import Timeline

/// A packed timeline on a disk that fails and forgets.
@Suite struct PackedFaultTests {
  /// What a power loss leaves, and the ledger from where it says, give the history that was.
  private func recover(
    _ folder: TemporaryFolder, _ path: String, _ seed: UInt64, durable: LedgerToken,
    _ messages: [LedgerRecord], _ settings: PackedSettings
  ) throws {
    let copy = folder.path("copy-\(seed)")
    try Folder.create(copy)
    #expect(fault_power_loss(path, copy, seed) == 0)
    var settings = settings
    settings.fileSystem = nil
    let timeline = try PackedTimeline(file: copy + "/timeline.sqlite", settings: settings)
    // The ledger may have forgotten what the timeline said that it does not need.
    let kept = try timeline.durableWatermark()
    #expect(kept >= durable, "seed \(seed)")
    try timeline.apply(messages.filter { $0.sequence > kept.rawValue })
    let memory = MemoryTimeline()
    try memory.apply(messages)
    for identity in Int64(1)...4 {
      #expect(try timeline.history(identity) == memory.history(identity), "seed \(seed)")
    }
    #expect(try timeline.check().isEmpty)
    #expect(try timeline.lastKnown() == memory.lastKnown())
  }

  @Test func aPowerLossLeavesWhatTheWatermarkPromises() throws {
    var losses: UInt64 = 0
    var refusals = 0
    for seed in 1...UInt64(16) { try day(seed, &losses, &refusals) }
    #expect(losses > 150)
    #expect(refusals > 10)
  }

  private func day(_ seed: UInt64, _ losses: inout UInt64, _ refusals: inout Int) throws {
    var random = Generator(seed: seed &* 977)
    let folder = try TemporaryFolder()
    let path = folder.path("data")
    try Folder.create(path)
    fault_install()
    fault_open_zone(path)
    defer { fault_close_zone(path) }
    let day = Day(&random, size: 30...110)
    var settings = TimelineSchedule.settings(&random)
    settings.tailBytes = 2_000
    settings.fileSystem = "fault"
    let timeline = try PackedTimeline(file: path + "/timeline.sqlite", settings: settings)
    for (number, message) in day.messages.enumerated() {
      // Now and then the disk fails for a while; what it refuses is handed over again.
      let fault = Int.random(in: 0..<40, using: &random)
      if fault == 0 { fault_on_write(path, FaultInputOutput) }
      if fault == 1 { fault_on_write(path, FaultFull) }
      if fault == 2 { fault_on_sync(path, 1) }
      do {
        try timeline.apply([message], news: .none)
      } catch {
        refusals += 1
        #expect("\(error)".contains("timeline.sqlite"))
        fault_on_write(path, FaultNone)
        fault_on_sync(path, 0)
        try timeline.apply([message], news: .none)
      }
      fault_on_write(path, FaultNone)
      fault_on_sync(path, 0)
      guard number % 4 == 0 else { continue }
      losses += 1
      try recover(
        folder, path, seed << 16 | losses, durable: try timeline.durableWatermark(),
        Array(day.messages[...number]), settings)
    }
    #expect(try timeline.durableWatermark() > .start)
  }
}

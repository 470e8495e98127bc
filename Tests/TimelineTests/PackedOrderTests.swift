import Schedules
import TestKit
import Testing

/// The history of a packed timeline does not depend on how its records came, nor on crashes.
///
/// scripts/simulate runs many thousands of the same schedules.
@Suite struct PackedOrderTests {
  @Test(arguments: [UInt64(0), 1])
  func anyScheduleGivesTheSortedTruth(_ half: UInt64) throws {
    var crashes = 0
    for number in UInt64(1)...30 {
      let seed = number * 2 + half
      let folder = try TemporaryFolder(inMemory: true)
      var schedule = try TimelineSchedule(seed: seed, in: folder.path, size: 20...100)
      try schedule.run()
      #expect(schedule.faults == [], "seed \(seed)")
      crashes += schedule.crashes
    }
    #expect(crashes > 60)
  }

  @Test(arguments: [Canary.ties, .tail, .copies])
  func aBrokenTimelineIsFound(_ canary: Canary) throws {
    for seed in UInt64(1)...20 {
      let folder = try TemporaryFolder(inMemory: true)
      var schedule = try TimelineSchedule(seed: seed, in: folder.path, canary: canary)
      try schedule.run()
      if !schedule.faults.isEmpty { return }
    }
    Issue.record("twenty schedules did not find a timeline that is broken in its \(canary)")
  }
}

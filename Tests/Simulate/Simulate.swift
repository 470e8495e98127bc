import Foundation
import Platform
import Schedules
import Synchronization

/// Runs random schedules on all cores and says which went wrong; built with optimisation by
/// scripts/simulate.
@main
enum Simulate {
  /// What is to be run.
  struct Plan: Sendable {
    var schedules: UInt64 = 10_000
    var front: UInt64 = 300
    var first: UInt64 = 1
    var size = 8...40
    var canary: Canary?
  }

  /// What came of it.
  struct Tally: Sendable {
    var faults: [String] = []
    var done: UInt64 = 0
    var records = 0
    var copies = 0
    var crashes = 0
    var messages = 0
    var losses = 0
  }

  static let usage = """
    simulate [--schedules N] [--front N] [--first SEED] [--size N] [--canary NAME]
    """
  /// More are not written down.
  static let mostFaults = 5

  static func main() throws {
    guard let plan = plan(Array(CommandLine.arguments.dropFirst())) else {
      print(usage)
      exit(2)
    }
    let folder = try scratch()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let began = Clock.microseconds()
    let tally = try run(plan, in: folder)
    for fault in tally.faults { print(fault) }
    let seconds = (Clock.microseconds() - began) / 1_000_000
    print(
      """
      timeline: \(plan.schedules) schedules with \(tally.records) messages, \
      \(tally.copies) records twice, \(tally.crashes) crashes
      front: \(plan.front) schedules with \(tally.messages) messages, \(tally.losses) power losses
      simulate: \(tally.faults.isEmpty ? "passed" : "FAILED") in \(seconds) s
      """)
    if !tally.faults.isEmpty {
      try? FileManager.default.removeItem(atPath: folder)
      exit(1)
    }
  }

  private static func plan(_ arguments: [String]) -> Plan? {
    var plan = Plan()
    var rest = arguments[...]
    while let name = rest.popFirst() {
      guard let value = rest.popFirst() else { return nil }
      if name == "--canary", let canary = Canary(rawValue: value) {
        plan.canary = canary
        continue
      }
      guard let number = UInt64(value) else { return nil }
      switch name {
      case "--schedules": plan.schedules = number
      case "--front": plan.front = number
      case "--first": plan.first = number
      case "--size": plan.size = min(8, Int(number))...Int(clamping: number)
      default: return nil
      }
    }
    return plan
  }

  /// A folder in memory where the system offers that.
  private static func scratch() throws -> String {
    let memory = "/dev/shm"
    let parent = FileManager.default.isWritableFile(atPath: memory) ? memory : "/tmp"
    let folder = "\(parent)/whereabouts-simulate-\(UUID().uuidString)"
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true)
    return folder
  }

  // MARK: Running

  private static func run(_ plan: Plan, in folder: String) throws -> Tally {
    let next = Atomic<UInt64>(0)
    let tally = Monitor(Tally())
    let workers = try (0..<max(ProcessInfo.processInfo.activeProcessorCount, 1)).map { number in
      try WorkerThread(name: "simulate \(number)") {
        while true {
          let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
          guard index < plan.schedules + plan.front,
            tally.withLock({ $0.faults.count < mostFaults })
          else { return }
          let place = "\(folder)/\(index)"
          one(index, plan, place, tally)
          try? FileManager.default.removeItem(atPath: place)
        }
      }
    }
    for worker in workers { worker.join() }
    return tally.withLock { $0 }
  }

  private static func one(_ index: UInt64, _ plan: Plan, _ place: String, _ tally: Monitor<Tally>) {
    let isFront = index >= plan.schedules
    let seed = plan.first + (isFront ? index - plan.schedules : index)
    var faults: [String]
    do {
      try Folder.create(place)
      if isFront {
        var schedule = FrontSchedule(seed: seed, in: place, canary: plan.canary)
        try schedule.run()
        faults = schedule.faults
        tally.change {
          $0.messages += schedule.messages
          $0.losses += schedule.losses
        }
      } else {
        var schedule = try TimelineSchedule(
          seed: seed, in: place, size: plan.size, canary: plan.canary)
        try schedule.run()
        faults = schedule.faults
        tally.change {
          $0.records += schedule.day.messages.count
          $0.copies += schedule.day.copies
          $0.crashes += schedule.crashes
        }
      }
    } catch {
      faults = ["\(error)"]
    }
    guard !faults.isEmpty else { return }
    let kind = isFront ? "--schedules 0 --front 1" : "--schedules 1 --front 0"
    let text = faults.prefix(3).joined(separator: "\n  ")
    tally.change {
      $0.faults.append(
        "seed \(seed) failed; again with: scripts/simulate \(kind) --first \(seed)\n  \(text)")
    }
  }
}

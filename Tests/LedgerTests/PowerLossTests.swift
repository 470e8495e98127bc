import CFaultVFS
import Foundation
import Ledger
import Platform
import Telemetry
import TestKit
import Testing

/// The power goes before every single call that changes a file, and the disk may have kept any part
/// of what was not synced.
///
/// `WHEREABOUTS_SIMULATE=1` runs twenty times as many histories, and lets the power go a second
/// time in every tenth recovery instead of in one of each history.
@Suite struct PowerLossTests {
  static let isThorough = ProcessInfo.processInfo.environment["WHEREABOUTS_SIMULATE"] == "1"
  /// Six histories, of each of which at least so many moments are tried; usually they are 1,500 to
  /// 2,000 in all. How many there are depends on which batches meet in a commit: sixteen commits at
  /// least, because so many are waited for, of half a dozen calls or more.
  static let seeds = 0..<UInt64(isThorough ? 120 : 6)
  static let fewestPoints = 100

  @Test(arguments: seeds)
  func aPowerLossTakesNothingThatWasAnswered(_ seed: UInt64) throws {
    let history = try PowerLossHistory(seed: seed)
    let points = try history.run()
    #expect(points.count >= Self.fewestPoints)
    #expect(points.last?.answered.count == history.batches.count)
    var second = 0
    for (index, point) in points.enumerated() {
      let place = 10 - Int(seed % 10)
      let isTwice = Self.isThorough ? index % 10 == place % 10 : index == place
      second += try history.recover(point, losingPowerAgain: isTwice)
    }
    #expect(second >= 10)
    print("power loss, history \(seed): \(points.count) moments, \(second) in a recovery")
  }
}

/// A ledger that stores some batches, and what the disk would have at every moment of that.
struct PowerLossHistory {
  /// What a power loss left, and which batches had been answered before.
  struct Point {
    let folder: String
    let answered: [UInt64: Int64]
  }

  let batches: [LedgerBatch]
  private let folder: TemporaryFolder
  private let seed: UInt64
  private var settings = SQLiteLedgerSettings()

  init(seed: UInt64) throws {
    folder = try TemporaryFolder(inMemory: true)
    self.seed = seed
    batches = (1...24).map { number in
      let isBig = (number + Int(seed)) % 7 == 0
      return LedgerBatch.sample(
        UInt64(number), count: 1 + (number * 5 + Int(seed)) % 4, rawBytes: isBig ? 9_000 : 0)
    }
    settings.fileSystem = "fault"
    settings.segmentBytes = [700, 20_000, 268_435_456][Int(seed % 3)]
    settings.checkpointBytes = 1
    settings.checkpointInterval = 300
    fault_install()
  }

  /// Stores the batches in some commits.
  func run() throws -> [Point] {
    let path = folder.path("ledger")
    fault_open_zone(path)
    defer { fault_close_zone(path) }
    let watch = PowerWatch(path, copies: folder.path("loss"), seed: seed)
    let points = try watch.during {
      let ledger = try SQLiteLedger(folder: path, settings: settings)
      let outcomes = Outcomes()
      for (index, batch) in batches.enumerated() {
        try ledger.append(batch) { outcome in
          watch.note(batch.key.number, outcome)
          outcomes.completion(outcome)
        }
        if (index + Int(seed)) % 3 != 0 { _ = outcomes.wait(index + 1) }
      }
      _ = outcomes.wait(batches.count)
      ledger.close()
    }
    return points
  }

  /// Starts again from what the disk has, and checks that all is there and that it goes on.
  ///
  /// - Returns: at how many moments of that the power went again.
  func recover(_ point: Point, losingPowerAgain isTwice: Bool) throws -> Int {
    defer { try? FileManager.default.removeItem(atPath: point.folder) }
    fault_open_zone(point.folder)
    defer { fault_close_zone(point.folder) }
    guard isTwice else {
      try check(point, settings)
      return 0
    }
    let watch = PowerWatch(point.folder, copies: point.folder + "-again", seed: seed + 1)
    for (number, first) in point.answered { watch.note(number, first) }
    let points = try watch.during { try check(point, settings, watch) }
    for second in points { _ = try recover(second, losingPowerAgain: false) }
    return points.count
  }

  private func check(
    _ point: Point, _ settings: SQLiteLedgerSettings, _ watch: PowerWatch? = nil
  ) throws {
    let ledger = try SQLiteLedger(folder: point.folder, settings: settings)
    defer { ledger.close() }
    #expect(ledger.statistics.damage == nil)
    let before = try firstSequences(ledger)
    for (number, first) in point.answered {
      #expect(before[number] == first, "batch \(number) in \(point.folder)")
    }
    // A batch whose answer was on its way comes again, and is stored once; so is a new one.
    let newest = before.max { $0.value < $1.value }
    let resent = [newest?.key ?? 1, 90 + seed].map(batch(numbered:))
    let outcomes = Outcomes()
    for batch in resent {
      try ledger.append(batch) { outcome in
        watch?.note(batch.key.number, outcome)
        outcomes.completion(outcome)
      }
    }
    let receipts = try outcomes.wait(2).map { try $0.get().firstSequence }
    let after = try firstSequences(ledger)
    for (batch, first) in zip(resent, receipts) {
      #expect(after[batch.key.number] == first)
      if let known = before[batch.key.number] {
        #expect(first == known)
      } else {
        #expect(first > newest?.value ?? 0)
      }
    }
    let findings = try SQLiteLedger.inspect(folder: point.folder, isInUse: true)
    #expect(findings.allFaults == [])
  }

  private func batch(numbered number: UInt64) -> LedgerBatch {
    batches.first { $0.key.number == number } ?? LedgerBatch.sample(number)
  }

  /// The first sequence number of every batch that is there; each must be there whole and once.
  private func firstSequences(_ ledger: SQLiteLedger) throws -> [UInt64: Int64] {
    var found: [UInt64: [LedgerRecord]] = [:]
    for record in try ledger.everything(step: 5_000) {
      found[UInt64(record.identity.rawValue - 1), default: []].append(record)
    }
    return found.mapValues { records in
      let number = UInt64(records[0].identity.rawValue - 1)
      let batch = batch(numbered: number)
      let isWhole = records.map(\.raw) == batch.entries.map { Array(batch.bytes[$0.raw]) }
      let first = records[0].sequence
      let inOrder = records.indices.allSatisfy { records[$0].sequence == first + Int64($0) }
      #expect(isWhole && inOrder, "batch \(number) has \(records.count) records")
      return first
    }
  }
}

/// Takes down what a power loss would leave at every call that changes a file.
final class PowerWatch: Sendable {
  private struct State: Sendable {
    var answered: [UInt64: Int64] = [:]
    var points: [PowerLossHistory.Point] = []
    var failures = 0
  }

  private let path: String
  private let copies: String
  private let seed: UInt64
  private let state = Monitor(State())

  init(_ path: String, copies: String, seed: UInt64) {
    self.path = path
    self.copies = copies
    self.seed = seed
  }

  /// A batch was answered.
  func note(_ number: UInt64, _ outcome: Result<LedgerReceipt, LedgerError>) {
    if case .success(let receipt) = outcome { note(number, receipt.firstSequence) }
  }

  /// A batch had been answered before.
  func note(_ number: UInt64, _ first: Int64) { state.withLock { $0.answered[number] = first } }

  /// Runs a body while the calls are watched. The last moment is that after it.
  func during(_ body: () throws -> Void) throws -> [PowerLossHistory.Point] {
    // It lives until the watch has ended, which is before this function returns.
    let context = Unmanaged.passUnretained(self)
    fault_watch(
      path,
      { context in
        guard let context else { return }
        Unmanaged<PowerWatch>.fromOpaque(context).takeUnretainedValue().takeDown()
      }, context.toOpaque())
    defer { fault_watch(path, nil, nil) }
    try body()
    // After the last call too, when all has been answered.
    takeDown()
    let (points, failures) = state.withLock { ($0.points, $0.failures) }
    #expect(failures == 0)
    return points
  }

  private func takeDown() {
    state.withLock { state in
      let number = state.points.count
      let copy = "\(copies)\(number)"
      do {
        try Folder.create(copy)
        try copyUntouched(to: copy)
        if fault_power_loss(path, copy, seed &* 1_000 &+ UInt64(number)) != 0 {
          state.failures += 1
        }
      } catch {
        state.failures += 1
      }
      state.points.append(PowerLossHistory.Point(folder: copy, answered: state.answered))
    }
  }

  /// Files that were there before and that nobody has opened since are as they were, logs too: a
  /// segment is opened before its log is.
  private func copyUntouched(to copy: String) throws {
    for name in try Folder.names(in: path)
    where name.hasSuffix(".sqlite") || name.hasSuffix(".sqlite-wal") {
      if fault_knows("\(path)/\(name)") == 0 {
        try Folder.copy(file: "\(path)/\(name)", to: "\(copy)/\(name)")
      }
    }
  }
}

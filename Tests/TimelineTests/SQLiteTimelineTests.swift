import Foundation
import Ledger
import Platform
import SQLite
import Telemetry
import TestKit
import Testing
import Timeline

/// What only a timeline in a file can show.
@Suite struct SQLiteTimelineTests {
  @Test func historyAndWatermarkSurviveARestart() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("timeline.sqlite")
    var timeline: SQLiteTimeline? = try SQLiteTimeline(file: path)
    try timeline?.apply([.holding([.place(0, 48), .bare(9)], sequence: 4)])
    let history = try timeline?.history()
    timeline = nil
    let again = try SQLiteTimeline(file: path)
    #expect(try again.history() == history)
    #expect(try again.watermark().rawValue == 4)
    #expect(try again.statistics().positions == 2)
    #expect(try again.statistics().devices == 1)
    #expect(try again.statistics().bytes > 0)
  }

  @Test func queriesDoNotWaitForTheWriter() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("timeline.sqlite")
    let timeline = try SQLiteTimeline(file: path)
    try timeline.apply([.holding([.place(0, 48)], sequence: 1)])
    let blocker = try Database(path: path, mode: .write)
    try blocker.execute("BEGIN IMMEDIATE; DELETE FROM position")
    // Behind a lock each of these would fail after a second.
    for _ in 0..<5 { #expect(try timeline.history().count == 1) }
    blocker.rollBack()
  }

  @Test func queriesOfManyThreadsSeeWholeTransactions() throws {
    let folder = try TemporaryFolder()
    let timeline = try SQLiteTimeline(file: folder.path("timeline.sqlite"))
    let stop = Monitor(false)
    let threads = try (0..<6).map { _ in
      try WorkerThread(name: "query") {
        while !stop.withLock({ $0 }) {
          do {
            let count = try timeline.history().count
            if count % 4 != 0 { Issue.record("half a transaction: \(count)") }
          } catch { Issue.record(error) }
        }
      }
    }
    for sequence in Int64(1)...50 {
      let samples = (0..<4).map { Sample.place(sequence * 10 + $0, 48) }
      try timeline.apply([.holding(samples, sequence: sequence)])
    }
    stop.change { $0 = true }
    for thread in threads { thread.join() }
    #expect(try timeline.history().count == 200)
  }

  @Test func aFileOfAnotherFormatIsRefusedWithItsName() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("timeline.sqlite")
    try Database(path: path).execute("PRAGMA user_version=99")
    #expect { try SQLiteTimeline(file: path) } throws: { error in
      "\(error)".contains(path) && "\(error)".contains("99")
    }
  }

  @Test func aTimelineIsFedFromTheLedger() throws {
    let folder = try TemporaryFolder()
    let ledger = try MemoryLedger()
    let timeline = try SQLiteTimeline(file: folder.path("timeline.sqlite"))
    let heard = Monitor<[TimelineUpdate]>([])
    let consumer = TimelineConsumer(timeline) { updates in heard.change { $0 += updates } }
    let derivation = try Derivation(ledger: ledger, consumers: [consumer])
    let record = LedgerRecord.holding([.place(0, 48), .bare(5)], sequence: 1)
    let batch = LedgerBatch(
      key: BatchKey(producer: 1, number: 1),
      entries: [
        LedgerEntry(
          connection: 1, receivedAt: record.receivedAt, identity: record.identity,
          protocolName: "alpha", raw: 0..<0, reports: 0..<record.reports.count, recordCount: 2)
      ], bytes: record.reports)
    try ledger.append(batch) { _ in }
    let updates = heard.wait(microseconds: 60_000_000) { $0.count == 2 ? $0 : nil }
    #expect(try updates?.map(\.position) == timeline.history())
    #expect(derivation.wait(for: ledger.latest, milliseconds: Int64(patience)))
    derivation.stop()
    ledger.close()
  }
}

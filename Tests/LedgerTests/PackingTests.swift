import Foundation
import Ledger
import Platform
import SQLite
import Telemetry
import TestKit
import Testing

/// How messages are put together, and what that saves.
@Suite struct PackingTests {
  /// A position as a device sends it every so often.
  static func message(_ number: Int) -> LedgerBatch {
    var batch = LedgerBatch(key: BatchKey(producer: 0xACE0_5678_9ABC_DEF0, number: UInt64(number)))
    let line =
      "#POS,3590000000\(10_000 + number % 7),A,\(521_000_000 + number * 37),"
      + "\(133_000_000 - number * 53),\(number % 90),\(number % 360),bat=\(80 - number % 5),gsm=21*"
    let reports = compactReports(1, moment(Int64(number) * 5_000))
    batch.bytes = Array(line.utf8) + reports + Array("#ACK*".utf8)
    let middle = line.utf8.count + reports.count
    batch.entries = [
      LedgerEntry(
        connection: UInt64(1 << 60 + number % 7), receivedAt: moment(Int64(number) * 5_000),
        identity: DeviceIdentity(rawValue: Int64(1 + number % 7)), protocolName: "acme",
        raw: 0..<line.utf8.count, reports: line.utf8.count..<middle,
        reply: middle..<batch.bytes.count, recordCount: 1)
    ]
    return batch
  }

  private func size(_ path: String) throws -> Int64 {
    try Folder.names(in: path).reduce(0) { $0 + Folder.size(ofFile: "\(path)/\($1)") }
  }

  @Test func manyMessagesInOneCommitTakeLessThanTheirBytes() throws {
    let folder = try TemporaryFolder(inMemory: true)
    let ledger = try SQLiteLedger(folder: folder.path)
    let outcomes = Outcomes()
    var bytes = 0
    // The first holds up the others, so that they are one commit.
    var all = LedgerBatch(key: BatchKey(producer: 1, number: 1))
    for number in 0..<3_000 {
      let one = Self.message(number)
      let start = all.bytes.count
      all.bytes += one.bytes
      var entry = one.entries[0]
      entry.raw = start + entry.raw.lowerBound..<start + entry.raw.upperBound
      entry.reports = start + entry.reports.lowerBound..<start + entry.reports.upperBound
      entry.reply = start + entry.reply.lowerBound..<start + entry.reply.upperBound
      bytes += entry.raw.count
      all.entries.append(entry)
    }
    try ledger.append(all, completion: outcomes.completion)
    #expect(outcomes.wait(1).count == 1)
    let records = try ledger.everything(step: 100)
    #expect(records.count == 3_000)
    for (record, entry) in zip(records, all.entries) {
      #expect(record.raw == Array(all.bytes[entry.raw]))
      #expect(record.reports == Array(all.bytes[entry.reports]))
      #expect(record.reply == Array(all.bytes[entry.reply]))
      #expect(record.receivedAt == entry.receivedAt && record.connection == entry.connection)
    }
    ledger.close()
    #expect(try size(folder.path) < Int64(bytes))
  }

  @Test func aFinishedFileOfSmallBlocksIsPacked() throws {
    let folder = try TemporaryFolder(inMemory: true)
    let first = try SQLiteLedger(folder: folder.path)
    for number in 0..<500 { _ = try first.store(Self.message(number)) }
    var faulty = Self.message(500)
    faulty.entries[0].recordCount = -1
    let receipt = try first.store(faulty)
    let records = try first.everything(step: 100)
    first.close()
    let before = try size(folder.path)

    let second = try SQLiteLedger(folder: folder.path)
    // Reading goes on, from places in the middle too, whatever form the file has just now.
    var after = before
    for round in 0..<2_000 where after > before / 2 {
      let place = round % 500
      #expect(
        try second.read(after: LedgerToken(rawValue: Int64(place)), most: 3).first?.sequence
          == Int64(place) + 1 || place == 500)
      Pause.milliseconds(10)
      after = try size(folder.path)
    }
    #expect(after < before / 2)
    #expect(try second.everything(step: 100) == records)
    #expect(second.statistics.damage == nil)
    #expect(try second.setAside(after: .start, most: 5).map(\.sequence) == [501])
    #expect(try second.store(faulty) == receipt)
    #expect(try second.store(Self.message(7)).firstSequence == 8)
    #expect(try second.store(Self.message(501)).firstSequence == 502)
    second.close()
    #expect(try SQLiteLedger.inspect(folder: folder.path, isInUse: false).allFaults == [])
    // What it knows of batches is in the packed file as well.
    let third = try SQLiteLedger(folder: folder.path)
    #expect(try third.store(Self.message(7)).firstSequence == 8)
    #expect(try third.store(faulty) == receipt)
    #expect(try third.everything(step: 100).count == 501)
    third.close()
  }

  @Test func aFileOfAnotherFormIsRefusedInOneSentence() throws {
    for (form, word) in [(1, "earlier"), (3, "later")] {
      let folder = try TemporaryFolder(inMemory: true)
      let path = folder.path("ledger-000000000001.sqlite")
      try Database(path: path, mode: .create).execute(
        "CREATE TABLE entry (sequence INTEGER PRIMARY KEY); PRAGMA user_version=\(form)")
      let before = try Data(contentsOf: URL(fileURLWithPath: path))
      #expect {
        try SQLiteLedger(folder: folder.path)
      } throws: { error in
        let text = "\(error)"
        return text.contains(path) && text.contains("\(word) version") && !text.contains("\n")
      }
      #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
      let findings = try SQLiteLedger.inspect(folder: folder.path, isInUse: false)
      #expect(findings.allFaults.first?.contains("\(word) version") == true)
    }
  }

  /// One of several blocks of 256 messages is hit.
  @Test func aDamagedBlockLosesNothingElse() throws {
    let folder = try TemporaryFolder(inMemory: true)
    let ledger = try SQLiteLedger(folder: folder.path)
    var batch = LedgerBatch(key: BatchKey(producer: 1, number: 1))
    for number in 0..<1_000 {
      let start = batch.bytes.count
      batch.bytes += noise(60, seed: UInt64(number))
      batch.entries.append(
        LedgerEntry(connection: 1, receivedAt: moment(0), raw: start..<start + 60))
    }
    _ = try ledger.store(batch)
    ledger.close()
    let path = folder.path("ledger-000000000001.sqlite")
    var bytes = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    let victim = noise(60, seed: 300).suffix(20)
    let place = try #require(Data(bytes).range(of: Data(victim))?.lowerBound)
    bytes[place] ^= 4
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    let findings = try SQLiteLedger.inspect(folder: folder.path, isInUse: false)
    #expect(
      findings.allFaults == [
        "\(path): messages 257 to 512 cannot be read (its checksum does not hold)",
        "\(path): 256 messages are lost unless a backup has them",
      ])
    let reopened = try SQLiteLedger(folder: folder.path)
    #expect(try reopened.everything(step: 90).count == 744)
    #expect(reopened.statistics.damage?.contains("messages 257 to 512") == true)
    reopened.close()
  }

  @Test func theOldestFilesGoUntilTheRestIsSmallEnough() throws {
    let folder = try TemporaryFolder(inMemory: true)
    var settings = SQLiteLedgerSettings()
    settings.segmentBytes = 1
    let ledger = try SQLiteLedger(folder: folder.path, settings: settings)
    for number in 1...6 { _ = try ledger.store(.sample(UInt64(number), rawBytes: 20_000)) }
    let bytes = ledger.statistics.bytes
    let limits = LedgerRetention(bytes: bytes / 2)
    #expect(try ledger.drop(limits, before: LedgerToken(rawValue: 4)) == 1)
    #expect(try ledger.everything().first?.sequence == 4)
    #expect(try ledger.drop(limits, before: ledger.latest) > 0)
    #expect(ledger.statistics.bytes <= bytes / 2 || ledger.statistics.segments == 1)
    #expect(try ledger.everything().last?.sequence == 18)
    ledger.close()
  }
}

import Foundation
import Ledger
import Platform
import SQLite
import Telemetry
import TestKit
import Testing

/// What a disk does to files that were sound: it is noticed, the rest can be read, and a start goes
/// on behind it.
@Suite struct DamageTests {
  /// A ledger of two files that is closed: messages 1 to 1,800 and 1,801 to 1,803, each three of
  /// them a block.
  struct Fixture {
    static let messages: Int64 = 1_803
    let folder: TemporaryFolder
    var path: String { folder.path("ledger") }
    var first: String { path + "/ledger-000000000001.sqlite" }

    init() throws {
      folder = try TemporaryFolder(inMemory: true)
      for batches in [1...600, 601...601] {
        let ledger = try open()
        for number in batches { _ = try ledger.store(Self.batch(number)) }
        ledger.close()
      }
    }

    /// A ledger that leaves its small blocks as they are.
    func open() throws -> SQLiteLedger {
      var settings = SQLiteLedgerSettings()
      settings.packsFinishedFiles = false
      return try SQLiteLedger(folder: path, settings: settings)
    }

    static func batch(_ number: Int) -> LedgerBatch { .sample(UInt64(number), rawBytes: 80) }

    func findings() throws -> LedgerFindings {
      try SQLiteLedger.inspect(folder: path, isInUse: false)
    }

    /// Changes the first file.
    func damage(_ change: (inout [UInt8]) -> Void) throws {
      let url = URL(fileURLWithPath: first)
      var bytes = Array(try Data(contentsOf: url))
      change(&bytes)
      try Data(bytes).write(to: url)
    }

    /// Reads as a consumer does; every message must be what was stored.
    func readable(_ ledger: SQLiteLedger) throws -> Set<Int64> {
      let records = try ledger.everything(step: 100)
      for record in records {
        let number = record.identity.rawValue - 1
        let index = (record.sequence - 1) % 3
        let batch = Self.batch(Int(number))
        #expect(record.raw == Array(batch.bytes[batch.entries[Int(index)].raw]))
        #expect(record.sequence == (number - 1) * 3 + index + 1)
      }
      #expect(records.map(\.sequence) == records.map(\.sequence).sorted())
      return Set(records.map(\.sequence))
    }
  }

  @Test func aSoundLedgerHasNoFaultsAndIsLeftAsItIs() throws {
    let fixture = try Fixture()
    let before = try Folder.names(in: fixture.path)
    let findings = try fixture.findings()
    #expect(findings.allFaults == [])
    #expect(findings.messages == Fixture.messages)
    #expect(findings.segments.map(\.first) == [1, 1_801])
    #expect(findings.segments.map(\.newest) == [1_800, 1_803])
    #expect(findings.latest.rawValue == Fixture.messages)
    #expect(try Folder.names(in: fixture.path) == before)
  }

  /// Every page in turn becomes zeros.
  @Test func aZeroedPageIsNoticedAndTheRestIsRead() throws {
    let fixture = try Fixture()
    let sound = try Data(contentsOf: URL(fileURLWithPath: fixture.first))
    let pages = sound.count / 8_192
    #expect(pages > 20)
    var lost: [Int] = []
    for page in 1..<pages {
      try fixture.damage { $0.replaceSubrange(page * 8_192..<(page + 1) * 8_192, with: zeros) }
      let findings = try fixture.findings()
      #expect(!findings.allFaults.isEmpty, "page \(page)")
      let ledger = try fixture.open()
      let read = try fixture.readable(ledger)
      #expect(read.isSuperset(of: 1_801...1_803))
      #expect(Int64(read.count) == findings.messages, "page \(page)")
      if read.count < 1_803 {
        #expect(ledger.statistics.damage?.contains(fixture.first) == true)
        lost.append(1_803 - read.count)
      }
      ledger.close()
      try sound.write(to: URL(fileURLWithPath: fixture.first))
    }
    // A leaf of the tree holds some dozens; only its root has them all.
    #expect(lost.count > 10)
    #expect(lost.filter { $0 > 200 }.count <= 1)
    #expect(try fixture.findings().allFaults == [])
  }

  private var zeros: [UInt8] { [UInt8](repeating: 0, count: 8_192) }

  /// Single bits are flipped all over the file, wherever that changes anything.
  @Test(arguments: [UInt64(1)])
  func aFlippedBitIsNoticedOrChangesNothing(_ seed: UInt64) throws {
    let fixture = try Fixture()
    let sound = try Data(contentsOf: URL(fileURLWithPath: fixture.first))
    var generator = SeededGenerator(seed)
    var noticed = 0
    for _ in 0..<120 {
      let place = Int.random(in: 8_192..<sound.count, using: &generator)
      let bit = UInt8(1) << UInt8.random(in: 0..<8, using: &generator)
      try fixture.damage { $0[place] ^= bit }
      let findings = try fixture.findings()
      let ledger = try fixture.open()
      // Whatever can be read is what was stored; the fixture looks at each.
      let read = try fixture.readable(ledger)
      // A message that has lost its place in the tree is missed only by a look at the whole file,
      // and where the tree is out of order the two ways through it may meet different messages.
      if read.count < 1_803 { #expect(!findings.allFaults.isEmpty, "byte \(place)") }
      if findings.allFaults.isEmpty {
        #expect(Int64(read.count) == findings.messages, "byte \(place)")
      }
      if !findings.allFaults.isEmpty { noticed += 1 }
      ledger.close()
      try sound.write(to: URL(fileURLWithPath: fixture.first))
    }
    #expect(noticed > 60)
  }

  @Test(arguments: [8_192 * 3, 8_192 * 10 + 100, 8_192, 100, 0])
  func aTruncatedFileIsNoticedAndReadAsFarAsItGoes(_ length: Int) throws {
    let fixture = try Fixture()
    try fixture.damage { $0.removeLast($0.count - length) }
    let findings = try fixture.findings()
    #expect(!findings.allFaults.isEmpty)
    let ledger = try fixture.open()
    let read = try fixture.readable(ledger)
    #expect(read.isSuperset(of: 1_801...1_803))
    #expect(Int64(read.count) == findings.messages)
    if length > 8_192 * 10 { #expect(read.count > 100) }
    #expect(try ledger.store(.sample(700)).firstSequence == 1_804)
    ledger.close()
  }

  /// The newest file is the one that a start looks into.
  @Test func aDamagedNewestFileIsReadAsFarAsItGoesAndFollowedByANewOne() throws {
    let folder = try TemporaryFolder(inMemory: true)
    let first = try SQLiteLedger(folder: folder.path)
    for number in 1...300 { _ = try first.store(Fixture.batch(number)) }
    first.close()
    let path = folder.path("ledger-000000000001.sqlite")
    var bytes = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    bytes.removeLast(8_192 * 3)
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    let second = try SQLiteLedger(folder: folder.path)
    #expect(second.statistics.damage?.contains(path) == true)
    let receipt = try second.store(.sample(301))
    #expect(receipt.firstSequence > 900)
    let read = try second.everything(step: 100).map(\.sequence)
    #expect(read.count > 300 && read.count < 903)
    #expect(read.suffix(3) == (0..<3).map { receipt.firstSequence + $0 })
    second.close()
    let findings = try SQLiteLedger.inspect(folder: folder.path, isInUse: false)
    #expect(findings.segments.first?.faults.isEmpty == false)
    #expect(findings.segments.last?.faults == [])
  }

  @Test func aMissingFileIsNoticed() throws {
    let fixture = try Fixture()
    for number in 602...603 {
      let ledger = try fixture.open()
      _ = try ledger.store(Fixture.batch(number))
      ledger.close()
    }
    try Folder.remove(file: fixture.path + "/ledger-000000001804.sqlite")
    #expect(
      try fixture.findings().allFaults == ["messages 1804 to 1806 are in no file"])
  }

  @Test func noNumberThatAConsumerHasSeenIsGivenAgain() throws {
    let fixture = try Fixture()
    try Folder.remove(file: fixture.path + "/ledger-000000001801.sqlite")
    var settings = SQLiteLedgerSettings()
    settings.notBefore = LedgerToken(rawValue: 1_803)
    let ledger = try SQLiteLedger(folder: fixture.path, settings: settings)
    #expect(ledger.statistics.damage?.contains("up to 1803") == true)
    #expect(ledger.latest.rawValue == 1_803)
    #expect(try ledger.store(.sample(601)).firstSequence == 1_804)
    #expect(try ledger.everything(step: 500).count == 1_803)
    ledger.close()
    let next = try SQLiteLedger(folder: fixture.path, settings: settings)
    #expect(next.statistics.damage == nil)
    next.close()
  }

  @Test(arguments: LedgerKind.allCases)
  func whatWasSetAsideCanBeRead(_ kind: LedgerKind) throws {
    let fixture = try LedgerFixture(kind)
    var batch = LedgerBatch.sample(1)
    batch.entries[1].recordCount = -1
    batch.entries[2].identity = DeviceIdentity(rawValue: -7)
    #expect(try fixture.ledger.store(batch).setAside == [1, 2])
    let all = try fixture.ledger.setAside(after: .start, most: 10)
    #expect(all.map(\.sequence) == [2, 3])
    #expect(all.map(\.raw) == [Array("frame 1.1".utf8), Array("frame 1.2".utf8)])
    #expect(all.map(\.recordCount) == [-1, 2])
    #expect(all.map(\.identity.rawValue) == [2, -7])
    #expect(all.map(\.protocolName) == ["beta", "alpha"])
    #expect(all.map(\.receivedAt) == [moment(1), moment(2)])
    #expect(all.allSatisfy { $0.connection == 4 })
    #expect(all.first?.reason.contains("record_count") == true)
    #expect(all.last?.reason.contains("identity") == true)
    #expect(try fixture.ledger.setAside(after: all[0].token, most: 10) == [all[1]])
    #expect(try fixture.ledger.setAside(after: .start, most: 1) == [all[0]])
    fixture.ledger.close()
  }

  @Test func roomOnTheDiskIsTold() throws {
    #expect(DiskSpace(total: 1_000, free: 101).shortage == nil)
    #expect(DiskSpace(total: 1_000, free: 100).shortage == .tenth)
    #expect(DiskSpace(total: 1_000, free: 50).shortage == .twentieth)
    #expect(DiskSpace(total: 0, free: 0).shortage == nil)
    let folder = try TemporaryFolder()
    let ledger = try SQLiteLedger(folder: folder.path)
    let space = try #require(ledger.statistics.space)
    let facts = try FileManager.default.attributesOfFileSystem(forPath: folder.path)
    #expect(space.total == (facts[.systemSize] as? NSNumber)?.int64Value)
    #expect(space.free > 0 && space.free < space.total)
    ledger.close()
  }
}

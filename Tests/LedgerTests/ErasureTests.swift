import Foundation
import Ledger
import Platform
import Telemetry
import TestKit
import Testing

/// Removing everything that came from a device.
@Suite struct ErasureTests {
  /// Device 7 and device 8 send by connections of their own; each has an unidentified piece before
  /// it says who it is, and one message of each is set aside.
  static func batches(producer: UInt64 = 9) -> [LedgerBatch] {
    (0..<12).map { number in
      let device = Int64(7 + number % 2)
      var batch = LedgerBatch.sample(
        UInt64(number), producer: producer, count: 3, connection: UInt64(device), rawBytes: 90)
      batch.connections[0].peer = "203.0.113.\(device):4711"
      for index in batch.entries.indices {
        batch.entries[index].identity = DeviceIdentity(rawValue: device)
      }
      if number < 2 { batch.entries[0].identity = .unknown }
      if number == 4 || number == 5 { batch.entries[1].recordCount = -1 }
      return batch
    }
  }

  static let device = DeviceIdentity(rawValue: 7)

  /// The messages of the other device.
  static let kept: [Int64] = [4, 5, 6, 10, 11, 12, 16, 18, 22, 23, 24, 28, 29, 30, 34, 35, 36]

  @Test(arguments: LedgerKind.allCases)
  func everythingOfADeviceGoesAndTheRestStaysWhereItIs(_ kind: LedgerKind) throws {
    let fixture = try LedgerFixture(kind)
    let ledger = fixture.ledger
    for batch in Self.batches() { _ = try ledger.store(batch) }
    let before = try ledger.everything().filter { Self.kept.contains($0.sequence) }
    #expect(before.count == Self.kept.count)
    let erasure = try ledger.erase([Self.device, .unknown])
    #expect(erasure.through.rawValue == 36)
    #expect(erasure.messages == 16)
    #expect(erasure.unidentified == 1)
    #expect(erasure.setAside == 1)
    #expect(erasure.leftovers == [])
    #expect(try ledger.everything() == before)
    #expect(try ledger.setAside(after: .start, most: 10).map(\.sequence) == [17])
    #expect(ledger.statistics.damage == nil)
    #expect(ledger.latest.rawValue == 36)
    // The device may come again, and a second erasure takes only that.
    #expect(try ledger.store(Self.batches(producer: 10)[2]).firstSequence == 37)
    let again = try ledger.erase([Self.device])
    #expect(again.messages == 3 && again.unidentified == 0 && again.setAside == 0)
    #expect(try ledger.everything() == before)
    #expect(try ledger.erase([Self.device]).messages == 0)
    ledger.close()
  }

  /// A ledger of several files, with one message of each device in every one.
  struct Fixture {
    let folder: TemporaryFolder
    let path: String
    let ledger: SQLiteLedger
    let markers: [[UInt8]]

    init(onStep: @escaping @Sendable (RewritingStep) throws -> Void = { _ in }) throws {
      folder = try TemporaryFolder(inMemory: true)
      path = folder.path("ledger")
      var settings = SQLiteLedgerSettings()
      settings.segmentBytes = 1_000
      settings.onRewritingStep = onStep
      ledger = try SQLiteLedger(folder: path, settings: settings)
      let batches = ErasureTests.batches()
      for batch in batches { _ = try ledger.store(batch) }
      markers =
        batches.enumerated().filter { $0.offset % 2 == 0 }.flatMap { _, batch in
          batch.entries.map { Array(batch.bytes[$0.raw].suffix(40)) }
        } + [Array("203.0.113.7:4711".utf8)]
      #expect(ledger.statistics.segments > 3)
    }
  }

  /// How many of some pieces of bytes are in any file of a folder.
  static func found(_ markers: [[UInt8]], in path: String) throws -> Int {
    let files = try Folder.names(in: path).map {
      try Data(contentsOf: URL(fileURLWithPath: "\(path)/\($0)"))
    }
    return markers.count { marker in files.contains { $0.range(of: Data(marker)) != nil } }
  }

  @Test func noFileHasAByteOfItAnyMore() throws {
    let fixture = try Fixture()
    #expect(try Self.found(fixture.markers, in: fixture.path) == fixture.markers.count)
    let erasure = try fixture.ledger.erase([Self.device])
    #expect(erasure.files == fixture.ledger.statistics.segments)
    #expect(try Self.found(fixture.markers, in: fixture.path) == 0)
    #expect(try fixture.ledger.everything().map(\.sequence) == Self.kept)
    fixture.ledger.close()
    #expect(try Self.found(fixture.markers, in: fixture.path) == 0)
    let findings = try SQLiteLedger.inspect(folder: fixture.path, isInUse: false)
    #expect(findings.allFaults == [])
    #expect(findings.messages == Int64(Self.kept.count))
    let reopened = try SQLiteLedger(folder: fixture.path)
    #expect(reopened.latest.rawValue == 36)
    #expect(try reopened.store(Self.batches()[11]).firstSequence == 34)
    #expect(try reopened.store(.sample(90)).firstSequence == 37)
    reopened.close()
  }

  /// What a process leaves that is killed behind any step.
  @Test func aCrashAtAnyStepLosesNothingAndTheNextErasureDoesTheRest() throws {
    let folder = try TemporaryFolder(inMemory: true)
    let live = Monitor("")
    let copies = Monitor<[String]>([])
    let fixture = try Fixture { step in
      let path = live.withLock { $0 }
      let copy = copies.withLock { copies in
        copies.append(folder.path("\(copies.count)-\(step)"))
        return copies[copies.count - 1]
      }
      try Folder.create(copy)
      // Logs before their files: between the two, a checkpoint may only move pages to the file.
      for name in try Folder.names(in: path).sorted(by: >) where !name.hasSuffix("-shm") {
        try Folder.copy(file: "\(path)/\(name)", to: "\(copy)/\(name)")
      }
    }
    live.change { $0 = fixture.path }
    _ = try fixture.ledger.erase([Self.device])
    fixture.ledger.close()
    let crashes = copies.withLock { $0 }
    #expect(crashes.count >= RewritingStep.allCases.count * 4)
    for (index, path) in crashes.enumerated() {
      let ledger = try SQLiteLedger(folder: path)
      let there = try ledger.everything()
      #expect(ledger.statistics.damage == nil, "\(path)")
      #expect(there.filter { Self.kept.contains($0.sequence) }.map(\.sequence) == Self.kept)
      #expect(there.count > Self.kept.count || index + 5 >= crashes.count)
      _ = try ledger.erase([Self.device])
      #expect(try ledger.everything().map(\.sequence) == Self.kept)
      ledger.close()
      #expect(try Self.found(fixture.markers, in: path) == 0, "\(path)")
      #expect(try Folder.names(in: path).allSatisfy { !$0.contains(".new") })
    }
  }

  @Test func aStepThatFailsLeavesTheFileAsItWas() throws {
    for failing in RewritingStep.allCases where failing != .replaced && failing != .synced {
      struct Failure: Error {}
      let fixture = try Fixture { step in if step == failing { throw Failure() } }
      let before = try fixture.ledger.everything()
      #expect(throws: LedgerError.self) { try fixture.ledger.erase([Self.device]) }
      #expect(try fixture.ledger.everything() == before, "\(failing)")
      #expect(try Folder.names(in: fixture.path).allSatisfy { !$0.contains(".new") })
      fixture.ledger.close()
    }
  }

  /// Traffic goes on, and a consumer keeps its place, while files are written anew.
  @Test func messagesAreTakenMeanwhile() throws {
    let others = Monitor<[UInt64]>([])
    let live = Monitor<SQLiteLedger?>(nil)
    let fixture = try Fixture { step in
      guard let ledger = live.withLock({ $0 }) else { return }
      let number = others.withLock { UInt64(100 + $0.count) }
      _ = try ledger.store(.sample(number, connection: 50))
      others.change { $0.append(number) }
    }
    live.change { $0 = fixture.ledger }
    let half = try fixture.ledger.read(after: .start, most: 17)
    let erasure = try fixture.ledger.erase([Self.device])
    live.change { $0 = nil }
    let count = others.withLock { $0.count }
    #expect(count == erasure.files * RewritingStep.allCases.count)
    let rest = try fixture.ledger.read(after: half[16].token, most: 1_000)
    let place = half[16].sequence
    #expect(rest.map(\.sequence).filter { $0 <= 36 } == Self.kept.filter { $0 > place })
    #expect(rest.filter { $0.connection == 50 }.count == count * 3)
    fixture.ledger.close()
  }

  /// The first bytes of a connection are in another file than the name of their sender.
  @Test func whatCameBeforeTheNameGoesTooWhereverItIs() throws {
    let folder = try TemporaryFolder(inMemory: true)
    var settings = SQLiteLedgerSettings()
    settings.segmentBytes = 1
    let ledger = try SQLiteLedger(folder: folder.path, settings: settings)
    for number in 0..<3 {
      var batch = LedgerBatch.sample(UInt64(number), connection: 4, introduces: number == 0)
      for index in batch.entries.indices {
        batch.entries[index].identity = number == 2 ? Self.device : .unknown
      }
      _ = try ledger.store(batch)
    }
    var stranger = LedgerBatch.sample(5, count: 1, connection: 5)
    stranger.entries[0].identity = .unknown
    _ = try ledger.store(stranger)
    let erasure = try ledger.erase([Self.device])
    #expect(erasure.messages == 3 && erasure.unidentified == 6 && erasure.files == 3)
    #expect(try ledger.everything().map(\.sequence) == [10])
    ledger.close()
    // The number of a connection means nothing in another run.
    let next = try SQLiteLedger(folder: folder.path)
    var other = LedgerBatch.sample(6, count: 1, connection: 5)
    other.entries[0].identity = Self.device
    _ = try next.store(other)
    #expect(try next.erase([Self.device]).unidentified == 0)
    #expect(try next.everything().map(\.sequence) == [10])
    next.close()
  }

  @Test func whatCannotBeReadIsTold() throws {
    let fixture = try DamageTests.Fixture()
    try fixture.damage { bytes in
      for place in 8_192 * 8..<8_192 * 9 { bytes[place] = 0 }
    }
    let ledger = try fixture.open()
    let readable = try fixture.readable(ledger).count
    #expect(readable < 1_803)
    let nobody = try ledger.erase([DeviceIdentity(rawValue: 99_999)])
    #expect(nobody.files == 0)
    #expect(nobody.leftovers.count == 1)
    #expect(nobody.leftovers.first?.contains(fixture.first) == true)
    let somebody = try ledger.erase([DeviceIdentity(rawValue: 11)])
    #expect(somebody.files == 1 && somebody.messages == 3 && somebody.leftovers == [])
    #expect(try fixture.readable(ledger).count == readable - 3)
    ledger.close()
  }
}

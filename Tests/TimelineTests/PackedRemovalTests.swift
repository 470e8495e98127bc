import Ledger
import SQLite
import Telemetry
import TestKit
import Testing
import Timeline

/// Removal, retention and damage of a packed timeline.
@Suite struct PackedRemovalTests {
  private let device = DeviceIdentity(rawValue: 7)

  /// Two devices in many chunks and some positions in the tail.
  private func filled(
    _ path: String, node: Int = 0
  ) throws -> (timeline: PackedTimeline, messages: [LedgerRecord]) {
    let timeline = try PackedTimeline(
      file: path, node: node, settings: PackedTimelineTests.small())
    let seconds = (0..<400).map { Int64($0) * 600 }
    let one = PackedTimelineTests.drive(seconds, from: 1)
    let other = PackedTimelineTests.drive(seconds, from: 1_001, identity: 8)
    try timeline.apply(one + other)
    try timeline.packAll()
    let more = PackedTimelineTests.drive((400..<410).map { $0 * 600 }, from: 2_001)
    try timeline.apply(more)
    return (timeline, one + other + more)
  }

  private func replay(_ messages: [LedgerRecord], into timeline: PackedTimeline) throws {
    let seen = try timeline.watermark().rawValue
    try timeline.apply(messages.filter { $0.sequence > seen })
  }

  @Test func anErasedDeviceStaysErasedAfterReplay() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("timeline.sqlite")
    let (timeline, messages) = try filled(path)
    let other = try timeline.history(8)
    #expect(try timeline.erase(device) == 410)
    #expect(try timeline.history().isEmpty)
    #expect(try timeline.lastKnown(of: device) == nil)
    #expect(try timeline.position(id: 1 << 8) == nil)
    #expect(try timeline.statistics().positions == 400)
    // A crash: everything behind the watermark is read again.
    let again = try PackedTimeline(file: path, settings: PackedTimelineTests.small())
    try replay(messages, into: again)
    #expect(try again.history().isEmpty)
    #expect(try again.lastKnown(of: device) == nil)
    #expect(try again.history(8) == other)
    #expect(try again.lastKnown().map(\.identity.rawValue) == [8])
    // What comes later is a new history.
    try again.apply(PackedTimelineTests.drive([9_999_999], from: 5_000))
    #expect(try again.history().count == 1)
    try again.packAll()
    #expect(try again.lastKnown(of: device)?.time == moment(9_999_999))
    #expect(try again.erase(DeviceIdentity(rawValue: 99)) == 0)
  }

  @Test func nothingOfAnErasedDeviceStaysInTheFile() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("timeline.sqlite")
    let timeline = try PackedTimeline(file: path)
    var reports = Reports()
    reports.begin()
    reports.current.setTime(moment(0))
    reports.set("note", text: "x7Q-secret-of-a-driver-93")
    var bytes: [UInt8] = []
    CompactReport.append(reports, record: 0, receivedAt: moment(1), to: &bytes)
    try timeline.apply([
      LedgerRecord(
        sequence: 1, receivedAt: moment(1), identity: device, protocolName: "alpha",
        recordCount: 1, reports: bytes)
    ])
    try timeline.packAll()
    func holdsSecret() throws -> Bool {
      try ["", "-wal"].contains { suffix in
        let secret = Array("x7Q-secret".utf8)
        let file = try FileBytes.read(path + suffix)
        return file.indices.dropLast(secret.count).contains {
          file[$0] == secret[0] && Array(file[$0..<$0 + secret.count]) == secret
        }
      }
    }
    // The row of what is last known is not compressed, so the search can find it.
    #expect(try holdsSecret())
    try timeline.erase(device)
    #expect(try !holdsSecret())
  }

  @Test func aRemovedRangeStaysRemovedAndTheRestIsUntouched() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("timeline.sqlite")
    let (timeline, messages) = try filled(path)
    let rest = try timeline.history().filter {
      $0.time < moment(5_000) || $0.time > moment(150_000)
    }
    let removed = try timeline.remove(device, from: moment(5_000), to: moment(150_000))
    #expect(Int(removed) == 410 - rest.count && removed > 200)
    #expect(try timeline.history() == rest)
    #expect(try timeline.statistics().positions == Int64(rest.count) + 400)
    for position in rest { #expect(try timeline.position(id: position.id) == position) }
    let again = try PackedTimeline(file: path, settings: PackedTimelineTests.small())
    try replay(messages, into: again)
    #expect(try again.history() == rest)
    // The end, with what is last known.
    let border = moment(200_000)
    try again.remove(device, from: border, to: moment(1 << 40))
    let kept = rest.filter { $0.time < border }
    #expect(try again.history() == kept)
    #expect(try again.lastKnown(of: device) == kept.last)
    try again.apply([.holding([.bare(250_000)], sequence: 9_000)])
    #expect(try again.lastKnown(of: device)?.fixTime == kept.last?.time)
  }

  @Test func oldHistoryGoesByAgeAndSizeOfOneDeviceOrOfAll() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("timeline.sqlite")
    let (timeline, _) = try filled(path)
    let last = try timeline.lastKnown()
    #expect(try timeline.forget(before: moment(-1_000)) == 0)
    let removed = try timeline.forget(before: moment(120_000), of: device)
    #expect(removed > 0)
    #expect(try timeline.history(8).count == 400)
    let history = try timeline.history()
    #expect(history.count == 410 - Int(removed))
    // Whole chunks only, none with anything newer.
    #expect(history.filter { $0.time >= moment(120_000) }.count == 210)
    let bytes = try #require(
      try Database(path: path, mode: .read).integer("SELECT sum(bytes) FROM chunk"))
    #expect(try timeline.forget(beyond: bytes / 2) > 0)
    let left = try #require(
      try Database(path: path, mode: .read).integer("SELECT sum(bytes) FROM chunk"))
    #expect(left <= bytes / 2 && left > 0)
    let oldest = try [timeline.history(), timeline.history(8)].compactMap { $0.first?.time }
    #expect(oldest.allSatisfy { $0 > moment(100_000) })
    #expect(try timeline.forget(beyond: 0) > 0)
    #expect(try timeline.history(8).isEmpty)
    // What is in memory is too young to go, and what is last known stays.
    #expect(try timeline.history().count == 10)
    #expect(try timeline.lastKnown() == last)
    #expect(try timeline.statistics().positions == 10)
  }

  @Test func everyFlippedBitOfAChunkIsSeenAndTheRestCanBeRead() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("timeline.sqlite")
    let (timeline, _) = try filled(path)
    let whole = try timeline.history()
    let database = try Database(path: path, mode: .write)
    let id = try #require(
      try database.integer(
        "SELECT id FROM chunk WHERE identity = 7 ORDER BY first LIMIT 1 OFFSET 2"))
    let count = try #require(try database.integer("SELECT count FROM chunk WHERE id = \(id)"))
    let first = try #require(try database.integer("SELECT first FROM chunk WHERE id = \(id)"))
    let last = try #require(try database.integer("SELECT last FROM chunk WHERE id = \(id)"))
    func chunk() throws -> Int {
      try timeline.positions(
        of: device, from: Timestamp(milliseconds: first), to: Timestamp(milliseconds: last),
        limit: 1_000
      ).count
    }
    #expect(try chunk() == Int(count))
    let select = try database.prepare("SELECT data FROM chunk_data WHERE id = \(id)")
    _ = try select.step()
    let good = select.blob(0)
    select.reset()
    let update = try database.prepare("UPDATE chunk_data SET data = ? WHERE id = \(id)")
    for bit in 0..<good.count * 8 {
      var bad = good
      bad[bit / 8] ^= 1 << UInt8(bit % 8)
      try update.bind(1, bad)
      try update.run()
      #expect(try chunk() == 0, "bit \(bit)")
    }
    try update.bind(1, Array(good.dropLast()))
    try update.run()
    #expect(try timeline.history().count == whole.count - Int(count))
    #expect(try timeline.statistics().damagedChunks == 1)
    // It starts with it, says what is lost, goes on, and leaves the damage for somebody to see.
    let again = try PackedTimeline(file: path, settings: PackedTimelineTests.small())
    let found = try again.check()
    #expect(found.count == 1)
    #expect(found.first?.contains("chunk \(id) of \(path)") == true)
    #expect(found.first?.contains("\(count) positions of device 7") == true)
    let more = PackedTimelineTests.drive((0..<300).map { $0 * 1_000 + 7 }, from: 7_000)
    try again.apply(more)
    try again.packAll()
    #expect(try again.history().count == whole.count - Int(count) + 300 - 10)
    // With the good bytes back, everything is.
    try update.bind(1, good)
    try update.run()
    #expect(try again.history().count == whole.count + 300 - 10)
    #expect(try Set(again.history().map(\.id)).isSuperset(of: whole.dropLast(10).map(\.id)))
  }

  @Test func aDamagedChunkIsNamedAndMadeAgainFromTheLedger() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("timeline.sqlite")
    let (filled, messages) = try filled(path, node: 9)
    try filled.packAll()
    // By a command that does not know the node's number.
    let timeline = try PackedTimeline(file: path)
    let whole = try timeline.history()
    #expect(try StoredTimeline.inspect(path: path, isInUse: true).damaged.isEmpty)
    let database = try Database(path: path, mode: .write)
    try database.execute(
      """
      UPDATE chunk_data SET data = CAST(data || x'00' AS BLOB) WHERE id IN
        (SELECT id FROM chunk WHERE identity = 7 ORDER BY first LIMIT 2)
      """)
    let finding = try StoredTimeline.inspect(path: path, isInUse: true)
    #expect(finding.file.faults.isEmpty)
    #expect(finding.damaged.count == 2 && finding.more == 0)
    let first = try #require(finding.damaged.min { $0.first < $1.first })
    #expect(first.identity == device && first.first == whole.first?.time)
    #expect(first.days.hasPrefix(String(whole[0].time.iso8601.prefix(10))))
    let lost = finding.damaged.reduce(0) { $0 + $1.positions }
    #expect(try timeline.history().count == whole.count - lost)
    // The ledger has lost the first ten messages.
    func repair(from oldest: Int64) throws -> [RepairedChunk] {
      try timeline.repair { after in
        let rest = messages.filter { $0.sequence > after.rawValue && $0.sequence >= oldest }
        return Array(rest.prefix(100))
      }
    }
    #expect(try repair(from: 5_000).map(\.restored) == [nil, nil])
    let repaired = try repair(from: 11)
    #expect(repaired.compactMap(\.restored).reduce(0, +) == lost - 10)
    #expect(try timeline.history() == Array(whole.dropFirst(10)))
    #expect(try timeline.statistics().positions == Int64(whole.count + 400 - 10))
    #expect(try timeline.statistics().damagedChunks == 0)
    #expect(try StoredTimeline.inspect(path: path, isInUse: true).damaged.isEmpty)
    for position in whole.dropFirst(10) {
      #expect(try timeline.position(id: position.id) == position)
    }
  }

  @Test func changedFactsOfAChunkAreSeenToo() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("timeline.sqlite")
    let (timeline, _) = try filled(path)
    let whole = try timeline.history().count
    let database = try Database(path: path, mode: .write)
    for column in ["tier", "count", "lowest", "highest", "first_key", "last_key", "span"] {
      let chunk = "WHERE id = (SELECT min(id) FROM chunk WHERE identity = 7)"
      try database.execute("UPDATE chunk SET \(column) = \(column) + 1 \(chunk)")
      #expect(try timeline.history().count < whole, "\(column)")
      try database.execute("UPDATE chunk SET \(column) = \(column) - 1 \(chunk)")
      #expect(try timeline.history().count == whole)
    }
  }

  @Test func copiesAreFoundInChunksAlsoAfterARestart() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("timeline.sqlite")
    let (timeline, messages) = try filled(path)
    let whole = try timeline.history()
    func resend(_ timeline: PackedTimeline, from sequence: Int64) throws {
      for (number, message) in messages.enumerated() {
        let copy = LedgerRecord(
          sequence: sequence + Int64(number), receivedAt: message.receivedAt,
          identity: message.identity, protocolName: "alpha", recordCount: 1,
          reports: message.reports)
        #expect(try timeline.apply([copy]).isEmpty)
      }
    }
    try resend(timeline, from: 10_000)
    let again = try PackedTimeline(file: path, settings: PackedTimelineTests.small())
    try replay(messages, into: again)
    try resend(again, from: 20_000)
    #expect(try again.history() == whole)
  }
}

import Foundation
import Ledger
import SQLite
import Telemetry
import TestKit
import Testing
import Timeline

/// `whereabouts check` on sound and on damaged data.
@Suite struct CheckTests {
  @Test func aSoundFolderIsSoundBesideARunningServerAndAfterIt() throws {
    let data = try StoredData()
    let folder = try TemporaryFolder()
    let server = try TestServer(data: folder.path("data"))
    try data.load(server, messages: 3_000)
    let beside = try data.check(folder.path("data"))
    #expect(beside.status == 0, "\(beside.output)")
    #expect(server.stop().status == 0)
    let before = try FileManager.default.subpathsOfDirectory(atPath: folder.path("data")).sorted()
    let after = try data.check(folder.path("data"))
    #expect(after.status == 0, "\(after.output)")
    #expect(after.output.contains("check: all is well; 3100 messages in 1 ledger files"))
    for file in ["fleet.sqlite", "timeline.sqlite", "ledger-000000000001.sqlite"] {
      #expect(after.output.split(separator: "\n").contains { $0.contains(file) }, "\(file)")
    }
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path("data")).sorted()
    #expect(names == before)
  }

  /// A page in the middle of the ledger is gone: the check says what is lost, and the server
  /// starts, says it too, and takes new messages.
  @Test func aDamagedLedgerIsToldAndTheServerStarts() throws {
    let data = try StoredData()
    let folder = try TemporaryFolder()
    let path = folder.path("data")
    try data.fill(path, messages: 20_000)
    let segment = path + "/ledger/ledger-000000000001.sqlite"
    let size = try data.damage(segment) { bytes in
      let page = bytes.count / 8_192 / 2
      bytes.replaceSubrange(page * 8_192..<(page + 1) * 8_192, with: repeatElement(0, count: 8_192))
    }
    #expect(size > 100_000)
    let result = try data.check(path)
    #expect(result.status == 1)
    let lines = result.output.split(separator: "\n")
    #expect(lines.contains { $0.contains(segment) && $0.contains("DAMAGED") })
    #expect(lines.contains { $0.contains("cannot be read") }, "\(result.output)")
    #expect(lines.contains { $0.contains("are lost unless a backup has them") })
    #expect(lines.last?.contains("faults, see above") == true)

    // The history is made anew, so that the server must read what is damaged.
    try FileManager.default.removeItem(atPath: path + "/timeline.sqlite")
    let server = try TestServer(data: path)
    #expect(
      eventually {
        server.program.complaintsSoFar.contains("messages are lost: \(segment)")
      }, "\(server.program.complaintsSoFar)")
    try data.load(server, messages: 1_000)
    #expect(server.stop().status == 0)
  }

  @Test(arguments: ["fleet.sqlite", "timeline.sqlite"])
  func aDamagedFileBesideTheLedgerIsToldWithAdvice(_ name: String) throws {
    let data = try StoredData()
    let folder = try TemporaryFolder()
    let path = folder.path("data")
    try data.fill(path, messages: 2_000)
    for suffix in ["-wal", "-shm"] {
      try? FileManager.default.removeItem(atPath: "\(path)/\(name)\(suffix)")
    }
    try data.damage("\(path)/\(name)") { $0.removeLast($0.count / 2) }
    let result = try data.check(path)
    #expect(result.status == 1)
    #expect(result.output.contains("\(path)/\(name)"))
    #expect(result.output.contains("DAMAGED"))
    #expect(result.output.contains("restore it from a backup"))
  }

  /// One flipped bit in the history is found, named with device and day, and made good.
  @Test func aFlippedBitInTheHistoryIsNamedAndRepaired() throws {
    let data = try StoredData()
    let folder = try TemporaryFolder()
    let path = folder.path("data")
    try data.fill(path, messages: 3_000)
    let before = try data.history(path)
    try data.flipBitInChunk(path + "/timeline.sqlite")
    let result = try data.check(path)
    #expect(result.status == 1)
    let lines = result.output.split(separator: "\n")
    #expect(lines.contains { $0.contains("timeline.sqlite") && $0.contains("DAMAGED") })
    let line = try #require(lines.first { $0.contains("positions cannot be read (chunk ") })
    #expect(line.contains("device '") && line.contains("2026-01-01"), "\(line)")
    #expect(lines.contains { $0.contains("'whereabouts check --repair'") })
    let repair = try Program.run(["check", path, "--repair"])
    #expect(repair.status == 0, "\(repair.output) \(repair.complaints)")
    #expect(repair.output.contains("2026-01-01: all "), "\(repair.output)")
    #expect(repair.output.contains("check: all is well"))
    #expect(try data.history(path) == before)
  }

  @Test func aLedgerThatEndsBeforeItsHistoryIsTold() throws {
    let data = try StoredData()
    let folder = try TemporaryFolder()
    let path = folder.path("data")
    try data.fill(path, messages: 1_000)
    try data.damage(path + "/ledger/ledger-000000000001.sqlite") { $0 = [] }
    let result = try data.check(path)
    #expect(result.status == 1)
    #expect(result.output.contains("the history has seen message 1100"), "\(result.output)")
    // New messages get numbers that no position has.
    let server = try TestServer(data: path)
    #expect(eventually { server.program.complaintsSoFar.contains("up to 1100 have been there") })
    try data.load(server, messages: 500)
    #expect(server.stop().status == 0)
    let segments = try FileManager.default.contentsOfDirectory(atPath: path + "/ledger")
    #expect(segments.contains("ledger-000000001101.sqlite"), "\(segments)")
  }

  @Test func whatWasSetAsideIsListed() throws {
    let data = try StoredData()
    let folder = try TemporaryFolder()
    let path = folder.path("data")
    try data.fill(path, messages: 500)
    let ledger = try SQLiteLedger(folder: path + "/ledger")
    var batch = LedgerBatch(key: BatchKey(producer: 1, number: 1), bytes: [1, 2, 3])
    batch.entries = [
      LedgerEntry(
        connection: 1, receivedAt: Timestamp(milliseconds: 1_790_000_000_000),
        protocolName: "h02", raw: 0..<3, recordCount: -1)
    ]
    try ledger.append(batch) { _ in }
    ledger.close()
    let result = try data.check(path)
    #expect(result.status == 0, "\(result.output)")
    let line = result.output.split(separator: "\n").first { $0.hasPrefix("set aside:") }
    #expect(line?.contains("message 601, h02") == true, "\(result.output)")
    #expect(line?.contains("3 bytes") == true)
  }

  @Test func aFolderThatIsNotThereIsNotMade() throws {
    let folder = try TemporaryFolder()
    let result = try StoredData().check(folder.path("nothing"))
    #expect(result.status == 2)
    #expect(result.complaints.contains("there is no folder '\(folder.path("nothing"))'"))
    #expect(!FileManager.default.fileExists(atPath: folder.path("nothing")))
  }
}

/// Makes data with the program itself, and damages it.
struct StoredData {
  static let devices = 100

  init() throws {}

  /// Sends messages to a server until all are answered; each of the devices signs in first.
  func load(_ server: TestServer, messages: Int, first: String = "2026-01-01T00:00:00Z") throws {
    let flood = try Program.run([
      "flood", "--to", "127.0.0.1:\(server.trackerPort)", "--rate", "0", "--connections",
      "\(Self.devices)", "--devices", "\(Self.devices)", "--messages", "\(messages)", "--protocol",
      "gt06", "--first", first,
    ])
    #expect(flood.status == 0, "\(flood.complaints)")
    #expect(flood.output.contains("\(messages) answered"), "\(flood.output)")
  }

  /// A data folder whose server has stopped.
  func fill(_ path: String, messages: Int) throws {
    let server = try TestServer(data: path)
    try load(server, messages: messages)
    #expect(server.stop().status == 0)
  }

  /// All positions in the timeline's file, for comparison.
  func history(_ path: String) throws -> [StoredPosition] {
    let timeline = try PackedTimeline(file: path + "/timeline.sqlite")
    return try timeline.lastKnown().map(\.identity).flatMap { identity in
      try timeline.positions(
        of: identity, from: Timestamp(milliseconds: .min), to: Timestamp(milliseconds: .max),
        limit: 1_000_000)
    }
  }

  /// Changes one bit of one chunk, as a bad disk does.
  func flipBitInChunk(_ path: String) throws {
    let database = try Database(path: path, mode: .write)
    let select = try database.prepare("SELECT id, data FROM chunk_data ORDER BY id LIMIT 1")
    #expect(try select.step())
    let id = select.integer(0)
    var bytes = select.blob(1)
    select.reset()
    bytes[bytes.count / 2] ^= 8
    let update = try database.prepare("UPDATE chunk_data SET data = ? WHERE id = ?")
    try update.bind(1, bytes)
    try update.bind(2, id)
    try update.run()
  }

  func check(_ path: String) throws -> Program.Result { try Program.run(["check", path]) }

  /// - Returns: how many bytes the file had.
  @discardableResult
  func damage(_ path: String, _ change: (inout [UInt8]) -> Void) throws -> Int {
    let url = URL(fileURLWithPath: path)
    var bytes = Array(try Data(contentsOf: url))
    let size = bytes.count
    change(&bytes)
    try Data(bytes).write(to: url)
    return size
  }
}

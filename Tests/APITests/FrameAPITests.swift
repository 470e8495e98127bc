import Fleet
import Foundation
import Ledger
import Synchronization
import Telemetry
import TestKit
import Testing

@testable import API

@Suite struct FrameAPITests {
  private struct Answer: Decodable {
    struct Frame: Decodable {
      struct Connection: Decodable {
        let id: Int64
        let transport: String?
        let peer: String?
      }
      struct Explanation: Decodable {
        struct Frame: Decodable {
          struct Field: Decodable { let name: String }
          let fields: [Field]
        }
        let `protocol`: String?
        let identifier: String?
        let frames: [Frame]
      }
      let id: Int64
      let time: String
      let `protocol`: String?
      let connection: Connection
      let hex: String
      let reply: String?
      let decoded: Bool
      let notes: [String]
      let positions: Int
      let explanation: Explanation?
    }
    let frames: [Frame]
    let next: Int64?
  }

  /// A ledger with the API in front of it.
  private final class Desk {
    let ledger: MemoryLedger
    let recent = RecentFrames()
    let fixture: APIFixture
    private var number: UInt64 = 0

    init(limit: Int? = nil) throws {
      let ledger = try MemoryLedger()
      self.ledger = ledger
      let recent = recent
      fixture = try APIFixture { services, _ in
        services.attach(ledger)
        services.recentFrames = recent
      }
    }

    deinit { ledger.close() }

    func store(
      _ identity: DeviceIdentity, _ hex: String, connection: UInt64 = 1,
      protocolName: String = "gt06", flags: LedgerFlags = [], notes: Bool = true
    ) throws {
      number += 1
      let bytes = try #require(HexBytes.bytes(hex))
      let now = fixture.clock.now
      let entry = LedgerEntry(
        connection: connection, receivedAt: now, identity: identity, protocolName: protocolName,
        flags: flags, raw: 0..<bytes.count)
      let origin = LedgerConnection(
        id: connection, transport: .tcp, peer: "192.0.2.7:4000", local: "198.51.100.1:8888",
        openedAt: fixture.clock.now)
      let before = ledger.latest
      try ledger.append(
        LedgerBatch(
          key: BatchKey(producer: 1, number: number), entries: [entry], bytes: bytes,
          connections: number == 1 ? [origin] : [])
      ) { _ in }
      #expect(eventually { ledger.latest > before })
      if notes { recent.note(try ledger.read(after: before, most: 10)) }
    }
  }

  private enum HexBytes {
    static func bytes(_ text: String) -> [UInt8]? {
      var bytes: [UInt8] = []
      var rest = Substring(text)
      while let byte = UInt8(rest.prefix(2), radix: 16) {
        bytes.append(byte)
        rest = rest.dropFirst(2)
      }
      return rest.isEmpty ? bytes : nil
    }
  }

  private let login = "78780d010861234567890123000120b70d0a"
  private let heartbeat = "78780a134504040002000218cc0d0a"

  /// The same, whether the newest messages are kept in mind or have to be searched for.
  @Test(arguments: [true, false])
  func newestFirstInPages(isKeptInMind: Bool) throws {
    let desk = try Desk()
    let fixture = desk.fixture
    let ada = try fixture.user("ada")
    let van = try fixture.device("van", for: ada)
    let other = try fixture.device("other", for: ada)
    try desk.store(van.identity, login, notes: isKeptInMind)
    for index in 0..<10 {
      fixture.clock.advance(seconds: 60)
      try desk.store(other.identity, "ff", connection: 9, notes: isKeptInMind)
      try desk.store(
        van.identity, index == 4 ? "abcd" : heartbeat,
        flags: index == 4 ? [.decodingFailed, .checksumFailed] : [], notes: isKeptInMind)
    }
    let path = "/api/devices/\(van.id)/frames"
    let all: Answer = try fixture.ask("GET", path, as: ada).decoded()
    #expect(all.frames.count == 11 && all.next == nil)
    #expect(all.frames.map(\.id) == all.frames.map(\.id).sorted(by: >))
    #expect(all.frames.last?.hex == login)
    #expect(all.frames.first?.protocol == "gt06")
    #expect(all.frames.first?.connection.peer == "192.0.2.7:4000")
    #expect(all.frames.first?.explanation == nil)
    let failed = try #require(all.frames.first { $0.hex == "abcd" })
    #expect(!failed.decoded && failed.notes.count == 2)
    let problems: Answer = try fixture.ask("GET", path + "?only=problems", as: ada).decoded()
    #expect(problems.frames.map(\.id) == [failed.id] && problems.next == nil)
    for kind in ["positions", "answered"] {
      let none: Answer = try fixture.ask("GET", path + "?only=\(kind)", as: ada).decoded()
      #expect(none.frames.isEmpty && none.next == nil)
    }
    var pages: [Int64] = []
    var before = ""
    repeat {
      let page: Answer = try fixture.ask("GET", path + "?limit=4" + before, as: ada).decoded()
      #expect(page.frames.count <= 4)
      pages += page.frames.map(\.id)
      guard let next = page.next else { break }
      before = "&before=\(next)"
    } while true
    #expect(pages == all.frames.map(\.id))
    let from = all.frames[6].time.replacing("+", with: "%2B")
    let to = all.frames[3].time.replacing("+", with: "%2B")
    let range: Answer = try fixture.ask("GET", path + "?from=\(from)&to=\(to)", as: ada).decoded()
    #expect(range.frames.map(\.id) == all.frames[3...6].map(\.id))
  }

  @Test func aMessageIsExplainedInItsConversation() throws {
    let desk = try Desk()
    let fixture = desk.fixture
    let ada = try fixture.user("ada")
    let van = try fixture.device("van", for: ada)
    try desk.store(van.identity, login)
    fixture.clock.advance(seconds: 60)
    try desk.store(van.identity, heartbeat)
    try desk.store(van.identity, "00112233", protocolName: "", flags: .undetected)
    let path = "/api/devices/\(van.id)/frames?explain=true"
    let answer: Answer = try fixture.ask("GET", path, as: ada).decoded()
    #expect(answer.frames.count == 3)
    let beat = try #require(answer.frames[1].explanation)
    #expect(beat.protocol == "gt06")
    #expect(beat.frames.count == 1)
    #expect(beat.frames.first?.fields.isEmpty == false)
    // Only the login says who it is; it is read also where it is on another page.
    #expect(beat.identifier == "861234567890123")
    let alone: Answer = try fixture.ask(
      "GET", path + "&limit=1&before=\(answer.frames[0].id)", as: ada
    ).decoded()
    #expect(alone.frames.first?.explanation?.identifier == "861234567890123")
  }

  @Test func onlyForThoseWhoSeeTheDevice() throws {
    let desk = try Desk()
    let fixture = desk.fixture
    let ada = try fixture.user("ada")
    let eve = try fixture.user("eve")
    let van = try fixture.device("van", for: ada)
    try desk.store(van.identity, login)
    let path = "/api/devices/\(van.id)/frames"
    #expect(try fixture.ask("GET", path, as: eve).status == 404)
    for wrong in [
      "limit=0", "limit=501", "limit=x", "from=soon", "to=never", "before=b", "only=good",
    ] {
      let answer = try fixture.ask("GET", "\(path)?\(wrong)", as: ada)
      #expect(answer.status == 400, "\(wrong)")
      let problem = try JSONDecoder().decode(StrictProblem.self, from: Data(answer.body))
      #expect(!problem.detail.isEmpty)
    }
  }

  @Test func whatIsKeptInMindIsBounded() throws {
    let recent = RecentFrames()
    let identity = DeviceIdentity(rawValue: 7)
    func note(_ sequences: ClosedRange<Int64>, _ identity: DeviceIdentity) {
      recent.note(
        sequences.map {
          LedgerRecord(
            sequence: $0, receivedAt: Timestamp(milliseconds: $0), identity: identity,
            protocolName: "", recordCount: 0, reports: [])
        })
    }
    #expect(recent.newest(of: identity).completeFrom == .max)
    note(5...10, identity)
    note(8...12, identity)
    #expect(recent.newest(of: identity).sequences == [12, 11, 10, 9, 8, 7, 6, 5])
    #expect(recent.newest(of: identity).completeFrom == 5)
    #expect(recent.newest(of: DeviceIdentity(rawValue: 8)).completeFrom == 5)
    note(13...1_000, identity)
    let (sequences, completeFrom) = recent.newest(of: identity)
    #expect(sequences.count == RecentFrames.mostOfDevice)
    #expect(sequences.first == 1_000)
    #expect(completeFrom == sequences.last)
  }
}

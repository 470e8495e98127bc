import Ledger
import Platform
import SQLite
import Telemetry
import TestKit

/// The implementations that keep the same promises.
enum LedgerKind: String, CaseIterable, Sendable {
  case memory, sqlite
}

/// A ledger of either kind with its folder.
struct LedgerFixture {
  let ledger: any Ledger
  let folder: TemporaryFolder

  init(
    _ kind: LedgerKind, pendingBytes: Int = 67_108_864, runLength: Int = 65_536,
    beforeCommit: @escaping @Sendable () throws -> Void = {}
  ) throws {
    folder = try TemporaryFolder()
    switch kind {
    case .memory:
      ledger = try MemoryLedger(
        pendingBytes: pendingBytes, runLength: runLength, beforeCommit: beforeCommit)
    case .sqlite:
      var settings = SQLiteLedgerSettings()
      settings.pendingBytes = pendingBytes
      settings.segmentBytes = runLength < 65_536 ? 1 : settings.segmentBytes
      settings.beforeCommit = beforeCommit
      ledger = try SQLiteLedger(folder: folder.path("ledger"), settings: settings)
    }
  }
}

/// Collects what completions say, and lets a test wait for it.
final class Outcomes: Sendable {
  private let state = Monitor<[Result<LedgerReceipt, LedgerError>]>([])

  var completion: @Sendable (Result<LedgerReceipt, LedgerError>) -> Void {
    { outcome in self.state.change { $0.append(outcome) } }
  }

  var count: Int { state.withLock { $0.count } }

  /// What has come as soon as there are so many, or after some seconds.
  func wait(_ count: Int, seconds: Int64 = 60) -> [Result<LedgerReceipt, LedgerError>] {
    state.wait(microseconds: seconds * 1_000_000) { $0.count >= count ? $0 : nil }
      ?? state.withLock { $0 }
  }
}

extension Ledger {
  /// Appends a batch and waits for its receipt.
  func store(_ batch: LedgerBatch) throws -> LedgerReceipt {
    let outcomes = Outcomes()
    try append(batch, completion: outcomes.completion)
    guard let outcome = outcomes.wait(1).first else { throw LedgerError.storage("no answer") }
    return try outcome.get()
  }

  /// All records, read in small steps.
  func everything(step: Int = 7) throws -> [LedgerRecord] {
    var all: [LedgerRecord] = []
    while true {
      let some = try read(after: all.last?.token ?? .start, most: step)
      if some.isEmpty { return all }
      all += some
    }
  }
}

/// A moment in the tests' own time.
func moment(_ milliseconds: Int64) -> Timestamp {
  Timestamp(milliseconds: 1_790_000_000_000 + milliseconds)
}

/// So many records as a decoder would give them, in stored form.
func compactReports(_ count: Int, _ receivedAt: Timestamp) -> [UInt8] {
  var reports = Reports()
  var stored: [UInt8] = []
  for index in 0..<count {
    reports.begin()
    reports.current.fixTime = receivedAt.advanced(byMilliseconds: -1_000 * Int64(index + 1))
    reports.set(.battery, Int64(index))
    CompactReport.append(reports, record: index, receivedAt: receivedAt, to: &stored)
  }
  return stored
}

/// Bytes that cannot be compressed, so that they are found again in the files as they are.
func noise(_ count: Int, seed: UInt64) -> [UInt8] {
  var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
  return (0..<count).map { _ in
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return UInt8(truncatingIfNeeded: state >> 24)
  }
}

extension LedgerBatch {
  /// A batch of small messages whose bytes say which they are.
  static func sample(
    _ number: UInt64, producer: UInt64 = 9, count: Int = 3, connection: UInt64 = 4,
    receivedAt: Timestamp = moment(0), introduces: Bool = true, rawBytes: Int = 0
  ) -> LedgerBatch {
    var batch = LedgerBatch(key: BatchKey(producer: producer, number: number))
    if introduces {
      batch.connections = [
        LedgerConnection(
          id: connection, transport: .udp, peer: "203.0.113.\(connection):4\(number)",
          local: "198.51.100.1:8888", openedAt: moment(-5_000))
      ]
    }
    for index in 0..<count {
      let text = Array("frame \(number).\(index)".utf8)
      let raw = text + noise(max(rawBytes - text.count, 0), seed: number &* 1_000 &+ UInt64(index))
      let reports = compactReports(index, receivedAt.advanced(byMilliseconds: Int64(index)))
      let reply: [UInt8] = index == 0 ? [] : [1, 2, UInt8(truncatingIfNeeded: index)]
      let start = batch.bytes.count
      batch.bytes += raw + reports + reply
      let middle = start + raw.count
      let end = middle + reports.count
      batch.entries.append(
        LedgerEntry(
          connection: connection, receivedAt: receivedAt.advanced(byMilliseconds: Int64(index)),
          identity: DeviceIdentity(rawValue: Int64(number) + 1),
          protocolName: index == 1 ? "beta" : "alpha",
          flags: index == 2 ? [.undetected, .cutShort] : [], raw: start..<middle,
          reports: middle..<end, reply: end..<end + reply.count, recordCount: index))
    }
    return batch
  }
}

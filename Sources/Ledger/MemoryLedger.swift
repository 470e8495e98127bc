internal import Platform
internal import Synchronization
public import Telemetry

/// A ledger that keeps its records in memory: for tests, and for trying the server out.
///
/// It keeps every promise of ``Ledger`` but that records outlive the program.
public final class MemoryLedger: Ledger {
  private let queue: CommitQueue
  private let status: LedgerStatus
  private let records: MemoryRecords
  private let thread: Mutex<WorkerThread?>

  /// An empty ledger.
  ///
  /// - Parameters:
  ///   - pendingBytes: what may wait to be stored.
  ///   - runLength: old records are dropped in runs of so many.
  ///   - beforeCommit: as in ``SQLiteLedgerSettings/beforeCommit``.
  public init(
    pendingBytes: Int = 67_108_864, runLength: Int = 65_536,
    beforeCommit: @escaping @Sendable () throws -> Void = {}
  ) throws(LedgerError) {
    let queue = CommitQueue(mostBytes: pendingBytes)
    let status = LedgerStatus(latest: .start)
    let records = MemoryRecords(runLength: runLength)
    do {
      let writing = try WorkerThread(name: "ledger") {
        let store = MemoryStore(records: records, status: status, beforeCommit: beforeCommit)
        var writer = LedgerWriter(
          queue: queue, status: status, linger: 0, store: store,
          remembered: RecentMap(generation: 65_536))
        writer.run()
      }
      thread = Mutex(writing)
    } catch {
      throw .storage(error.description)
    }
    self.queue = queue
    self.status = status
    self.records = records
  }

  deinit { close() }

  /// As ``Ledger`` promises.
  public func append(
    _ batch: LedgerBatch,
    completion: @escaping @Sendable (Result<LedgerReceipt, LedgerError>) -> Void
  ) throws(LedgerError) {
    try queue.append(batch, completion)
  }

  /// As ``Ledger`` promises.
  public func whenThereIsRoom(_ body: @escaping @Sendable () -> Void) {
    queue.whenThereIsRoom(body)
  }

  /// As ``Ledger`` promises.
  public func read(after token: LedgerToken, most: Int) throws(LedgerError) -> [LedgerRecord] {
    records.read(after: token, through: status.latest, most: most)
  }

  /// As ``Ledger`` promises.
  public func setAside(after token: LedgerToken, most: Int) throws(LedgerError) -> [SetAsideEntry] {
    records.setAside(after: token, most: most)
  }

  /// As ``Ledger`` promises.
  public var latest: LedgerToken { status.latest }

  /// As ``Ledger`` promises.
  public func onCommit(_ body: @escaping @Sendable (LedgerToken) -> Void) { status.observe(body) }

  /// As ``Ledger`` promises.
  @discardableResult
  public func drop(
    _ limits: LedgerRetention, before watermark: LedgerToken
  ) throws(LedgerError) -> Int {
    records.drop(limits, before: watermark)
  }

  /// As ``Ledger`` promises.
  public func erase(_ identities: Set<DeviceIdentity>) throws(LedgerError) -> LedgerErasure {
    records.erase(identities.subtracting([.unknown]), through: status.latest)
  }

  /// As ``Ledger`` promises.
  public var statistics: LedgerStatistics {
    var statistics = status.statistics
    records.describe(&statistics)
    statistics.pendingBytes = queue.pendingBytes
    return statistics
  }

  /// As ``Ledger`` promises.
  public func close() {
    queue.close()
    let thread = thread.withLock { thread in
      defer { thread = nil }
      return thread
    }
    thread?.join()
  }
}

/// The records of a ledger in memory, in runs.
private final class MemoryRecords: Sendable {
  private struct Run: Sendable {
    var records: [LedgerRecord] = []
    var bytes: Int64 = 0
    var setAside: [SetAsideEntry] = []
  }

  private let runs = Mutex<[Run]>([])
  private let runLength: Int

  init(runLength: Int) { self.runLength = runLength }

  func append(_ new: [LedgerRecord], setAside: [SetAsideEntry]) {
    runs.withLock { runs in
      if !setAside.isEmpty {
        if runs.isEmpty { runs.append(Run()) }
        runs[runs.count - 1].setAside += setAside
      }
      for record in new {
        if (runs.last?.records.count ?? runLength) >= runLength { runs.append(Run()) }
        let bytes = record.raw.count + record.reports.count + record.reply.count
        runs[runs.count - 1].records.append(record)
        runs[runs.count - 1].bytes += Int64(bytes)
      }
    }
  }

  func read(after token: LedgerToken, through latest: LedgerToken, most: Int) -> [LedgerRecord] {
    runs.withLock { runs in
      var found: [LedgerRecord] = []
      for run in runs where (run.records.last?.token ?? .start) > token {
        for record in run.records where record.token > token && record.token <= latest {
          if found.count >= most { return found }
          found.append(record)
        }
      }
      return found
    }
  }

  func setAside(after token: LedgerToken, most: Int) -> [SetAsideEntry] {
    runs.withLock { runs in
      Array(runs.flatMap(\.setAside).filter { $0.token > token }.prefix(max(most, 0)))
    }
  }

  func drop(_ limits: LedgerRetention, before watermark: LedgerToken) -> Int {
    runs.withLock { runs in
      var count = 0
      while runs.count > 1, let newest = runs[0].records.last, newest.token <= watermark {
        let isTooMuch = limits.bytes.map { $0 < runs.reduce(0) { $0 + $1.bytes } } ?? false
        let isTooOld = limits.receivedBefore.map { newest.receivedAt < $0 } ?? false
        guard isTooMuch || isTooOld else { break }
        runs.removeFirst()
        count += 1
      }
      return count
    }
  }

  func erase(_ identities: Set<DeviceIdentity>, through latest: LedgerToken) -> LedgerErasure {
    runs.withLock { runs in
      var erasure = LedgerErasure()
      erasure.through = latest
      let records = runs.lazy.flatMap(\.records).filter { identities.contains($0.identity) }
      let setAside = runs.lazy.flatMap(\.setAside).filter { identities.contains($0.identity) }
      let connections = Set(records.map(\.connection)).union(setAside.map(\.connection))
      for index in runs.indices {
        runs[index].records.removeAll { record in
          guard record.token <= latest else { return false }
          if identities.contains(record.identity) {
            erasure.messages += 1
          } else if record.identity == .unknown, connections.contains(record.connection) {
            erasure.unidentified += 1
          } else {
            return false
          }
          return true
        }
        let before = runs[index].setAside.count
        runs[index].setAside.removeAll { entry in
          entry.token <= latest
            && (identities.contains(entry.identity)
              || entry.identity <= .unknown && connections.contains(entry.connection))
        }
        erasure.setAside += Int64(before - runs[index].setAside.count)
      }
      return erasure
    }
  }

  func describe(_ statistics: inout LedgerStatistics) {
    runs.withLock { runs in
      statistics.segments = runs.count
      statistics.bytes = runs.reduce(0) { $0 + $1.bytes }
      guard let first = runs.first?.records.first, let last = runs.last?.records.last else {
        return
      }
      statistics.records = last.sequence - first.sequence + 1
    }
  }
}

/// Puts batches into memory.
private struct MemoryStore: LedgerStore {
  private let records: MemoryRecords
  private let status: LedgerStatus
  private let beforeCommit: @Sendable () throws -> Void
  private var committed: Int64 = 0
  private var connections = RecentMap<UInt64, LedgerConnection>(generation: 131_072)

  init(
    records: MemoryRecords, status: LedgerStatus,
    beforeCommit: @escaping @Sendable () throws -> Void
  ) {
    self.records = records
    self.status = status
    self.beforeCommit = beforeCommit
  }

  mutating func commit(_ batches: [LedgerBatch]) throws(StoreFailure) -> [LedgerReceipt] {
    do {
      try beforeCommit()
    } catch {
      throw StoreFailure("what must be durable before the messages is not: \(error)")
    }
    var new: [LedgerRecord] = []
    var setAside: [SetAsideEntry] = []
    var receipts: [LedgerReceipt] = []
    var next = committed + 1
    for batch in batches {
      for connection in batch.connections { connections.insert(connection.id, connection) }
      var refused: [Int] = []
      var sequence = next
      for (index, entry) in batch.entries.enumerated() {
        defer { sequence += entry.numbers }
        if let reason = entry.fault(in: batch.bytes) {
          refused.append(index)
          setAside.append(SetAsideEntry(entry, sequence, batch.bytes, reason))
        } else {
          new.append(record(entry, batch.bytes, sequence))
        }
      }
      receipts.append(LedgerReceipt(firstSequence: next, setAside: refused))
      next += batch.numbers
    }
    records.append(new, setAside: setAside)
    committed = next - 1
    let entries = batches.reduce(0) { $0 + $1.entries.count }
    status.committed(through: committed, entries: entries, setAside: setAside.count)
    return receipts
  }

  private mutating func record(
    _ entry: LedgerEntry, _ bytes: [UInt8], _ sequence: Int64
  ) -> LedgerRecord {
    func piece(_ range: Range<Int>) -> [UInt8] { range.isEmpty ? [] : Array(bytes[range]) }
    return LedgerRecord(
      sequence: sequence, receivedAt: entry.receivedAt, identity: entry.identity,
      protocolName: entry.protocolName, flags: entry.flags, connection: entry.connection,
      origin: connections[entry.connection], recordCount: entry.recordCount,
      raw: piece(entry.raw), reports: piece(entry.reports), reply: piece(entry.reply))
  }
}

extension SetAsideEntry {
  /// A message that was refused; of a range that does not fit, what there is of it.
  init(_ entry: LedgerEntry, _ sequence: Int64, _ bytes: [UInt8], _ reason: String) {
    self.init(
      sequence: sequence, receivedAt: entry.receivedAt, identity: entry.identity,
      protocolName: entry.protocolName, connection: entry.connection,
      recordCount: entry.recordCount, raw: Array(bytes[entry.raw.clamped(to: bytes.indices)]),
      reason: reason)
  }
}

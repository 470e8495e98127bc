internal import SQLite
internal import Telemetry

/// Writes one file of the ledger.
final class SegmentWriter {
  static let schema = """
    CREATE TABLE entry (
      sequence INTEGER PRIMARY KEY, received_at INTEGER NOT NULL, connection INTEGER NOT NULL,
      identity INTEGER NOT NULL CHECK (identity >= 0), protocol INTEGER NOT NULL,
      flags INTEGER NOT NULL,
      record_count INTEGER NOT NULL CHECK (record_count BETWEEN 0 AND \(Reports.mostRecords)),
      raw BLOB NOT NULL, reports BLOB NOT NULL, reply BLOB NOT NULL,
      checksum INTEGER NOT NULL) STRICT;
    CREATE TABLE connection (
      id INTEGER PRIMARY KEY, transport INTEGER NOT NULL, peer TEXT NOT NULL,
      local TEXT NOT NULL, opened_at INTEGER NOT NULL) STRICT;
    CREATE TABLE protocol (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
    CREATE TABLE batch (
      number INTEGER NOT NULL, producer INTEGER NOT NULL, first INTEGER NOT NULL,
      count INTEGER NOT NULL, set_aside TEXT) STRICT;
    CREATE TABLE quarantine (
      sequence INTEGER PRIMARY KEY, received_at INTEGER, connection INTEGER, identity INTEGER,
      protocol TEXT, record_count INTEGER, raw BLOB, reason TEXT) STRICT;
    PRAGMA user_version = 1;
    """

  let segment: Segment
  let openedAt: Int64
  /// What was written, in bytes of the messages.
  private(set) var bytes: Int64 = 0

  private let database: Database
  private let insertEntry: Statement
  private let insertConnection: Statement
  private let insertProtocol: Statement
  private let insertBatch: Statement
  private let insertQuarantine: Statement

  private var protocols: [String: Int64] = [:]
  private var lastProtocol: (name: String, number: Int64) = ("", 0)
  private var connectionsWritten = RecentMap<UInt64, Bool>(generation: 65_536)

  /// Makes a new file.
  init(_ segment: Segment, fileSystem: String?, now: Int64) throws(SQLiteError) {
    self.segment = segment
    openedAt = now
    database = try Database(path: segment.path, mode: .create, fileSystem: fileSystem)
    // Every commit is synced (FULL). Checkpoints are made by another thread, because they would
    // hold up commits.
    try database.execute(
      """
      PRAGMA page_size=8192; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;
      PRAGMA wal_autocheckpoint=0; PRAGMA cache_size=-16384;
      BEGIN; \(Self.schema) COMMIT;
      """)
    insertEntry = try database.prepare("INSERT INTO entry VALUES (?,?,?,?,?,?,?,?,?,?,?)")
    insertConnection = try database.prepare(
      "INSERT OR IGNORE INTO connection VALUES (?,?,?,?,?)")
    insertProtocol = try database.prepare(
      "INSERT INTO protocol (name) VALUES (?) ON CONFLICT DO UPDATE SET name=name RETURNING id")
    insertBatch = try database.prepare("INSERT INTO batch VALUES (?,?,?,?,?)")
    insertQuarantine = try database.prepare("INSERT INTO quarantine VALUES (?,?,?,?,?,?,?,?)")
  }

  func begin() throws(SQLiteError) { try database.execute("BEGIN IMMEDIATE") }

  func commit() throws(SQLiteError) { try database.execute("COMMIT") }

  /// Takes back the open transaction, with what was remembered of it.
  func rollBack() {
    database.rollBack()
    protocols = [:]
    lastProtocol = ("", 0)
    connectionsWritten = RecentMap(generation: 65_536)
  }

  /// Writes a batch into the open transaction.
  ///
  /// - Returns: the indices of entries that were set aside.
  func write(
    _ batch: LedgerBatch, first: Int64, connections: inout RecentMap<UInt64, LedgerConnection>
  ) throws(SQLiteError) -> [Int] {
    try prepareNames(of: batch, &connections)
    let refused = try insertEntry.withPieces(of: batch.bytes) {
      (pieces: borrowing Statement.Pieces) throws(SQLiteError) -> [Refused] in
      var refused: [Refused] = []
      var sequence = first
      for (index, entry) in batch.entries.enumerated() {
        if let fault = entry.fault(in: batch.bytes) {
          refused.append(Refused(index: index, sequence: sequence, reason: fault))
        } else {
          do throws(SQLiteError) {
            try insert(entry, sequence, batch.bytes.span, pieces)
          } catch {
            // Only a fault of this one entry lets the others go on.
            guard error.kind == .constraint, database.isInTransaction else { throw error }
            refused.append(Refused(index: index, sequence: sequence, reason: error.message))
          }
        }
        sequence += entry.numbers
      }
      return refused
    }
    for one in refused { try quarantine(one, of: batch) }
    let setAside = refused.map(\.index)
    try remember(batch, first, setAside)
    bytes += Int64(batch.bytes.count + batch.entries.count * 24)
    return setAside
  }

  private struct Refused {
    let index: Int
    let sequence: Int64
    let reason: String
  }

  private func insert(
    _ entry: LedgerEntry, _ sequence: Int64, _ bytes: Span<UInt8>,
    _ pieces: borrowing Statement.Pieces
  ) throws(SQLiteError) {
    let isLast = lastProtocol.name == entry.protocolName
    let number = isLast ? lastProtocol.number : protocols[entry.protocolName] ?? 0
    try insertEntry.bind(1, sequence)
    try insertEntry.bind(2, entry.receivedAt.milliseconds)
    try insertEntry.bind(3, Int64(bitPattern: entry.connection))
    try insertEntry.bind(4, entry.identity.rawValue)
    try insertEntry.bind(5, number)
    try insertEntry.bind(6, Int64(entry.flags.rawValue))
    try insertEntry.bind(7, entry.recordCount)
    try pieces.bind(8, entry.raw)
    try pieces.bind(9, entry.reports)
    try pieces.bind(10, entry.reply)
    try insertEntry.bind(
      11, RecordChecksum.of(entry, sequence, protocolNumber: number, in: bytes))
    try insertEntry.run()
  }

  /// Sees to it that the file knows the connections and protocols of a batch.
  private func prepareNames(
    of batch: LedgerBatch, _ connections: inout RecentMap<UInt64, LedgerConnection>
  ) throws(SQLiteError) {
    var lastConnection: UInt64?
    for entry in batch.entries {
      if entry.connection != lastConnection {
        lastConnection = entry.connection
        if connectionsWritten[entry.connection] == nil, let facts = connections[entry.connection] {
          try write(facts)
          connectionsWritten.insert(entry.connection, true)
        }
      }
      guard entry.protocolName != lastProtocol.name else { continue }
      if let known = protocols[entry.protocolName] {
        lastProtocol = (entry.protocolName, known)
      } else {
        let number = try number(ofProtocol: entry.protocolName)
        protocols[entry.protocolName] = number
        lastProtocol = (entry.protocolName, number)
      }
    }
  }

  private func number(ofProtocol name: String) throws(SQLiteError) -> Int64 {
    try insertProtocol.bind(1, name)
    guard try insertProtocol.step() else { return 0 }
    let number = insertProtocol.integer(0)
    insertProtocol.reset()
    return number
  }

  private func write(_ facts: LedgerConnection) throws(SQLiteError) {
    try insertConnection.bind(1, Int64(bitPattern: facts.id))
    try insertConnection.bind(2, Int64(facts.transport.rawValue))
    try insertConnection.bind(3, facts.peer)
    try insertConnection.bind(4, facts.local)
    try insertConnection.bind(5, facts.openedAt.milliseconds)
    try insertConnection.run()
  }

  private func quarantine(
    _ refused: Refused, of batch: LedgerBatch
  ) throws(SQLiteError) {
    let entry = batch.entries[refused.index]
    let raw = entry.raw.clamped(to: batch.bytes.indices)
    try insertQuarantine.bind(1, refused.sequence)
    try insertQuarantine.bind(2, entry.receivedAt.milliseconds)
    try insertQuarantine.bind(3, Int64(bitPattern: entry.connection))
    try insertQuarantine.bind(4, entry.identity.rawValue)
    try insertQuarantine.bind(5, entry.protocolName)
    try insertQuarantine.bind(6, entry.recordCount)
    // Of a range that does not fit, what there is of it.
    try insertQuarantine.bind(7, Array(batch.bytes[raw]))
    try insertQuarantine.bind(8, refused.reason)
    try insertQuarantine.run()
  }

  private func remember(
    _ batch: LedgerBatch, _ first: Int64, _ setAside: [Int]
  ) throws(SQLiteError) {
    try insertBatch.bind(1, Int64(bitPattern: batch.key.number))
    try insertBatch.bind(2, Int64(bitPattern: batch.key.producer))
    try insertBatch.bind(3, first)
    try insertBatch.bind(4, batch.entries.count)
    let list = setAside.map(String.init).joined(separator: ",")
    try insertBatch.bind(5, optional: setAside.isEmpty ? nil : list)
    try insertBatch.run()
  }
}

internal import SQLite
internal import Synchronization
internal import Telemetry

/// Reads the files of a ledger; the ones used last stay open.
final class SegmentReaders: Sendable {
  /// So many bytes are read at once at most, unless one record is bigger.
  private static let mostBytes = 16_777_216
  private static let mostOpen = 4

  private let folder: SegmentFolder
  private let open = Mutex<[SegmentReader]>([])

  init(folder: SegmentFolder) { self.folder = folder }

  func read(
    after token: LedgerToken, through latest: LedgerToken, most: Int
  ) throws(LedgerError) -> [LedgerRecord] {
    guard most > 0, token < latest else { return [] }
    do {
      return try open.withLock { open in
        var records: [LedgerRecord] = []
        var bytes = Self.mostBytes
        for (segment, last) in folder.ranges(through: latest)
        where last > token.rawValue && last >= segment.first {
          let reader = try Self.reader(of: segment, folder, &open)
          try reader.read(
            after: token.rawValue, through: last, most: most, bytes: &bytes, into: &records)
          if records.count >= most || bytes <= 0 { break }
        }
        return records
      }
    } catch {
      throw .storage("\(error)")
    }
  }

  /// Removes the oldest files that may go.
  func drop(
    _ limits: LedgerRetention, before watermark: LedgerToken
  ) throws(LedgerError) -> Int {
    do {
      return try open.withLock { open in
        var count = 0
        while true {
          let segments = folder.segments
          guard segments.count > 1, segments[1].first - 1 <= watermark.rawValue,
            try Self.isOver(limits, segments, folder, &open)
          else { return count }
          open.removeAll { $0.segment == segments[0] }
          try folder.remove(segments[0])
          count += 1
        }
      }
    } catch {
      throw .storage("\(error)")
    }
  }

  func closeAll() { open.withLock { $0 = [] } }

  private static func isOver(
    _ limits: LedgerRetention, _ segments: [Segment], _ folder: SegmentFolder,
    _ open: inout [SegmentReader]
  ) throws -> Bool {
    if let most = limits.bytes, segments.reduce(0, { $0 + folder.size(of: $1) }) > most {
      return true
    }
    guard let oldest = limits.receivedBefore else { return false }
    let newest = try reader(of: segments[0], folder, &open).newestReceipt()
    // A file without records is of no use to anybody.
    return newest.map { $0 < oldest } ?? true
  }

  private static func reader(
    of segment: Segment, _ folder: SegmentFolder, _ open: inout [SegmentReader]
  ) throws(SQLiteError) -> SegmentReader {
    if let known = open.first(where: { $0.segment == segment }) { return known }
    let reader = try SegmentReader(segment, folder)
    if open.count >= mostOpen { open.removeFirst() }
    open.append(reader)
    return reader
  }
}

/// Reads one file of a ledger.
private final class SegmentReader {
  /// So many connections are remembered at most.
  private static let mostConnections = 65_536

  let segment: Segment
  private let database: Database
  private let select: Statement
  private let selectConnection: Statement
  private let selectProtocol: Statement
  private var connections: [UInt64: LedgerConnection] = [:]
  private var protocols: [Int64: String] = [0: ""]

  init(_ segment: Segment, _ folder: SegmentFolder) throws(SQLiteError) {
    self.segment = segment
    database = try folder.open(segment)
    select = try database.prepare(
      """
      SELECT sequence, received_at, connection, identity, protocol, flags, record_count,
        raw, reports, reply
      FROM entry WHERE sequence > ? AND sequence <= ? ORDER BY sequence LIMIT ?
      """)
    selectConnection = try database.prepare(
      "SELECT transport, peer, local, opened_at FROM connection WHERE id = ?")
    selectProtocol = try database.prepare("SELECT name FROM protocol WHERE id = ?")
  }

  func newestReceipt() throws(SQLiteError) -> Timestamp? {
    try SegmentSummary.newestReceipt(database)
  }

  func read(
    after: Int64, through last: Int64, most: Int, bytes: inout Int,
    into records: inout [LedgerRecord]
  ) throws(SQLiteError) {
    defer { select.reset() }
    try select.bind(1, after)
    try select.bind(2, last)
    try select.bind(3, most - records.count)
    while bytes > 0, try select.step() {
      let connection = UInt64(bitPattern: select.integer(2))
      let record = LedgerRecord(
        sequence: select.integer(0), receivedAt: Timestamp(milliseconds: select.integer(1)),
        identity: DeviceIdentity(rawValue: select.integer(3)),
        protocolName: try protocolName(select.integer(4)),
        flags: LedgerFlags(rawValue: UInt16(truncatingIfNeeded: select.integer(5))),
        connection: connection, origin: try facts(of: connection),
        recordCount: Int(select.integer(6)), raw: select.blob(7), reports: select.blob(8),
        reply: select.blob(9))
      bytes -= record.raw.count + record.reports.count + record.reply.count + 128
      records.append(record)
    }
  }

  private func protocolName(_ number: Int64) throws(SQLiteError) -> String {
    if let known = protocols[number] { return known }
    try selectProtocol.bind(1, number)
    defer { selectProtocol.reset() }
    guard try selectProtocol.step() else { return "" }
    let name = selectProtocol.text(0)
    protocols[number] = name
    return name
  }

  private func facts(of connection: UInt64) throws(SQLiteError) -> LedgerConnection? {
    if let known = connections[connection] { return known }
    try selectConnection.bind(1, Int64(bitPattern: connection))
    defer { selectConnection.reset() }
    guard try selectConnection.step(),
      let transport = Transport(rawValue: UInt8(truncatingIfNeeded: selectConnection.integer(0)))
    else { return nil }
    let facts = LedgerConnection(
      id: connection, transport: transport, peer: selectConnection.text(1),
      local: selectConnection.text(2),
      openedAt: Timestamp(milliseconds: selectConnection.integer(3)))
    if connections.count >= Self.mostConnections { connections = [:] }
    connections[connection] = facts
    return facts
  }
}

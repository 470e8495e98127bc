internal import Ledger
internal import SQLite
internal import Telemetry

/// A connection that reads a timeline.
final class TimelineReader {
  private static let columns =
    "p.id, p.identity, p.protocol, p.received_at, p.time, p.content, p.flags, p.report"

  private let database: Database
  private let selectRange: Statement
  private let selectApart: Statement
  private let selectLast: Statement
  private let selectAllLast: Statement
  private let selectIdentifier: Statement
  private let selectNewestFix: Statement
  private let selectEarlierFix: Statement
  private let selectState: Statement

  /// A connection of its own.
  convenience init(_ path: String) throws(SQLiteError) {
    let database = try Database(path: path, mode: .write)
    try database.execute("PRAGMA query_only=1; PRAGMA cache_size=-16384")
    try self.init(database)
  }

  /// The statements on a connection.
  init(_ database: Database) throws(SQLiteError) {
    self.database = database
    let columns = Self.columns
    selectRange = try database.prepare(
      """
      SELECT \(columns) FROM position p WHERE identity = ? AND apart = 0
        AND (time, content) > (?, ?) AND (time, content) <= (?, ?)
      ORDER BY time, content LIMIT ?
      """)
    selectApart = try database.prepare(
      """
      SELECT \(columns) FROM position p WHERE identity = ? AND apart = 1
      ORDER BY time, content LIMIT ?
      """)
    let joined = """
      SELECT \(columns) FROM last_known l JOIN position p ON p.identity = l.identity
        AND p.apart = 0 AND p.time = l.time AND p.content = l.content
      """
    selectLast = try database.prepare("\(joined) WHERE l.identity = ?")
    selectAllLast = try database.prepare("\(joined) ORDER BY l.identity")
    selectIdentifier = try database.prepare("SELECT \(columns) FROM position p WHERE p.id = ?")
    selectNewestFix = try database.prepare(
      """
      SELECT \(columns) FROM last_fix l JOIN position p ON p.identity = l.identity
        AND p.apart = 0 AND p.time = l.time AND p.content = l.content
      WHERE l.identity = ? AND (l.time, l.content) < (?, ?)
      """)
    selectEarlierFix = try database.prepare(
      """
      SELECT \(columns) FROM position p WHERE identity = ? AND apart = 0 AND has_fix = 1
        AND (time, content) < (?, ?)
      ORDER BY time DESC, content DESC LIMIT 1
      """)
    selectState = try database.prepare("SELECT watermark, positions FROM state")
  }

  /// Runs a query so that it sees one state of the file throughout.
  func consistently<Result>(
    _ body: (TimelineReader) throws(SQLiteError) -> Result
  ) throws(SQLiteError) -> Result {
    try database.execute("BEGIN")
    // A transaction that only reads has nothing to lose.
    defer { database.rollBack() }
    return try body(self)
  }

  func positions(
    of identity: DeviceIdentity, after: TimelineCursor, through last: TimelineCursor, limit: Int
  ) throws(SQLiteError) -> [StoredPosition] {
    defer { selectRange.reset() }
    try selectRange.bind(1, identity.rawValue)
    try bind(after, to: selectRange, at: 2)
    try bind(last, to: selectRange, at: 4)
    try selectRange.bind(6, max(limit, 0))
    var positions: [StoredPosition] = []
    var fix: Fix?
    var hasLooked = false
    while try selectRange.step() {
      guard let row = row(selectRange) else { continue }
      if row.position.location == nil && fix == nil && !hasLooked {
        // Once; later fixes are found in the range itself.
        hasLooked = true
        fix = try lastFix(of: identity, before: row.cursor)
      }
      positions.append(row.stored(fix))
      fix = row.fix ?? fix
    }
    return positions
  }

  func implausible(
    of identity: DeviceIdentity, limit: Int
  ) throws(SQLiteError) -> [StoredPosition] {
    defer { selectApart.reset() }
    try selectApart.bind(1, identity.rawValue)
    try selectApart.bind(2, max(limit, 0))
    var positions: [StoredPosition] = []
    while try selectApart.step() {
      if let row = row(selectApart) { positions.append(row.stored(nil)) }
    }
    return positions
  }

  func lastKnown(of identity: DeviceIdentity) throws(SQLiteError) -> StoredPosition? {
    defer { selectLast.reset() }
    try selectLast.bind(1, identity.rawValue)
    guard try selectLast.step(), let row = row(selectLast) else { return nil }
    return try complete(row)
  }

  func lastKnown() throws(SQLiteError) -> [StoredPosition] {
    defer { selectAllLast.reset() }
    var positions: [StoredPosition] = []
    while try selectAllLast.step() {
      if let row = row(selectAllLast) { positions.append(try complete(row)) }
    }
    return positions
  }

  func position(id: Int64) throws(SQLiteError) -> StoredPosition? {
    defer { selectIdentifier.reset() }
    try selectIdentifier.bind(1, id)
    guard try selectIdentifier.step(), let row = row(selectIdentifier) else { return nil }
    return try complete(row)
  }

  /// The place that a position of a device without one borrows.
  func lastFix(
    of identity: DeviceIdentity, before cursor: TimelineCursor
  ) throws(SQLiteError) -> Fix? {
    // The newest fix is the one most of the time, and it is found without a search.
    for statement in [selectNewestFix, selectEarlierFix] {
      defer { statement.reset() }
      try statement.bind(1, identity.rawValue)
      try bind(cursor, to: statement, at: 2)
      if try statement.step(), let row = row(statement) { return row.fix }
    }
    return nil
  }

  func watermark() throws(SQLiteError) -> LedgerToken {
    defer { selectState.reset() }
    return LedgerToken(rawValue: try selectState.step() ? selectState.integer(0) : 0)
  }

  var count: Int64 {
    get throws(SQLiteError) {
      defer { selectState.reset() }
      return try selectState.step() ? selectState.integer(1) : 0
    }
  }

  var devices: Int64 {
    get throws(SQLiteError) {
      try database.integer("SELECT count(*) FROM last_known") ?? 0
    }
  }

  // MARK: Rows

  private struct Row {
    let id: Int64
    let identity: DeviceIdentity
    let protocolName: String
    let receivedAt: Timestamp
    let cursor: TimelineCursor
    let flags: PositionFlags
    let position: Position

    func stored(_ lastFix: Fix?) -> StoredPosition {
      StoredPosition(
        id: id, identity: identity, protocolName: protocolName, receivedAt: receivedAt,
        cursor: cursor, position: position, flags: flags, lastFix: lastFix)
    }

    /// What later positions borrow from it.
    var fix: Fix? {
      guard let location = position.location, location.isValid,
        flags.isDisjoint(with: .withheld)
      else { return nil }
      return Fix(location: location, time: cursor.time)
    }
  }

  private func complete(_ row: Row) throws(SQLiteError) -> StoredPosition {
    let needsFix = row.position.location == nil && !row.flags.contains(.timeImplausible)
    return row.stored(needsFix ? try lastFix(of: row.identity, before: row.cursor) : nil)
  }

  /// The position of the current row; nil if its stored form cannot be read.
  private func row(_ statement: Statement) -> Row? {
    let receivedAt = Timestamp(milliseconds: statement.integer(3))
    let time = Timestamp(milliseconds: statement.integer(4))
    let flags = PositionFlags(rawValue: UInt16(truncatingIfNeeded: statement.integer(6)))
    let position = statement.withBlob(7) { report in
      DerivedPosition.read(report, receivedAt: receivedAt, time: time, flags: flags)
    }
    guard let position else { return nil }
    let content = ContentKey(rawValue: UInt64(bitPattern: statement.integer(5)))
    return Row(
      id: statement.integer(0), identity: DeviceIdentity(rawValue: statement.integer(1)),
      protocolName: statement.text(2), receivedAt: receivedAt,
      cursor: TimelineCursor(time: time, contentKey: content), flags: flags, position: position)
  }

  private func bind(
    _ cursor: TimelineCursor, to statement: Statement, at index: Int
  ) throws(SQLiteError) {
    try statement.bind(index, cursor.time.milliseconds)
    try statement.bind(index + 1, cursor.key)
  }
}

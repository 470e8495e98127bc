internal import Ledger
internal import SQLite
internal import Telemetry

/// The connection that writes a timeline.
final class TimelineWriter {
  private let database: Database
  private let insert: Statement
  private let find: Statement
  private let clear: Statement
  private let moveLastKnown: Statement
  private let moveLastFix: Statement
  private let moveWatermark: Statement
  private let reader: TimelineReader

  init(_ path: String) throws(SQLiteError) {
    database = try Database(path: path)
    try TimelineSchema.prepare(database)
    // Of two copies the one that was learned first stays, without the marks of only one.
    insert = try database.prepare("INSERT OR IGNORE INTO position VALUES (?,?,?,?,?,?,?,?,?,?)")
    let row = "WHERE identity = ? AND apart = ? AND time = ? AND content = ?"
    find = try database.prepare("SELECT flags, id FROM position \(row)")
    clear = try database.prepare("UPDATE position SET flags = ?, has_fix = ? WHERE id = ?")
    moveLastKnown = try database.prepare(Self.move("last_known"))
    moveLastFix = try database.prepare(Self.move("last_fix"))
    moveWatermark = try database.prepare(
      "UPDATE state SET watermark = max(watermark, ?), positions = positions + ?")
    reader = try TimelineReader(database)
  }

  /// A pointer only goes forward in time.
  private static func move(_ table: String) -> String {
    """
    INSERT INTO \(table) VALUES (?,?,?) ON CONFLICT DO UPDATE
    SET time = excluded.time, content = excluded.content
    WHERE (excluded.time, excluded.content) > (time, content)
    """
  }

  func apply(
    _ positions: [DerivedPosition], watermark: LedgerToken
  ) throws(SQLiteError) -> [TimelineUpdate] {
    try database.execute("BEGIN IMMEDIATE")
    do throws(SQLiteError) {
      var updates: [TimelineUpdate] = []
      var count = 0
      for position in positions {
        if let update = try add(position, &count) { updates.append(update) }
      }
      try moveWatermark.bind(1, watermark.rawValue)
      try moveWatermark.bind(2, count)
      try moveWatermark.run()
      try database.execute("COMMIT")
      return updates
    } catch {
      database.rollBack()
      throw error
    }
  }

  /// - Parameter count: how many are new.
  private func add(
    _ derived: DerivedPosition, _ count: inout Int
  ) throws(SQLiteError) -> TimelineUpdate? {
    try insert.bind(1, derived.identity.rawValue)
    try insert.bind(2, !derived.isInHistory)
    try insert.bind(3, derived.cursor.time.milliseconds)
    try insert.bind(4, derived.cursor.key)
    try insert.bind(5, derived.id)
    try insert.bind(6, derived.receivedAt.milliseconds)
    try insert.bind(7, Int64(derived.flags.rawValue))
    try insert.bind(8, derived.hasFix)
    try insert.bind(9, derived.protocolName)
    try insert.bind(10, derived.report)
    try insert.run()
    guard database.changes > 0 else { return try takeCopy(derived) }
    count += 1
    let isLast = try move(derived)
    let needsFix = derived.position.location == nil && derived.isInHistory
    let fix = needsFix ? try reader.lastFix(of: derived.identity, before: derived.cursor) : nil
    return TimelineUpdate(
      position: StoredPosition(derived, lastFix: fix), isLastKnown: isLast)
  }

  /// Clears the marks of a position that a copy does not have.
  private func takeCopy(_ copy: DerivedPosition) throws(SQLiteError) -> TimelineUpdate? {
    defer { find.reset() }
    try find.bind(1, copy.identity.rawValue)
    try find.bind(2, !copy.isInHistory)
    try find.bind(3, copy.cursor.time.milliseconds)
    try find.bind(4, copy.cursor.key)
    guard try find.step() else { return nil }
    let flags = PositionFlags(rawValue: UInt16(truncatingIfNeeded: find.integer(0)))
    let id = find.integer(1)
    var merged = copy
    _ = merged.clear(by: flags)
    guard merged.flags != flags else { return nil }
    try clear.bind(1, Int64(merged.flags.rawValue))
    try clear.bind(2, merged.hasFix)
    try clear.bind(3, id)
    try clear.run()
    let isLast = try move(merged)
    return try reader.position(id: id).map { TimelineUpdate(position: $0, isLastKnown: isLast) }
  }

  /// Moves the pointers to a position.
  ///
  /// - Returns: whether it is now the last known one.
  private func move(_ derived: DerivedPosition) throws(SQLiteError) -> Bool {
    if derived.hasFix { _ = try move(moveLastFix, derived) }
    return derived.canBeLast ? try move(moveLastKnown, derived) : false
  }

  private func move(_ statement: Statement, _ derived: DerivedPosition) throws(SQLiteError) -> Bool
  {
    try statement.bind(1, derived.identity.rawValue)
    try statement.bind(2, derived.cursor.time.milliseconds)
    try statement.bind(3, derived.cursor.key)
    try statement.run()
    return database.changes > 0
  }

  // MARK: Removing

  /// Removes positions and lets the pointers follow.
  ///
  /// - Parameter id: only the position with this identifier.
  func remove(
    _ identity: DeviceIdentity, _ from: Int64, _ to: Int64, only id: Int64?
  ) throws(SQLiteError) -> Int64 {
    try database.execute("BEGIN IMMEDIATE")
    do throws(SQLiteError) {
      let delete = try database.prepare(
        """
        DELETE FROM position
        WHERE identity = ?1 AND time BETWEEN ?2 AND ?3 AND id = ifnull(?4, id)
        """)
      try delete.bind(1, identity.rawValue)
      try delete.bind(2, from)
      try delete.bind(3, to)
      try delete.bind(4, optional: id)
      try delete.run()
      let removed = Int64(database.changes)
      try moveWatermark.bind(1, 0)
      try moveWatermark.bind(2, -removed)
      try moveWatermark.run()
      try point("last_known", identity, "flags & \(PositionFlags.withheld.rawValue) = 0")
      try point("last_fix", identity, "has_fix = 1")
      try database.execute("COMMIT")
      return removed
    } catch {
      database.rollBack()
      throw error
    }
  }

  /// Points to the newest position that fits, or to none.
  private func point(
    _ table: String, _ identity: DeviceIdentity, _ condition: String
  ) throws(SQLiteError) {
    let forget = try database.prepare("DELETE FROM \(table) WHERE identity = ?")
    try forget.bind(1, identity.rawValue)
    try forget.run()
    let find = try database.prepare(
      """
      INSERT INTO \(table) SELECT identity, time, content FROM position
      WHERE identity = ? AND apart = 0 AND \(condition)
      ORDER BY time DESC, content DESC LIMIT 1
      """)
    try find.bind(1, identity.rawValue)
    try find.run()
  }
}

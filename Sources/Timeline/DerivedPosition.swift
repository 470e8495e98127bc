internal import Ledger
internal import Telemetry

/// What a record of the ledger gives for the timeline, before anybody looks at what is there.
struct DerivedPosition: Sendable {

  let id: Int64
  let identity: DeviceIdentity
  let protocolName: String
  let receivedAt: Timestamp
  let cursor: TimelineCursor
  private(set) var flags: PositionFlags
  /// What it is stored as.
  let report: [UInt8]
  /// What is read from it, with its times repaired.
  let position: Position

  /// Whether it stands in the history, and not beside it.
  var isInHistory: Bool { !flags.contains(.timeImplausible) }
  /// Whether it can give its place to positions without one.
  var hasFix: Bool {
    position.location?.isValid == true && flags.isDisjoint(with: .withheld)
  }
  /// Whether it can be the last known position.
  var canBeLast: Bool { flags.isDisjoint(with: .withheld) }

  /// All positions of a record; none if nobody knows whose they are.
  static func all(of record: LedgerRecord, node: Int) -> [DerivedPosition] {
    guard record.identity != .unknown else { return [] }
    var all: [DerivedPosition] = []
    var offset = 0
    for index in 0..<record.recordCount {
      let start = offset
      guard
        let stored = CompactReport.read(
          record.reports.span, at: &offset, receivedAt: record.receivedAt)
      else { break }
      all.append(
        DerivedPosition(
          record, PositionIdentifier.make(node: node, sequence: record.sequence, index: index),
          stored, Array(record.reports[start..<offset])))
    }
    return all
  }

  private init(
    _ record: LedgerRecord, _ id: Int64, _ stored: CompactReport.Stored, _ report: [UInt8]
  ) {
    var position = stored.position
    var flags: PositionFlags = []
    // The key is made from what the device sent, so that a copy has it whenever it arrives.
    let contentKey = ContentKey(
      position, protocolName: record.protocolName, receivedAt: record.receivedAt,
      identifier: id)
    let said = position.fixTime ?? position.deviceTime ?? record.receivedAt
    let (time, timeFlags) = SaidTime.judge(said, receivedAt: record.receivedAt)
    flags.formUnion(timeFlags)
    if flags.contains(.timeRepaired) {
      position = Self.moved(position, by: time.milliseconds &- said.milliseconds)
    }
    if stored.checksumFailed || record.flags.contains(.checksumFailed) {
      flags.insert(.checksumFailed)
    }
    if record.flags.contains(.unconfirmed) { flags.insert(.unconfirmed) }
    self.id = id
    identity = record.identity
    protocolName = record.protocolName
    receivedAt = record.receivedAt
    cursor = TimelineCursor(time: time, contentKey: contentKey)
    self.flags = flags
    self.report = report
    self.position = position
  }

  /// Takes note of another copy of the position.
  ///
  /// - Returns: whether that has cleared marks of it.
  mutating func clear(by copy: PositionFlags) -> Bool {
    let left = flags.cleared(by: copy)
    defer { flags = left }
    return left != flags
  }

  /// Both times moved, as far as there are any.
  static func moved(_ position: Position, by shift: Int64) -> Position {
    var moved = position
    moved.fixTime = moved.fixTime?.advanced(byMilliseconds: shift)
    moved.deviceTime = moved.deviceTime?.advanced(byMilliseconds: shift)
    return moved
  }

  /// What is read back from the stored form.
  static func read(
    _ report: Span<UInt8>, receivedAt: Timestamp, time: Timestamp, flags: PositionFlags
  ) -> Position? {
    var offset = 0
    guard let stored = CompactReport.read(report, at: &offset, receivedAt: receivedAt) else {
      return nil
    }
    guard flags.contains(.timeRepaired) else { return stored.position }
    let said = stored.position.fixTime ?? stored.position.deviceTime ?? receivedAt
    return moved(stored.position, by: time.milliseconds &- said.milliseconds)
  }
}

/// A place with its time, which positions without a place borrow.
struct Fix: Sendable, Hashable {
  let location: Location
  let time: Timestamp
}

extension StoredPosition {
  /// What queries give of a derived position.
  init(_ derived: DerivedPosition, lastFix: Fix?) {
    self.init(
      id: derived.id, identity: derived.identity, protocolName: derived.protocolName,
      receivedAt: derived.receivedAt, cursor: derived.cursor, position: derived.position,
      flags: derived.flags, lastFix: lastFix)
  }

  /// - Parameter lastFix: what stands before it in the history; it counts only if the position
  ///   has no place of its own.
  init(
    id: Int64, identity: DeviceIdentity, protocolName: String, receivedAt: Timestamp,
    cursor: TimelineCursor, position: Position, flags: PositionFlags, lastFix: Fix?
  ) {
    self.id = id
    self.identity = identity
    self.protocolName = protocolName
    self.receivedAt = receivedAt
    time = cursor.time
    contentKey = cursor.contentKey
    self.position = position
    self.flags = flags
    location = position.location ?? lastFix?.location
    fixTime = position.location == nil ? lastFix?.time : cursor.time
  }
}

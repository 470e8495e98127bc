public import Ledger
internal import Platform
internal import SQLite
internal import Synchronization
public import Telemetry

/// The timeline in a SQLite file: one row for each position.
///
/// One connection writes; queries have their own, so that they never wait for the writer.
public final class SQLiteTimeline: Timeline {
  private static let readerCount = 4

  /// A connection for queries; it is opened at first use.
  private final class Slot: Sendable {
    let reader = Mutex<TimelineReader?>(nil)
  }

  private let path: String
  private let node: Int
  private let writer: Mutex<TimelineWriter>
  private let slots: [Slot]
  private let turn = Atomic<Int>(0)

  /// Opens a timeline; the file is made if it is missing, in a folder that exists.
  ///
  /// - Parameter node: the number of this server among those that share identifiers, 0 to 63.
  public init(file path: String, node: Int = 0) throws(TimelineError) {
    self.path = path
    self.node = node
    do throws(SQLiteError) {
      writer = Mutex(try TimelineWriter(path))
    } catch {
      throw TimelineError(error.description)
    }
    slots = (0..<Self.readerCount).map { _ in Slot() }
  }

  /// As ``Timeline`` promises.
  @discardableResult
  public func apply(
    _ records: [LedgerRecord], news: TimelineNews
  ) throws(TimelineError) -> [TimelineUpdate] {
    guard let last = records.last else { return [] }
    let derived = records.flatMap { DerivedPosition.all(of: $0, node: node) }
    do throws(SQLiteError) {
      let updates = try writer.withLock { writer throws(SQLiteError) in
        try writer.apply(derived, watermark: last.token)
      }
      return news.select(updates)
    } catch {
      throw TimelineError(error.description)
    }
  }

  /// As ``Timeline`` promises.
  @discardableResult
  public func remove(
    _ identity: DeviceIdentity, from: Timestamp, to: Timestamp
  ) throws(TimelineError) -> Int64 {
    try remove(identity, from, to, only: nil)
  }

  /// As ``Timeline`` promises.
  @discardableResult
  public func remove(_ position: StoredPosition) throws(TimelineError) -> Bool {
    try remove(position.identity, position.time, position.time, only: position.id) > 0
  }

  private func remove(
    _ identity: DeviceIdentity, _ from: Timestamp, _ to: Timestamp, only id: Int64?
  ) throws(TimelineError) -> Int64 {
    do throws(SQLiteError) {
      return try writer.withLock { writer throws(SQLiteError) in
        try writer.remove(identity, from.milliseconds, to.milliseconds, only: id)
      }
    } catch {
      throw TimelineError(error.description)
    }
  }

  /// As ``Timeline`` promises.
  public func positions(
    of identity: DeviceIdentity, from: Timestamp, to: Timestamp, after: TimelineCursor?, limit: Int
  ) throws(TimelineError) -> [StoredPosition] {
    // Behind everything of the millisecond before.
    let start = TimelineCursor.last(of: from.advanced(byMilliseconds: -1))
    return try query { reader throws(SQLiteError) in
      try reader.positions(
        of: identity, after: max(start, after ?? start), through: .last(of: to), limit: limit)
    }
  }

  /// As ``Timeline`` promises.
  public func implausible(
    of identity: DeviceIdentity, limit: Int
  ) throws(TimelineError) -> [StoredPosition] {
    try query { reader throws(SQLiteError) in
      try reader.implausible(of: identity, limit: limit)
    }
  }

  /// As ``Timeline`` promises.
  public func lastKnown(of identity: DeviceIdentity) throws(TimelineError) -> StoredPosition? {
    try query { reader throws(SQLiteError) in try reader.lastKnown(of: identity) }
  }

  /// As ``Timeline`` promises.
  public func lastKnown() throws(TimelineError) -> [StoredPosition] {
    try query { reader throws(SQLiteError) in try reader.lastKnown() }
  }

  /// As ``Timeline`` promises.
  public func position(id: Int64) throws(TimelineError) -> StoredPosition? {
    try query { reader throws(SQLiteError) in try reader.position(id: id) }
  }

  /// As ``Timeline`` promises.
  public func watermark() throws(TimelineError) -> LedgerToken {
    try query { reader throws(SQLiteError) in try reader.watermark() }
  }

  /// As ``Timeline`` promises.
  public func statistics() throws(TimelineError) -> TimelineStatistics {
    let bytes = Folder.size(ofFile: path) + Folder.size(ofFile: path + "-wal")
    return try query { reader throws(SQLiteError) in
      TimelineStatistics(
        positions: try reader.count, devices: try reader.devices, bytes: bytes,
        watermark: try reader.watermark())
    }
  }

  /// Runs a query on a connection that is free, or else on one whose turn it is.
  private func query<Result: Sendable>(
    _ body: @Sendable (TimelineReader) throws(SQLiteError) -> Result
  ) throws(TimelineError) -> Result {
    let path = path
    func run(_ reader: inout sending TimelineReader?) throws(SQLiteError) -> sending Result {
      let open: TimelineReader
      if let reader { open = reader } else { open = try TimelineReader(path) }
      reader = open
      return try open.consistently(body)
    }
    do throws(SQLiteError) {
      for slot in slots {
        if let result = try slot.reader.withLockIfAvailable(run) { return result }
      }
      let next = turn.wrappingAdd(1, ordering: .relaxed).newValue
      return try slots[Int(UInt(bitPattern: next) % UInt(slots.count))].reader.withLock(run)
    } catch {
      throw TimelineError(error.description)
    }
  }
}

public import Ledger
public import Telemetry

/// The history of every device, made from the ledger.
///
/// It does not depend on the order in which messages arrived, nor on how often: a record is kept
/// once, under its time and content. All members may be called on any thread, and queries do not
/// wait for ``apply(_:)``.
public protocol Timeline: Sendable {
  /// Takes records of the ledger, in order, and moves the watermark behind the last of them in the
  /// same moment. What it has already changes nothing.
  ///
  /// - Parameter news: which of the positions that are new are returned; making them can take
  ///   longer than keeping them.
  /// - Returns: those positions.
  @discardableResult
  func apply(
    _ records: [LedgerRecord], news: TimelineNews
  ) throws(TimelineError) -> [TimelineUpdate]

  /// The history of a device between two moments, both included, in the order of time; positions
  /// of one moment in the order of their content. Positions with an implausible time are not in
  /// it.
  ///
  /// - Parameters:
  ///   - after: only what follows this place, to go on where a limit has ended.
  ///   - limit: so many positions at most.
  func positions(
    of identity: DeviceIdentity, from: Timestamp, to: Timestamp, after: TimelineCursor?, limit: Int
  ) throws(TimelineError) -> [StoredPosition]

  /// The positions of a device whose time cannot be right, in the order of time.
  func implausible(
    of identity: DeviceIdentity, limit: Int
  ) throws(TimelineError) -> [StoredPosition]

  /// The newest position of a device by its time, not by its arrival. What another sender claimed
  /// without being confirmed does not count.
  func lastKnown(of identity: DeviceIdentity) throws(TimelineError) -> StoredPosition?

  /// The newest position of every device, in the order of identities.
  func lastKnown() throws(TimelineError) -> [StoredPosition]

  /// The position with an identifier.
  func position(id: Int64) throws(TimelineError) -> StoredPosition?

  /// Removes the positions of a device between two times, both included, for good. What is last
  /// known of it follows.
  ///
  /// What the ledger holds of them so far does not come back, but only as long as the timeline's
  /// file is there.
  ///
  /// - Returns: how many positions were removed.
  @discardableResult
  func remove(
    _ identity: DeviceIdentity, from: Timestamp, to: Timestamp
  ) throws(TimelineError) -> Int64

  /// Removes one position; see ``remove(_:from:to:)``.
  ///
  /// - Returns: false if there is no such position.
  @discardableResult
  func remove(_ position: StoredPosition) throws(TimelineError) -> Bool

  /// How far the ledger has been seen: what is before it is in the answers of queries.
  func watermark() throws(TimelineError) -> LedgerToken

  /// What a new start need not read again: the ledger may forget everything up to here. It is
  /// never ahead of ``watermark()``.
  func durableWatermark() throws(TimelineError) -> LedgerToken

  /// How the timeline is.
  func statistics() throws(TimelineError) -> TimelineStatistics
}

extension Timeline {
  /// Takes records of the ledger and returns all positions that are new; see ``apply(_:news:)``.
  @discardableResult
  public func apply(_ records: [LedgerRecord]) throws(TimelineError) -> [TimelineUpdate] {
    try apply(records, news: .all)
  }

  /// A timeline that makes durable what it takes has only one watermark.
  public func durableWatermark() throws(TimelineError) -> LedgerToken { try watermark() }

  /// The history of a device between two moments from its beginning; see
  /// ``positions(of:from:to:after:limit:)``.
  public func positions(
    of identity: DeviceIdentity, from: Timestamp, to: Timestamp, limit: Int
  ) throws(TimelineError) -> [StoredPosition] {
    try positions(of: identity, from: from, to: to, after: nil, limit: limit)
  }
}

/// Why the timeline did not do what was asked: which file, and what happened.
public struct TimelineError: Error, Hashable, CustomStringConvertible {
  /// For people.
  public let description: String

  /// An error for people.
  public init(_ description: String) { self.description = description }
}

/// Which new positions somebody wants to hear of.
public enum TimelineNews: Sendable, Hashable {
  /// None.
  case none
  /// Of each device the newest one, if it is now the last known position.
  case lastKnown
  /// All.
  case all

  /// What remains of all news.
  func select(_ updates: [TimelineUpdate]) -> [TimelineUpdate] {
    switch self {
    case .none: return []
    case .all: return updates
    case .lastKnown:
      var newest: [DeviceIdentity: Int] = [:]
      for index in updates.indices where updates[index].isLastKnown {
        newest[updates[index].position.identity] = index
      }
      return newest.values.sorted().map { updates[$0] }
    }
  }
}

/// A position that is new in the timeline.
public struct TimelineUpdate: Sendable, Hashable {
  /// The position, with its device and identifier.
  public let position: StoredPosition
  /// Whether it is now the last known position of its device.
  public let isLastKnown: Bool
}

/// How a timeline is.
public struct TimelineStatistics: Sendable, Hashable {
  /// How many positions it has; counted since the file was made.
  public var positions: Int64
  /// How many devices it has positions of.
  public var devices: Int64
  /// What its files take.
  public var bytes: Int64
  /// How far the ledger has been seen.
  public var watermark: LedgerToken
  /// How many of the positions are only in memory, besides the ledger.
  public var unpacked: Int64 = 0
  /// What those take there.
  public var unpackedBytes: Int64 = 0
  /// How many chunks were found damaged since the start.
  public var damagedChunks = 0
  /// How many positions were removed since the start because they were beyond the limits of what
  /// is kept.
  public var forgotten: Int64 = 0
  /// How many were not taken since the start because they came too late for those limits.
  public var late: Int64 = 0
}

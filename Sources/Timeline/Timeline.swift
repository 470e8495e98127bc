public import Ledger
public import Telemetry

/// The history of every device, made from the ledger.
///
/// It does not depend on the order in which messages arrived, nor on how often: a record is kept
/// once, under its time and content. All members may be called on any thread, and queries do not
/// wait for ``apply(_:)``.
public protocol Timeline: Sendable {
  /// Takes records of the ledger, in order, and moves the watermark behind the last of them in the
  /// same transaction. What it has already changes nothing.
  ///
  /// - Returns: the positions that are new.
  @discardableResult
  func apply(_ records: [LedgerRecord]) throws(TimelineError) -> [TimelineUpdate]

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

  /// How far the ledger has been seen.
  func watermark() throws(TimelineError) -> LedgerToken

  /// How the timeline is.
  func statistics() throws(TimelineError) -> TimelineStatistics
}

extension Timeline {
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
}

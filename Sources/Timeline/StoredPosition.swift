public import Telemetry

/// A position as the timeline keeps it.
public struct StoredPosition: Sendable, Hashable {
  /// Its identifier: positive, below 2^53, the same for ever.
  public let id: Int64
  /// Whose it is.
  public let identity: DeviceIdentity
  /// The protocol that it came by.
  public let protocolName: String
  /// When the server received it.
  public let receivedAt: Timestamp
  /// The time that it stands under in the history: the fix time, else the device's time, else
  /// the time of receipt; repaired if the device's count of weeks had rolled over.
  public let time: Timestamp
  /// What tells it from others of the same time.
  public let contentKey: ContentKey
  /// What the device said.
  ///
  /// Its times are repaired, see ``PositionFlags/timeRepaired``.
  public let position: Position
  /// The place: the device's own, or else that of the last fix before, which a late fix corrects.
  public let location: Location?
  /// When that place was determined; nil without a place.
  public let fixTime: Timestamp?
  /// What is special about it.
  public let flags: PositionFlags

  /// Whether the place is not of this position itself but of an earlier one.
  public var isOutdated: Bool { position.location == nil }

  /// The record of the ledger that it came with.
  public var sequence: Int64 { PositionIdentifier.sequence(of: id) }

  /// Its place in the history of its device.
  public var cursor: TimelineCursor { TimelineCursor(time: time, contentKey: contentKey) }
}

/// What is special about a position.
///
/// Stored on disk: a bit is never given another meaning.
public struct PositionFlags: OptionSet, Sendable, Hashable {
  /// The set as bits.
  public let rawValue: UInt16
  /// A set from its bits.
  public init(rawValue: UInt16) { self.rawValue = rawValue }
  /// Its time cannot be right: before 2000-01-02 or more than a day after its receipt.
  public static let timeImplausible = PositionFlags(rawValue: 1)
  /// The checksum of its message did not hold, in no message that it came with.
  public static let checksumFailed = PositionFlags(rawValue: 2)
  /// Its sender may be somebody else, see ``LedgerFlags/unconfirmed``; nobody confirmed has sent
  /// the same.
  public static let unconfirmed = PositionFlags(rawValue: 4)
  /// Its times were off by a multiple of 1,024 weeks, as receivers of satellite navigation are
  /// whose count of weeks has rolled over, and were put right. Where a year was sent with two
  /// digits, its century was put right as well.
  public static let timeRepaired = PositionFlags(rawValue: 8)

  /// What a copy of the position that came without it clears, in whatever order they come.
  static let marks: PositionFlags = [.checksumFailed, .unconfirmed]

  /// What is left when another copy of the position has other flags.
  func cleared(by copy: PositionFlags) -> PositionFlags {
    subtracting(Self.marks.subtracting(copy))
  }

  /// What keeps a position from being the last known one, and from giving its place to others.
  static let withheld: PositionFlags = [.timeImplausible, .unconfirmed]
}

/// A place in the history of a device.
public struct TimelineCursor: Sendable, Hashable, Comparable {
  /// The time.
  public let time: Timestamp
  /// What tells positions of one time apart.
  public let contentKey: ContentKey

  /// A place by its parts.
  public init(time: Timestamp, contentKey: ContentKey) {
    self.time = time
    self.contentKey = contentKey
  }

  /// By time, then by content; never by arrival.
  public static func < (left: TimelineCursor, right: TimelineCursor) -> Bool {
    (left.time, left.key) < (right.time, right.key)
  }

  /// Behind everything that can be at a moment.
  static func last(of time: Timestamp) -> TimelineCursor {
    TimelineCursor(time: time, contentKey: ContentKey(rawValue: UInt64(Int64.max)))
  }

  /// The content key as the database orders it.
  var key: Int64 { Int64(bitPattern: contentKey.rawValue) }
}

/// How a position's identifier is made: node (6 bits), sequence number in the ledger (39 bits),
/// index of the record in its message (8 bits).
///
/// A message with more than 256 records takes several sequence numbers in the ledger, so that
/// the index runs over into them.
public enum PositionIdentifier {
  /// The identifier of a record of a message.
  public static func make(node: Int, sequence: Int64, index: Int) -> Int64 {
    Int64(node & 0x3F) << 47 | (sequence << 8 &+ Int64(index)) & 0x7FFF_FFFF_FFFF
  }

  /// The node in an identifier.
  static func node(of id: Int64) -> Int { Int(id >> 47 & 0x3F) }

  /// The sequence number in an identifier; of a message with many records one of its numbers.
  public static func sequence(of id: Int64) -> Int64 { id >> 8 & 0x7F_FFFF_FFFF }
}

public import Telemetry

/// What a consumer of the ledger has seen of one identity in a batch of records.
public struct Contact: Sendable, Hashable {
  /// Whose messages; ``DeviceIdentity/unknown`` for bytes of nobody, which only count for the
  /// quota.
  public var identity: DeviceIdentity
  /// The protocol's name.
  public var protocolName: String
  /// How the last of them travelled.
  public var transport: Transport
  /// Address and port that the last of them came from.
  public var peer: String
  /// When the first of them was received.
  public var firstSeen: Timestamp
  /// When the last of them was received.
  public var lastSeen: Timestamp
  /// How many messages.
  public var messages: Int
  /// Their bytes in the ledger.
  public var bytes: Int
  /// The position that is the latest now, if a new one is.
  public var lastPosition: Int64?
  /// The versions that it reported, in the order of receipt.
  public var versions: [VersionSighting] = []

  /// A contact by its parts.
  public init(
    identity: DeviceIdentity, protocolName: String, transport: Transport, peer: String,
    firstSeen: Timestamp, lastSeen: Timestamp, messages: Int, bytes: Int,
    lastPosition: Int64? = nil
  ) {
    self.identity = identity
    self.protocolName = protocolName
    self.transport = transport
    self.peer = peer
    self.firstSeen = firstSeen
    self.lastSeen = lastSeen
    self.messages = messages
    self.bytes = bytes
    self.lastPosition = lastPosition
  }
}

/// An identity that no device is linked to: an unknown tracker that has called, or the history of
/// a deleted device.
public struct Arrival: Sendable, Hashable {
  /// What its history is kept under.
  public let identity: DeviceIdentity
  /// What it calls itself.
  public let identifier: String
  /// Further identifiers that it has used.
  public let otherIdentifiers: [String]
  /// The protocol's name; empty if it has never called.
  public let protocolName: String
  /// How it last called; nil if never.
  public let transport: Transport?
  /// Address and port that it last called from.
  public let peer: String
  /// When it first called.
  public let firstSeen: Timestamp
  /// When it last called.
  public let lastSeen: Timestamp
  /// Stored messages.
  public let messages: Int64
  /// Their bytes in the ledger.
  public let storedBytes: Int64
  /// The latest position.
  public let lastPosition: Int64?
  /// The versions that it reported, by time.
  public let versions: [DeviceVersion]
}

public import EventLoop
public import Telemetry

/// A connection that ended without saying who it is, or was not let in.
public struct RefusedConnection: Sendable, Hashable {
  /// What kind of thing went wrong, so that advice can be given for each.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// It sent nothing.
    case silent
    /// A web browser, or a program that speaks like one.
    case web
    /// The start of an encrypted connection, which this port does not take.
    case encrypted
    /// Another program that is no tracker, such as a scanner.
    case scanner
    /// No protocol begins like this.
    case unrecognised
    /// It ended before its protocol could be told.
    case incomplete
    /// The protocol is known, but none of its messages could be read.
    case unreadable
    /// The protocol is known, but not which device speaks.
    case anonymous
    /// It said who it is and may not speak.
    case turnedAway
    /// It was one connection too many.
    case crowded
    /// A proxy did not say whom it speaks for.
    case proxyHeader
  }

  /// How it travelled.
  public var transport: Transport
  /// The other side.
  public var peer: Address
  /// When it ended; the last one if there were several alike.
  public var at: Timestamp
  /// What kind of thing went wrong.
  public var kind: Kind
  /// Why, in a sentence for people.
  public var reason: String
  /// The protocol; nil if it was not recognised.
  public var protocolName: String?
  /// How the device calls itself; empty if it did not say.
  public var identifier: String
  /// Its first bytes, at most ``RefusedConnections/firstBytes``.
  public var firstBytes: [UInt8]
  /// How many there were alike, from the same address and for the same reason.
  public var count = 1

  /// A connection that came to nothing once.
  public init(
    transport: Transport, peer: Address, at time: Timestamp, kind: Kind, reason: String,
    protocolName: String? = nil, identifier: String = "", firstBytes: [UInt8] = []
  ) {
    self.transport = transport
    self.peer = peer
    at = time
    self.kind = kind
    self.reason = reason
    self.protocolName = protocolName
    self.identifier = identifier
    self.firstBytes = firstBytes
  }

  /// Whether another differs in nothing that a person would want to tell apart.
  func isLike(_ other: RefusedConnection) -> Bool {
    kind == other.kind && transport == other.transport && peer.ip == other.peer.ip
      && identifier == other.identifier && protocolName == other.protocolName
      && reason == other.reason
  }
}

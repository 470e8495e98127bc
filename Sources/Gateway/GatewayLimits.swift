/// How much the gateway takes from whom; every number has a bound because anybody can connect.
public struct GatewayLimits: Sendable, Hashable {
  /// TCP connections in all. Above four fifths of it strangers have less time.
  public var connections = 50_000
  /// TCP connections from one IPv4 address or one IPv6 network of 64 bits; mobile carriers hide
  /// thousands of devices behind one address.
  public var connectionsPerAddress = 2_000
  /// Bytes within which a sender must have said who it is.
  public var strangerBytes = 4_096
  /// Seconds within which a sender must have said who it is.
  public var strangerSeconds = 30
  /// The same while more than four fifths of all connections are taken.
  public var strangerSecondsWhenCrowded = 5
  /// Seconds after which a silent connection is closed at the latest. One that reports often is
  /// given up after three of its own intervals, but not before ``leastIdleSeconds``.
  public var idleSeconds = 1_800
  /// Seconds of silence that every device is granted.
  public var leastIdleSeconds = 180
  /// Bytes of a frame, if the protocol does not set less.
  public var frameBytes = 262_144
  /// Bytes of answers and commands that a device may leave unread.
  public var unreadBytes = 65_536
  /// Milliseconds without a byte after which a frame that has no end of its own is taken as whole.
  public var pauseMilliseconds = 300
  /// Conversations by datagrams that are remembered, per loop.
  public var datagramPeers = 65_536
  /// Seconds for which a conversation by datagrams is remembered.
  public var datagramSeconds = 600
  /// Bytes that one loop may have handed to the sink without hearing that they are durable.
  /// Beyond it nothing is read.
  public var outstandingBytes = 16_777_216
  /// Bytes of messages that are collected before they are handed over within a turn of the loop.
  public var batchBytes = 1_048_576
  /// Messages that are collected before they are handed over within a turn of the loop.
  public var batchMessages = 4_096
  /// Seconds that ``Gateway/stop()`` waits for the sink.
  public var stopSeconds = 10

  /// The defaults.
  public init() {}
}

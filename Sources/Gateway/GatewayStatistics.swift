public import Detection

/// What the gateway has counted since it started, for the metrics.
public struct GatewayStatistics: Sendable, Hashable {
  /// Connections that were accepted.
  public var accepted: UInt64 = 0
  /// Connections that are open.
  public var open: Int = 0
  /// Open connections, and remembered exchanges of datagrams, whose device is known.
  public var identified: Int = 0
  /// Connections that were refused because of a limit.
  public var refusedByLimit: UInt64 = 0
  /// Connections that ended without saying who they are.
  public var endedUnidentified: UInt64 = 0
  /// Datagrams that were received.
  public var datagrams: UInt64 = 0
  /// Bytes that were received, both ways together.
  public var bytes: UInt64 = 0
  /// Frames that were read and handed over.
  public var frames: UInt64 = 0
  /// Records in these frames.
  public var records: UInt64 = 0
  /// Frames that could not be read.
  public var undecodable: UInt64 = 0
  /// Pieces without a known sender that were stored.
  public var strays: UInt64 = 0
  /// Pieces without a known sender that were not stored because the quota was used up.
  public var straysDropped: UInt64 = 0
  /// Frames of senders that may not speak, neither stored nor answered.
  public var dropped: UInt64 = 0
  /// Frames of senders whose claim to be the device is not confirmed.
  public var unconfirmed: UInt64 = 0
  /// Answers that were sent.
  public var replies: UInt64 = 0
  /// Batches that were handed over.
  public var batches: UInt64 = 0
  /// Batches of which the sink said that they are lost.
  public var failedBatches: UInt64 = 0
  /// Times that reading was stopped because the sink could not take more.
  public var halts: UInt64 = 0
  /// Bytes that the sink has and has not yet made durable.
  public var outstandingBytes: Int = 0
  /// Connections of other kinds of programs.
  public var probes: [Probe: UInt64] = [:]

  /// Nothing counted.
  public init() {}

  /// Adds what another loop counted.
  mutating func add(_ other: GatewayStatistics) {
    accepted += other.accepted
    open += other.open
    identified += other.identified
    refusedByLimit += other.refusedByLimit
    endedUnidentified += other.endedUnidentified
    datagrams += other.datagrams
    bytes += other.bytes
    frames += other.frames
    records += other.records
    undecodable += other.undecodable
    strays += other.strays
    straysDropped += other.straysDropped
    dropped += other.dropped
    unconfirmed += other.unconfirmed
    replies += other.replies
    batches += other.batches
    failedBatches += other.failedBatches
    halts += other.halts
    outstandingBytes += other.outstandingBytes
    probes.merge(other.probes, uniquingKeysWith: +)
  }
}

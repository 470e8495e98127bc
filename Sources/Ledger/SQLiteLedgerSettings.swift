internal import Platform

/// How a ledger in files is kept.
public struct SQLiteLedgerSettings: Sendable {
  /// A file is followed by a new one when it has about so many bytes.
  public var segmentBytes: Int64 = 268_435_456
  /// A file is followed by a new one after so many milliseconds.
  public var segmentMilliseconds: Int64 = 86_400_000
  /// What may wait to be stored, in bytes.
  public var pendingBytes = 67_108_864
  /// How many microseconds a batch may wait for others under load.
  public var lingerMicroseconds: Int64 = 1_000
  /// Run on the ledger's thread before every commit; if it throws, the batches are not committed
  /// and the commit is tried again a second later.
  ///
  /// For what must be durable before the batches, such as new identities.
  public var beforeCommit: @Sendable () throws -> Void = {}
  /// A place that a consumer has got to. No number up to it is given to a new message, even if the
  /// files end before it because a disk has lost some; the statistics say so then.
  public var notBefore = LedgerToken.start
  /// The registered SQLite VFS to use; nil is the usual one.
  ///
  /// For tests.
  package var fileSystem: String?
  /// A write-ahead log of fewer bytes is left alone until its file is full.
  ///
  /// For tests.
  package var checkpointBytes: Int64 = 4_194_304
  /// How often the write-ahead log is looked at, in microseconds.
  ///
  /// For tests.
  package var checkpointInterval: Int64 = 1_000_000
  /// Whether files that are not written any more are written anew if their blocks are small.
  ///
  /// For tests.
  package var packsFinishedFiles = true
  /// Called behind each step of writing a file anew; if it throws, the file stays as it is at that
  /// moment.
  ///
  /// For tests.
  package var onRewritingStep: @Sendable (RewritingStep) throws -> Void = { _ in }
  /// The time of day in milliseconds since 1970.
  ///
  /// For tests.
  package var now: @Sendable () -> Int64

  /// The usual settings.
  public init() { now = { Clock.milliseconds() } }
}

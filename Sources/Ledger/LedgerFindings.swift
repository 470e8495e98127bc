/// What a look at one file of a ledger has found.
public struct SegmentFinding: Sendable, Hashable {
  /// The file.
  public let path: String
  /// What it takes, with its write-ahead log.
  public let bytes: Int64
  /// The lowest number that it may hold.
  public let first: Int64
  /// The highest number that it holds; nil if it has no message.
  public var newest: Int64?
  /// How many messages can be read.
  public var messages: Int64 = 0
  /// The messages that were set aside, the first ones if there are very many.
  public var setAside: [SetAsideEntry] = []
  /// What is wrong and what is lost, for people; empty if all is well.
  public var faults: [String] = []

  init(path: String, bytes: Int64, first: Int64) {
    self.path = path
    self.bytes = bytes
    self.first = first
  }
}

/// What a look at a whole ledger has found.
public struct LedgerFindings: Sendable, Hashable {
  /// Its files, oldest first.
  public internal(set) var segments: [SegmentFinding] = []
  /// What is wrong beside what is wrong in one file, for people.
  public internal(set) var faults: [String] = []

  /// Of a ledger that has nothing.
  public init() {}

  /// The place behind the newest message.
  public var latest: LedgerToken {
    LedgerToken(rawValue: segments.map { $0.newest ?? $0.first - 1 }.max() ?? 0)
  }

  /// How many messages can be read.
  public var messages: Int64 { segments.reduce(0) { $0 + $1.messages } }

  /// All that is wrong, for people; empty if all is well.
  public var allFaults: [String] {
    segments.flatMap { segment in segment.faults.map { "\(segment.path): \($0)" } } + faults
  }
}

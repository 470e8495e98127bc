public import Platform
public import Telemetry

/// The only log: what devices sent, in the order of storing, durable before anybody is answered.
///
/// Everything else is derived from it and can be made again. All members may be called on any
/// thread.
public protocol Ledger: Sendable {
  /// Takes a batch to be stored, without waiting.
  ///
  /// The completion is called once, on a thread of the ledger that it must not hold up: with a
  /// receipt when the batch is durable (also if it was so before, see ``LedgerBatch/key``), or
  /// with ``LedgerError/closed`` if the ledger was closed before it could be stored. As long as
  /// the disk is full or fails, the batch waits. If this throws, the completion is not called.
  ///
  /// - Throws: ``LedgerError/full`` if too much is waiting; read no more from devices until
  ///   ``whenThereIsRoom(_:)`` says so. ``LedgerError/closed`` after ``close()``.
  func append(
    _ batch: LedgerBatch,
    completion: @escaping @Sendable (Result<LedgerReceipt, LedgerError>) -> Void
  ) throws(LedgerError)

  /// Calls the body once, on any thread, as soon as half of the room for waiting batches is free;
  /// at once if it is.
  func whenThereIsRoom(_ body: @escaping @Sendable () -> Void)

  /// The records behind a place, in ascending order; none if there are no more.
  ///
  /// What a disk has damaged is left out, and the statistics say what it was.
  func read(after token: LedgerToken, most: Int) throws(LedgerError) -> [LedgerRecord]

  /// The entries behind a place that were set aside, in ascending order; none if there are no
  /// more.
  func setAside(after token: LedgerToken, most: Int) throws(LedgerError) -> [SetAsideEntry]

  /// The place behind the newest durable record.
  var latest: LedgerToken { get }

  /// Calls the body after every commit, on the thread of the ledger, which it must not hold up.
  func onCommit(_ body: @escaping @Sendable (LedgerToken) -> Void)

  /// Forgets whole runs of old records. It keeps everything behind the watermark, and the newest
  /// run; as only whole runs go, more may stay than was asked for.
  ///
  /// - Parameter watermark: the place up to which every consumer has got.
  /// - Returns: how many runs were dropped.
  @discardableResult
  func drop(_ limits: LedgerRetention, before watermark: LedgerToken) throws(LedgerError) -> Int

  /// Removes everything that came from devices: their messages, also those that were set aside,
  /// the messages of their connections that did not say who sent them, and the facts of
  /// connections that carried nothing else.
  ///
  /// What is appended after the call began may stay. All other messages keep their numbers, and
  /// reading and appending go on meanwhile. It takes as long as reading the whole ledger. If it
  /// throws or the program ends, a part may be done; calling it again does the rest.
  ///
  /// - Parameter identities: the devices; ``DeviceIdentity/unknown`` among them is passed over.
  func erase(_ identities: Set<DeviceIdentity>) throws(LedgerError) -> LedgerErasure

  /// How the ledger is.
  var statistics: LedgerStatistics { get }

  /// Stores what is waiting, then takes no more. What cannot be stored now is completed with
  /// ``LedgerError/closed``. Returns when all completions have been called.
  func close()
}

/// What the ledger says about a batch that is durable.
public struct LedgerReceipt: Sendable, Hashable {
  /// The sequence number of the first entry; the others follow, each with one number more for
  /// every 256 records that it has beyond the first 256.
  public let firstSequence: Int64
  /// Indices of entries that could not be stored as they should be.
  ///
  /// They were set aside, durable too, and nobody will read them in the normal way.
  public let setAside: [Int]

  /// A receipt by its parts.
  public init(firstSequence: Int64, setAside: [Int] = []) {
    self.firstSequence = firstSequence
    self.setAside = setAside
  }
}

/// Why the ledger did not do what was asked.
public enum LedgerError: Error, Sendable, Hashable, CustomStringConvertible {
  /// Too much is waiting to be stored.
  case full
  /// The ledger was closed.
  case closed
  /// Files of the ledger could not be used; the text says which and why.
  case storage(String)

  /// For people.
  public var description: String {
    switch self {
    case .full: "the ledger has no room for more waiting messages"
    case .closed: "the ledger is closed"
    case .storage(let reason): "the ledger cannot use its files: \(reason)"
    }
  }
}

/// Which old records may go; nil is no limit.
public struct LedgerRetention: Sendable, Hashable {
  /// Records received before this moment.
  public var receivedBefore: Timestamp?
  /// The oldest ones, until the rest takes no more than so many bytes.
  public var bytes: Int64?

  /// Limits; by default nothing may go.
  public init(receivedBefore: Timestamp? = nil, bytes: Int64? = nil) {
    self.receivedBefore = receivedBefore
    self.bytes = bytes
  }
}

/// How a ledger is.
public struct LedgerStatistics: Sendable, Hashable {
  /// Sequence numbers from the oldest kept record to the newest; some may be of entries that were
  /// set aside.
  public var records: Int64 = 0
  /// What the files take.
  public var bytes: Int64 = 0
  /// How many files there are.
  public var segments = 0
  /// Entries stored since the start.
  public var stored: Int64 = 0
  /// Commits since the start.
  public var commits: Int64 = 0
  /// Batches since the start that had been stored before.
  public var repeated: Int64 = 0
  /// Entries set aside since the start.
  public var setAside: Int64 = 0
  /// What waits to be stored, in bytes.
  public var pendingBytes = 0
  /// The room on the disk of the files; nil for a ledger without files.
  public var space: DiskSpace?
  /// The error that storing waits for to pass; nil if all is well.
  public var trouble: String?
  /// Which durable records could not be found again; nil if all is well.
  ///
  /// A person must look.
  public var damage: String?
  /// The newest error since the start, also if it has passed.
  public var lastError: String?

  /// Statistics of an empty ledger.
  public init() {}
}

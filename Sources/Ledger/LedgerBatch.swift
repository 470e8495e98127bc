public import Telemetry

/// What a producer hands to the ledger at once: messages with their bytes in one common array.
public struct LedgerBatch: Sendable {
  /// Tells this batch from every other, so that it is stored once however often it is handed in.
  public var key: BatchKey
  /// The messages in the order of their arrival.
  public var entries: [LedgerEntry]
  /// What the ranges of the entries point into.
  public var bytes: [UInt8]
  /// Connections that no earlier batch has introduced.
  ///
  /// Connection numbers are unique within one run of the program.
  public var connections: [LedgerConnection]

  /// A batch; by default an empty one, to be filled.
  public init(
    key: BatchKey, entries: [LedgerEntry] = [], bytes: [UInt8] = [],
    connections: [LedgerConnection] = []
  ) {
    self.key = key
    self.entries = entries
    self.bytes = bytes
    self.connections = connections
  }

  /// How much the batch counts towards the bound on pending bytes: its bytes and what an entry
  /// and a batch need beside them.
  var weight: Int { bytes.count + entries.count * 128 + connections.count * 128 + 256 }
}

extension LedgerBatch {
  /// How many sequence numbers its entries take.
  var numbers: Int64 { entries.reduce(0) { $0 + $1.numbers } }
}

/// The idempotency key of a batch.
public struct BatchKey: Sendable, Hashable {
  /// Who made the batch: a number that no other producer has had in any run of the program.
  public let producer: UInt64
  /// The producer's own number of the batch.
  public let number: UInt64

  /// A key by its parts.
  public init(producer: UInt64, number: UInt64) {
    self.producer = producer
    self.number = number
  }
}

/// Makes the keys of one producer's batches.
public struct BatchNumbering: Sendable {
  private let producer: UInt64
  private var number: UInt64 = 0

  /// A producer with a random number: counting from 1 again after a restart would look like
  /// batches that are stored already.
  public init() { producer = UInt64.random(in: .min ... .max) }

  /// The key of the next batch.
  public mutating func next() -> BatchKey {
    number += 1
    return BatchKey(producer: producer, number: number)
  }
}

/// One message: a frame of a device, or a bounded piece of bytes that no protocol knows.
public struct LedgerEntry: Sendable {
  /// The number of the connection that it came by.
  public var connection: UInt64
  /// When it was received.
  public var receivedAt: Timestamp
  /// Who sent it; unknown if it did not say.
  public var identity: DeviceIdentity
  /// The protocol that it was read by; empty if none.
  public var protocolName: String
  /// What is special about it.
  public var flags: LedgerFlags
  /// Its bytes as received, as a range of the batch's bytes.
  public var raw: Range<Int>
  /// The decoded records in compact form one after the other, as a range of the batch's bytes.
  public var reports: Range<Int>
  /// What is answered, as a range of the batch's bytes.
  public var reply: Range<Int>
  /// How many records `reports` holds.
  public var recordCount: Int

  /// A message; by default without records and without a reply.
  public init(
    connection: UInt64, receivedAt: Timestamp, identity: DeviceIdentity = .unknown,
    protocolName: String = "", flags: LedgerFlags = [], raw: Range<Int>,
    reports: Range<Int> = 0..<0, reply: Range<Int> = 0..<0, recordCount: Int = 0
  ) {
    self.connection = connection
    self.receivedAt = receivedAt
    self.identity = identity
    self.protocolName = protocolName
    self.flags = flags
    self.raw = raw
    self.reports = reports
    self.reply = reply
    self.recordCount = recordCount
  }
}

extension LedgerEntry {
  /// How many sequence numbers the entry takes: one for every 256 records, so that a sequence
  /// number and eight bits name a record (see the timeline's position identifiers).
  var numbers: Int64 { Self.numbers(ofRecords: recordCount) }

  static func numbers(ofRecords count: Int) -> Int64 {
    Int64(max(count.clamped(to: Reports.mostRecords) - 1, 0) / 256) + 1
  }
}

extension Int {
  fileprivate func clamped(to most: Int) -> Int { Swift.min(Swift.max(self, 0), most) }
}

/// What is special about a message.
///
/// Stored on disk: a bit is never given another meaning.
public struct LedgerFlags: OptionSet, Sendable, Hashable {
  /// The set as bits.
  public let rawValue: UInt16
  /// A set from its bits.
  public init(rawValue: UInt16) { self.rawValue = rawValue }
  /// No protocol knows these bytes.
  public static let undetected = LedgerFlags(rawValue: 1)
  /// The protocol is known, and its decoder could not read the frame.
  public static let decodingFailed = LedgerFlags(rawValue: 2)
  /// Another connection is bound to the device, so the sender may be somebody else.
  public static let unconfirmed = LedgerFlags(rawValue: 4)
  /// The checksum of the frame did not hold.
  public static let checksumFailed = LedgerFlags(rawValue: 8)
  /// Only the beginning of the bytes was kept.
  public static let cutShort = LedgerFlags(rawValue: 16)
  /// The bytes stood between frames and belong to none.
  public static let unframed = LedgerFlags(rawValue: 32)
  /// The protocol is known, but the sender has not said who it is.
  public static let unidentified = LedgerFlags(rawValue: 64)
  /// Behind the records stand pieces of pictures or sound, see ``LedgerRecord/media()``.
  public static let media = LedgerFlags(rawValue: 128)
}

/// A connection (or the common source of datagrams) that messages came by.
public struct LedgerConnection: Sendable, Hashable {
  /// Its number.
  public var id: UInt64
  /// How its messages travel.
  public var transport: Transport
  /// Address and port of the device as text.
  public var peer: String
  /// Address and port of ours as text.
  public var local: String
  /// When it was opened, or when the first datagram came.
  public var openedAt: Timestamp

  /// A connection by its facts.
  public init(
    id: UInt64, transport: Transport, peer: String, local: String, openedAt: Timestamp
  ) {
    self.id = id
    self.transport = transport
    self.peer = peer
    self.local = local
    self.openedAt = openedAt
  }
}

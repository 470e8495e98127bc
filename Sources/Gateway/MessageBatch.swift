public import EventLoop
public import Telemetry

/// Messages on their way to the ledger: a list of small entries and one array with all their bytes.
///
/// A batch is filled, handed over and filled again, so that in the long run no message allocates.
public struct MessageBatch: Sendable {
  /// One received frame, or a piece of bytes that belong to none.
  public struct Message: Sendable, Hashable {
    /// The connection that it came by.
    public var connection: UInt64
    /// When it was received.
    public var receivedAt: Timestamp
    /// Whose it is; ``DeviceIdentity/unknown`` if the sender did not say.
    public var device: DeviceIdentity
    /// The protocol's name; empty if none was recognised.
    public var protocolName: String
    /// What else is to be known.
    public var flags: MessageFlags
    /// Where its bytes lie in ``MessageBatch/bytes``.
    public var raw: Range<Int>
    /// Where its records lie, one after the other as ``CompactReport`` writes them, and behind
    /// them what ``CompactMedia`` writes if ``MessageFlags/media`` says so.
    public var records: Range<Int>
    /// How many records there are.
    public var recordCount: Int
    /// Where its answer lies; empty for none.
    public var reply: Range<Int>
  }

  /// A connection that the sink has not met before.
  public struct Introduction: Sendable, Hashable {
    /// Its number; no other connection ever has it, over restarts too.
    public var connection: UInt64
    /// How it travels.
    public var transport: Transport
    /// The other side.
    public var peer: Address
    /// This side.
    public var local: Address
    /// When it was opened, or when the first datagram came.
    public var openedAt: Timestamp

    /// An introduction.
    public init(
      connection: UInt64, transport: Transport, peer: Address, local: Address, openedAt: Timestamp
    ) {
      self.connection = connection
      self.transport = transport
      self.peer = peer
      self.local = local
      self.openedAt = openedAt
    }
  }

  /// The messages in the order of their receipt.
  public private(set) var messages: [Message] = []
  /// The bytes that the ranges of the messages mean.
  public private(set) var bytes: [UInt8] = []
  /// Connections that occur here for the first time.
  public private(set) var introductions: [Introduction] = []

  /// Nothing yet.
  public init() {}

  /// Whether there is nothing in it.
  public var isEmpty: Bool { messages.isEmpty }

  /// Forgets everything and keeps the memory.
  public mutating func removeAll() {
    messages.removeAll(keepingCapacity: true)
    bytes.removeAll(keepingCapacity: true)
    introductions.removeAll(keepingCapacity: true)
  }

  /// Introduces a connection; before its first message.
  public mutating func introduce(_ introduction: Introduction) {
    introductions.append(introduction)
  }

  /// Adds a frame with what was read from it.
  public mutating func append(
    _ frame: Span<UInt8>, _ reports: borrowing Reports, connection: UInt64,
    receivedAt: Timestamp, device: DeviceIdentity, protocolName: String, flags: MessageFlags
  ) {
    let raw = append(frame)
    let firstRecord = bytes.count
    for index in 0..<reports.recordCount {
      CompactReport.append(reports, record: index, receivedAt: receivedAt, to: &bytes)
    }
    if let notice = reports.notice {
      // Behind the records and not counted among them.
      CompactReport.append(notice, receivedAt: receivedAt, to: &bytes)
    }
    var flags = flags
    if !reports.media.isEmpty {
      CompactMedia.append(reports.media, frame: frame, to: &bytes)
      flags.insert(.media)
    }
    let records = firstRecord..<bytes.count
    bytes.append(contentsOf: reports.replies)
    messages.append(
      Message(
        connection: connection, receivedAt: receivedAt, device: device,
        protocolName: protocolName, flags: flags, raw: raw, records: records,
        recordCount: reports.recordCount, reply: records.upperBound..<bytes.count))
  }

  /// Adds bytes from which nothing was read.
  public mutating func append(
    unread piece: Span<UInt8>, connection: UInt64, receivedAt: Timestamp, device: DeviceIdentity,
    protocolName: String, flags: MessageFlags, reply: [UInt8] = []
  ) {
    let raw = append(piece)
    let end = raw.upperBound
    bytes.append(contentsOf: reply)
    messages.append(
      Message(
        connection: connection, receivedAt: receivedAt, device: device,
        protocolName: protocolName, flags: flags, raw: raw, records: end..<end, recordCount: 0,
        reply: end..<bytes.count))
  }

  private mutating func append(_ piece: Span<UInt8>) -> Range<Int> {
    let start = bytes.count
    bytes.reserveCapacity(start + piece.count)
    for index in piece.indices { bytes.append(piece[index]) }
    return start..<bytes.count
  }
}

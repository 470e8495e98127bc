public import Ledger
internal import Platform
internal import SQLite
internal import Synchronization
public import Telemetry

/// The timeline as compressed chunks in a SQLite file, each with positions of one device, with
/// the newest positions of all devices in memory.
///
/// What is in memory only is read from the ledger again at the next start: ``durableWatermark()``
/// says from where on. One thread at a time changes it; queries do not wait for that.
public final class PackedTimeline: Timeline {
  private static let readerCount = 4

  /// A connection for queries; it is opened at first use.
  private final class Slot: Sendable {
    let reader = Mutex<ChunkReader?>(nil)
  }

  private let path: String
  private let fileSystem: String?
  private let writer: Mutex<PackedWriter>
  let tail = PackedTail()
  private let damageList = DamageList()
  private let slots: [Slot]
  private let turn = Atomic<Int>(0)

  /// Opens a timeline; the file is made if it is missing, in a folder that exists.
  ///
  /// - Parameter node: the number of this server among those that share identifiers, 0 to 63.
  public init(
    file path: String, node: Int = 0, settings: PackedSettings = PackedSettings()
  ) throws(TimelineError) {
    self.path = path
    fileSystem = settings.fileSystem
    writer = Mutex(
      try PackedWriter(path, node: node, settings: settings, tail: tail, damage: damageList))
    slots = (0..<Self.readerCount).map { _ in Slot() }
  }

  // MARK: Changing

  /// As ``Timeline`` promises.
  @discardableResult
  public func apply(
    _ records: [LedgerRecord], news: TimelineNews
  ) throws(TimelineError) -> [TimelineUpdate] {
    try write { writer throws(SQLiteError) in try writer.apply(records, news) }
  }

  /// Packs what was received before a moment, so that the watermark does not stay behind because
  /// of devices that are silent. To be called now and then.
  public func pack(receivedBefore moment: Timestamp) throws(TimelineError) {
    try write { writer throws(SQLiteError) in try writer.pack(receivedBefore: moment) }
  }

  /// Packs everything, so that a restart need not read the ledger again.
  public func packAll() throws(TimelineError) {
    try write { writer throws(SQLiteError) in try writer.packAll() }
  }

  /// Removes the history of a device for good, also the positions with implausible times and what
  /// is last known of it.
  ///
  /// What the ledger holds of it so far does not come back, but only as long as the file is there:
  /// a timeline that is made anew from the ledger needs a ledger without it. What the device
  /// sends from now on begins a new history.
  ///
  /// - Parameter last: what the ledger holds up to here does not come back; by default what has
  ///   been seen of it.
  /// - Returns: how many positions were removed.
  @discardableResult
  public func erase(
    _ identity: DeviceIdentity, through last: LedgerToken = .start
  ) throws(TimelineError) -> Int64 {
    try write { writer throws(SQLiteError) in
      try writer.remove(identity, from: .min, to: .max, through: last.rawValue)
    }
  }

  /// As ``Timeline`` promises; see ``erase(_:)``.
  @discardableResult
  public func remove(
    _ identity: DeviceIdentity, from: Timestamp, to: Timestamp
  ) throws(TimelineError) -> Int64 {
    try write { writer throws(SQLiteError) in
      try writer.remove(
        identity, from: from.milliseconds, to: to.milliseconds, through: 0)
    }
  }

  /// As ``Timeline`` promises.
  @discardableResult
  public func remove(_ position: StoredPosition) throws(TimelineError) -> Bool {
    let time = position.time.milliseconds
    return try write { writer throws(SQLiteError) in
      try writer.remove(
        position.identity, from: time, to: time, through: 0, only: position.id) > 0
    }
  }

  // MARK: Queries

  /// As ``Timeline`` promises.
  public func positions(
    of identity: DeviceIdentity, from: Timestamp, to: Timestamp, after: TimelineCursor?, limit: Int
  ) throws(TimelineError) -> [StoredPosition] {
    // Behind everything of the millisecond before.
    let from = max(from, Timestamp(milliseconds: tail.start(of: identity)))
    let start = RunPlace(time: from.advanced(byMilliseconds: -1).milliseconds, key: .max)
    let place = max(start, after.map { RunPlace($0) } ?? start)
    return try query(identity) { queries throws(SQLiteError) in
      try queries.positions(
        isApart: false, after: place, through: RunPlace(.last(of: to)), limit: limit)
    } ?? []
  }

  /// As ``Timeline`` promises.
  public func implausible(
    of identity: DeviceIdentity, limit: Int
  ) throws(TimelineError) -> [StoredPosition] {
    let start = Timestamp(milliseconds: tail.start(of: identity))
    let found = try query(identity) { queries throws(SQLiteError) in
      try queries.positions(
        isApart: true, after: RunPlace(time: .min, key: .min),
        through: RunPlace(time: .max, key: .max), limit: limit)
    }
    return found?.filter { $0.receivedAt >= start } ?? []
  }

  /// As ``Timeline`` promises.
  public func lastKnown(of identity: DeviceIdentity) throws(TimelineError) -> StoredPosition? {
    try query(identity) { queries throws(SQLiteError) in try queries.lastKnown() } ?? nil
  }

  /// As ``Timeline`` promises.
  public func lastKnown() throws(TimelineError) -> [StoredPosition] {
    let devices = tail.state.withLock { $0.devices.filter { $0.last != nil } }
    return try read { reader throws(SQLiteError) in
      var positions: [StoredPosition] = []
      for device in devices {
        let queries = PackedQueries(reader: reader, device: device)
        if let position = try queries.lastKnown() { positions.append(position) }
      }
      return positions.sorted { $0.identity < $1.identity }
    }
  }

  /// As ``Timeline`` promises.
  public func position(id: Int64) throws(TimelineError) -> StoredPosition? {
    let sequence = PositionIdentifier.sequence(of: id)
    let number = SequenceBlock.number(of: sequence)
    let recent = tail.state.withLock { $0.blocks[number]?[sequence] }
    let stored: DeviceIdentity?
    if let recent {
      stored = recent
    } else {
      stored = try read { reader throws(SQLiteError) in
        try reader.sequenceBlock(number)[sequence]
      }
    }
    guard let stored else { return nil }
    let position = try query(stored) { queries throws(SQLiteError) in
      try queries.position(id: id)
    }
    guard let position = position ?? nil else { return nil }
    let age = position.flags.contains(.timeImplausible) ? position.receivedAt : position.time
    if age.milliseconds >= tail.start(of: stored) { return position }
    // What is last known of a device stays, however old it is.
    return try lastKnown(of: stored)?.id == id ? position : nil
  }

  /// As ``Timeline`` promises.
  public func watermark() throws(TimelineError) -> LedgerToken { tail.state.withLock { $0.seen } }

  /// As ``Timeline`` promises.
  public func durableWatermark() throws(TimelineError) -> LedgerToken {
    tail.state.withLock { $0.watermark }
  }

  /// As ``Timeline`` promises.
  public func statistics() throws(TimelineError) -> TimelineStatistics {
    let bytes = Folder.size(ofFile: path) + Folder.size(ofFile: path + "-wal")
    let damaged = damageList.count
    return tail.state.withLock { state in
      TimelineStatistics(
        positions: state.packedPositions + state.positions,
        devices: state.devices.reduce(0) { $0 + ($1.last == nil ? 0 : 1) }, bytes: bytes,
        watermark: state.seen, unpacked: state.positions, unpackedBytes: Int64(state.bytes),
        damagedChunks: damaged, forgotten: state.forgotten, late: state.late)
    }
  }

  /// Reads every chunk.
  ///
  /// - Returns: what is damaged, a line for people for each chunk.
  public func check() throws(TimelineError) -> [String] {
    _ = try read { reader throws(SQLiteError) in try reader.check() }
    return damage
  }

  /// What was found damaged since the start, a line for people for each chunk. The rest of the
  /// history can be read.
  public var damage: [String] { damageList.descriptions }

  var damagedChunks: [ChunkFacts] { damageList.facts }

  /// See ``PackedWriter/restore(_:from:)``.
  func restore(_ facts: ChunkFacts, from records: [LedgerRecord]) throws(TimelineError) -> Int? {
    let restored = try write { writer throws(SQLiteError) in
      try writer.restore(facts, from: records)
    }
    if restored != nil { damageList.forget(facts.id) }
    return restored
  }

  // MARK: Connections

  func write<Result: Sendable>(
    _ body: @Sendable (PackedWriter) throws(SQLiteError) -> Result
  ) throws(TimelineError) -> Result {
    do throws(SQLiteError) {
      return try writer.withLock { writer throws(SQLiteError) in try body(writer) }
    } catch {
      throw TimelineError(error.description)
    }
  }

  /// Runs a query about a device.
  ///
  /// - Returns: nil if nothing is known of it.
  private func query<Result: Sendable>(
    _ identity: DeviceIdentity,
    _ body: @Sendable (PackedQueries) throws(SQLiteError) -> Result
  ) throws(TimelineError) -> Result? {
    guard let device = tail.device(identity) else { return nil }
    return try read { reader throws(SQLiteError) in
      try body(PackedQueries(reader: reader, device: device))
    }
  }

  /// Runs a query on a connection that is free, or else on one whose turn it is.
  func read<Result: Sendable>(
    _ body: @Sendable (ChunkReader) throws(SQLiteError) -> Result
  ) throws(TimelineError) -> Result {
    let path = path
    let fileSystem = fileSystem
    let damageList = damageList
    func run(_ reader: inout sending ChunkReader?) throws(SQLiteError) -> sending Result {
      let open: ChunkReader
      if let reader {
        open = reader
      } else {
        open = try ChunkReader(path, fileSystem: fileSystem, damage: damageList)
      }
      reader = open
      return try open.consistently(body)
    }
    do throws(SQLiteError) {
      for slot in slots {
        if let result = try slot.reader.withLockIfAvailable(run) { return result }
      }
      let next = turn.wrappingAdd(1, ordering: .relaxed).newValue
      return try slots[Int(UInt(bitPattern: next) % UInt(slots.count))].reader.withLock(run)
    } catch {
      throw TimelineError(error.description)
    }
  }
}

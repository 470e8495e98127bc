internal import Ledger
internal import SQLite
internal import Synchronization
internal import Telemetry

/// The side of a packed timeline that changes it: takes records into the tail, and packs.
///
/// It belongs to one thread at a time.
final class PackedWriter {
  /// What it knows of a device besides the tail.
  struct DeviceFacts {
    let identity: DeviceIdentity
    /// Everything of the device up to this sequence number is packed, or was removed.
    var packedThrough: Int64 = 0
    var history = PackedBounds(newest: nil)
    var apart = PackedBounds(newest: nil)
    /// How many positions it has in the tail.
    var count = 0
    /// Of the positions in the tail the lowest sequence number, and its time of receipt.
    var oldest: (sequence: Int64, receivedAt: Int64)?
    var isDue = false
  }

  /// What chunks are looked up by: every chunk lies in one month of its device.
  private struct Directory: Hashable {
    let identity: DeviceIdentity
    /// A month, or what stands for implausible times; see ``ChunkSpan``.
    let month: Int64
  }

  /// A position that was read from the batch and has no place yet.
  private struct Candidate {
    let slot: Int
    let record: Int
    let entry: RunEntry
    let range: Range<Int>
  }

  /// A position that is new.
  private struct News {
    let candidate: Int
    let isLast: Bool
    /// The fix before it in the tail, if it has no place.
    let fix: (place: RunPlace, fix: Fix)?
    /// The position as it was received first, if a copy has changed it.
    let earlier: Run?
  }

  let tail: PackedTail
  let store: ChunkStore
  let settings: PackedSettings
  private let node: Int
  private(set) var slots: [DeviceIdentity: Int] = [:]
  var facts: [DeviceFacts] = []
  /// Devices with positions in the tail, by the age of the oldest one; entries that are no longer
  /// true are passed over.
  var queue: [(slot: Int, sequence: Int64)] = []
  var queueStart = 0
  /// Devices with enough in the tail to be packed.
  var due: [Int] = []
  var dueCount = 0
  var mostOfDevice = 0
  var seen = LedgerToken.start
  var stored: ChunkStore.State
  /// How much history is kept, as of when, and from when on it is there.
  var retention = HistoryRetention()
  var retentionTime = Timestamp(milliseconds: 0)
  var horizon = HistoryHorizon()
  /// Up to when history was removed because of its size, by device; see ``PackedSchema``.
  var forgotten: [DeviceIdentity: Int64] = [:]
  /// Positions of the batch that came too late.
  private var late: Int64 = 0
  /// The chunks of devices, and the places in chunks, that were looked at last.
  private var directories = WeightedCache<Directory, [ChunkFacts]>(most: 32 << 20)
  private var places = WeightedCache<Int64, PackedPlaces>(most: 32 << 20)
  /// What copies in the batch say of packed positions.
  private var corrections: [Int64: PackedCorrection] = [:]

  private var candidates: [Candidate] = []
  private var news: [News] = []
  private var newest: [Int: Int] = [:]
  private var seed: (name: String, seed: ReportGlance.Seed)?

  init(
    _ path: String, node: Int, settings: PackedSettings, tail: PackedTail, damage: DamageList
  ) throws(TimelineError) {
    self.tail = tail
    self.node = node
    self.settings = settings
    store = try ChunkStore(path, settings, damage: damage)
    do throws(SQLiteError) {
      stored = try store.state()
      seen = LedgerToken(rawValue: stored.watermark)
      forgotten = try store.forgotten()
      try load()
    } catch {
      throw TimelineError(error.description)
    }
  }

  /// Takes over what is in the file.
  private func load() throws(SQLiteError) {
    let rows = try store.devices()
    let number = SequenceBlock.number(of: stored.watermark)
    let block = try store.reader.sequenceBlock(number)
    for row in rows {
      var known = DeviceFacts(identity: row.identity)
      known.packedThrough = row.sequence
      known.history = PackedBounds(newest: row.newest)
      known.apart = PackedBounds(newest: row.newestApart)
      slots[row.identity] = facts.count
      facts.append(known)
    }
    tail.state.withLock { state in
      state.seen = seen
      state.watermark = seen
      state.packedPositions = stored.positions
      state.blocks[number] = block
      for row in rows {
        let slot = state.slot(of: row.identity)
        state.devices[slot].packedLast = row.lastKnown
        state.devices[slot].packedFix = row.lastFix
        state.devices[slot].last = row.lastKnown.entries.first?.place
      }
    }
  }

  func slot(of identity: DeviceIdentity) -> Int {
    if let known = slots[identity] { return known }
    slots[identity] = facts.count
    facts.append(DeviceFacts(identity: identity))
    return facts.count - 1
  }

  // MARK: Applying

  func apply(
    _ records: [LedgerRecord], _ wanted: TimelineNews
  ) throws(SQLiteError) -> [TimelineUpdate] {
    guard let last = records.last else { return [] }
    // First, so that nothing of this batch was taken if it fails.
    try packWhatIsDue()
    candidates.removeAll(keepingCapacity: true)
    news.removeAll(keepingCapacity: true)
    corrections.removeAll(keepingCapacity: true)
    late = 0
    for index in records.indices where records[index].identity != .unknown {
      try read(records[index], index)
    }
    let corrected = corrections.isEmpty ? [] : try correct(corrections)
    seen = max(seen, last.token)
    insert(records, wanted)
    let updates = try updates(records, wanted)
    return corrected.isEmpty ? updates : wanted.select(corrected + updates)
  }

  /// Makes candidates of the positions of a record, without those that are packed.
  private func read(_ record: LedgerRecord, _ number: Int) throws(SQLiteError) {
    let slot = slot(of: record.identity)
    // At a restart the ledger is read from where the device that is behind most needs it.
    guard record.sequence > facts[slot].packedThrough else { return }
    try forEachEntry(of: record) { entry, range throws(SQLiteError) in
      if isForgotten(entry, of: record.identity) {
        late += 1
      } else if try !isPacked(entry, slot) {
        candidates.append(Candidate(slot: slot, record: number, entry: entry, range: range))
      }
    }
  }

  /// Reads where the positions of a record stand, and where their reports are.
  ///
  /// - Parameter maker: the node that the positions have their numbers from; nil for this one.
  func forEachEntry(
    of record: LedgerRecord, node maker: Int? = nil,
    _ body: (RunEntry, Range<Int>) throws(SQLiteError) -> Void
  ) throws(SQLiteError) {
    var flags: PositionFlags = []
    if record.flags.contains(.checksumFailed) { flags.insert(.checksumFailed) }
    if record.flags.contains(.unconfirmed) { flags.insert(.unconfirmed) }
    let seed = seed(for: record.protocolName)
    var offset = 0
    for index in 0..<record.recordCount {
      let start = offset
      let id = PositionIdentifier.make(
        node: maker ?? node, sequence: record.sequence, index: index)
      guard
        let glance = ReportGlance(
          record.reports.span, at: &offset, receivedAt: record.receivedAt, seed: seed,
          identifier: id)
      else { break }
      let entry = RunEntry(
        glance, id: id, receivedAt: record.receivedAt, length: offset - start, flags: flags)
      try body(entry, start..<offset)
    }
  }

  private func seed(for protocolName: String) -> ReportGlance.Seed {
    if let seed, seed.name == protocolName { return seed.seed }
    let made = ReportGlance.Seed(protocolName: protocolName)
    seed = (protocolName, made)
    return made
  }

  /// Whether a copy of a position is in a chunk.
  private func isPacked(_ entry: RunEntry, _ slot: Int) throws(SQLiteError) -> Bool {
    let isApart = entry.flags.contains(.timeImplausible)
    let bounds = isApart ? facts[slot].apart : facts[slot].history
    switch bounds.answer(entry.place) {
    case .new: return false
    case .packed: return true
    case .unknown: break
    }
    let month = isApart ? ChunkSpan.apart : ChunkSpan.month(of: entry.time)
    for chunk in try chunks(of: facts[slot].identity, in: month)
    where chunk.first <= entry.place && entry.place <= chunk.last {
      let places = try self.places.value(chunk.id, weight: \.weight) { () throws(SQLiteError) in
        // Of a damaged chunk nothing is known; copies may take the place of what it held.
        PackedPlaces(try store.reader.run(of: chunk) ?? Run())
      }
      guard places.contains(entry.place) else { continue }
      if let flags = places.marked[entry.place], flags.cleared(by: entry.flags) != flags {
        corrections[chunk.id, default: PackedCorrection(slot: slot, chunk: chunk)]
          .take(entry.place, entry.flags)
      }
      return true
    }
    return false
  }

  /// The chunks of a device in a month, or those of implausible times.
  func chunks(
    of identity: DeviceIdentity, in month: Int64
  ) throws(SQLiteError) -> [ChunkFacts] {
    let key = Directory(identity: identity, month: month)
    return try directories.value(key, weight: { $0.count * 128 + 128 }) {
      () throws(SQLiteError) in
      let isApart = month == ChunkSpan.apart
      let times = isApart ? .min ... .max : ChunkSpan.times(ofMonth: month)
      return try store.reader.chunks(
        of: identity, isApart: isApart, from: times.lowerBound, to: times.upperBound)
    }
  }

  /// Takes note of which chunks there are.
  func remember(_ chunks: [ChunkFacts], of identity: DeviceIdentity, in month: Int64) {
    directories.insert(
      Directory(identity: identity, month: month), chunks, weight: chunks.count * 128 + 128)
  }

  /// Forgets which chunks there are, after some were removed.
  func forgetDirectories() { directories.removeAll() }

  /// Takes the candidates into the tail, all in one moment.
  private func insert(_ records: [LedgerRecord], _ wanted: TimelineNews) {
    tail.state.withLock { state in
      for index in candidates.indices {
        insert(index, records[candidates[index].record], wanted, &state)
      }
      state.seen = seen
      state.late += late
    }
  }

  private func insert(
    _ index: Int, _ record: LedgerRecord, _ wanted: TimelineNews, _ state: inout PackedTail.State
  ) {
    let candidate = candidates[index]
    let slot = candidate.slot
    while state.devices.count <= slot {
      _ = state.slot(of: facts[state.devices.count].identity)
    }
    let before = state.devices[slot].memory
    guard
      let taken = state.devices[slot].insert(
        candidate.entry, protocolName: record.protocolName,
        report: record.reports[candidate.range])
    else { return }
    if taken.isNew {
      state.bytes += state.devices[slot].memory - before
      state.positions += 1
      let sequence = PositionIdentifier.sequence(of: candidate.entry.id)
      state.blocks[SequenceBlock.number(of: sequence), default: SequenceBlock()].add(
        sequence, record.identity)
      count(slot, record)
    }
    guard wanted == .all || wanted == .lastKnown && taken.isLast else { return }
    let entry = candidate.entry
    let needsFix =
      wanted == .all && !entry.hasLocation && !entry.flags.contains(.timeImplausible)
    let new = News(
      candidate: index, isLast: taken.isLast,
      fix: needsFix ? state.devices[slot].fix(before: entry.place) : nil,
      earlier: taken.isNew ? nil : state.devices[slot].position(taken))
    if wanted == .lastKnown, let known = newest[slot] {
      news[known] = new
    } else {
      if wanted == .lastKnown { newest[slot] = news.count }
      news.append(new)
    }
  }

  /// Notes that a device has one more position in the tail.
  private func count(_ slot: Int, _ record: LedgerRecord) {
    facts[slot].count += 1
    if facts[slot].oldest == nil {
      facts[slot].oldest = (record.sequence, record.receivedAt.milliseconds)
      queue.append((slot, record.sequence))
    }
    if facts[slot].isDue {
      dueCount += 1
    } else if facts[slot].count >= settings.packedAt {
      facts[slot].isDue = true
      due.append(slot)
      dueCount += facts[slot].count
    }
    mostOfDevice = max(mostOfDevice, facts[slot].count)
  }

  /// What is told about what is new.
  private func updates(
    _ records: [LedgerRecord], _ wanted: TimelineNews
  ) throws(SQLiteError) -> [TimelineUpdate] {
    newest.removeAll(keepingCapacity: true)
    guard !news.isEmpty else { return [] }
    var updates: [TimelineUpdate] = []
    updates.reserveCapacity(news.count)
    for new in news {
      let candidate = candidates[new.candidate]
      let record = records[candidate.record]
      var run = new.earlier ?? Run()
      if run.isEmpty {
        _ = run.insert(
          candidate.entry, protocolName: record.protocolName,
          report: record.reports[candidate.range])
      }
      let entry = candidate.entry
      var fix: Fix?
      if !entry.hasLocation && !entry.flags.contains(.timeImplausible),
        let device = tail.device(record.identity)
      {
        let inTail = wanted == .all ? new.fix : device.fix(before: entry.place)
        let queries = PackedQueries(reader: store.reader, device: device)
        fix = PackedQueries.later(inTail, try queries.packedFix(before: entry.place))
      }
      guard let stored = run.stored(at: 0, of: record.identity, lastFix: fix) else { continue }
      updates.append(TimelineUpdate(position: stored, isLastKnown: new.isLast))
    }
    return updates
  }
}

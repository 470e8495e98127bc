internal import Ledger
internal import SQLite
internal import Synchronization
internal import Telemetry

/// When and how the tail is packed.
extension PackedWriter {
  /// Packs devices that have enough, those that wait longest if the tail is full, and those that
  /// keep the watermark back.
  func packWhatIsDue() throws(SQLiteError) {
    if dueCount >= settings.transaction || mostOfDevice >= settings.packedAt * 4 {
      try pack(due)
    }
    while tail.state.withLock({ $0.bytes }) > settings.tailBytes {
      // A part that is worth a transaction.
      let enough = max(settings.tailBytes / 32, 1)
      var bytes = 0
      let slots = oldest { slot in
        guard bytes < enough else { return false }
        bytes += memory(slot)
        return true
      }
      if slots.isEmpty { break }
      try pack(slots)
    }
    let border = seen.rawValue - settings.mostLag
    if let first = oldest({ _ in true }, most: 1).first,
      let sequence = facts[first].oldest?.sequence,
      sequence <= border
    {
      // Somewhat more than needed, so that this is seldom.
      let later = border + settings.mostLag / 8
      try pack(oldest { (facts[$0].oldest?.sequence ?? .max) <= later })
    }
  }

  /// Packs what was received before a moment.
  func pack(receivedBefore moment: Timestamp) throws(SQLiteError) {
    try pack(oldest { (facts[$0].oldest?.receivedAt ?? .max) < moment.milliseconds })
  }

  /// Packs everything.
  func packAll() throws(SQLiteError) { try pack(oldest { _ in true }) }

  private func memory(_ slot: Int) -> Int {
    tail.state.withLock { $0.devices[slot].memory }
  }

  /// The devices that wait longest, as long as the condition holds.
  private func oldest(_ isWanted: (Int) -> Bool, most: Int = .max) -> [Int] {
    while queueStart < queue.count, !isCurrent(queue[queueStart]) { queueStart += 1 }
    if queueStart > 4_096 && queueStart * 2 > queue.count {
      queue.removeSubrange(..<queueStart)
      queueStart = 0
    }
    var slots: [Int] = []
    for item in queue[queueStart...] where isCurrent(item) {
      guard slots.count < most, isWanted(item.slot) else { break }
      slots.append(item.slot)
    }
    return slots
  }

  private func isCurrent(_ item: (slot: Int, sequence: Int64)) -> Bool {
    facts[item.slot].oldest?.sequence == item.sequence
  }

  // MARK: One transaction

  /// What becomes of a device in a transaction.
  private struct Packed {
    let slot: Int
    let device: DeviceTail
    let directories: [Int64: [ChunkFacts]]
    let row: ChunkStore.DeviceRow
    let history: PackedBounds
    let apart: PackedBounds
  }

  /// Moves all positions of some devices from the tail to chunks, in transactions of a moderate
  /// size.
  func pack(_ slots: [Int]) throws(SQLiteError) {
    var some: [Int] = []
    var count = 0
    for slot in slots {
      some.append(slot)
      count += facts[slot].count
      guard count >= settings.transaction * 4 else { continue }
      try packTogether(some)
      some = []
      count = 0
    }
    if !some.isEmpty { try packTogether(some) }
  }

  /// Moves all positions of some devices from the tail to chunks, and the watermark behind what
  /// is then packed, in one transaction.
  private func packTogether(_ slots: [Int]) throws(SQLiteError) {
    let devices = tail.state.withLock { state in
      slots.filter { $0 < state.devices.count }.map { ($0, state.devices[$0]) }
    }
    let watermark = watermark(without: slots)
    let number = SequenceBlock.number(of: watermark)
    let blocks = tail.state.withLock { $0.blocks.filter { $0.key <= number } }
    var next = stored
    next.watermark = watermark
    let packed = try store.transaction { () throws(SQLiteError) in
      var packed: [Packed] = []
      for (slot, device) in devices { packed.append(try pack(slot, device, &next)) }
      for (number, block) in blocks { try store.put(block, number: number) }
      try store.put(next)
      return packed
    }
    stored = next
    for device in packed { forget(device) }
    due.removeAll { !facts[$0].isDue }
    mostOfDevice = due.reduce(settings.packedAt) { max($0, facts[$1].count) }
    tail.state.withLock { state in
      for device in packed {
        state.bytes -= device.device.memory
        state.positions -= Int64(device.device.count)
        state.devices[device.slot].empty()
        state.devices[device.slot].packedLast = device.row.lastKnown
        state.devices[device.slot].packedFix = device.row.lastFix
      }
      state.packedPositions = next.positions
      state.watermark = LedgerToken(rawValue: watermark)
      for number in blocks.keys where number < SequenceBlock.number(of: watermark) {
        state.blocks.removeValue(forKey: number)
      }
    }
  }

  /// The sequence number up to which everything is packed when some devices are.
  private func watermark(without slots: [Int]) -> Int64 {
    let packed = Set(slots)
    let first = queue[queueStart...].first { isCurrent($0) && !packed.contains($0.slot) }
    return max(stored.watermark, first.map { $0.sequence - 1 } ?? seen.rawValue)
  }

  private func pack(
    _ slot: Int, _ device: DeviceTail, _ state: inout ChunkStore.State
  ) throws(SQLiteError) -> Packed {
    var directories: [Int64: [ChunkFacts]] = [:]
    // Of what is too old only the last known position was wanted, and the row has that.
    let start = horizon[device.identity]
    let kept = start == .min ? device.history : device.history.filtered { $0.age >= start }
    let keptApart = start == .min ? device.apart : device.apart.filtered { $0.age >= start }
    for (run, isApart) in [(kept, false), (keptApart, true)] where !run.isEmpty {
      let months = isApart ? [ChunkSpan.apart] : ChunkSpan.months(of: run)
      var chunks: [ChunkFacts] = []
      for month in months { chunks += try self.chunks(of: device.identity, in: month) }
      var merger = ChunkMerger(
        store, device.identity, isApart: isApart, chunks: chunks, nextChunk: state.nextChunk,
        settings: settings)
      try merger.store(run)
      state.nextChunk = merger.nextChunk
      for month in months { directories[month] = [] }
      for chunk in merger.chunks {
        directories[ChunkSpan.month(ofSpan: chunk.span), default: []].append(chunk)
      }
    }
    state.positions += Int64(kept.count + keptApart.count)
    var history = facts[slot].history
    var apart = facts[slot].apart
    history.add(kept)
    apart.add(keptApart)
    let lastKnown = device.lastKnown.map { $0.run.alone($0.index) } ?? Run()
    let lastFix = Self.lastFix(device)
    // Most of the time they are the same, and then they share their memory.
    let isSame = lastFix.entries.first?.place == lastKnown.entries.first?.place
    let row = ChunkStore.DeviceRow(
      identity: device.identity,
      sequence: max(seen.rawValue, facts[slot].packedThrough), newest: history.newest,
      newestApart: apart.newest,
      lastKnown: lastKnown, lastFix: isSame ? lastKnown : lastFix)
    try store.put(row)
    return Packed(
      slot: slot, device: device, directories: directories, row: row, history: history, apart: apart
    )
  }

  private static func lastFix(_ device: DeviceTail) -> Run {
    guard
      let index = device.history.last(before: device.history.count, where: \.hasFix)
    else { return device.packedFix }
    if let packed = device.packedFix.entries.first,
      device.history.entries[index].place < packed.place
    {
      return device.packedFix
    }
    return device.history.alone(index)
  }

  /// Takes over what the transaction has made true.
  private func forget(_ packed: Packed) {
    let slot = packed.slot
    if facts[slot].isDue { dueCount -= facts[slot].count }
    facts[slot].isDue = false
    facts[slot].count = 0
    facts[slot].oldest = nil
    facts[slot].packedThrough = packed.row.sequence
    facts[slot].history = packed.history
    facts[slot].apart = packed.apart
    for (month, chunks) in packed.directories {
      remember(chunks, of: packed.device.identity, in: month)
    }
  }
}

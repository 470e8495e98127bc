internal import Ledger
internal import SQLite
internal import Synchronization
internal import Telemetry

/// What is removed on request.
extension PackedWriter {
  /// Removes the positions of a device between two times, both included, for good.
  ///
  /// What the ledger holds of them up to now does not come back at a restart: the device's row
  /// says that everything so far is packed.
  ///
  /// - Parameter id: only the position with this identifier.
  /// - Returns: how many positions were removed.
  func remove(
    _ identity: DeviceIdentity, from: Int64, to: Int64, through last: Int64, only id: Int64? = nil
  ) throws(SQLiteError) -> Int64 {
    let isEverything = from == .min && to == .max
    // Something of a device that nothing is known of may be on its way here.
    let isAwaited = isEverything && last > seen.rawValue
    guard let slot = slots[identity] ?? (isAwaited ? slot(of: identity) : nil), from <= to else {
      return 0
    }
    if isEverything {
      facts[slot].packedThrough = max(facts[slot].packedThrough, last)
    }
    if facts[slot].count > 0 && !isEverything { try pack([slot]) }
    let device = tail.device(identity) ?? DeviceTail(identity)
    var next = stored
    var removed = isEverything ? Int64(device.count) : 0
    let row = try store.transaction { () throws(SQLiteError) in
      let count = try cut(identity, from, to, only: id, &next)
      removed += count
      next.positions -= count
      let row = try remainder(identity, slot, isEmpty: isEverything)
      try store.put(row)
      try store.put(next)
      return row
    }
    stored = next
    if isEverything { forgetTail(slot) }
    facts[slot].packedThrough = row.sequence
    facts[slot].history = PackedBounds(newest: row.newest)
    facts[slot].apart = PackedBounds(newest: row.newestApart)
    forgetDirectories()
    tail.state.withLock { state in
      guard let slot = state.slots[identity] else { return }
      if isEverything {
        state.bytes -= device.memory
        state.positions -= Int64(device.count)
        state.devices[slot] = DeviceTail(identity)
      }
      state.devices[slot].packedLast = row.lastKnown
      state.devices[slot].packedFix = row.lastFix
      state.devices[slot].last = row.lastKnown.entries.first?.place
      state.packedPositions = next.positions
    }
    // Until then the log of the file still has what was removed. Queries that run just now may
    // keep it from being emptied, and then a later commit does it.
    _ = try? store.database.checkpoint(.truncate)
    return removed
  }

  /// Takes a range of times out of a device's chunks, in the open transaction.
  private func cut(
    _ identity: DeviceIdentity, _ from: Int64, _ to: Int64, only id: Int64?,
    _ state: inout ChunkStore.State
  ) throws(SQLiteError) -> Int64 {
    let all = try store.reader.chunks(of: identity)
    var removed: Int64 = 0
    var merger = ChunkMerger(
      store, identity, isApart: false, chunks: all, nextChunk: state.nextChunk,
      settings: settings)
    for chunk in all where chunk.first.time <= to && chunk.last.time >= from {
      // What cannot be read cannot be cut; it goes as a whole.
      let isInside = chunk.first.time >= from && chunk.last.time <= to && id == nil
      let read = isInside ? nil : try store.reader.run(of: chunk)
      guard let run = read else {
        // For the sake of one position no other goes.
        if id != nil { continue }
        removed += Int64(chunk.count)
        try merger.remove(chunk)
        continue
      }
      let rest = run.filtered { entry in
        entry.time < from || entry.time > to || entry.id != id ?? entry.id
      }
      guard rest.count < run.count else { continue }
      removed += Int64(run.count - rest.count)
      try merger.replace(chunk, with: rest)
    }
    state.nextChunk = merger.nextChunk
    return removed
  }

  /// The row of a device whose chunks were cut.
  private func remainder(
    _ identity: DeviceIdentity, _ slot: Int, isEmpty: Bool
  ) throws(SQLiteError) -> ChunkStore.DeviceRow {
    let end = RunPlace(time: .max, key: .max)
    let last =
      isEmpty
      ? nil
      : try store.reader.last(of: identity, before: end, needsFix: false, where: \.canBeLast)
    let fix =
      isEmpty
      ? nil : try store.reader.last(of: identity, before: end, needsFix: true, where: \.hasFix)
    return ChunkStore.DeviceRow(
      identity: identity, sequence: max(seen.rawValue, facts[slot].packedThrough),
      newest: facts[slot].history.newest, newestApart: facts[slot].apart.newest,
      lastKnown: last ?? Run(), lastFix: fix ?? Run())
  }

  private func forgetTail(_ slot: Int) {
    if facts[slot].isDue { dueCount -= facts[slot].count }
    facts[slot].isDue = false
    facts[slot].count = 0
    facts[slot].oldest = nil
    due.removeAll { $0 == slot }
  }
}

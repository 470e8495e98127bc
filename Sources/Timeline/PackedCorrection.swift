internal import SQLite
internal import Synchronization
internal import Telemetry

/// Where the positions of a chunk stand.
struct PackedPlaces {
  private let places: [RunPlace]
  /// Those with marks that a copy may clear.
  let marked: [RunPlace: PositionFlags]

  init(_ run: Run) {
    places = run.entries.map(\.place)
    var marked: [RunPlace: PositionFlags] = [:]
    for entry in run.entries where !entry.flags.isDisjoint(with: PositionFlags.marks) {
      marked[entry.place] = entry.flags
    }
    self.marked = marked
  }

  /// What it takes in memory, roughly.
  var weight: Int { places.count * 16 + marked.count * 48 + 64 }

  func contains(_ place: RunPlace) -> Bool {
    var low = 0
    var high = places.count
    while low < high {
      let middle = (low + high) / 2
      if places[middle] < place { low = middle + 1 } else { high = middle }
    }
    return low < places.count && places[low] == place
  }
}

/// What copies say of positions in a chunk.
struct PackedCorrection {
  let slot: Int
  let chunk: ChunkFacts
  /// The flags that are in all of the copies.
  private(set) var copies: [RunPlace: PositionFlags] = [:]

  init(slot: Int, chunk: ChunkFacts) {
    self.slot = slot
    self.chunk = chunk
  }

  mutating func take(_ place: RunPlace, _ flags: PositionFlags) {
    copies[place] = copies[place]?.intersection(flags) ?? flags
  }
}

extension PackedWriter {
  /// A packed position that has lost marks.
  private struct Cleared {
    let slot: Int
    /// The position as a run of its own.
    let run: Run

    var entry: RunEntry? { run.entries.first }
  }

  /// Clears the marks of packed positions of which better copies have come, in one transaction.
  ///
  /// This is seldom: a resend of what was received with a bad checksum, or of what somebody had
  /// sent who was confirmed later.
  func correct(
    _ corrections: [Int64: PackedCorrection]
  ) throws(SQLiteError) -> [TimelineUpdate] {
    var next = stored
    var cleared: [Cleared] = []
    var rows: [Int: ChunkStore.DeviceRow] = [:]
    try store.transaction { () throws(SQLiteError) in
      for correction in corrections.values.sorted(by: { $0.chunk.id < $1.chunk.id }) {
        cleared += try clear(correction, &next)
      }
      rows = self.rows(cleared)
      for (_, row) in rows { try store.put(row) }
      try store.put(next)
    }
    stored = next
    forgetDirectories()
    let last = tail.state.withLock { state in
      var last: [Int: RunPlace] = [:]
      for (slot, row) in rows where slot < state.devices.count {
        last[slot] = state.devices[slot].last
        state.devices[slot].packedLast = row.lastKnown
        state.devices[slot].packedFix = row.lastFix
        if let place = row.lastKnown.entries.first?.place {
          state.devices[slot].last = max(place, last[slot] ?? place)
        }
      }
      return last
    }
    return try updates(cleared, last)
  }

  private func clear(
    _ correction: PackedCorrection, _ state: inout ChunkStore.State
  ) throws(SQLiteError) -> [Cleared] {
    guard var run = try store.reader.run(of: correction.chunk) else { return [] }
    var cleared: [Cleared] = []
    for (place, flags) in correction.copies.sorted(by: { $0.key < $1.key }) {
      if let index = run.clear(place, by: flags) {
        cleared.append(Cleared(slot: correction.slot, run: run.alone(index)))
      }
    }
    var merger = ChunkMerger(
      store, correction.chunk.identity, isApart: correction.chunk.isApart,
      chunks: [correction.chunk], nextChunk: state.nextChunk, settings: settings)
    try merger.replace(correction.chunk, with: run)
    state.nextChunk = merger.nextChunk
    return cleared
  }

  /// The rows of devices whose last known position or last fix is another one now.
  private func rows(_ cleared: [Cleared]) -> [Int: ChunkStore.DeviceRow] {
    var rows: [Int: ChunkStore.DeviceRow] = [:]
    for one in cleared {
      let facts = facts[one.slot]
      guard let entry = one.entry, let device = tail.device(facts.identity) else { continue }
      var lastKnown = rows[one.slot]?.lastKnown ?? device.packedLast
      var lastFix = rows[one.slot]?.lastFix ?? device.packedFix
      // The same place too: the row has a copy of what was cleared.
      if entry.canBeLast, lastKnown.entries.first.map({ $0.place <= entry.place }) ?? true {
        lastKnown = one.run
      }
      if entry.hasFix, lastFix.entries.first.map({ $0.place <= entry.place }) ?? true {
        lastFix = one.run
      }
      rows[one.slot] = ChunkStore.DeviceRow(
        identity: facts.identity, sequence: facts.packedThrough, newest: facts.history.newest,
        newestApart: facts.apart.newest, lastKnown: lastKnown, lastFix: lastFix)
    }
    return rows
  }

  private func updates(
    _ cleared: [Cleared], _ last: [Int: RunPlace]
  ) throws(SQLiteError) -> [TimelineUpdate] {
    var updates: [TimelineUpdate] = []
    for one in cleared {
      guard let entry = one.entry, let device = tail.device(facts[one.slot].identity) else {
        continue
      }
      let queries = PackedQueries(reader: store.reader, device: device)
      guard let position = try queries.complete(one.run, 0) else { continue }
      let isLast = entry.canBeLast && last[one.slot].map { $0 < entry.place } ?? true
      updates.append(TimelineUpdate(position: position, isLastKnown: isLast))
    }
    return updates
  }
}

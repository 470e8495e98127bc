internal import SQLite
internal import Telemetry

/// The answers of a packed timeline: chunks and tail as one history.
///
/// The copy of the tail is made before the file is read. What is packed in between is then in
/// both, and a position that is met twice counts once; the other way round it would be in neither.
struct PackedQueries {
  let reader: ChunkReader
  let device: DeviceTail

  /// The positions behind one place and up to another, in order.
  func positions(
    isApart: Bool, after: RunPlace, through last: RunPlace, limit: Int
  ) throws(SQLiteError) -> [StoredPosition] {
    guard limit > 0, after < last else { return [] }
    let chunks = try reader.chunks(
      of: device.identity, isApart: isApart, from: after.time, to: last.time)
    var merge = RunMerge(
      tail: isApart ? device.apart : device.history, chunks: chunks, after: after, through: last)
    var positions: [StoredPosition] = []
    var fix: Fix?
    var hasLooked = isApart
    while positions.count < limit,
      let (run, index) = try merge.next({ facts throws(SQLiteError) in
        try reader.run(of: facts)
      })
    {
      let entry = run.entries[index]
      if !entry.hasLocation && fix == nil && !hasLooked {
        // Once; later fixes are found in the range itself.
        hasLooked = true
        fix = try lastFix(before: entry.place)
      }
      guard let stored = run.stored(at: index, of: device.identity, lastFix: fix) else { continue }
      positions.append(stored)
      if entry.hasFix, let location = stored.location {
        fix = Fix(location: location, time: stored.time)
      }
    }
    return positions
  }

  /// The place that a position of the device without one borrows.
  func lastFix(before place: RunPlace) throws(SQLiteError) -> Fix? {
    try Self.later(device.fix(before: place), packedFix(before: place))
  }

  static func later(
    _ one: (place: RunPlace, fix: Fix)?, _ other: (place: RunPlace, fix: Fix)?
  ) -> Fix? {
    guard let one, let other else { return one?.fix ?? other?.fix }
    return one.place < other.place ? other.fix : one.fix
  }

  /// The newest packed fix before a place.
  func packedFix(before place: RunPlace) throws(SQLiteError) -> (place: RunPlace, fix: Fix)? {
    guard let newest = device.packedFix.entries.first else { return nil }
    if newest.place < place {
      return device.packedFix.fix(at: 0).map { (newest.place, $0) }
    }
    let found = try reader.last(
      of: device.identity, before: place, needsFix: true, where: \.hasFix)
    guard let found, let entry = found.entries.first else { return nil }
    return found.fix(at: 0).map { (entry.place, $0) }
  }

  func lastKnown() throws(SQLiteError) -> StoredPosition? {
    guard let (run, index) = device.lastKnown else { return nil }
    return try complete(run, index)
  }

  /// A position with the place that it borrows if it has none.
  func complete(_ run: Run, _ index: Int) throws(SQLiteError) -> StoredPosition? {
    let entry = run.entries[index]
    let needsFix = !entry.hasLocation && !entry.flags.contains(.timeImplausible)
    return run.stored(
      at: index, of: device.identity, lastFix: needsFix ? try lastFix(before: entry.place) : nil)
  }

  func position(id: Int64) throws(SQLiteError) -> StoredPosition? {
    for run in [device.history, device.apart, device.packedLast] {
      if let index = run.entries.firstIndex(where: { $0.id == id }) {
        return try complete(run, index)
      }
    }
    for facts in try reader.chunks(of: device.identity, holding: id) {
      guard let run = try reader.run(of: facts) else { continue }
      if let index = run.entries.firstIndex(where: { $0.id == id }) {
        return try complete(run, index)
      }
    }
    return nil
  }
}

/// Goes through a tail and chunks in the order of places, and reads a chunk only when its turn
/// has come.
struct RunMerge {
  private struct Source {
    let run: Run
    var index: Int
  }

  private var waiting: ArraySlice<ChunkFacts>
  private var sources: [Source] = []
  private let after: RunPlace
  private let through: RunPlace
  private var newest: RunPlace?

  /// - Parameter chunks: by their first time.
  init(tail: Run, chunks: [ChunkFacts], after: RunPlace, through: RunPlace) {
    waiting = chunks[...]
    self.after = after
    self.through = through
    open(tail)
  }

  private mutating func open(_ run: Run) {
    var start = run.index(of: after)
    if start < run.count && run.entries[start].place == after { start += 1 }
    if start < run.count { sources.append(Source(run: run, index: start)) }
  }

  /// The next position; nil after the last.
  mutating func next<Failure: Error>(
    _ read: (ChunkFacts) throws(Failure) -> Run?
  ) throws(Failure) -> (run: Run, index: Int)? {
    while true {
      var first = firstSource()
      while let facts = waiting.first,
        first.map({ facts.first.time <= place($0).time }) ?? true
      {
        waiting.removeFirst()
        if facts.last > after, let run = try read(facts) { open(run) }
        first = firstSource()
      }
      guard let first else { return nil }
      let found = place(first)
      guard found <= through else { return nil }
      let result = (sources[first].run, sources[first].index)
      sources[first].index += 1
      if sources[first].index == sources[first].run.count { sources.remove(at: first) }
      // Of the copies that a moment of packing leaves in chunk and tail, one is given.
      if found != newest {
        newest = found
        return result
      }
    }
  }

  private func place(_ source: Int) -> RunPlace {
    sources[source].run.entries[sources[source].index].place
  }

  private func firstSource() -> Int? {
    sources.indices.min { place($0) < place($1) }
  }
}

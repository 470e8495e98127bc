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

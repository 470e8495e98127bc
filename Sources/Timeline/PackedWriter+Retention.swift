internal import SQLite
internal import Synchronization
internal import Telemetry

/// What is removed because it is old, a part at a time.
extension PackedWriter {
  /// So many chunks are removed in one transaction.
  private static let chunksOfTransaction = 500

  /// What a part was.
  struct Forgotten: Sendable {
    var chunks = 0
    var positions: Int64 = 0
    var bytes: Int64 = 0
    /// From this age on the next part is to be looked for.
    var next: Int64 = .min
  }

  /// Says how much history is kept.
  func keep(_ retention: HistoryRetention, now: Timestamp) {
    self.retention = retention
    retentionTime = now
    updateHorizon()
  }

  /// From now on this much of the history is there, for records and for queries.
  private func updateHorizon() {
    horizon = HistoryHorizon(retention, now: retentionTime, forgotten: forgotten)
    tail.state.withLock { state in
      state.retention = retention
      state.horizon = horizon
    }
  }

  /// Whether a position is older than what is kept of its device. The newest of a device is taken
  /// all the same, because it is what is last known.
  func isForgotten(_ entry: RunEntry, of identity: DeviceIdentity) -> Bool {
    let start = horizon[identity]
    guard start > .min, entry.age < start else { return false }
    let last = tail.device(identity)?.last
    return !entry.canBeLast || last.map { entry.place <= $0 } ?? false
  }

  /// Removes some chunks that have nothing newer than a moment.
  ///
  /// - Parameters:
  ///   - start: looks at chunks of this age and younger only.
  ///   - sparingOwn: not those of devices with limits of their own.
  func forgetSome(
    from start: Int64, before moment: Int64, of identity: DeviceIdentity?, sparingOwn: Bool
  ) throws(SQLiteError) -> Forgotten {
    var chunks: [ChunkStore.Old] = []
    var start = start
    while chunks.isEmpty {
      let found = try store.oldest(
        from: start, before: moment, of: identity, most: Self.chunksOfTransaction)
      guard let last = found.last else { break }
      chunks = sparingOwn ? found.filter { horizon.own[$0.identity] == nil } : found
      // Nothing but chunks of one age that are spared: what else has that age stays too.
      if chunks.isEmpty { start = last.age > start ? last.age : last.age + 1 }
    }
    var part = try forget(chunks, marking: nil)
    part.next = start
    return part
  }

  /// Removes some of the oldest chunks, of so many bytes if there are.
  func forgetSome(bytes: Int64, of identity: DeviceIdentity?) throws(SQLiteError) -> Forgotten {
    var excess = bytes
    var chunks: [ChunkStore.Old] = []
    let oldest = try store.oldest(
      from: .min, before: .max, of: identity, most: Self.chunksOfTransaction)
    for chunk in oldest where excess > 0 {
      excess -= chunk.bytes
      chunks.append(chunk)
    }
    return try forget(chunks, marking: identity ?? .unknown)
  }

  /// - Parameter marking: the device, or none in particular, of which nothing so old is taken from
  ///   now on.
  private func forget(
    _ chunks: [ChunkStore.Old], marking: DeviceIdentity?
  ) throws(SQLiteError) -> Forgotten {
    guard let last = chunks.last else { return Forgotten() }
    var part = Forgotten(chunks: chunks.count)
    for chunk in chunks {
      part.positions += chunk.count
      part.bytes += chunk.bytes
    }
    var next = stored
    next.positions -= part.positions
    var forgotten = forgotten
    if let marking { forgotten[marking] = max(forgotten[marking] ?? .min, last.age + 1) }
    try store.transaction { () throws(SQLiteError) in
      for chunk in chunks { try store.delete(chunk) }
      if let marking, let moment = forgotten[marking] {
        try store.put(forgotten: moment, of: marking)
      }
      try store.put(next)
    }
    stored = next
    self.forgotten = forgotten
    forgetDirectories()
    tail.state.withLock { state in
      state.packedPositions = next.positions
      state.forgotten += part.positions
    }
    updateHorizon()
    return part
  }
}

internal import SQLite
internal import Synchronization
public import Telemetry

/// What is removed because it is old.
extension PackedTimeline {
  /// Says how much history is kept. What is older is no longer in any answer, and is not taken when
  /// it comes late or from the ledger again; ``forgetOld()`` frees its room. What is last known of
  /// a device stays.
  ///
  /// Days move with the clock, so this is to be called again now and then, and before records are
  /// applied.
  public func keep(_ retention: HistoryRetention, now: Timestamp) throws(TimelineError) {
    try write { writer throws(SQLiteError) in writer.keep(retention, now: now) }
  }

  /// Removes history beyond the limits of ``keep(_:now:)``. As only whole chunks go, up to a day of
  /// it may stay in the file, and up to a month of devices with few positions. The file does not
  /// shrink, it is filled again.
  ///
  /// - Returns: how many positions were removed.
  @discardableResult
  public func forgetOld() throws(TimelineError) -> Int64 {
    let (retention, horizon) = tail.state.withLock { ($0.retention, $0.horizon) }
    var removed = try forget(before: horizon.general, of: nil, sparingOwn: true)
    for (identity, start) in horizon.own where start > .min {
      removed += try forget(before: start, of: identity, sparingOwn: false)
    }
    for (identity, limits) in retention.own where limits.bytes > 0 {
      removed += try forget(beyond: limits.bytes, of: identity)
    }
    if retention.general.bytes > 0 { removed += try forget(beyond: retention.general.bytes) }
    return removed
  }

  /// Removes old history, of one device or of all. As only whole chunks go, up to a day of it may
  /// stay longer, and up to a month of devices with few positions. What is last known of a device
  /// stays.
  ///
  /// - Returns: how many positions were removed.
  @discardableResult
  public func forget(
    before moment: Timestamp, of identity: DeviceIdentity? = nil
  ) throws(TimelineError) -> Int64 {
    try forget(before: moment.milliseconds, of: identity, sparingOwn: false)
  }

  private func forget(
    before moment: Int64, of identity: DeviceIdentity?, sparingOwn: Bool
  ) throws(TimelineError) -> Int64 {
    guard moment > .min else { return 0 }
    var removed: Int64 = 0
    var next: Int64 = .min
    while true {
      let start = next
      // The lock is free between the parts, so that records are taken meanwhile.
      let part = try write { writer throws(SQLiteError) in
        try writer.forgetSome(from: start, before: moment, of: identity, sparingOwn: sparingOwn)
      }
      guard part.chunks > 0 else { return removed }
      removed += part.positions
      next = part.next
    }
  }

  /// Removes the oldest history, of one device or of all, until the chunks of the rest take no more
  /// than so many bytes; see ``forget(before:of:)``. The file itself does not shrink, it is filled
  /// again.
  ///
  /// - Returns: how many positions were removed.
  @discardableResult
  public func forget(
    beyond bytes: Int64, of identity: DeviceIdentity? = nil
  ) throws(TimelineError) -> Int64 {
    var excess = try read { reader throws(SQLiteError) in try reader.bytes(of: identity) } - bytes
    var removed: Int64 = 0
    while excess > 0 {
      let most = excess
      let part = try write { writer throws(SQLiteError) in
        try writer.forgetSome(bytes: most, of: identity)
      }
      guard part.chunks > 0 else { break }
      excess -= part.bytes
      removed += part.positions
    }
    return removed
  }
}

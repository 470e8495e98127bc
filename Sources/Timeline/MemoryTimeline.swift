public import Ledger
internal import Synchronization
public import Telemetry

/// A timeline in memory: for tests, and for trying the server out.
public final class MemoryTimeline: Timeline {
  /// What is known of one device, in the order of cursors.
  private struct History: Sendable {
    var positions: [DerivedPosition] = []
    var apart: [DerivedPosition] = []
    var last: DerivedPosition?
  }

  private struct State: Sendable {
    var histories: [DeviceIdentity: History] = [:]
    var byIdentifier: [Int64: (identity: DeviceIdentity, cursor: TimelineCursor)] = [:]
    var watermark = LedgerToken.start
  }

  private let state = Mutex(State())
  private let node: Int

  /// An empty timeline.
  public init(node: Int = 0) { self.node = node }

  /// As ``Timeline`` promises.
  @discardableResult
  public func apply(
    _ records: [LedgerRecord], news: TimelineNews
  ) throws(TimelineError) -> [TimelineUpdate] {
    state.withLock { state in
      var updates: [TimelineUpdate] = []
      for record in records {
        for derived in DerivedPosition.all(of: record, node: node) {
          if let update = Self.add(derived, to: &state) { updates.append(update) }
        }
      }
      if let last = records.last { state.watermark = max(state.watermark, last.token) }
      return news.select(updates)
    }
  }

  private static func add(_ derived: DerivedPosition, to state: inout State) -> TimelineUpdate? {
    var history = state.histories.removeValue(forKey: derived.identity) ?? History()
    defer { state.histories[derived.identity] = history }
    let changed =
      derived.isInHistory
      ? insert(derived, into: &history.positions) : insert(derived, into: &history.apart)
    guard let changed else { return nil }
    state.byIdentifier[changed.id] = (changed.identity, changed.cursor)
    let isNewer = history.last.map { $0.cursor < changed.cursor } ?? true
    let isLast = changed.canBeLast && isNewer
    // What is last known may have lost a mark.
    if isLast || history.last?.cursor == changed.cursor { history.last = changed }
    let fix = changed.isInHistory ? lastFix(before: changed.cursor, history) : nil
    return TimelineUpdate(
      position: StoredPosition(changed, lastFix: fix), isLastKnown: isLast)
  }

  /// - Returns: what is new or has lost marks; nil if a copy is there already that is no worse.
  private static func insert(
    _ derived: DerivedPosition, into list: inout [DerivedPosition]
  ) -> DerivedPosition? {
    let index = place(of: derived.cursor, in: list)
    if index < list.count && list[index].cursor == derived.cursor {
      return list[index].clear(by: derived.flags) ? list[index] : nil
    }
    list.insert(derived, at: index)
    return derived
  }

  /// The index of the first position that is not before a place.
  private static func place(of cursor: TimelineCursor, in list: [DerivedPosition]) -> Int {
    var low = 0
    var high = list.count
    while low < high {
      let middle = (low + high) / 2
      if list[middle].cursor < cursor { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private static func lastFix(before cursor: TimelineCursor, _ history: History) -> Fix? {
    history.positions[..<place(of: cursor, in: history.positions)]
      .last { $0.hasFix }
      .flatMap { derived in
        derived.position.location.map { Fix(location: $0, time: derived.cursor.time) }
      }
  }

  /// As ``Timeline`` promises.
  public func positions(
    of identity: DeviceIdentity, from: Timestamp, to: Timestamp, after: TimelineCursor?, limit: Int
  ) throws(TimelineError) -> [StoredPosition] {
    state.withLock { state in
      guard let history = state.histories[identity] else { return [] }
      return history.positions
        .lazy
        .filter { position in
          position.cursor.time >= from && position.cursor.time <= to
            && after.map { $0 < position.cursor } ?? true
        }
        .prefix(max(limit, 0))
        .map { StoredPosition($0, lastFix: Self.lastFix(before: $0.cursor, history)) }
    }
  }

  /// As ``Timeline`` promises.
  public func implausible(
    of identity: DeviceIdentity, limit: Int
  ) throws(TimelineError) -> [StoredPosition] {
    state.withLock { state in
      guard let history = state.histories[identity] else { return [] }
      return history.apart.prefix(max(limit, 0)).map { StoredPosition($0, lastFix: nil) }
    }
  }

  /// As ``Timeline`` promises.
  public func lastKnown(of identity: DeviceIdentity) throws(TimelineError) -> StoredPosition? {
    state.withLock { Self.lastKnown($0.histories[identity]) }
  }

  /// As ``Timeline`` promises.
  public func lastKnown() throws(TimelineError) -> [StoredPosition] {
    state.withLock { state in
      state.histories.sorted { $0.key < $1.key }.compactMap { Self.lastKnown($0.value) }
    }
  }

  private static func lastKnown(_ history: History?) -> StoredPosition? {
    guard let history, let last = history.last else { return nil }
    return StoredPosition(last, lastFix: lastFix(before: last.cursor, history))
  }

  /// As ``Timeline`` promises.
  public func position(id: Int64) throws(TimelineError) -> StoredPosition? {
    state.withLock { state in
      guard let (identity, cursor) = state.byIdentifier[id],
        let history = state.histories[identity]
      else { return nil }
      if let found = history.positions.first(where: { $0.id == id }) {
        return StoredPosition(found, lastFix: Self.lastFix(before: cursor, history))
      }
      return history.apart.first { $0.id == id }.map { StoredPosition($0, lastFix: nil) }
    }
  }

  /// As ``Timeline`` promises.
  @discardableResult
  public func remove(
    _ identity: DeviceIdentity, from: Timestamp, to: Timestamp
  ) throws(TimelineError) -> Int64 {
    remove(of: identity) { from <= $0.cursor.time && $0.cursor.time <= to }
  }

  /// As ``Timeline`` promises.
  @discardableResult
  public func remove(_ position: StoredPosition) throws(TimelineError) -> Bool {
    remove(of: position.identity) { $0.id == position.id } > 0
  }

  private func remove(
    of identity: DeviceIdentity, where isDoomed: (DerivedPosition) -> Bool
  ) -> Int64 {
    state.withLock { state in
      guard var history = state.histories[identity] else { return 0 }
      let doomed = (history.positions + history.apart).filter(isDoomed)
      history.positions.removeAll(where: isDoomed)
      history.apart.removeAll(where: isDoomed)
      history.last = history.positions.last { $0.canBeLast }
      state.histories[identity] = history
      for position in doomed { state.byIdentifier[position.id] = nil }
      return Int64(doomed.count)
    }
  }

  /// As ``Timeline`` promises.
  public func watermark() throws(TimelineError) -> LedgerToken { state.withLock { $0.watermark } }

  /// As ``Timeline`` promises.
  public func statistics() throws(TimelineError) -> TimelineStatistics {
    state.withLock { state in
      TimelineStatistics(
        positions: Int64(state.byIdentifier.count), devices: Int64(state.histories.count),
        bytes: 0, watermark: state.watermark)
    }
  }
}

import Synchronization
public import Telemetry

extension Fleet {
  /// Records something that a person did.
  public func record(_ action: Action) throws(FleetError) {
    do {
      try store.withLock { try $0.insert(action) }
    } catch {
      throw Self.typed(error)
    }
  }

  /// What was done between two moments, the oldest first.
  ///
  /// - Parameter most: so many of them at most.
  public func actions(
    from: Timestamp, to: Timestamp, most: Int, by requester: Requester
  ) throws(FleetError) -> [Action] {
    try read { $0 }.requireAdministrator(requester, to: "see what was done")
    do {
      return try store.withLock { try $0.actions(from: from, to: to, most: most) }
    } catch {
      throw Self.typed(error)
    }
  }
}

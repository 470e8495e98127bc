import Synchronization
public import Telemetry

/// What a device's meters were set to by a person. From then on they count up.
public struct Accumulators: Sendable, Hashable {
  /// When they were set.
  public var time: Timestamp
  /// The whole distance that it had covered then, in metres.
  public var totalDistance: Double
  /// How long its engine had run by then, in milliseconds.
  public var hours: Int64
}

extension Fleet {
  /// Sets the meters of a device; what is nil stays as it was set before.
  public func setAccumulators(
    of id: Int64, totalDistance: Double?, hours: Int64?, by requester: Requester
  ) throws(FleetError) {
    if let totalDistance, !(totalDistance.isFinite && totalDistance >= 0) {
      throw .invalid(field: "totalDistance", reason: "must be metres, 0 or more")
    }
    if let hours, hours < 0 {
      throw .invalid(field: "hours", reason: "must be milliseconds, 0 or more")
    }
    let time = now
    try change { store, snapshot in
      _ = try snapshot.editableDevice(id, for: requester)
      let old = try store.accumulators(of: id)
      try store.write(
        Accumulators(
          time: time, totalDistance: totalDistance ?? old?.totalDistance ?? 0,
          hours: hours ?? old?.hours ?? 0), of: id)
      return Change(()) { _ in }
    }
  }

  /// What the meters of a device were last set to; nil if they never were.
  public func accumulators(
    of id: Int64, for requester: Requester
  ) throws(FleetError) -> Accumulators? {
    _ = try device(id, for: requester)
    do {
      return try store.withLock { try $0.accumulators(of: id) }
    } catch {
      throw Self.typed(error)
    }
  }
}

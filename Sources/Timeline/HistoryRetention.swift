public import Telemetry

/// How much history is kept; what is older goes.
public struct HistoryLimits: Sendable, Hashable {
  /// For so many days, by the positions' own times; 0 keeps all.
  public var days: Int
  /// So many bytes of compressed positions; 0 keeps all.
  public var bytes: Int64

  /// Limits; by default everything is kept.
  public init(days: Int = 0, bytes: Int64 = 0) {
    self.days = days
    self.bytes = bytes
  }
}

/// How much history of all devices is kept.
public struct HistoryRetention: Sendable, Hashable {
  /// The days hold for every device that has no limits of its own, the bytes for all devices
  /// together.
  public var general: HistoryLimits
  /// Limits of single devices. The days take the place of the general ones, in either direction;
  /// the bytes are of the device alone.
  public var own: [DeviceIdentity: HistoryLimits]

  /// Limits; by default everything is kept.
  public init(general: HistoryLimits = HistoryLimits(), own: [DeviceIdentity: HistoryLimits] = [:])
  {
    self.general = general
    self.own = own
  }
}

/// From when on there is history, by device: what is older has been forgotten, and is not taken
/// when it comes late or again from the ledger.
struct HistoryHorizon: Sendable {
  private static let day: Int64 = 86_400_000

  /// Of devices without limits of their own.
  private(set) var general: Int64 = .min
  private(set) var own: [DeviceIdentity: Int64] = [:]

  init() {}

  /// - Parameter forgotten: up to when history was removed because of its size; under
  ///   ``DeviceIdentity/unknown`` that of all devices.
  init(_ retention: HistoryRetention, now: Timestamp, forgotten: [DeviceIdentity: Int64]) {
    let ofAll = retention.general.bytes > 0 ? forgotten[.unknown] ?? .min : .min
    general = max(Self.start(retention.general, now), ofAll)
    for (identity, limits) in retention.own {
      let ofDevice = limits.bytes > 0 ? forgotten[identity] ?? .min : .min
      own[identity] = max(Self.start(limits, now), ofAll, ofDevice)
    }
  }

  private static func start(_ limits: HistoryLimits, _ now: Timestamp) -> Int64 {
    limits.days > 0 ? now.advanced(byMilliseconds: -Int64(limits.days) * day).milliseconds : .min
  }

  subscript(identity: DeviceIdentity) -> Int64 {
    own.isEmpty ? general : own[identity] ?? general
  }
}

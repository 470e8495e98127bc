public import Telemetry

/// That somebody had everything erased that a device had sent: the entry stays as a record of it.
public struct Erasure: Sendable, Hashable {
  /// Its number.
  public let id: Int64
  /// Whose history it was.
  public let identity: DeviceIdentity
  /// The API's number of the device; 0 for an arrival.
  public let deviceId: Int64
  /// The user who asked for it; 0 for somebody at the machine itself.
  public let userId: Int64
  /// When it was asked for.
  public let requestedAt: Timestamp
  /// When everything was gone; nil as long as it is being done.
  public let finishedAt: Timestamp?
  /// How many positions were removed.
  public let positions: Int64
  /// How many messages were removed.
  public let messages: Int64
}

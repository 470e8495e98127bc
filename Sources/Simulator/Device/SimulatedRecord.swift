public import Telemetry

/// What a simulated device measured: the truth to which the server's history is compared.
public struct SimulatedRecord: Sendable, Hashable {
  /// What kind of record it is.
  public enum Kind: Sendable, Hashable {
    /// Where it is.
    case position
    /// An alarm by the server's name.
    case alarm(String)
    /// Only the cells or access points around.
    case surroundings
  }

  /// What it is.
  public var kind: Kind
  /// The device's clock, in whole seconds.
  public var time: Timestamp
  /// Degrees north.
  public var latitude: Double
  /// Degrees east.
  public var longitude: Double
  /// Knots.
  public var speed: Double
  /// Degrees clockwise from north.
  public var course: Double
  /// Percent.
  public var batteryLevel: Double
  /// Whether the message says where it was.
  public var hasPlace = true
  /// Whether the device can know that the server has it; what is sent in a datagram without
  /// wanting an answer may be lost.
  public var isCertain = true
}

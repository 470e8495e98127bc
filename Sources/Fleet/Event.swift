public import Telemetry

/// Something that happened to a device, for people.
public struct Event: Sendable, Hashable {
  /// Its number; 0 until it is stored.
  public internal(set) var id: Int64 = 0
  /// What happened, in the words of ``ObjectForm/eventTypes``.
  public let type: String
  /// When.
  public let time: Timestamp
  /// To which device.
  public let deviceId: Int64
  /// The position that tells of it; 0 if none does.
  public let positionId: Int64
  /// What else there is to say.
  public let attributes: [String: AttributeValue]

  /// Events of one device that are kept; the oldest go.
  public static let mostPerDevice: Int64 = 500
  /// Events that are kept in all; the oldest go.
  public static let most: Int64 = 50_000

  /// An event that is not stored yet.
  public init(
    type: String, time: Timestamp, deviceId: Int64, positionId: Int64 = 0,
    attributes: [String: AttributeValue] = [:]
  ) {
    self.type = type
    self.time = time
    self.deviceId = deviceId
    self.positionId = positionId
    self.attributes = attributes
  }
}

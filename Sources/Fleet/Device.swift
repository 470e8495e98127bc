public import Telemetry

/// A device as an operator knows it. Whether it is online is not kept here: only the gateway knows.
public struct Device: Sendable, Hashable {
  /// The API's number; 0 until it is stored.
  public var id: Int64 = 0
  /// What its history is kept under; given by the fleet.
  public internal(set) var identity: DeviceIdentity = .unknown
  /// The name that people give it.
  public var name: String
  /// What it calls itself: the identifier that its messages carry.
  public var uniqueId: String
  /// Whether its messages are refused.
  public var disabled = false
  /// The group that it is in; 0 for none.
  public var groupId: Int64 = 0
  /// The calendar that says when it counts; 0 for none.
  public var calendarId: Int64 = 0
  /// The number of its SIM card.
  public var phone: String?
  /// The maker's model name.
  public var model: String?
  /// Whom to ask about it.
  public var contact: String?
  /// What kind of thing it sits on, such as `car`.
  public var category: String?
  /// When its messages begin to be refused.
  public var expirationTime: Timestamp?
  /// Further settings.
  public var attributes: [String: AttributeValue] = [:]
  /// When it last called; given by the fleet.
  public internal(set) var lastUpdate: Timestamp?
  /// How long it is usually silent, in milliseconds; given by the fleet, nil until it is known.
  public internal(set) var usualPause: Int64?
  /// Its latest position; given by the fleet.
  public internal(set) var positionId: Int64?
  /// The protocol that it last spoke; given by the fleet.
  public internal(set) var protocolName: String?
  /// The versions of itself that it reported last; given by the fleet.
  public internal(set) var versions: [VersionSighting.Kind: String] = [:]

  /// A device that is not stored yet.
  public init(name: String, uniqueId: String) {
    self.name = name
    self.uniqueId = uniqueId
  }

  /// What protocols may know of it.
  public var settings: DeviceSettings {
    DeviceSettings(model: model, options: attributes.mapValues(\.description))
  }
}

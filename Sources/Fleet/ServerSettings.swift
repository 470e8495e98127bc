public import Telemetry

/// What holds for the whole server and is changed through the API.
public struct ServerSettings: Sendable, Hashable {
  /// Whether visitors may make themselves users.
  public var registration = false
  /// Whether everybody but administrators may only look.
  public var readonly = false
  /// Whether only administrators may change devices.
  public var deviceReadonly = false
  /// Whether only saved commands may be sent.
  public var limitCommands = false
  /// Whether reports are hidden.
  public var disableReports = false
  /// The preferred map.
  public var map: String?
  /// A key for a map service.
  public var bingKey: String?
  /// The address of map tiles.
  public var mapUrl: String?
  /// The address of tiles above the map.
  public var overlayUrl: String?
  /// A layer of places on the map.
  public var poiLayer: String?
  /// A text for everybody who signs in.
  public var announcement: String?
  /// Where the map starts, degrees.
  public var latitude = 0.0
  /// Where the map starts, degrees.
  public var longitude = 0.0
  /// How near the map starts.
  public var zoom: Int64 = 0
  /// Whether the server's settings go before those of a user.
  public var forceSettings = false
  /// How coordinates are written.
  public var coordinateFormat: String?
  /// Further settings.
  public var attributes: [String: AttributeValue] = [:]

  /// The defaults.
  public init() {}
}

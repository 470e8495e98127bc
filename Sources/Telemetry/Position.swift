/// A place that a device reported for itself.
public struct Location: Sendable, Hashable {
  /// Degrees north, WGS 84.
  public var latitude: Double
  /// Degrees east, WGS 84.
  public var longitude: Double
  /// Metres above the sea.
  public var altitude: Double
  /// Speed over ground in knots.
  public var speed: Double
  /// Degrees clockwise from north.
  public var course: Double
  /// Radius in metres within which the place lies; 0 if the device did not say.
  public var accuracy: Double
  /// Whether the device says that it has a fix.
  public var isValid: Bool

  /// A place; by default the rest is zero and not valid.
  public init(
    latitude: Double = 0, longitude: Double = 0, altitude: Double = 0, speed: Double = 0,
    course: Double = 0, accuracy: Double = 0, isValid: Bool = false
  ) {
    self.latitude = latitude
    self.longitude = longitude
    self.altitude = altitude
    self.speed = speed
    self.course = course
    self.accuracy = accuracy
    self.isValid = isValid
  }
}

/// One record that a device sent: where it was, or only what it knew.
///
/// This is the convenient form for everything behind the ledger. The hot path uses ``Reports``.
public struct Position: Sendable, Hashable {
  /// When the place was determined; nil if the message has no time, then the time of receipt
  /// stands for it.
  public var fixTime: Timestamp?
  /// The device's clock when it made the record; nil if the message has none.
  public var deviceTime: Timestamp?
  /// The place; nil for a record that has none of its own (a heartbeat, a list of cells). The
  /// API calls such a record outdated and shows the last known place with it.
  public var location: Location?
  /// What the device said, in the order of the message.
  public var attributes: [Attribute]
  /// Cells and access points that it heard.
  public var network: RadioNetwork

  /// A record; by default it says nothing.
  public init(
    fixTime: Timestamp? = nil, deviceTime: Timestamp? = nil, location: Location? = nil,
    attributes: [Attribute] = [], network: RadioNetwork = RadioNetwork()
  ) {
    self.fixTime = fixTime
    self.deviceTime = deviceTime
    self.location = location
    self.attributes = attributes
    self.network = network
  }

  /// The value of an attribute.
  public subscript(key: AttributeKey) -> AttributeValue? {
    attributes.first { $0.key == key }?.value
  }
}

import Wire

/// The parameters that have a meaning of their own.
enum OsmAndKey {
  case identifier, valid, time, latitude, longitude, place, speed, course, altitude, accuracy
  case hdop, batteryLevel, charge, driver, cell, accessPoint, notificationToken

  /// The key of a name; nil for all others, which become attributes as they are.
  init?(_ name: Span<UInt8>) {
    for (text, key) in Self.names where name.equals(text) {
      self = key
      return
    }
    return nil
  }

  private static let names: [(String, OsmAndKey)] = [
    ("lat", .latitude), ("lon", .longitude), ("id", .identifier), ("timestamp", .time),
    ("speed", .speed), ("bearing", .course), ("altitude", .altitude), ("accuracy", .accuracy),
    ("batt", .batteryLevel), ("hdop", .hdop), ("charge", .charge), ("deviceid", .identifier),
    ("heading", .course), ("valid", .valid), ("location", .place), ("cell", .cell),
    ("wifi", .accessPoint), ("driverUniqueId", .driver),
    ("notificationToken", .notificationToken),
  ]

  /// Keys without a meaning of their own with which a device that knows nothing else reports.
  private static let telling: [String] = ["alarm", "event", "ignition", "motion"]

  /// Whether parameters name a device and say something of it. Web requests of all kinds have an
  /// `id`; a key of others' protocols refuses.
  static func areTelling(_ parameters: Span<UInt8>) -> Bool {
    var hasIdentifier = false
    var says = false
    var isForeign = false
    HTTPForm.visit(parameters) { name, value in
      switch OsmAndKey(name) {
      case .identifier: hasIdentifier = true
      // Others have lists in brackets under these names.
      case .cell, .accessPoint: says = says || TextNumber.hexadecimalDigit(value[0]) != nil
      case .some: says = true
      case nil:
        // The request of OpenGTS has an `id` as well.
        if name.equals("gprmc") { isForeign = true }
        for text in telling where name.equals(text) { says = true }
      }
      return !isForeign
    }
    return hasIdentifier && says && !isForeign
  }
}

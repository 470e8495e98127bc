import Telemetry

/// Where a device said that it was, and when.
struct Sighting: Sendable, Hashable {
  var time: Timestamp
  var latitude: Double
  var longitude: Double

  /// Faster than this nothing on wheels is, in metres per second.
  private static let mostSpeed = 90.0
  /// Metres by which two fixes of one place may differ.
  private static let scatter = 500.0
  private static let metresPerDegree = 111_320.0

  /// The last record of a frame that has a fix of its own.
  init?(_ reports: borrowing Reports) {
    for index in (0..<reports.recordCount).reversed() {
      let record = reports.record(at: index)
      guard record.hasLocation, record.location.isValid, let time = record.fixTime else { continue }
      self.init(
        time: time, latitude: record.location.latitude, longitude: record.location.longitude)
      return
    }
    return nil
  }

  init(time: Timestamp, latitude: Double, longitude: Double) {
    self.time = time
    self.latitude = latitude
    self.longitude = longitude
  }

  /// Whether one vehicle can have been at both.
  func isReachable(from other: Sighting) -> Bool {
    let north = (latitude - other.latitude) * Self.metresPerDegree
    var degrees = abs(longitude - other.longitude)
    if degrees > 180 { degrees = 360 - degrees }
    let east = degrees * Self.metresPerDegree * Self.cosine((latitude + other.latitude) / 2)
    let seconds = abs(Double(time.milliseconds) - Double(other.time.milliseconds)) / 1_000
    let reach = Self.mostSpeed * seconds + Self.scatter
    return north * north + east * east <= reach * reach
  }

  /// The cosine of a latitude to three digits, which is all that a speed limit needs.
  private static func cosine(_ degrees: Double) -> Double {
    let square = (degrees * .pi / 180) * (degrees * .pi / 180)
    return 1 - square / 2 * (1 - square / 12 * (1 - square / 30))
  }
}

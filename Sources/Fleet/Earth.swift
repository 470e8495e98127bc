import Glibc

/// Distances on the earth, taken as a ball.
public enum Earth {
  /// The mean radius in metres.
  static let radius = 6_371_008.8
  /// The length of a degree of latitude in metres.
  static let metresPerDegree = radius * .pi / 180

  /// The shortest way between two places in metres.
  public static func distance(
    _ latitude: Double, _ longitude: Double, _ otherLatitude: Double, _ otherLongitude: Double
  ) -> Double {
    let radians = Double.pi / 180
    let north = sin((otherLatitude - latitude) * radians / 2)
    let east = sin((otherLongitude - longitude) * radians / 2)
    let share =
      north * north + cos(latitude * radians) * cos(otherLatitude * radians) * east * east
    return 2 * radius * asin(min(share.squareRoot(), 1))
  }

  /// The shorter way around from one longitude to another, -180 to 180 degrees.
  public static func turn(from longitude: Double, to other: Double) -> Double {
    let turn = (other - longitude).truncatingRemainder(dividingBy: 360)
    return turn > 180 ? turn - 360 : turn < -180 ? turn + 360 : turn
  }
}

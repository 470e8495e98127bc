/// What a path needs of trigonometry, good to a hundredth, without a mathematics library.
enum Trigonometry {
  /// The cosine of an angle of -180 to 360 degrees.
  static func cosine(_ degrees: Double) -> Double {
    let positive = degrees < 0 ? -degrees : degrees
    let turned = positive <= 180 ? positive : 360 - positive
    let x = turned <= 90 ? turned : 180 - turned
    let value = 4 * (90 - x) * (90 + x) / (40_500 - (90 - x) * (90 + x))
    let sine = abs(value) > 1 ? 1 : value
    return turned <= 90 ? sine : -sine
  }

  /// Degrees clockwise from north of a way, by an approximation that is half a degree off at most.
  static func course(north: Double, east: Double) -> Double {
    let (up, right) = (north.magnitude, east.magnitude)
    guard up + right > 0 else { return 0 }
    let ratio = min(up, right) / max(up, right)
    let small = ratio * (45 + 15.64 * (1 - ratio))
    let quarter = right > up ? 90 - small : small
    switch (north >= 0, east >= 0) {
    case (true, true): return quarter
    case (false, true): return 180 - quarter
    case (false, false): return 180 + quarter
    case (true, false): return quarter == 0 ? 0 : 360 - quarter
    }
  }
}

import Telemetry

/// A drive through a town that looks like one: it speeds up, turns at corners, waits at lights,
/// with a receiver whose speed and course are not quite steady. The same seed drives the same way.
public struct Drive: Sendable {
  /// Degrees north.
  public private(set) var latitude: Double
  /// Degrees east.
  public private(set) var longitude: Double
  /// Kilometres an hour.
  public private(set) var speed = 0.0
  /// Degrees clockwise from north.
  public private(set) var course: Double
  /// Metres driven, from 10,000 on.
  public private(set) var odometer = 10_000.0

  private var random: UInt64
  private var wanted = 50.0
  private var waits = 0

  /// A drive that begins somewhere in a region of a few hundred kilometres.
  public init(seed: UInt64) {
    random = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
    latitude = 50
    longitude = 12
    course = 0
    latitude += Self.fraction(&random) * 3
    longitude += Self.fraction(&random) * 3
    course = Double(Int(Self.fraction(&random) * 4) * 90)
  }

  /// Goes on for some seconds; by default ten, the interval at which such trackers report.
  public mutating func step(seconds: Double = 10) {
    if waits > 0 {
      waits -= 1
      speed = 0
      return
    }
    switch Self.fraction(&random) {
    case ..<0.05: waits = 1 + Int(Self.fraction(&random) * 8)
    case ..<0.15: course = (course + (Self.fraction(&random) < 0.5 ? 90 : 270)).wrapped
    case ..<0.25: wanted = 30 + Self.fraction(&random) * 60
    default: course = (course + Self.fraction(&random) * 4 - 2).wrapped
    }
    speed += (wanted - speed) * 0.4 + Self.fraction(&random) * 2 - 1
    let metres = max(speed, 0) / 3.6 * seconds
    // Street plans are mostly four directions; the sine of the rest is left to the noise.
    latitude += metres * Trigonometry.cosine(course) / 111_320
    longitude += metres * Trigonometry.cosine((course + 270).wrapped) / 70_000
    odometer += metres
    latitude = min(max(latitude, 40), 60)
    longitude = min(max(longitude, 11), 70)
  }

  private static func fraction(_ state: inout UInt64) -> Double {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Double(state >> 40) / Double(1 << 24)
  }
}

extension Double {
  /// A course within 0 to 360.
  fileprivate var wrapped: Double { self >= 360 ? self - 360 : self < 0 ? self + 360 : self }
}

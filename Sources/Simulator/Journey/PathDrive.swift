public import Telemetry

/// A point of a path that a device is to follow.
public struct PathPoint: Sendable, Hashable {
  /// Degrees north.
  public var latitude: Double
  /// Degrees east.
  public var longitude: Double
  /// When somebody was there; nil if the path has no times.
  public var time: Timestamp?

  /// A point.
  public init(latitude: Double, longitude: Double, time: Timestamp? = nil) {
    self.latitude = latitude
    self.longitude = longitude
    self.time = time
  }
}

/// A drive along a path, there and back again: as fast as its times say, else at 50 km/h.
struct PathDrive: Sendable {
  private let points: [PathPoint]
  /// When each point is reached, in seconds from the start.
  private let times: [Double]
  private var elapsed = 0.0

  private(set) var latitude: Double
  private(set) var longitude: Double
  private(set) var speed = 0.0
  private(set) var course = 0.0

  init?(_ points: [PathPoint]) {
    guard let first = points.first else { return nil }
    self.points = points
    var times = [0.0]
    for (from, to) in zip(points, points.dropFirst()) {
      var seconds = Self.metres(from, to) / (50 / 3.6)
      if let start = from.time, let end = to.time, end > start {
        seconds = Double(end.milliseconds - start.milliseconds) / 1_000
      }
      times.append((times.last ?? 0) + seconds)
    }
    self.times = times
    (latitude, longitude) = (first.latitude, first.longitude)
  }

  mutating func step(seconds: Double) {
    let before = PathPoint(latitude: latitude, longitude: longitude)
    elapsed += seconds
    let length = times.last ?? 0
    guard length > 0 else { return }
    // There, and the same way back.
    let turns = (elapsed / length).rounded(.down)
    let rest = elapsed - turns * length
    let moment = turns.truncatingRemainder(dividingBy: 2) == 0 ? rest : length - rest
    let index = place(at: moment)
    let (from, to) = (points[index], points[min(index + 1, points.count - 1)])
    let span = times[min(index + 1, times.count - 1)] - times[index]
    let share = span > 0 ? (moment - times[index]) / span : 0
    latitude = from.latitude + (to.latitude - from.latitude) * share
    longitude = from.longitude + (to.longitude - from.longitude) * share
    let now = PathPoint(latitude: latitude, longitude: longitude)
    let metres = Self.metres(before, now)
    speed = metres / seconds * 3.6
    if metres > 1 { course = Self.course(before, now) }
  }

  /// The last point that is reached at a moment.
  private func place(at moment: Double) -> Int {
    var (low, high) = (0, times.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if times[middle] <= moment { low = middle } else { high = middle }
    }
    return low
  }

  /// The distance on a sphere that is flat between near points.
  private static func metres(_ from: PathPoint, _ to: PathPoint) -> Double {
    let north = (to.latitude - from.latitude) * 111_320
    let east = (to.longitude - from.longitude) * 111_320 * Trigonometry.cosine(from.latitude)
    return (north * north + east * east).squareRoot()
  }

  private static func course(_ from: PathPoint, _ to: PathPoint) -> Double {
    let north = to.latitude - from.latitude
    let east = (to.longitude - from.longitude) * Trigonometry.cosine(from.latitude)
    return Trigonometry.course(north: north, east: east)
  }
}

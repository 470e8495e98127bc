import Fleet
import Telemetry
import Timeline

/// A point of a track, as far as leaving points out needs it.
struct TrackPoint: Sendable, Hashable {
  /// The position's number.
  var id: Int64
  /// Its time in milliseconds.
  var time: Int64
  /// Degrees north.
  var latitude: Double
  /// Degrees east.
  var longitude: Double
  /// Whether it tells of an alarm.
  var isAlarm = false
}

extension TrackPoint {
  /// Nil if a track does not need it: a record without a place of its own is on the way only if it
  /// tells of an alarm.
  init?(_ stored: StoredPosition) {
    let isAlarm = stored.position[.alarm] != nil
    guard let place = stored.location, isAlarm || !stored.isOutdated else { return nil }
    self.init(
      id: stored.id, time: stored.time.milliseconds, latitude: place.latitude,
      longitude: place.longitude, isAlarm: isAlarm)
  }
}

/// Leaves out those points of a track that are missed least (the method of Visvalingam and
/// Whyatt): again and again the point that makes the smallest triangle with its neighbours goes.
///
/// The ends stay, and so do alarms and both ends of every stop as far as there is room.
struct TrackSimplification {
  /// So far may a device that stands seem to move, in metres.
  static let stopRadius = 50.0
  /// So long must it stand to be a stop, in milliseconds.
  static let shortestStop: Int64 = 180_000

  /// What speaks for a point, besides its place.
  private enum Weight: Int, CaseIterable {
    case none, stop, alarm, end
  }

  private let points: [TrackPoint]
  private var previous: [Int32]
  private var next: [Int32]
  /// The triangle of a point with its neighbours; negative when the point is gone.
  private var areas: [Double]
  private var heap = TriangleHeap()
  /// The points in a plane.
  private let plane: [(x: Double, y: Double)]

  /// The numbers of the points that stay, in order.
  ///
  /// Takes time for n points as sorting them does.
  ///
  /// - Parameter most: how many may stay, at least 2.
  static func choose(_ points: [TrackPoint], most: Int) -> [Int64] {
    guard points.count > max(most, 2) else { return points.map(\.id) }
    var simplification = TrackSimplification(points)
    simplification.reduce(to: max(most, 2))
    return points.indices.filter { simplification.areas[$0] >= 0 }.map { points[$0].id }
  }

  private init(_ points: [TrackPoint]) {
    self.points = points
    previous = points.indices.map { Int32($0) - 1 }
    next = points.indices.map { Int32($0) + 1 }
    areas = Array(repeating: .infinity, count: points.count)
    plane = Self.plane(points)
  }

  /// Degrees of longitude made as long as those of latitude, without a tear at 180°.
  private static func plane(_ points: [TrackPoint]) -> [(x: Double, y: Double)] {
    guard let first = points.first else { return [] }
    let middle = points.reduce(0) { $0 + $1.latitude } / Double(points.count)
    let width = Earth.distance(middle, 0, middle, 0.01) / Earth.distance(0, 0, 0, 0.01)
    var longitude = first.longitude
    return points.map { point in
      longitude += Earth.turn(from: longitude, to: point.longitude)
      return (longitude * width, point.latitude)
    }
  }

  private mutating func reduce(to most: Int) {
    let weights = Self.weights(points)
    // What speaks for too many points speaks for none.
    let bar = Weight.allCases.dropFirst().first { bar in
      weights.lazy.filter { $0.rawValue >= bar.rawValue }.count <= most
    }
    for index in points.indices where weights[index].rawValue < (bar ?? .end).rawValue {
      measure(index, atLeast: 0)
    }
    var rest = points.count
    while rest > most, let triangle = heap.popFirst() {
      let index = Int(triangle.index)
      // An older measure of a point whose neighbours have changed, or that is gone.
      guard areas[index] == triangle.area else { continue }
      areas[index] = -1
      rest -= 1
      let (before, after) = (previous[index], next[index])
      next[Int(before)] = after
      previous[Int(after)] = before
      for neighbour in [Int(before), Int(after)] where areas[neighbour].isFinite {
        // No less than what has gone, so that a point is not missed more than one that stays.
        measure(neighbour, atLeast: triangle.area)
      }
    }
  }

  private mutating func measure(_ index: Int, atLeast least: Double) {
    let (a, b, c) = (plane[Int(previous[index])], plane[index], plane[Int(next[index])])
    let area = abs((b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y)) / 2
    areas[index] = max(area, least)
    heap.insert(Triangle(area: areas[index], index: Int32(index)))
  }

  /// What speaks for each point; in one walk, because a stop is looked for from where the last
  /// one ended.
  private static func weights(_ points: [TrackPoint]) -> [Weight] {
    var weights = points.map { $0.isAlarm ? Weight.alarm : .none }
    var start = 0
    while start < points.count {
      var end = start + 1
      while end < points.count, isNear(points[start], points[end]) { end += 1 }
      if points[end - 1].time - points[start].time >= shortestStop {
        for index in [start, end - 1] where weights[index] == .none { weights[index] = .stop }
      }
      start = end
    }
    weights[0] = .end
    weights[points.count - 1] = .end
    return weights
  }

  private static func isNear(_ one: TrackPoint, _ other: TrackPoint) -> Bool {
    Earth.distance(one.latitude, one.longitude, other.latitude, other.longitude) <= stopRadius
  }
}

import Glibc
import Telemetry

/// What lies in a geofence, made ready for many questions.
public struct GeofenceInterior: Sendable {
  /// How far beside a line one may be unless the geofence says otherwise, in metres.
  public static let usualLineMargin = 25.0

  /// How many corners are looked at for a place near the area.
  public let corners: Int

  private let area: GeofenceArea
  private let lineMargin: Double
  private let box: Box
  /// The rings of a polygon or the line, in degrees, as a plane that is not torn at 180°.
  private let paths: [[Point]]

  /// - Parameter lineMargin: how far beside a line counts as on it, in metres.
  public init(_ area: GeofenceArea, lineMargin: Double = usualLineMargin) {
    self.area = area
    self.lineMargin = lineMargin
    switch area {
    case .circle(let centre, let radius):
      paths = [[Point(centre)]]
      box = Box(paths, margin: radius)
    case .polygon(let rings):
      let start = rings.first?.first?.longitude ?? 0
      paths = rings.map { Self.unroll($0, from: start) }
      box = Box(paths, margin: 0)
    case .line(let places):
      paths = [Self.unroll(places, from: places.first?.longitude ?? 0)]
      box = Box(paths, margin: lineMargin)
    }
    corners = paths.reduce(0) { $0 + $1.count }
  }

  /// Whether a place is so near that corners have to be looked at.
  public func mayContain(latitude: Double, longitude: Double) -> Bool {
    box.find(Point(x: longitude, y: latitude)) != nil
  }

  /// Whether a place lies in the area; on its border, either answer is right.
  public func contains(latitude: Double, longitude: Double) -> Bool {
    guard let point = box.find(Point(x: longitude, y: latitude)) else { return false }
    switch area {
    case .circle(let centre, let radius):
      return Earth.distance(
        latitude, longitude, centre.latitude, centre.longitude) <= radius
    case .polygon: return isInside(point)
    case .line: return isBeside(point)
    }
  }

  /// A point is inside if a ray from it crosses borders an odd number of times; those of holes
  /// count too.
  private func isInside(_ point: Point) -> Bool {
    var isInside = false
    for ring in paths {
      guard var previous = ring.last else { continue }
      for corner in ring {
        if (corner.y > point.y) != (previous.y > point.y) {
          let share = (point.y - corner.y) / (previous.y - corner.y)
          if point.x < corner.x + share * (previous.x - corner.x) { isInside.toggle() }
        }
        previous = corner
      }
    }
    return isInside
  }

  private func isBeside(_ point: Point) -> Bool {
    // Around the point the earth is flat.
    let scale = Point(
      x: Earth.metresPerDegree * cos(point.y * .pi / 180), y: Earth.metresPerDegree)
    for path in paths {
      guard var previous = path.first?.from(point, scale) else { continue }
      for corner in path.dropFirst() {
        let next = corner.from(point, scale)
        if Point.distanceOfOrigin(from: previous, to: next) <= lineMargin { return true }
        previous = next
      }
    }
    return false
  }

  /// Places as points of which each is less than half a turn from the one before.
  private static func unroll(_ places: [GeofenceArea.Place], from start: Double) -> [Point] {
    var longitude = start
    return places.map { place in
      longitude += Earth.turn(from: longitude, to: place.longitude)
      return Point(x: longitude, y: place.latitude)
    }
  }
}

/// A point of a plane.
private struct Point: Sendable {
  var x: Double
  var y: Double

  init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }

  init(_ place: GeofenceArea.Place) { self.init(x: place.longitude, y: place.latitude) }

  func from(_ origin: Point, _ scale: Point) -> Point {
    Point(x: (x - origin.x) * scale.x, y: (y - origin.y) * scale.y)
  }

  static func distanceOfOrigin(from start: Point, to end: Point) -> Double {
    let (dx, dy) = (end.x - start.x, end.y - start.y)
    let length = dx * dx + dy * dy
    let share = length > 0 ? min(max(-(start.x * dx + start.y * dy) / length, 0), 1) : 0
    return hypot(start.x + share * dx, start.y + share * dy)
  }
}

/// A box around points, in degrees.
private struct Box: Sendable {
  private var west = Double.infinity
  private var east = -Double.infinity
  private var south = Double.infinity
  private var north = -Double.infinity

  init(_ paths: [[Point]], margin: Double) {
    for point in paths.joined() {
      west = min(west, point.x)
      east = max(east, point.x)
      south = min(south, point.y)
      north = max(north, point.y)
    }
    // A little more, so that rounding cuts nothing off.
    let degrees = margin / Earth.metresPerDegree * 1.01 + 1e-9
    south -= degrees
    north += degrees
    let narrowest = cos(min(max(abs(south), abs(north)), 90) * .pi / 180)
    let across = narrowest > 0.001 ? degrees / narrowest : 360
    west -= across
    east += across
  }

  /// The point as it lies in the box, perhaps a turn further; nil if it is outside.
  func find(_ point: Point) -> Point? {
    guard south <= point.y, point.y <= north else { return nil }
    for turn in [0, 360, -360.0] where west <= point.x + turn && point.x + turn <= east {
      return Point(x: point.x + turn, y: point.y)
    }
    return nil
  }
}

extension StoredObject {
  /// What lies in it if it is a geofence; nil if it has no area that can be read.
  public var interior: GeofenceInterior? {
    guard kind == .geofence, let text = text("area"), let area = try? GeofenceArea(text) else {
      return nil
    }
    switch attributes["polylineDistance"] {
    case .number(let metres): return GeofenceInterior(area, lineMargin: max(metres, 0))
    case .integer(let metres): return GeofenceInterior(area, lineMargin: Double(max(metres, 0)))
    default: return GeofenceInterior(area)
    }
  }
}

/// The area of a geofence as clients write it: well-known text with the latitude first.
///
/// `CIRCLE (52.5 13.4, 300)` with a radius in metres, `POLYGON ((52.5 13.4, …))` and
/// `LINESTRING (52.5 13.4, …)`.
public enum GeofenceArea: Sendable, Hashable {
  /// A place on the earth, in degrees.
  public struct Place: Sendable, Hashable {
    /// Degrees north.
    public let latitude: Double
    /// Degrees east.
    public let longitude: Double
  }

  /// Everything not further from a place than a number of metres.
  case circle(Place, radius: Double)
  /// Rings of corners; the first is the outer one, the others are holes.
  case polygon([[Place]])
  /// A way; how far beside it one may be is a setting of the geofence.
  case line([Place])

  /// The most places of one area.
  public static let mostPlaces = 10_000

  /// Why a text is no area.
  public struct Fault: Error, Sendable, CustomStringConvertible {
    /// For people.
    public let description: String
  }

  /// Reads an area.
  ///
  /// - Throws: ``Fault`` that says what is wrong with the text.
  public init(_ text: String) throws(Fault) {
    guard let open = text.firstIndex(of: "("),
      let end = text.lastIndex(where: { !$0.isWhitespace }), text[end] == ")", open < end
    else { throw Self.form }
    let name = text[..<open].filter { !$0.isWhitespace }.uppercased()
    let inner = text[text.index(after: open)..<end]
    switch name {
    case "CIRCLE": self = try Self.circle(inner)
    case "POLYGON": self = .polygon(try Self.rings(inner))
    case "LINESTRING":
      let places = try Self.places(inner)
      guard places.count >= 2 else { throw Fault(description: "a line needs two places") }
      self = .line(places)
    default: throw Self.form
    }
  }

  private static let form = Fault(
    description: "must be CIRCLE (latitude longitude, metres), POLYGON ((latitude longitude, …)) "
      + "or LINESTRING (latitude longitude, …)")

  private static func circle(_ text: Substring) throws(Fault) -> GeofenceArea {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    guard parts.count == 2, let radius = Double(parts[1].filter { !$0.isWhitespace }),
      radius > 0, radius.isFinite
    else { throw form }
    return .circle(try place(parts[0]), radius: radius)
  }

  private static func rings(_ text: Substring) throws(Fault) -> [[Place]] {
    var rings: [[Place]] = []
    var rest = text
    var count = 0
    while let open = rest.firstIndex(of: "(") {
      guard let end = rest.firstIndex(of: ")"), open < end else { throw form }
      let ring = try places(rest[rest.index(after: open)..<end])
      guard ring.count >= 3 else { throw Fault(description: "a polygon needs three places") }
      count += ring.count
      guard count <= mostPlaces else { throw tooMany }
      rings.append(ring)
      rest = rest[rest.index(after: end)...]
    }
    guard !rings.isEmpty, rest.allSatisfy({ $0.isWhitespace }) else { throw form }
    return rings
  }

  private static let tooMany = Fault(description: "has more than \(mostPlaces) places")

  private static func places(_ text: Substring) throws(Fault) -> [Place] {
    var places: [Place] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      guard places.count < mostPlaces else { throw tooMany }
      places.append(try place(part))
    }
    return places
  }

  private static func place(_ text: Substring) throws(Fault) -> Place {
    let numbers = text.split { $0.isWhitespace }
    guard numbers.count == 2, let latitude = Double(numbers[0]),
      let longitude = Double(numbers[1])
    else { throw form }
    guard (-90...90).contains(latitude), (-180...180).contains(longitude) else {
      throw Fault(
        description: "\(latitude) \(longitude) is no place: the latitude comes first, within -90 "
          + "to 90, then the longitude, within -180 to 180")
    }
    return Place(latitude: latitude, longitude: longitude)
  }
}

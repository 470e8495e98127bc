import Telemetry
public import XML

/// Reads the path of a GPX file: the points of its tracks, else of its routes, else its waypoints.
public enum GPXPath {
  /// The points in their order; empty if the file has none.
  public static func read(_ document: [UInt8]) throws(XMLReader.Malformed) -> [PathPoint] {
    var lists: [String: [PathPoint]] = [:]
    var point: PathPoint?
    var text: String?
    try XMLReader.read(document) { event in
      switch event {
      case .start(let name, let attributes):
        switch local(name) {
        case "trkpt", "rtept", "wpt": point = self.point(attributes)
        case "time" where point != nil: text = ""
        default: break
        }
      case .text(let piece): text? += piece
      case .end(let name):
        let name = local(name)
        if name == "time", let written = text {
          point?.time = Timestamp(iso8601: String(written.filter { !$0.isWhitespace }))
          text = nil
        } else if ["trkpt", "rtept", "wpt"].contains(name), let whole = point {
          lists[name, default: []].append(whole)
          point = nil
        }
      }
    }
    return lists["trkpt"] ?? lists["rtept"] ?? lists["wpt"] ?? []
  }

  private static func point(_ attributes: [String: String]) -> PathPoint? {
    guard let latitude = attributes["lat"].flatMap({ Double($0) }),
      let longitude = attributes["lon"].flatMap({ Double($0) }),
      abs(latitude) <= 90, abs(longitude) <= 180
    else { return nil }
    return PathPoint(latitude: latitude, longitude: longitude)
  }

  /// A name without the prefix of its namespace.
  private static func local(_ name: String) -> String {
    String(name.split(separator: ":").last ?? "")
  }
}

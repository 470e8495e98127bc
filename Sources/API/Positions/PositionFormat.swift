import Fleet
import FrontDesk
import Telemetry
import Timeline

/// A form in which positions of one device are written, in pieces.
protocol PositionFormat: Sendable {
  /// The media type.
  var contentType: String { get }
  /// The ending of a file's name.
  var fileExtension: String { get }
  /// What stands before the positions; not empty.
  func begin(_ question: HistoryQuestion) -> [UInt8]
  /// Some positions, at least one.
  ///
  /// - Parameter isFirst: whether none was written before.
  func write(
    _ positions: [StoredPosition], _ question: HistoryQuestion, isFirst: Bool
  ) -> [UInt8]
  /// What stands behind them.
  func end(_ question: HistoryQuestion) -> [UInt8]
}

/// An array of the API's entities.
struct JSONPositions: PositionFormat {
  let contentType = "application/json"
  let fileExtension = "json"

  func begin(_ question: HistoryQuestion) -> [UInt8] { [UInt8(ascii: "[")] }

  func write(
    _ positions: [StoredPosition], _ question: HistoryQuestion, isFirst: Bool
  ) -> [UInt8] {
    var json = JSONWriter()
    json.array(positions) { $0.position($1, device: question.device.id) }
    var bytes = json.bytes
    // The brackets are those of the whole.
    bytes.removeLast()
    if isFirst { bytes.removeFirst() } else { bytes[0] = UInt8(ascii: ",") }
    return bytes
  }

  func end(_ question: HistoryQuestion) -> [UInt8] { [UInt8(ascii: "]")] }
}

/// Comma-separated values (RFC 4180): a line a position, with all attributes as JSON in the last
/// column.
struct CSVPositions: PositionFormat {
  let contentType = "text/csv; charset=utf-8; header=present"
  let fileExtension = "csv"

  func begin(_ question: HistoryQuestion) -> [UInt8] {
    let names = [
      "id", "deviceId", "protocol", "serverTime", "deviceTime", "fixTime", "outdated", "valid",
      "latitude", "longitude", "altitude", "speed", "course", "accuracy", "attributes",
    ]
    return Array((names.joined(separator: ",") + "\r\n").utf8)
  }

  func write(
    _ positions: [StoredPosition], _ question: HistoryQuestion, isFirst: Bool
  ) -> [UInt8] {
    var bytes: [UInt8] = []
    for stored in positions { Self.append(stored, question.device.id, to: &bytes) }
    return bytes
  }

  private static func append(_ stored: StoredPosition, _ device: Int64, to bytes: inout [UInt8]) {
    let place = stored.location
    bytes += "\(stored.id),\(device),\(stored.protocolName)".utf8
    let deviceTime = stored.position.deviceTime ?? stored.time
    for time in [stored.receivedAt, deviceTime, stored.fixTime ?? stored.time] {
      bytes.append(UInt8(ascii: ","))
      time.appendISO8601(to: &bytes)
    }
    bytes += ",\(stored.isOutdated),\(place?.isValid ?? false)".utf8
    let speed = stored.isOutdated ? 0 : place?.speed ?? 0
    let numbers = [
      place?.latitude, place?.longitude, place?.altitude, speed, place?.course, place?.accuracy,
    ]
    for number in numbers {
      bytes.append(UInt8(ascii: ","))
      DecimalText.append(number ?? 0, to: &bytes)
    }
    var json = JSONWriter()
    json.attributes(stored.namedAttributes)
    // It begins with a brace, so that no table takes what a device said for a formula.
    bytes += ",\"".utf8
    for byte in json.bytes {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes += "\"\r\n".utf8
  }

  func end(_ question: HistoryQuestion) -> [UInt8] { [] }
}

/// A track in GPX 1.1; only positions with a place of their own.
struct GPXPositions: PositionFormat {
  let contentType = "application/gpx+xml"
  let fileExtension = "gpx"

  func begin(_ question: HistoryQuestion) -> [UInt8] {
    let head = """
      <?xml version="1.0" encoding="UTF-8"?>
      <gpx version="1.1" creator="Whereabouts" xmlns="http://www.topografix.com/GPX/1/1">
      <trk><name>\(XMLText.escaped(question.device.name))</name><trkseg>

      """
    return Array(head.utf8)
  }

  func write(
    _ positions: [StoredPosition], _ question: HistoryQuestion, isFirst: Bool
  ) -> [UInt8] {
    var bytes: [UInt8] = []
    for stored in positions {
      guard let place = stored.position.location else { continue }
      bytes += "<trkpt lat=\"".utf8
      DecimalText.append(place.latitude, to: &bytes)
      bytes += "\" lon=\"".utf8
      DecimalText.append(place.longitude, to: &bytes)
      bytes += "\"><ele>".utf8
      DecimalText.append(place.altitude, to: &bytes)
      bytes += "</ele><time>".utf8
      (stored.fixTime ?? stored.time).appendISO8601(to: &bytes)
      bytes += "</time></trkpt>\n".utf8
    }
    return bytes
  }

  func end(_ question: HistoryQuestion) -> [UInt8] { Array("</trkseg></trk>\n</gpx>\n".utf8) }
}

/// A line in KML 2.2; only positions with a place of their own.
struct KMLPositions: PositionFormat {
  let contentType = "application/vnd.google-earth.kml+xml"
  let fileExtension = "kml"

  func begin(_ question: HistoryQuestion) -> [UInt8] {
    let head = """
      <?xml version="1.0" encoding="UTF-8"?>
      <kml xmlns="http://www.opengis.net/kml/2.2"><Document>
      <name>\(XMLText.escaped(question.device.name))</name><Placemark>
      <name>\(question.from.iso8601) - \(question.to.iso8601)</name>
      <LineString><tessellate>1</tessellate><coordinates>

      """
    return Array(head.utf8)
  }

  func write(
    _ positions: [StoredPosition], _ question: HistoryQuestion, isFirst: Bool
  ) -> [UInt8] {
    var bytes: [UInt8] = []
    for place in positions.compactMap(\.position.location) {
      DecimalText.append(place.longitude, to: &bytes)
      bytes.append(UInt8(ascii: ","))
      DecimalText.append(place.latitude, to: &bytes)
      bytes.append(UInt8(ascii: ","))
      DecimalText.append(place.altitude, to: &bytes)
      bytes.append(UInt8(ascii: "\n"))
    }
    return bytes
  }

  func end(_ question: HistoryQuestion) -> [UInt8] {
    Array("</coordinates></LineString></Placemark></Document></kml>\n".utf8)
  }
}

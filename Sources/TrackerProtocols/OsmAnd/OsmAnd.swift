import Telemetry
import Wire

/// The web requests of phones' apps: OsmAnd's online tracking, the Traccar Client, GPSLogger, and
/// whatever builds such an address. Positions come as parameters of the address, as a form, or as
/// JSON.
///
/// Source: fact sheet on the apps' requests and recorded traffic.
struct OsmAnd: HTTPTracker {
  /// Every request names its device: there is nothing to remember.
  init() {}

  static let longestFrame = 65_536

  static func claim(
    _ line: HTTPRequestLine, _ message: Span<UInt8>, head: Int?
  ) -> HTTPClaim {
    var proofs: Proofs = [.length, .keyword]
    if !line.query.isEmpty {
      guard OsmAndKey.areTelling(message.extracting(line.query)) else {
        return .no(at: line.query.lowerBound, expected: "'id' and a position as parameters")
      }
    } else if line.isPlain {
      return .no(at: line.query.lowerBound, expected: "a query")
    } else {
      guard let head else { return .open }
      let body = message.extracting(droppingFirst: head)
      guard isJSON(body) ? OsmAndReport.isTelling(body) : OsmAndKey.areTelling(body) else {
        return .no(at: head, expected: "'id' and a position, or 'device_id' and 'location'")
      }
    }
    guard head != nil else { return .yes(proofs) }
    if canDecode(message) { proofs.insert(.grammar) }
    return .yes(proofs)
  }

  mutating func decode(
    _ frame: inout FieldReader, _ context: DecodeContext, into reports: inout Reports
  ) throws(DecodeError) {
    var query = frame.requestLine()
    reports.begin()
    if !query.isAtEnd {
      try OsmAndParameters.read(&query, context, &reports)
      try frame.requestHeaders()
      frame.skipRest("body")
    } else {
      try frame.requestHeaders()
      if Self.isJSON(frame.frame.extracting(frame.offset..<frame.end)) {
        try OsmAndReport.read(&frame, &reports)
      } else {
        try OsmAndParameters.read(&frame, context, &reports)
      }
    }
    reports.reply { HTTPStatus.success.write(to: &$0) }
  }

  private static func isJSON(_ body: Span<UInt8>) -> Bool {
    let text = body.trimmed
    return text.count > 0 && text[0] == UInt8(ascii: "{")
  }
}

import Telemetry
import Wire

// Lines of the battery units.
extension Suntech {
  // MARK: ST9xx

  /// Reads `ST910;<Location|Emergency|Alert>;…`. Units of the second type have a cell behind the
  /// time, no version in an alert, and an odometer.
  static func ninth(
    _ frame: inout FieldReader, _ context: DecodeContext, _ reports: inout Reports
  ) throws(DecodeError) {
    let isLocation = frame.text("message", to: semicolon).equals("Location")
    try identify(&frame, &reports)
    reports.begin()
    if !isLocation { reports.raise(.general) }
    if !isTime(frame) { reports.set(.firmware, text: frame.text("firmware", to: semicolon)) }
    reports.current.setTime(try time(&frame, context))
    let hasCell = frame.next(to: semicolon) { field in
      field.count > 0 && field[0] != UInt8(ascii: "+") && field[0] != UInt8(ascii: "-")
        && field.firstIndex(of: UInt8(ascii: ".")) == nil
    }
    if hasCell { frame.skipText("cell", to: semicolon) }
    try place(&frame, &reports)
    reports.current.location.isValid = frame.text("fix", to: semicolon).equals("1")
    if hasCell, let metres = try frame.integer("odometer", to: semicolon) {
      reports.set(.odometer, metres)
    }
    frame.skipRest("further fields")
  }

  /// Whether date and time come next: the second of the fields has a colon.
  private static func isTime(_ frame: borrowing FieldReader) -> Bool {
    var ahead = frame.lookahead()
    ahead.skipText("date", to: semicolon)
    return ahead.text("time", to: semicolon).firstIndex(of: UInt8(ascii: ":")) != nil
  }

  // MARK: ST4xx

  /// Reads `ST410STT;…` and `ST410ALT;…`: seven cells, the state, and a position.
  static func fourth(
    _ frame: inout FieldReader, _ header: Span<UInt8>, _ context: DecodeContext,
    _ reports: inout Reports
  ) throws(DecodeError) {
    let kind = header.extracting(droppingFirst: 5)
    if frame.next(to: semicolon, { $0.equals("Res") }) {
      frame.skipText("answer mark", to: semicolon)
      return try answer(&frame, kind: kind, &reports)
    }
    try identify(&frame, &reports)
    guard kind.equals("STT") || kind.equals("ALT") else { return frame.skipRest("fields") }
    reports.begin()
    reports.set(.type, text: kind)
    reports.set(.firmware, text: frame.text("firmware", to: semicolon))
    let hasVariant = frame.text("model", to: semicolon).equals("41")
    if hasVariant { frame.skipText("variant", to: semicolon) }
    for index in 0..<7 { try cell(&frame, isFirst: index == 0, &reports) }
    try state(&frame, hasVariant, &reports)
    reports.current.setTime(try time(&frame, context))
    // Without a date the place is an old one.
    guard reports.current.deviceTime != nil else { return frame.skipRest("place without time") }
    try place(&frame, &reports)
    if let count = try frame.integer("satellites", to: semicolon) {
      reports.set(.satellites, count)
    }
    reports.current.location.isValid = frame.text("fix", to: semicolon).equals("1")
    frame.skipRest("further fields")
  }

  /// Reads six fields of a cell; area and signal of the first one stand the other way round.
  private static func cell(
    _ frame: inout FieldReader, isFirst: Bool, _ reports: inout Reports
  ) throws(DecodeError) {
    let cell = try frame.integer("cell", to: semicolon) ?? 0
    let country = try frame.integer("mobile country code", to: semicolon) ?? 0
    let network = try frame.integer("mobile network code", to: semicolon) ?? 0
    let fourth = try frame.integer(isFirst ? "signal" : "location area code", to: semicolon) ?? 0
    let fifth = try frame.integer(isFirst ? "location area code" : "signal", to: semicolon) ?? 0
    frame.skipText("timing advance", to: semicolon)
    guard cell > 0 else { return }
    reports.add(
      CellTower(
        mobileCountryCode: UInt32(clamping: country), mobileNetworkCode: UInt32(clamping: network),
        locationAreaCode: UInt32(clamping: isFirst ? fifth : fourth),
        cellIdentifier: UInt64(clamping: cell),
        signalStrength: Int32(clamping: isFirst ? fourth : fifth)))
  }

  private static func state(
    _ frame: inout FieldReader, _ hasVariant: Bool, _ reports: inout Reports
  ) throws(DecodeError) {
    if let volts = try frame.decimal("battery", to: semicolon) { reports.set(.battery, volts) }
    if frame.text("message type", to: semicolon).equals("0") { reports.set(.archive, true) }
    if let number = try frame.integer("message number", to: semicolon) {
      reports.set(.index, number)
    }
    if let status = try frame.integer("status", to: semicolon) { reports.set(.status, status) }
    if frame.next(to: semicolon, { $0.count == 3 }) {
      frame.skipText("more of the network", to: semicolon)
    }
    guard hasVariant else { return }
    frame.skipText("variant's field", to: semicolon)
    frame.skipText("variant's field", to: semicolon)
    reports.set(.motion, frame.text("motion", to: semicolon).equals("2"))
  }
}

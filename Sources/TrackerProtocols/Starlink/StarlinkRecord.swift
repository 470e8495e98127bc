import Telemetry
import Wire

/// What a report says field by field, as far as it needs more than one field.
struct StarlinkRecord {
  private var latitude: Double?
  private var longitude: Double?
  private var area: Int64?
  private var cell: Int64?
  private var event: Int64?
  /// All fields, for the driver, who stands at their end.
  private let start: Int

  private init(start: Int) { self.start = start }

  /// Reads the fields of a report into the record that was begun.
  static func read(
    _ frame: inout FieldReader, _ order: [StarlinkField], _ reports: inout Reports
  ) throws(DecodeError) {
    let all = frame.lookahead()
    var record = StarlinkRecord(start: frame.offset)
    for field in order {
      guard !frame.isAtEnd else { break }
      try record.read(field, &frame, &reports)
    }
    while !frame.isAtEnd { frame.skipText("further field") }
    try record.finish(all, &reports)
  }

  private mutating func read(
    _ field: StarlinkField, _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    switch field.kind {
    case .deviceTime: reports.current.deviceTime = try Self.time(field.name, &frame)
    case .fixTime: reports.current.fixTime = try Self.time(field.name, &frame)
    case .latitude: latitude = try Self.angle(field.name, limit: 90, &frame)
    case .longitude: longitude = try Self.angle(field.name, limit: 180, &frame)
    case .knots: reports.current.location.speed = try frame.decimal(field.name) ?? 0
    case .kilometres:
      reports.current.location.speed = Units.knots(
        kilometresPerHour: try frame.decimal(field.name) ?? 0)
    case .course: reports.current.location.course = try frame.decimal(field.name) ?? 0
    case .altitude: reports.current.location.altitude = try frame.decimal(field.name) ?? 0
    case .area: area = try frame.integer(field.name)
    case .cell: cell = try frame.integer(field.name)
    case .event:
      event = try frame.integer(field.name)
      if let event { Self.set(event, &reports) }
    case .sensor: StarlinkSensor.read(frame.text(field.name), &reports)
    case .ignored: frame.skipText(field.name)
    default: Self.attribute(field, frame.text(field.name), &reports)
    }
  }

  /// Reads `yymmddHHMMSS`, or the same with the century.
  private static func time(
    _ name: String, _ frame: inout FieldReader
  ) throws(DecodeError) -> Timestamp? {
    let count = frame.distance(to: Starlink.comma)
    guard count > 0 else {
      frame.skipText(name)
      return nil
    }
    if count == 14 { _ = try frame.digits("century", count: 2) }
    let time = try frame.compactTime(name)
    frame.note(time.brief)
    return time
  }

  /// Reads degrees and minutes with their sign; nil if there are none.
  private static func angle(
    _ name: String, limit: Double, _ frame: inout FieldReader
  ) throws(DecodeError) -> Double? {
    let start = frame.offset
    let text = frame.text(name)
    guard text.count > 0 else { return nil }
    let isSigned = text[0] == UInt8(ascii: "+") || text[0] == UInt8(ascii: "-")
    let degrees = DegreesAndMinutes.degrees(text.extracting(droppingFirst: isSigned ? 1 : 0))
    guard let degrees, degrees <= limit else {
      throw DecodeError(.invalid, field: name, at: start)
    }
    frame.note(degrees: degrees)
    return text[0] == UInt8(ascii: "-") && degrees != 0 ? -degrees : degrees
  }

  /// A field that is an attribute by itself. One of another form than usual is left out: it is
  /// not worth the position.
  private static func attribute(
    _ field: StarlinkField, _ text: Span<UInt8>, _ reports: inout Reports
  ) {
    guard text.count > 0 else { return }
    if field.kind == .text { return reports.set(field.key, text: text) }
    guard let number = TextNumber.decimal(text) else { return }
    let whole = Int64(exactly: number)
    switch field.kind {
    case .odometer:
      if let metres = Int64(exactly: (number * 1_000).rounded()) { reports.set(.odometer, metres) }
    case .ignition: reports.set(.ignition, number > 0)
    case .armed: reports.set(.armed, number > 0)
    case .whole:
      if let whole { reports.set(field.key, whole) } else { reports.set(field.key, number) }
    default: reports.set(field.key, number)
    }
  }

  // MARK: Events

  private static let (ignitionOn, ignitionOff, driverEvent): (Int64, Int64, Int64) = (24, 25, 20)

  private static func set(_ event: Int64, _ reports: inout Reports) {
    reports.set(.event, event)
    if let alarm = alarm(of: event) { reports.raise(alarm) }
    if event == ignitionOn || event == ignitionOff {
      reports.set(.ignition, event == ignitionOn)
    }
  }

  private static func alarm(of event: Int64) -> Alarm? {
    switch event {
    case 6: .overspeed
    case 7: .geofenceEnter
    case 8: .geofenceExit
    case 9: .powerCut
    case 11: .lowBattery
    case 26: .tow
    case 36: .sos
    case 42: .jamming
    default: nil
    }
  }

  // MARK: End

  private func finish(
    _ all: borrowing FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    if let area, let cell {
      reports.add(
        CellTower(
          mobileCountryCode: 0, mobileNetworkCode: 0, locationAreaCode: UInt32(clamping: area),
          cellIdentifier: UInt64(clamping: cell)))
    }
    if event == Self.driverEvent { Self.driver(all, &reports) }
    guard let fixTime = reports.current.fixTime, let latitude, let longitude else {
      // What was there of a place is no position.
      reports.current.fixTime = nil
      reports.current.location = Location()
      return
    }
    reports.current.hasLocation = true
    reports.current.location.latitude = latitude
    reports.current.location.longitude = longitude
    reports.current.location.isValid = true
    if reports.current.deviceTime == nil { reports.current.deviceTime = fixTime }
  }

  /// The driver's key is the last field that is not empty; if it is all zeros, the one before.
  private static func driver(_ all: borrowing FieldReader, _ reports: inout Reports) {
    var ahead = all.lookahead()
    var before = ahead.text("field")
    var last = before
    var newest = before
    while !ahead.isAtEnd {
      let field = ahead.text("field")
      if field.count > 0 {
        before = newest
        last = field
      }
      newest = field
    }
    var isZero = true
    for index in last.indices where last[index] != UInt8(ascii: "0") { isZero = false }
    let driver = isZero ? before : last
    if driver.count > 0 { reports.set(.driverUniqueId, text: driver) }
  }
}

import Telemetry
import Wire

// Messages without a layout: what their fields are shows in their forms (sheet 4.10).
extension GL200 {
  /// Where in a message, counted in fields, something was found.
  private struct Finds {
    /// The first field of a position, its accuracy.
    var place: Int?
    /// The first field of a cell.
    var cell: Int?
    /// The report's type.
    var report: UInt64?
    /// The last field, if it may be a battery level.
    var level: Int64?
  }

  /// Fields of a position: accuracy, speed, course, altitude, longitude, latitude, time.
  private static let placeFields = 7
  /// The field that holds the type of a report.
  private static let reportField = 2

  private static let coordinate = GL200Form("s3.6")
  private static let country = GL200Form("d4")

  /// Reads a message by the forms of its fields.
  ///
  /// - Parameter hasLevel: whether a short number at the end is the level of the battery.
  static func scan(
    _ form: GL200Message, hasLevel: Bool, _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    let finds = find(frame)
    reports.begin()
    if let report = finds.report { state(of: report, form.type, &reports) }
    var index = 0
    while !frame.isAtEnd {
      if index == finds.place {
        scannedPlace(&frame, &reports)
        index += placeFields
      } else if index == finds.cell {
        try frame.cellText(&reports)
        index += 4
      } else {
        frame.skipText("field")
        index += 1
      }
    }
    if hasLevel, finds.place != nil, let level = finds.level { reports.set(.batteryLevel, level) }
    if let alarm = alarm(of: form.type) { reports.raise(alarm) }
    guard !isEmpty(reports) else { return reports.discardCurrent() }
    stamp(form, &reports)
    if form.type != 0 { set(type: form, &reports) }
  }

  private static func isEmpty(_ reports: Reports) -> Bool {
    let record = reports.recordCount - 1
    return record < 0
      || reports.flatAttributes(ofRecord: record).isEmpty
        && reports.towers(ofRecord: record).isEmpty && !reports.current.hasLocation
  }

  /// Looks for two neighbouring coordinates, and behind them for a cell.
  private static func find(_ frame: borrowing FieldReader) -> Finds {
    var finds = Finds()
    var ahead = frame.lookahead()
    var index = 0
    var wasCoordinate = false
    while !ahead.isAtEnd {
      let isBehindPlace = finds.place.map { index >= $0 + placeFields } ?? true
      if isBehindPlace, finds.cell == nil || finds.cell.map({ $0 < finds.place ?? 0 }) == true,
        cellFits(ahead)
      {
        finds.cell = index
      }
      let text = ahead.text("field")
      let isCoordinate = text.count > 0 && coordinate?.fits(text) == true
      if isCoordinate, wasCoordinate, finds.place == nil, index >= 5 { finds.place = index - 5 }
      wasCoordinate = isCoordinate
      if index == reportField, text.count <= 2 { finds.report = TextNumber.hexadecimal(text) }
      if ahead.isAtEnd, text.count <= 3 { finds.level = TextNumber.digits(text).map(Int64.init) }
      index += 1
    }
    if let cell = finds.cell, let place = finds.place, cell < place { finds.cell = nil }
    return finds
  }

  /// Whether the next four fields can be a cell: two of four digits, four hexadecimal digits, four
  /// to eight.
  private static func cellFits(_ frame: borrowing FieldReader) -> Bool {
    var ahead = frame.lookahead()
    for _ in 0..<2 {
      let text = ahead.text("number")
      guard text.count == 4, text.isDigits else { return false }
    }
    let area = ahead.text("area")
    let cell = ahead.text("cell")
    return area.count == 4 && area.isHexadecimal && (4...8).contains(cell.count)
      && cell.isHexadecimal
  }

  /// Reads a position that was found by its coordinates; what else is in it may be odd.
  private static func scannedPlace(_ frame: inout FieldReader, _ reports: inout Reports) {
    if let accuracy = TextNumber.integer(frame.text("accuracy")) { reports.set(.hdop, accuracy) }
    let speed = TextNumber.decimal(frame.text("speed")) ?? 0
    frame.note("\(speed) km/h")
    let course = TextNumber.decimal(frame.text("course")) ?? 0
    let altitude = TextNumber.decimal(frame.text("altitude")) ?? 0
    let longitude = TextNumber.decimal(frame.text("longitude")) ?? 0
    let latitude = TextNumber.decimal(frame.text("latitude")) ?? 0
    let time = CivilTime(fullTime: frame.text("time of fix"))?.moment()
    guard abs(latitude) <= 90, abs(longitude) <= 180 else { return }
    reports.current.setTime(time)
    reports.current.hasLocation = true
    reports.current.location = Location(
      latitude: latitude, longitude: longitude, altitude: altitude,
      speed: Units.knots(kilometresPerHour: speed), course: course, isValid: true)
  }

  // MARK: Types

  /// Sets what a report's type says.
  private static func state(of report: UInt64, _ type: UInt32, _ reports: inout Reports) {
    let low = report & 15
    switch type {
    case movement: reports.set(.motion, report == 1)
    case input: reports.set(.input(Int(truncatingIfNeeded: report >> 4)), low == 1)
    case ignitionReport: reports.set(.ignition, low == 1)
    case behaviour:
      switch low {
      case 0, 3: reports.raise(.hardBraking)
      case 1, 4: reports.raise(.hardAcceleration)
      case 2: reports.raise(.hardCornering)
      default: break
      }
    default: break
    }
  }

  private static let movement = GL200Layout.code("NMR".utf8Span.span)
  private static let input = GL200Layout.code("DIS".utf8Span.span)
  private static let ignitionReport = GL200Layout.code("IGL".utf8Span.span)
  private static let behaviour = GL200Layout.code("HBM".utf8Span.span)

  static let alarms: [(type: UInt32, alarm: Alarm)] =
    alarmTable.split { $0 == "\n" || $0 == "|" }.compactMap { entry in
      let parts = entry.split(separator: " ")
      guard parts.count == 2, let alarm = Alarm(rawValue: String(parts[1])) else { return nil }
      return (GL200Layout.code(parts[0].utf8Span.span), alarm)
    }

  /// The alarm that a type of message raises.
  static func alarm(of type: UInt32) -> Alarm? {
    for entry in alarms where entry.type == type { return entry.alarm }
    return nil
  }
}

import Telemetry
import Wire

/// Suntech's protocols for the ST and SA series: lines of fields with semicolons up to a carriage
/// return, in an older form with the model in the header and a newer one with a mask of fields,
/// and a compact binary form of both.
///
/// Source: fact sheet on the maker's manuals and recorded traffic.
struct Suntech: TrackerProtocol {
  /// What came so far of a crash record that takes several messages.
  var crash = SuntechCrash()

  /// A conversation that has just begun.
  init() {}

  /// Answers with all settings of a unit have some kilobytes.
  static let longestFrame = 8_192

  static let semicolon = UInt8(ascii: ";")
  static let carriageReturn: UInt8 = 13
  static let lineFeed: UInt8 = 10

  mutating func decode(
    _ frame: inout FieldReader, _ context: DecodeContext, into reports: inout Reports
  ) throws(DecodeError) {
    switch frame.peek() {
    case SuntechPacked.start: try Self.packed(&frame, context, &reports)
    case .some(SuntechPacked.maskedStarts): try Self.packedByMask(&frame, context, &reports)
    case UInt8(ascii: "-"): frame.skipRest("error text")
    default: try text(&frame, context, &reports)
    }
  }

  private mutating func text(
    _ frame: inout FieldReader, _ context: DecodeContext, _ reports: inout Reports
  ) throws(DecodeError) {
    if frame.remaining > 0, frame.peek(frame.remaining - 1) == Self.carriageReturn {
      var end = try frame.trailer("end", 1)
      end.skipRest("end")
    }
    let start = frame.offset
    let header = frame.text("header", to: Self.semicolon)
    switch header.count {
    case 3: try byMask(&frame, header, context, &reports)
    case 5 where header.starts(with: "ST9"): try Self.ninth(&frame, context, &reports)
    case 8 where header.starts(with: "ST4"): try Self.fourth(&frame, header, context, &reports)
    case 8: try Self.legacy(&frame, header, context, &reports)
    default: throw DecodeError(.invalid, field: "header", at: start)
    }
  }

  // MARK: Fields that several forms have

  /// Reads the identifier, which is text of digits: zeros in front count.
  static func identify(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    let start = frame.offset
    let text = frame.text("identifier", to: semicolon)
    guard (4...15).contains(text.count), text.isDigits else {
      throw DecodeError(.invalid, field: "identifier", at: start)
    }
    reports.identifier = text.string
  }

  /// Reads `yyyymmdd;hh:mm:ss`; nil if the date is empty.
  static func time(
    _ frame: inout FieldReader, _ context: DecodeContext
  ) throws(DecodeError) -> Timestamp? {
    let start = frame.offset
    let date = frame.text("date", to: semicolon)
    let clock = frame.text("time", to: semicolon)
    guard date.count > 0 else { return nil }
    guard date.count == 8, let day = TextNumber.digits(date), clock.count == 8,
      clock[2] == UInt8(ascii: ":"), clock[5] == UInt8(ascii: ":"),
      let hour = TextNumber.digits(clock.extracting(0..<2)),
      let minute = TextNumber.digits(clock.extracting(3..<5)),
      let second = TextNumber.digits(clock.extracting(6..<8))
    else { throw DecodeError(.invalid, field: "date", at: start) }
    let moment = CivilTime(
      year: day / 10_000, month: day / 100 % 100, day: day % 100, hour: hour, minute: minute,
      second: second
    ).moment(by: context.settings.clock)
    frame.note(moment.brief)
    return moment
  }

  /// Reads latitude, longitude, speed and course of the record that was begun; without
  /// coordinates it has no place.
  static func place(_ frame: inout FieldReader, _ reports: inout Reports) throws(DecodeError) {
    let start = frame.offset
    let latitude = try frame.decimal("latitude", to: semicolon)
    let longitude = try frame.decimal("longitude", to: semicolon)
    let speed = try frame.decimal("speed", to: semicolon) ?? 0
    frame.note("\(speed) km/h")
    let course = try frame.decimal("course", to: semicolon) ?? 0
    guard let latitude, let longitude else { return }
    try setPlace(latitude, longitude, at: start, &reports)
    reports.current.location.speed = Units.knots(kilometresPerHour: speed)
    reports.current.location.course = course
  }

  static func setPlace(
    _ latitude: Double, _ longitude: Double, at start: Int, _ reports: inout Reports
  ) throws(DecodeError) {
    guard abs(latitude) <= 90, abs(longitude) <= 180 else {
      throw DecodeError(.invalid, field: "latitude and longitude", at: start)
    }
    reports.current.hasLocation = true
    reports.current.location.latitude = latitude
    reports.current.location.longitude = longitude
  }

  /// Reads the answer to a command: all fields behind the identifier.
  static func answer(
    _ frame: inout FieldReader, kind: Span<UInt8>, _ reports: inout Reports
  ) throws(DecodeError) {
    try identify(&frame, &reports)
    reports.begin()
    reports.set(.type, text: kind)
    reports.set(.result, text: frame.textRest("answer"))
  }

  static func set(
    _ key: AttributeKey, nonEmpty text: Span<UInt8>, _ reports: inout Reports
  ) {
    if text.count > 0 { reports.set(key, text: text) }
  }
}

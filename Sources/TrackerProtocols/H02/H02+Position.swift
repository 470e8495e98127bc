import Telemetry
import Wire

extension H02 {
  /// Reads the fields of V1 and its relatives into a record.
  ///
  /// - Returns: whether there is a record: none without coordinates, as units send before their
  ///   first fix, nor for a confirmation without position.
  static func position(
    _ frame: inout FieldReader, isConfirmation: Bool, _ reports: inout Reports
  ) throws(DecodeError) -> Bool {
    reports.begin()
    if isConfirmation {
      guard let length = distanceToPosition(frame) else {
        frame.skipRest("result without position")
        reports.discardCurrent()
        return false
      }
      if length > 1 {
        reports.set(.result, text: try frame.text("result", count: length - 1))
        try frame.skip("separator", 1)
      }
    }
    let time = try sixDigits("time", &frame)
    let fixStart = frame.offset
    let fix = frame.text("fix")
    let isValid = fix.equals("A") || fix.isDigits
    guard isValid || fix.count == 0 || fix.equals("V") || fix.equals("B") else {
      throw DecodeError(.invalid, field: "fix", at: fixStart)
    }
    guard try place(&frame, isValid: isValid, &reports) else {
      frame.skipRest("rest of a record without place")
      reports.discardCurrent()
      return false
    }
    try tail(&frame, time: time ?? 0, &reports)
    return true
  }

  /// Reads coordinates, speed and course; false if there are no coordinates.
  static func place(
    _ frame: inout FieldReader, isValid: Bool, _ reports: inout Reports
  ) throws(DecodeError) -> Bool {
    let latitude = try coordinate("latitude", &frame, positive: "N", negative: "S", limit: 90)
    let longitude = try coordinate("longitude", &frame, positive: "E", negative: "W", limit: 180)
    guard let latitude, let longitude else { return false }
    let speed = try number("speed", &frame) ?? 0
    frame.note("\(speed) kn")
    let course = try number("course", &frame) ?? 0
    reports.current.hasLocation = true
    reports.current.location = Location(
      latitude: latitude, longitude: longitude, speed: speed, course: course, isValid: isValid)
    return true
  }

  /// Reads a coordinate and its letter; nil if it is empty or the letter is none of the two.
  private static func coordinate(
    _ name: String, _ frame: inout FieldReader, positive: String, negative: String, limit: Double
  ) throws(DecodeError) -> Double? {
    let start = frame.offset
    let text = frame.text(name)
    let degrees = degrees(text)
    if let degrees { frame.note(degrees: degrees) }
    let letter = frame.text("hemisphere")
    guard text.count > 0, letter.equals(positive) || letter.equals(negative) else { return nil }
    guard let degrees, degrees <= limit else {
      throw DecodeError(.invalid, field: name, at: start)
    }
    return letter.equals(negative) && degrees != 0 ? -degrees : degrees
  }

  /// Degrees without sign from `ddmm.mmmm`, `ddmmmmmm` or `-dd-mm.mmmm`. Minus signs are
  /// decoration, the letter has the sign.
  private static func degrees(_ text: Span<UInt8>) -> Double? {
    let minus = UInt8(ascii: "-")
    let start = text.count > 0 && text[0] == minus ? 1 : 0
    guard let second = text.firstIndex(of: minus, from: start) else {
      return DegreesAndMinutes.degrees(
        text.extracting(start..<text.count), impliedDecimals: 4)
    }
    guard second - start <= 3, let degrees = TextNumber.digits(text.extracting(start..<second)),
      let minutes = TextNumber.decimal(text.extracting(second + 1..<text.count)),
      (0..<60).contains(minutes)
    else { return nil }
    return Double(degrees) + minutes / 60
  }

  // MARK: Fields of text

  /// Reads six digits, a time `hhmmss` or a date `ddmmyy`; nil if the field is empty.
  static func sixDigits(
    _ name: String, _ frame: inout FieldReader
  ) throws(DecodeError) -> Int? {
    let start = frame.offset
    let text = frame.text(name)
    guard text.count > 0 else { return nil }
    guard text.count == 6, let digits = TextNumber.digits(text) else {
      throw DecodeError(.invalid, field: name, at: start)
    }
    return digits
  }

  /// Reads a decimal number that may have blanks around it; nil if the field is empty.
  private static func number(
    _ name: String, _ frame: inout FieldReader
  ) throws(DecodeError) -> Double? {
    let start = frame.offset
    let text = frame.text(name).trimmed
    guard text.count > 0 else { return nil }
    guard let number = TextNumber.decimal(text), number >= 0 else {
      throw DecodeError(.invalid, field: name, at: start)
    }
    return number
  }

  /// The moment of a date `ddmmyy` and a time `hhmmss`; nil for a date of zeros, which a unit
  /// without a clock sends.
  static func moment(date: Int?, time: Int?) -> Timestamp? {
    guard let date, let time, date >= 100 else { return nil }
    return CivilTime(dayMonthYear: date, hourMinuteSecond: time).moment()
  }

  /// How many bytes stand in front of the position in a confirmation; nil if it has none.
  private static func distanceToPosition(_ frame: borrowing FieldReader) -> Int? {
    var ahead = frame.lookahead()
    while !ahead.isAtEnd {
      var fields = ahead.lookahead()
      let time = fields.text("time")
      let fix = fields.text("fix")
      fields.skipText("latitude")
      let north = fields.text("hemisphere")
      fields.skipText("longitude")
      let east = fields.text("hemisphere")
      if time.count == 0 || time.count == 6 && time.isDigits,
        fix.count <= 1, north.equals("N") || north.equals("S"), east.equals("E") || east.equals("W")
      {
        return ahead.offset - frame.offset
      }
      ahead.skipText("result")
    }
    return nil
  }
}

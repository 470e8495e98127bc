import Telemetry
import Wire

/// A position as text, the answer to `WHERE#`: `Lat:N…`, `Lon:E…`, `Course:…`, `Speed:…` and
/// `DateTime:…`.
struct EelinkPlaceText {
  var location = Location(isValid: true)
  var time = Timestamp(milliseconds: 0)

  /// Reads the text; nil if it is not wholly of this form.
  static func read(_ text: Span<UInt8>) -> EelinkPlaceText? {
    guard text.starts(with: "Lat:") else { return nil }
    var reader = FieldReader(text)
    guard let latitude = angle("Lat:", ("N", "S"), limit: 90, &reader),
      let longitude = angle("Lon:", ("E", "W"), limit: 180, &reader),
      label("Course:", &reader), let course = number(&reader),
      label("Speed:", &reader), let speed = number(&reader),
      label("DateTime:", &reader) || label("Date Time:", &reader),
      let time = time(reader.textRest("time"))
    else { return nil }
    return EelinkPlaceText(
      location: Location(
        latitude: latitude, longitude: longitude,
        speed: Units.knots(kilometresPerHour: speed), course: course, isValid: true),
      time: time)
  }

  /// Moves to behind a label, in front of which only separators and units may stand.
  private static func label(_ label: String, _ reader: inout FieldReader) -> Bool {
    var distance = 0
    while let byte = reader.peek(distance), isBetween(byte), distance < 16 {
      if reader.frame.starts(with: label, at: reader.offset + distance) { break }
      distance += 1
    }
    guard reader.frame.starts(with: label, at: reader.offset + distance) else { return false }
    reader.skipBytes(distance + label.utf8.count)
    return true
  }

  /// Commas, line ends, blanks, and what units are written with.
  private static func isBetween(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "/")
      || (65...90).contains(byte & 0xDF)
  }

  private static func angle(
    _ name: String, _ letters: (positive: String, negative: String), limit: Double,
    _ reader: inout FieldReader
  ) -> Double? {
    guard label(name, &reader), let letter = reader.peek() else { return nil }
    let isNegative = [letter] == Array(letters.negative.utf8)
    guard isNegative || [letter] == Array(letters.positive.utf8) else { return nil }
    reader.skipBytes(1)
    guard let degrees = number(&reader), degrees <= limit else { return nil }
    return isNegative && degrees != 0 ? -degrees : degrees
  }

  private static func number(_ reader: inout FieldReader) -> Double? {
    var count = 0
    while let byte = reader.peek(count),
      TextNumber.digit(byte) != nil || byte == UInt8(ascii: ".")
    {
      count += 1
    }
    let start = reader.offset
    reader.skipBytes(count)
    return TextNumber.decimal(reader.frame.extracting(start..<reader.offset))
  }

  /// `yyyy-mm-dd hh:mm:ss`.
  private static func time(_ text: Span<UInt8>) -> Timestamp? {
    guard text.count == 19 else { return nil }
    var digits = InlineArray<14, UInt8>(repeating: 0)
    var count = 0
    for index in text.indices {
      let mark: UInt8? =
        switch index {
        case 4, 7: UInt8(ascii: "-")
        case 10: UInt8(ascii: " ")
        case 13, 16: UInt8(ascii: ":")
        default: nil
        }
      if let mark {
        guard text[index] == mark else { return nil }
      } else {
        digits[count] = text[index]
        count += 1
      }
    }
    return CivilTime(fullTime: digits.span)?.moment()
  }
}

extension FieldReader {
  /// Moves over so many bytes that nobody explains, as far as they are there.
  fileprivate mutating func skipBytes(_ count: Int) {
    try? skip("text", min(max(count, 0), remaining))
  }
}

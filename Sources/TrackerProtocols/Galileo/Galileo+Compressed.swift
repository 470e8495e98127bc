import Telemetry
import Wire

extension Galileo {
  /// A time so far ahead of the receipt is of the year before, because the records tell no year.
  private static let mostAhead: Int64 = 2 * 86_400_000

  /// Reads compressed records: time and place in ten bytes, the numbers of further tags, and the
  /// values of those.
  static func compressedRecords(
    _ frame: inout FieldReader, _ context: DecodeContext, _ reports: inout Reports
  ) throws(DecodeError) {
    while !frame.isAtEnd {
      reports.begin()
      try minimalData(&frame, context, &reports)
      let count = Int(try frame.u8("count of tags"))
      let tags = try frame.bytes("tags", count)
      var content = Content()
      for index in tags.indices {
        // A time or a place of its own is better than that of the ten bytes.
        try value(of: tags[index], &frame, &content, &reports)
      }
    }
  }

  private static func minimalData(
    _ frame: inout FieldReader, _ context: DecodeContext, _ reports: inout Reports
  ) throws(DecodeError) {
    let front = try frame.unsigned("time and longitude", bytes: 8)
    let seconds = frame.bits("seconds of the year", of: front, 38..<63)
    let isInvalid = frame.bit("not valid", of: front, 37)
    let longitude = frame.bits("longitude", of: front, 15..<37)
    let upper = frame.bits("latitude, upper bits", of: front, 0..<15)
    let back = try frame.u16("latitude and alarm")
    let lower = frame.bits("latitude, lower bits", of: back, 10..<16)
    if frame.bit("alarm", of: back, 9) { reports.raise(.general) }

    let time = moment(Int64(seconds) &* 1_000, before: context.receivedAt)
    frame.note(time.brief)
    reports.current.setTime(time)
    reports.current.hasLocation = true
    reports.current.location.isValid = !isInvalid
    reports.current.location.longitude = 360 * Double(longitude) / 4_194_304 - 180
    reports.current.location.latitude = 180 * Double(upper << 6 | lower) / 2_097_152 - 90
  }

  /// The moment so many milliseconds behind the start of the year in which it was received, or of
  /// the one before.
  private static func moment(_ milliseconds: Int64, before receipt: Timestamp) -> Timestamp {
    let year = CivilTime(receipt).year
    let time = CivilTime(year: year, month: 1, day: 1).timestamp
      .advanced(byMilliseconds: milliseconds)
    guard time > receipt.advanced(byMilliseconds: mostAhead) else { return time }
    return CivilTime(year: year &- 1, month: 1, day: 1).timestamp
      .advanced(byMilliseconds: milliseconds)
  }
}

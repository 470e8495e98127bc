import Telemetry
import Wire

extension PT60 {
  /// Reads what follows the IMSI of `@G#@`: time and data. A message without a time is a
  /// heartbeat, and is not answered.
  static func oldForm(
    _ frame: inout FieldReader, _ message: Message, _ reports: inout Reports
  ) throws(DecodeError) {
    guard !frame.isAtEnd else { return }
    let time = try time(&frame, message)
    reports.begin()
    reports.current.deviceTime = time
    switch message.function {
    case 6: try track(&frame, message, &reports)
    case 13:
      if let steps = try frame.integer("steps", to: message.separator) {
        reports.set(.steps, steps)
      }
    case 14:
      if let rate = try frame.integer("heart rate", to: message.separator) {
        reports.set(.heartRate, rate)
      }
      if let level = try frame.integer("battery", to: message.separator) {
        // Percent; the field knows it as `battery` besides.
        reports.set(.battery, level)
        reports.set(.batteryLevel, level)
      }
    case 43:
      // As other servers have it, nothing is stored of a list of cells and access points.
      try surroundings(&frame, message)
      reports.discardCurrent()
    default:
      frame.skipRest("data")
      reports.discardCurrent()
    }
    reports.reply { frame in
      frame.append(contentsOf: "@G#@,V01,38,\(message.now),@R#@".utf8)
    }
  }

  /// Type 6: `latitude;longitude`. Of several the first has the time of the message.
  private static func track(
    _ frame: inout FieldReader, _ message: Message, _ reports: inout Reports
  ) throws(DecodeError) {
    var points = frame.group("points", to: message.separator)
    let start = points.offset
    var point = points.group("point", to: UInt8(ascii: "|"))
    let latitude = try point.decimal("latitude", to: UInt8(ascii: ";"))
    let longitude = try point.decimal("longitude", to: UInt8(ascii: ";"))
    point.skipRest("rest of the point")
    points.skipRest("other points")
    guard let latitude, let longitude else { return reports.discardCurrent() }
    try set(latitude, longitude, at: start, &reports)
  }

  /// Type 43: a count and cells, a count and access points.
  private static func surroundings(
    _ frame: inout FieldReader, _ message: Message
  ) throws(DecodeError) {
    _ = try frame.integer("cells", to: message.separator)
    frame.skipText("country;network;area;cell;signal", to: message.separator)
    _ = try frame.integer("access points", to: message.separator)
    frame.skipText("address;name;signal", to: message.separator)
  }
}

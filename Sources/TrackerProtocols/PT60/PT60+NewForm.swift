import Telemetry
import Wire

extension PT60 {
  /// Reads what follows the IMSI of `@B#@`: values, time, data.
  static func newForm(
    _ frame: inout FieldReader, _ message: Message, _ reports: inout Reports
  ) throws(DecodeError) {
    let function = function(message.function)
    if frame.isTraced { frame.note(function?.title ?? "not known") }
    // The records that are not stored are read all the same, for the explanation.
    reports.begin()
    try values(&frame, function, message, &reports)
    var hasTime = false
    if !frame.isAtEnd {
      let time = try time(&frame, message)
      reports.current.deviceTime = time
      reports.notice?.deviceTime = time
      hasTime = true
    }
    let hasData = hasTime && !frame.isAtEnd
    if let alarm = function?.alarm { reports.raise(alarm) }
    switch function?.record {
    case .values: try data(&frame, message, isAlarm: false, &reports)
    case .sos: try data(&frame, message, isAlarm: true, &reports)
    case .answer: reports.set(.type, text: number(message.function))
    case .nothing, nil:
      frame.skipRest("data")
      reports.discardCurrent()
    }
    // An unknown function that looks like the others is answered like them.
    if function?.isAnswered ?? hasData { answer(message, &reports) }
  }

  /// Reads the fields in front of the time. The last ones have the names of the function; there
  /// can be more in front of them.
  private static func values(
    _ frame: inout FieldReader, _ function: Function?, _ message: Message,
    _ reports: inout Reports
  ) throws(DecodeError) {
    var index = (function?.values.count ?? 0) - countInFront(frame, message)
    let isAnswer = function?.record == .answer
    while !frame.isAtEnd, !frame.next(to: message.separator, isTime) {
      let name = index >= 0 ? function?.values[index] ?? "value" : "value"
      let text = frame.text("value", to: message.separator)
      frame.note(name)
      if let key = key(ofValue: name), let number = TextNumber.decimal(text) {
        if let whole = TextNumber.integer(text) {
          reports.set(key, whole)
        } else {
          reports.set(key, number)
        }
      }
      if name == "firmware", text.count > 0 {
        reports.notice = DeviceNotice([Attribute(.firmware, .text(text.string))])
      }
      if isAnswer, !reports.has(.result), text.count > 0 { reports.set(.result, text: text) }
      index += 1
    }
  }

  /// How many fields stand in front of the time, or in all if there is none.
  private static func countInFront(_ frame: borrowing FieldReader, _ message: Message) -> Int {
    var ahead = frame.lookahead()
    var count = 0
    while !ahead.isAtEnd, !isTime(ahead.text("ahead", to: message.separator)) { count += 1 }
    return count
  }

  private static func isTime(_ text: Span<UInt8>) -> Bool { text.count == 14 && text.isDigits }

  // MARK: The place

  /// Reads what stands behind the time: fields of a place, what kind of place it is, and of an
  /// alarm its kind.
  private static func data(
    _ frame: inout FieldReader, _ message: Message, isAlarm: Bool, _ reports: inout Reports
  ) throws(DecodeError) {
    let count = countInFront(frame, message)
    let tail = isAlarm ? 2 : 1
    guard count >= tail else { return frame.skipRest("data") }
    switch kindOfPlace(frame, message, at: count - tail) {
    case 2: try cells(&frame, message, &reports)
    default: try coordinates(&frame, message, count - tail, &reports)
    }
    // What the place has not used.
    while countInFront(frame, message) > tail {
      frame.skipText("place", to: message.separator)
    }
    _ = try frame.integer("kind of place", to: message.separator)
    if isAlarm, let kind = try frame.integer("kind of alarm", to: message.separator) {
      reports.set(.event, kind)
    }
  }

  /// What kind of place stands in front of a field: 1 coordinates, 2 cells, 3 access points.
  private static func kindOfPlace(
    _ frame: borrowing FieldReader, _ message: Message, at place: Int
  ) -> Int64? {
    var ahead = frame.lookahead()
    for _ in 0..<max(0, place) { ahead.skipText("ahead", to: message.separator) }
    return TextNumber.integer(ahead.text("ahead", to: message.separator))
  }

  /// Reads groups `cell,area,network,country,signal`, of which there can be none.
  private static func cells(
    _ frame: inout FieldReader, _ message: Message, _ reports: inout Reports
  ) throws(DecodeError) {
    while frame.next(to: message.separator, { $0.firstIndex(of: UInt8(ascii: ",")) != nil }) {
      var group = frame.group("cell", to: message.separator)
      let cell = try group.integer("cell")
      let area = try group.integer("area")
      let network = try group.integer("network")
      let country = try group.integer("country")
      let signal = try group.integer("signal")
      group.skipRest("rest of the cell")
      guard let cell, let area, let network, let country else { continue }
      reports.add(
        CellTower(
          mobileCountryCode: UInt32(clamping: country),
          mobileNetworkCode: UInt32(clamping: network), locationAreaCode: UInt32(clamping: area),
          cellIdentifier: UInt64(clamping: cell),
          signalStrength: signal.map { -Int32(clamping: $0.magnitude) }))
    }
  }

  /// Reads latitude and longitude; some watches have them the other way round, which shows where
  /// the first cannot be a latitude.
  private static func coordinates(
    _ frame: inout FieldReader, _ message: Message, _ count: Int, _ reports: inout Reports
  ) throws(DecodeError) {
    guard count >= 2, frame.next(to: message.separator, { TextNumber.decimal($0) != nil }) else {
      return
    }
    let start = frame.offset
    let first = try frame.decimal("latitude", to: message.separator) ?? 0
    let second = try frame.decimal("longitude", to: message.separator) ?? 0
    let isSwapped = abs(first) > 90
    try set(isSwapped ? second : first, isSwapped ? first : second, at: start, &reports)
  }

  /// Gives the current record a place.
  static func set(
    _ latitude: Double, _ longitude: Double, at offset: Int, _ reports: inout Reports
  ) throws(DecodeError) {
    guard abs(latitude) <= 90, abs(longitude) <= 180 else {
      throw DecodeError(.invalid, field: "latitude and longitude", at: offset)
    }
    reports.current.fixTime = reports.current.deviceTime
    reports.current.hasLocation = true
    reports.current.location = Location(latitude: latitude, longitude: longitude, isValid: true)
  }

  // MARK: Answers

  /// A function's number with three digits.
  private static func number(_ function: Int) -> String {
    var digits: [UInt8] = []
    digits.append(digits: function, count: 3)
    return String(decoding: digits, as: UTF8.self)
  }

  private static func answer(_ message: Message, _ reports: inout Reports) {
    reports.reply { frame in
      frame.append(
        contentsOf: "@B#@|01|\(number(message.function &+ 1))|\(message.imei)|0|\(message.now)|@E#@"
          .utf8)
    }
  }
}

import Telemetry
import Wire

/// The text protocol of the first Queclink and Quectel units: as its successor `gl200`, without
/// version and name in front, and with NUL at the end.
///
/// Source: fact sheet on the vendor's interface description and recorded traffic.
struct GL100: TrackerProtocol {
  /// A conversation that has just begun; the protocol has no state.
  init() {}

  /// Fifteen positions take two thousand bytes.
  static let longestFrame = 4_096

  /// How messages begin: reports, answers to commands, heartbeats.
  private static let forms = [
    OpeningForm(parts: [
      .literal("+RESP:GT"), .word(3), .literal(","), .digits(15...15), .literal(","),
    ]),
    OpeningForm(parts: [
      .literal("+ACK:GT"), .word(3), .literal(","), .digits(15...15), .literal(","),
    ]),
    OpeningForm(parts: [.literal("AT+GTHBD=HeartBeat,"), .digits(15...15), .literal(",")]),
  ]

  // MARK: Recognition and frames

  static func recognise(_ bytes: Span<UInt8>, _ stream: StreamState) -> Recognition {
    switch opening(bytes) {
    case .no(let offset):
      return .no(at: offset, expected: "'+RESP:GT', a type and an identifier of 15 digits")
    case .more:
      return stream.edge == .ended
        ? .no(at: bytes.count, expected: "a whole message") : .more(bytes.count + 1)
    case .whole: break
    }
    if let end = endOfMessage(bytes) {
      guard bytes[end - 1] == 0 else { return .no(at: end - 1, expected: "NUL at the end") }
      return .yes([.sync, .keyword, .terminator, .grammar], frame: end)
    }
    if stream == .datagram, bytes.count <= longestFrame {
      return .yes([.sync, .keyword, .grammar], frame: bytes.count)
    }
    return stream.edge != .ended && bytes.count < longestFrame
      ? .more(bytes.count + 1) : .no(at: bytes.count, expected: "NUL at the end")
  }

  /// How far bytes agree with one of the forms.
  private static func opening(_ bytes: Span<UInt8>) -> OpeningForm.Match {
    var agreed = 0
    for form in forms {
      switch form.match(bytes) {
      case .whole(let count): return .whole(count)
      case .more: return .more
      case .no(let offset): agreed = max(agreed, offset)
      }
    }
    return .no(at: agreed)
  }

  /// Behind the first NUL or `$`.
  private static func endOfMessage(_ bytes: Span<UInt8>) -> Int? {
    for index in 0..<min(bytes.count, longestFrame)
    where bytes[index] == 0 || bytes[index] == UInt8(ascii: "$") {
      return index + 1
    }
    return nil
  }

  mutating func nextFrame(in bytes: Span<UInt8>, _ stream: StreamState) -> FrameStep {
    switch Self.opening(bytes) {
    case .no: return .skip(Self.distanceToMessage(bytes))
    case .more: return .needMore(bytes.count + 1)
    case .whole: break
    }
    if let end = Self.endOfMessage(bytes) { return .frame(end) }
    if stream == .datagram, bytes.count <= Self.longestFrame { return .frame(bytes.count) }
    return bytes.count < Self.longestFrame
      ? .needMore(bytes.count + 1) : .skip(Self.distanceToMessage(bytes))
  }

  private static func distanceToMessage(_ bytes: Span<UInt8>) -> Int {
    for index in bytes.indices.dropFirst()
    where bytes[index] == UInt8(ascii: "+") || bytes[index] == UInt8(ascii: "A") {
      return index
    }
    return bytes.count
  }

  // MARK: Reading

  mutating func decode(
    _ frame: inout FieldReader, _ context: DecodeContext, into reports: inout Reports
  ) throws(DecodeError) {
    guard case .whole = Self.opening(frame.frame) else {
      throw DecodeError(.invalid, field: "header", at: 0)
    }
    try frame.trailingBytes("end") { $0 == 0 || $0 == UInt8(ascii: "$") || $0 == 10 || $0 == 13 }
    let header = frame.text("header")
    reports.identifier = frame.text("identifier").string
    if header.starts(with: "AT") {
      try Self.heartbeat(header, &frame, &reports)
    } else if header.starts(with: "+ACK") {
      frame.skipRest("answer")
      reports.begin()
      reports.set(.result, text: header)
    } else {
      try Self.positions(header.extracting(droppingFirst: 8), &frame, &reports)
    }
  }

  /// A heartbeat gives its own words back.
  private static func heartbeat(
    _ header: Span<UInt8>, _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    let start = header.count + 1
    _ = try frame.fullTime("send time")
    frame.skipText("count")
    let body = frame.frame.extracting(start..<max(start, frame.offset - 1))
    frame.skipRest("version")
    reports.reply { answer in
      answer.append(contentsOf: "+RESP:GTHBD,GPRS ACTIVE,HeartBeat,".utf8)
      for index in body.indices { answer.append(body[index]) }
      answer.append(0)
    }
  }

  /// Reads every position; what stands between them differs by the type.
  private static func positions(
    _ type: Span<UInt8>, _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    while let distance = fieldsToPlace(frame) {
      for _ in 0..<distance { frame.skipText("field") }
      reports.begin()
      try place(&frame, &reports)
      reports.set(.type, text: type)
      if let alarm = GL200.alarm(of: GL200Layout.code(type)) { reports.raise(alarm) }
    }
    frame.skipRest("count and version")
  }

  private static let coordinate = GL200Form("s3.6")
  /// Fix, speed, course, altitude and accuracy stand in front of the coordinates.
  private static let fieldsBeforeCoordinates = 5

  /// How many fields there are to the next position; nil if there is none.
  private static func fieldsToPlace(_ frame: borrowing FieldReader) -> Int? {
    var ahead = frame.lookahead()
    var index = 0
    var wasCoordinate = false
    while !ahead.isAtEnd {
      let text = ahead.text("field")
      let isCoordinate = text.count > 0 && coordinate?.fits(text) == true
      if isCoordinate, wasCoordinate, index > fieldsBeforeCoordinates {
        return index - 1 - fieldsBeforeCoordinates
      }
      wasCoordinate = isCoordinate
      index += 1
    }
    return nil
  }

  /// Reads a position.
  ///
  /// The vendor's manual calls a fix of 1 a success and gives the speed in km/h. Other servers take
  /// 0 for a valid fix and the speed for knots, and leave the cell out; so does this one, as what
  /// was recorded shows it.
  private static func place(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    let fix = try frame.integer("fix") ?? 0
    let speed = try frame.decimal("speed") ?? 0
    let course = try frame.decimal("course") ?? 0
    let altitude = try frame.decimal("altitude") ?? 0
    if let accuracy = try frame.decimal("accuracy") { reports.set(.hdop, accuracy) }
    let longitude = try frame.decimal("longitude") ?? 0
    let latitude = try frame.decimal("latitude") ?? 0
    reports.current.setTime(try frame.fullTime("time"))
    for name in ["mobile country code", "mobile network code", "location area code", "cell"] {
      frame.skipText(name)
    }
    guard abs(latitude) <= 90, abs(longitude) <= 180 else { return }
    reports.current.hasLocation = true
    reports.current.location = Location(
      latitude: latitude, longitude: longitude, altitude: altitude, speed: max(speed, 0),
      course: course, isValid: fix == 0)
  }
}

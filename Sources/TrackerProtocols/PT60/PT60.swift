import Telemetry
import Wire

/// The protocol of health watches that others file under PT60: `@B#@` or, of older watches,
/// `@G#@`, fields, and `@E#@` or `@R#@`. Most messages are answered.
///
/// Source: fact sheet on recorded traffic and the watches' function lists.
struct PT60: TrackerProtocol {
  /// A conversation that has just begun; the protocol has no state.
  init() {}

  /// A list of cells and access points takes some hundred bytes.
  static let longestFrame = 4_096

  private static let opening = OpeningForm(parts: [.literal("@"), .oneOf("BG"), .literal("#@")])
  /// What a stranger's frame begins with: version, function, IMEI.
  private static let strangersOpening = OpeningForm(
    parts: [
      .literal("@"), .oneOf("BG"), .literal("#@"), .oneOf("|,"), .optional(UInt8(ascii: "V")),
      .digits(2...2), .oneOf("|,"), .digits(1...3), .oneOf("|,"), .digits(15...15), .oneOf("|,"),
    ])
  /// The bytes that a frame ends with.
  static let endCount = 4

  static func recognise(_ bytes: Span<UInt8>, _ stream: StreamState) -> Recognition {
    switch strangersOpening.match(bytes) {
    case .no(let offset):
      return .no(at: offset, expected: "'@B#@' or '@G#@', version, function and IMEI")
    case .more: return .more(bytes.count + 1)
    case .whole: break
    }
    guard let total = total(bytes) else {
      return bytes.count < longestFrame
        ? .more(bytes.count + 1) : .no(at: longestFrame, expected: "'@E#@' or '@R#@'")
    }
    if next(bytes, before: total) != nil {
      return .no(at: total, expected: "'@E#@' or '@R#@' in front of the next frame")
    }
    return .yes([.sync, .terminator, .keyword, .grammar], frame: total)
  }

  mutating func nextFrame(in bytes: Span<UInt8>, _ stream: StreamState) -> FrameStep {
    switch Self.opening.match(bytes) {
    case .no: return .skip(Self.distanceToStart(bytes))
    case .more: return .needMore(bytes.count + 1)
    case .whole: break
    }
    guard let total = Self.total(bytes) else {
      return bytes.count < Self.longestFrame
        ? .needMore(bytes.count + 1) : .skip(Self.distanceToStart(bytes))
    }
    // A frame without an end is lost; the next one is not.
    if let start = Self.next(bytes, before: total) { return .skip(start) }
    return total <= Self.longestFrame ? .frame(total) : .skip(Self.distanceToStart(bytes))
  }

  /// How long the frame is by its end.
  private static func total(_ bytes: Span<UInt8>) -> Int? {
    let at = UInt8(ascii: "@")
    var index = endCount
    while let found = bytes.firstIndex(of: at, from: index) {
      if bytes.starts(with: "@E#@", at: found) || bytes.starts(with: "@R#@", at: found) {
        return found + endCount
      }
      index = found + 1
    }
    return nil
  }

  /// Where another frame begins inside of one.
  private static func next(_ bytes: Span<UInt8>, before total: Int) -> Int? {
    var index = endCount
    while let found = bytes.firstIndex(of: UInt8(ascii: "@"), from: index, limit: total) {
      if bytes.starts(with: "@B#@", at: found) || bytes.starts(with: "@G#@", at: found) {
        return found
      }
      index = found + 1
    }
    return nil
  }

  private static func distanceToStart(_ bytes: Span<UInt8>) -> Int {
    bytes.firstIndex(of: UInt8(ascii: "@"), from: 1) ?? bytes.count
  }

  mutating func decode(
    _ frame: inout FieldReader, _ context: DecodeContext, into reports: inout Reports
  ) throws(DecodeError) {
    var end = try frame.trailer("end", Self.endCount)
    let mark = try end.text("end", count: Self.endCount)
    guard mark.equals("@E#@") || mark.equals("@R#@") else {
      throw DecodeError(.invalid, field: "end", at: frame.end)
    }
    let form = try frame.text("start", count: 4)
    guard form.equals("@B#@") || form.equals("@G#@"), let separator = frame.peek() else {
      throw DecodeError(.invalid, field: "start", at: 0)
    }
    try frame.skip("separator", 1)
    frame.skipText("version", to: separator)
    let functionStart = frame.offset
    guard let function = try frame.integer("function", to: separator), (0...999).contains(function)
    else { throw DecodeError(.invalid, field: "function", at: functionStart) }
    let start = frame.offset
    let imei = frame.text("IMEI", to: separator)
    guard imei.count == 15, imei.isDigits else {
      throw DecodeError(.invalid, field: "IMEI", at: start)
    }
    reports.identifier = imei.string
    frame.skipText("IMSI", to: separator)
    let message = Message(
      function: Int(function), separator: separator, imei: imei.string, context: context)
    if form.equals("@B#@") {
      try Self.newForm(&frame, message, &reports)
    } else {
      try Self.oldForm(&frame, message, &reports)
    }
    frame.skipRest("rest")
  }

  /// What is known of a message besides the fields that are left.
  struct Message {
    let function: Int
    /// Between fields; `|` in the new form, a comma in the old one.
    let separator: UInt8
    let imei: String
    let context: DecodeContext

    /// The time of receipt as `yyyyMMddHHmmss`.
    var now: String {
      let civil = CivilTime(context.receivedAt)
      var digits: [UInt8] = []
      digits.append(digits: civil.yearMonthDay, count: 8)
      digits.append(digits: civil.hourMinuteSecond, count: 6)
      return String(decoding: digits, as: UTF8.self)
    }
  }

  /// Reads a time `yyyyMMddHHmmss` by the watch's clock, which is taken for UTC unless the
  /// operator says otherwise.
  static func time(
    _ frame: inout FieldReader, _ message: Message
  ) throws(DecodeError) -> Timestamp {
    let start = frame.offset
    let text = frame.text("time", to: message.separator)
    guard text.count == 14, let number = TextNumber.digits(text) else {
      throw DecodeError(.invalid, field: "time", at: start)
    }
    let civil = CivilTime(
      year: number / 10_000_000_000, month: number / 100_000_000 % 100,
      day: number / 1_000_000 % 100, hour: number / 10_000 % 100, minute: number / 100 % 100,
      second: number % 100)
    let time = civil.moment(by: message.context.settings.clock)
    frame.note(time.brief)
    return time
  }
}

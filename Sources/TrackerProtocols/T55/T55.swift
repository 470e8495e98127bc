import Telemetry
import Wire

/// Lines of satellite receivers (NMEA 0183) over a socket, and a dozen ways to say who sends them:
/// routers, survey receivers, modems, phones and home-made senders.
///
/// Source: fact sheet on the vendors' texts and recorded traffic.
struct T55: TrackerProtocol {
  /// A position that came before the sender said who it is.
  private var waiting: Waiting?
  private var isIdentified = false

  private struct Waiting {
    let time: Timestamp?
    let location: Location
  }

  /// A conversation that has just begun.
  init() {}

  /// Sentences have 82 characters; the longest line of a maker some 300.
  static let longestFrame = 1_024

  static let comma = UInt8(ascii: ",")
  static let dollar = UInt8(ascii: "$")
  static let star = UInt8(ascii: "*")

  mutating func decode(
    _ frame: inout FieldReader, _ context: DecodeContext, into reports: inout Reports
  ) throws(DecodeError) {
    try Self.ends(&frame, &reports)
    let text = frame.frame.extracting(frame.offset..<frame.end)
    guard let dollar = text.firstIndex(of: Self.dollar) else {
      return try bareLine(&frame, context, &reports)
    }
    if dollar > 0 { try prefix(&frame, dollar, &reports) }
    try frame.expect("start", "$")
    if text.extracting(droppingFirst: dollar + 1).starts(with: "IMEI=") {
      frame.skipText("sentence", to: UInt8(ascii: "="))
      return try identify(frame.textRest("identifier"), at: frame.offset, &reports)
    }
    try sentence(&frame, context, &reports)
    frame.skipRest("further fields")
  }

  /// Takes blanks off both ends, and a checksum off the end.
  private static func ends(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    let whole = frame.frame
    var (start, stop) = (0, whole.count)
    while start < stop, whole[start] <= 0x20 { start += 1 }
    while stop > start, whole[stop - 1] <= 0x20 { stop -= 1 }
    try frame.skip("blanks", start)
    var end = try frame.trailer("end", whole.count - stop)
    end.skipRest("end")
    guard let sum = T55Checksum(whole.extracting(0..<stop)) else { return }
    var digits = try frame.trailer("checksum", 3)
    try digits.expect("checksum mark", "*")
    _ = try digits.hexadecimal("checksum", count: 2)
    digits.note(sum.holds ? "holds" : "should be \(sum.value)")
    reports.checksumFailed = !sum.holds
  }

  // MARK: Who it is

  /// Reads a line without a sentence: who it is, or a position of a QZE unit.
  private mutating func bareLine(
    _ frame: inout FieldReader, _ context: DecodeContext, _ reports: inout Reports
  ) throws(DecodeError) {
    let blank = UInt8(ascii: " ")
    if frame.next(to: blank, { $0.equals("IMEI") }) {
      frame.skipText("word", to: blank)
      return try identify(frame.textRest("identifier"), at: frame.offset, &reports)
    }
    if frame.next(to: Self.comma, { $0.equals("QZE") }) {
      frame.skipText("word")
      try identify(frame.text("identifier"), at: frame.offset, &reports)
      try Self.event(&frame, context, &reports)
      return frame.skipRest("further fields")
    }
    let start = frame.offset
    let text = frame.textRest("identifier")
    guard Self.isLoginLine(text) else {
      throw DecodeError(.unsupported, field: "line", at: start)
    }
    try identify(text, at: start, &reports)
  }

  /// Digits and letters A to F, at least one digit.
  static func isLoginLine(_ text: Span<UInt8>) -> Bool {
    guard (6...20).contains(text.count) else { return false }
    var hasDigit = false
    for index in text.indices {
      let isDigit = TextNumber.digit(text[index]) != nil
      guard isDigit || (65...70).contains(text[index]) else { return false }
      hasDigit = hasDigit || isDigit
    }
    return hasDigit
  }

  /// Reads what stands in front of a sentence: the identifier, possibly with a comma behind it, or
  /// between slashes.
  private mutating func prefix(
    _ frame: inout FieldReader, _ count: Int, _ reports: inout Reports
  ) throws(DecodeError) {
    let slash = UInt8(ascii: "/")
    let start = frame.offset
    let isInSlashes = frame.peek(count &- 1) == slash
    var front = try frame.part("identifier", count)
    if isInSlashes {
      front.skipText("group", to: slash)
      try identify(front.text("identifier", to: slash), at: start, &reports)
      front.skipRest("further groups")
    } else {
      try identify(front.text("identifier"), at: start, &reports)
      front.skipRest("further fields")
    }
  }

  /// Takes an identifier from a line; anything that people can read may be one.
  mutating func identify(
    _ text: Span<UInt8>, at start: Int, _ reports: inout Reports
  ) throws(DecodeError) {
    guard (1...64).contains(text.count), let identifier = text.asciiString else {
      throw DecodeError(.invalid, field: "identifier", at: start)
    }
    reports.identifier = identifier
    isIdentified = true
  }

  // MARK: Sentences

  /// Reads a sentence from its word on. Those that say nothing of place or device are passed over.
  private mutating func sentence(
    _ frame: inout FieldReader, _ context: DecodeContext, _ reports: inout Reports
  ) throws(DecodeError) {
    let start = frame.offset
    let word = frame.text("sentence")
    let talker = word.count == 5 && word[0] == UInt8(ascii: "G")
    let kind = word.extracting(droppingFirst: min(2, word.count))
    if talker, kind.equals("RMC") {
      try recommendedMinimum(&frame, context, &reports)
    } else if talker, kind.equals("GGA") {
      try Self.fixData(&frame, context, &reports)
    } else if talker, kind.equals("GLL") {
      try Self.geographic(&frame, context, &reports)
    } else if word.equals("GPRMA") {
      try Self.minimumWithoutTime(&frame, &reports)
    } else if word.equals("GPIOP") {
      try Self.voltages(&frame, &reports)
    } else if word.equals("TRCCR") {
      try Self.record(&frame, context, &reports)
    } else if word.equals("GPTXT") {
      try text(&frame, &reports)
    } else if word.equals("PUBX") {
      try proprietary(&frame, context, &reports)
    } else if word.equals("ID") {
      try identify(frame.text("identifier"), at: start, &reports)
      try Self.taggedItems(&frame, context, &reports)
    } else if word.equals("GPFID") {
      try identify(frame.textRest("identifier"), at: start, &reports)
      deliver(&reports)
    } else if word.equals("PGID") || word.equals("DEVID") || word.equals("PSIWMDID") {
      try identify(frame.text("identifier", to: Self.star), at: start, &reports)
    } else if word.equals("PCPTI") || word.equals("CONNECT") {
      try identify(frame.text("identifier"), at: start, &reports)
    }
    if isIdentified { waiting = nil }
  }

  private mutating func recommendedMinimum(
    _ frame: inout FieldReader, _ context: DecodeContext, _ reports: inout Reports
  ) throws(DecodeError) {
    try Self.minimum(&frame, context, &reports)
    if reports.identifier != nil { isIdentified = true }
    if !isIdentified, reports.recordCount > 0 {
      waiting = Waiting(time: reports.current.fixTime, location: reports.current.location)
    }
    if context.settings.options["ack"] == "true", context.transport == .tcp {
      reports.reply { $0.append(contentsOf: "OK1\r\n".utf8) }
    }
  }

  /// Some modems send positions before they say who they are: the last one is theirs.
  private func deliver(_ reports: inout Reports) {
    guard let waiting else { return }
    reports.begin()
    reports.current.setTime(waiting.time)
    reports.current.hasLocation = true
    reports.current.location = waiting.location
  }
}

/// The checksum at the end of a line: two hexadecimal digits behind the last star, the exclusive
/// or of all bytes between `$` and the star.
struct T55Checksum {
  /// What it should be.
  let value: UInt8
  let holds: Bool

  /// Nil if the line, without blanks at its end, has none.
  init?(_ line: Span<UInt8>) {
    guard line.count > 4, line[line.count - 3] == T55.star,
      let claimed = TextNumber.hexadecimal(line.extracting(line.count - 2..<line.count)),
      let start = line.firstIndex(of: T55.dollar), start < line.count - 3
    else { return nil }
    value = Checksum.xor8(line.extracting(start + 1..<line.count - 3))
    holds = claimed == UInt64(value)
  }
}

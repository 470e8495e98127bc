import Telemetry
import Wire

/// Thinkrace's text protocol for vehicles (`TRVAP01…#`) and for watches (`IWAP01…#`): a prefix, a
/// type of four characters, and fields up to `#`. Only the login says who it is.
///
/// Source: fact sheet on the vendors' texts and recorded traffic.
struct Trv: TrackerProtocol {
  /// A conversation that has just begun; who speaks in it is the gateway's to remember.
  init() {}

  /// A phone book or a list of networks has some hundreds of characters.
  static let longestFrame = 4_096

  static let hash = UInt8(ascii: "#")
  static let comma = UInt8(ascii: ",")
  static let typeCount = 4

  // MARK: Recognition and framing

  /// How a type may begin whose messages are known, and those that have a name in letters.
  private static let type = OpeningForm(parts: [
    .oneOf("ACY"), .literal("P"), .word(2),
  ])
  private static let words = ["APHT", "APHP", "APXL"]

  static func recognise(_ bytes: Span<UInt8>, _ stream: StreamState) -> Recognition {
    guard let prefix = prefixCount(bytes) else {
      return bytes.count < 3 ? .more(8) : .no(at: 0, expected: "'TRV' or 'IW'")
    }
    let rest = bytes.extracting(droppingFirst: prefix)
    switch type.match(rest) {
    case .no(let offset): return .no(at: prefix + offset, expected: "a type such as 'AP01'")
    case .more: return .more(prefix + typeCount)
    case .whole: break
    }
    let isNumbered = rest.extracting(2..<typeCount).isDigits
    guard isNumbered || words.contains(where: { rest.starts(with: $0) }) else {
      return .no(at: prefix + 2, expected: "a type such as 'AP01'")
    }
    if rest.starts(with: "AP00") {
      switch OpeningForm(parts: [.digits(15...15)]).match(rest.extracting(droppingFirst: 4)) {
      case .no(let offset): return .no(at: prefix + 4 + offset, expected: "15 digits")
      case .more: return .more(bytes.count + 1)
      case .whole: break
      }
    }
    guard let end = bytes.firstIndex(of: hash, limit: longestFrame) else {
      return bytes.count < longestFrame
        ? .more(bytes.count + 1) : .no(at: longestFrame, expected: "'#'")
    }
    let frame = bytes.extracting(0..<end + 1)
    for index in frame.indices where frame[index] < 0x20 {
      return .no(at: index, expected: "text up to '#'")
    }
    guard isReadable(frame, behind: prefix) else {
      return .no(at: prefix + typeCount, expected: "fields of this type")
    }
    return .yes([.sync, .terminator, .keyword, .grammar], frame: end + 1)
  }

  /// Whether the fields have their form. Decoding is no proof of that, because what cannot be read
  /// is answered too.
  private static func isReadable(_ frame: Span<UInt8>, behind prefix: Int) -> Bool {
    var reader = FieldReader(frame.extracting(0..<frame.count - 1))
    var reports = Reports()
    do throws(DecodeError) {
      try reader.skip("prefix", prefix)
      let type = try reader.text("type", count: typeCount)
      try content(&reader, type, &reports)
      return true
    } catch {
      return false
    }
  }

  /// How many characters the prefix of a stranger has; nil if it is none that is known, or too
  /// little is there.
  private static func prefixCount(_ bytes: Span<UInt8>) -> Int? {
    bytes.starts(with: "TRV") ? 3 : bytes.starts(with: "IW") ? 2 : nil
  }

  mutating func nextFrame(in bytes: Span<UInt8>, _ stream: StreamState) -> FrameStep {
    var blanks = 0
    while blanks < bytes.count, bytes[blanks] <= 0x20 { blanks += 1 }
    guard blanks == 0 else { return .skip(blanks) }
    guard Self.canStart(bytes) else { return .skip(Self.distanceToStart(bytes)) }
    guard let end = bytes.firstIndex(of: Self.hash, limit: Self.longestFrame) else {
      return stream.edge == .ended || bytes.count >= Self.longestFrame
        ? .skip(Self.distanceToStart(bytes)) : .needMore(bytes.count + 1)
    }
    return end > Self.typeCount + 1 ? .frame(end + 1) : .skip(end + 1)
  }

  /// Whether bytes may be the start of a frame with any prefix: capital letters.
  private static func canStart(_ bytes: Span<UInt8>) -> Bool {
    for index in 0..<min(bytes.count, 3) where !(65...90).contains(bytes[index]) { return false }
    return bytes.count > 0
  }

  private static func distanceToStart(_ bytes: Span<UInt8>) -> Int {
    var index = 1
    while index < bytes.count {
      if bytes[index - 1] == hash || canStart(bytes.extracting(droppingFirst: index)) { break }
      index += 1
    }
    return index
  }

  // MARK: Reading

  mutating func decode(
    _ frame: inout FieldReader, _ context: DecodeContext, into reports: inout Reports
  ) throws(DecodeError) {
    var end = try frame.trailer("end", 1)
    try end.expect("end", "#")
    let isVehicle = frame.frame.starts(with: "TRV")
    let prefix = try frame.text("prefix", count: isVehicle ? 3 : 2)
    let isWatch = prefix.equals("IW")
    let start = frame.offset
    let type = try frame.text("type", count: Self.typeCount)
    guard type[1] == UInt8(ascii: "P") else {
      throw DecodeError(.invalid, field: "type", at: start)
    }
    let isAnswer = Self.isSerialOnly(frame)
    do throws(DecodeError) {
      try Self.content(&frame, type, &reports)
    } catch {
      // A login that does not say who it is must come again; all else would, without an answer.
      guard !type.equals("AP00") else { throw error }
      if !reports.current.hasLocation { reports.discardCurrent() }
      frame.abandon("fields that cannot be read", after: error)
    }
    frame.skipRest("fields")
    guard !isAnswer else { return }
    Self.answer(to: type, prefix, isWatch: isWatch, context, &reports)
  }

  /// Whether all that follows is a comma and six digits: the answer to a command of that number.
  private static func isSerialOnly(_ frame: borrowing FieldReader) -> Bool {
    guard frame.remaining == 7, frame.peek() == comma else { return false }
    var ahead = frame.lookahead()
    ahead.skipText("nothing")
    return ahead.textRest("serial").isDigits
  }

  private static func content(
    _ frame: inout FieldReader, _ type: Span<UInt8>, _ reports: inout Reports
  ) throws(DecodeError) {
    if type.equals("AP00") {
      try login(&frame, &reports)
    } else if type.equals("AP01") || type.equals("AP10") {
      try position(&frame, hasAlarm: true, &reports)
    } else if type.equals("YP03") || type.equals("YP14") {
      try position(&frame, hasAlarm: type.equals("YP03"), &reports)
    } else if type.equals("AP02") {
      try surroundings(&frame, &reports)
    } else if type.equals("AP03") || type.equals("CP01") {
      try heartbeat(&frame, isWatch: type.equals("AP03"), &reports)
    } else {
      try health(&frame, type, &reports)
    }
  }

  private static func login(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    let start = frame.offset
    let identifier = frame.text("identifier")
    guard (10...17).contains(identifier.count), identifier.isDigits else {
      throw DecodeError(.invalid, field: "identifier", at: start)
    }
    reports.identifier = identifier.string
    var facts: [Attribute] = []
    let card = frame.text("SIM card")
    if let text = card.asciiString, !text.isEmpty { facts.append(Attribute(.iccid, .text(text))) }
    if !facts.isEmpty { reports.notice = DeviceNotice(facts) }
  }

  // MARK: Answers

  /// Types that want no answer: answers to commands themselves.
  private static let silentTypes = [
    "AP12", "AP33", "AP34", "AP40", "AP76", "AP77", "AP84", "AP85", "AP86", "AP87",
  ]

  /// The answer is the type with its first letter advanced by one.
  private static func answer(
    to type: Span<UInt8>, _ prefix: Span<UInt8>, isWatch: Bool, _ context: DecodeContext,
    _ reports: inout Reports
  ) {
    for silent in silentTypes where type.equals(silent) { return }
    let isAssistance = type.equals("AP14")
    guard !isAssistance || !isWatch else { return }
    let isLogin = type.equals("AP00")
    reports.reply { answer in
      for index in prefix.indices { answer.append(prefix[index]) }
      answer.append(type[0] &+ 1)
      for index in 1..<typeCount { answer.append(type[index]) }
      if isLogin, isWatch {
        let civil = CivilTime(context.receivedAt)
        answer.append(comma)
        answer.append(digits: civil.yearMonthDay, count: 8)
        answer.append(digits: civil.hourMinuteSecond, count: 6)
        // The zone in hours: the time is UTC.
        answer.append(contentsOf: ",0".utf8)
      } else if isAssistance {
        // No place is known from which the receiver could start.
        answer.append(contentsOf: ",0.000,0.000".utf8)
      }
      answer.append(hash)
    }
  }
}

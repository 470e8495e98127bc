import Telemetry
import Wire

/// The terminal protocol of the Chinese standard JT/T 808 (2011, 2013, 2019) and what makers made
/// of it: binary between two delimiters with escapes, every message with the terminal's identifier.
/// Padlocks have a dialect with other delimiters, a short position and messages of text.
///
/// Source: fact sheet on the standard and its dialects, and recorded traffic.
struct JT808: TrackerProtocol {
  /// A batch of positions that goes on.
  var openBatch: Batch?
  /// The file that is being sent.
  var openFile: Media?

  /// A conversation that has just begun.
  init() {}

  /// What a message is, and how it is answered.
  struct Kind: Sendable {
    enum Answer: Sendable {
      case none
      /// 8001: the message was understood.
      case general
      /// 8100: the terminal is registered.
      case registration
      /// 8109: the server's clock.
      case time
      /// 4401, only if the message wants it.
      case padlock
    }

    let title: String
    let answer: Answer
    let body: Body?

    init(_ title: String, _ answer: Answer, _ body: Body? = nil) {
      self.title = title
      self.answer = answer
      self.body = body
    }
  }

  /// What a body holds that is stored.
  enum Body: Sendable {
    case heartbeat, attributes, position, status, answerText, driverCard, batch, transparent
    case wideText, acceleration, encodedText, media
    case padlock(isValid: Bool)

    /// Whether parts behind the first are read, too.
    var goesOn: Bool {
      switch self {
      case .batch, .media: true
      default: false
      }
    }
  }

  /// The messages of terminals; others are read past and not answered.
  static let kinds: [UInt16: Kind] = [
    0x0001: Kind("answer to a message of the server", .none),
    0x0002: Kind("heartbeat", .general, .heartbeat),
    0x0003: Kind("log-out", .general),
    0x0100: Kind("registration", .registration),
    0x0102: Kind("authentication", .general),
    0x0107: Kind("attributes of the terminal", .general, .attributes),
    0x0109: Kind("time wanted", .time),
    0x0200: Kind("position", .general, .position),
    0x0210: Kind("state of the battery, or positions", .general, .status),
    0x0506: Kind("heartbeat", .general),
    0x0701: Kind("answer in text", .none, .answerText),
    0x0702: Kind("driver's card", .none, .driverCard),
    0x0704: Kind("batch of positions", .general, .batch),
    0x0800: Kind("event of a camera or microphone", .general),
    0x0801: Kind("picture, sound or video", .none, .media),
    0x0900: Kind("transparent data", .general, .transparent),
    0x1007: Kind("zone wanted", .general),
    0x1300: Kind("answer in text", .none, .wideText),
    0x2070: Kind("acceleration", .none, .acceleration),
    0x5501: Kind("position of a padlock", .padlock, .padlock(isValid: true)),
    0x5502: Kind("position of a padlock without fix", .padlock, .padlock(isValid: false)),
    0x6006: Kind("answer in text", .general, .encodedText),
    0x8888: Kind("picture", .general),
  ]

  /// A message under way: what its fields need to know besides their bytes.
  struct Message {
    let header: JT808Header
    let model: JT808Model?
    /// By which zone the device's clock goes.
    let zone: ClockZone
    let receivedAt: Timestamp
  }

  /// The standard's clock runs in the zone of China.
  static let usualZone = ClockZone(milliseconds: 8 * 3_600_000)

  mutating func decode(
    _ frame: inout FieldReader, _ context: DecodeContext, into reports: inout Reports
  ) throws(DecodeError) {
    if frame.peek() == UInt8(ascii: "(") {
      Self.padlockText(&frame, context, &reports)
      return
    }
    let header = try Self.open(&frame, &reports)
    let kind = Self.kinds[header.type]
    Self.answer(header, kind?.answer ?? .none, context.receivedAt, &reports)
    let message = Message(
      header: header, model: JT808Model(context.settings),
      zone: context.settings.clock ?? Self.usualZone,
      receivedAt: context.receivedAt)
    // Batches and files go on in further parts; of others only the first tells what it is.
    if let body = kind?.body, header.part <= 1 || body.goesOn {
      do throws(DecodeError) {
        try read(body, &frame, message, &reports)
      } catch {
        // An unreadable body would come again and again if it were not answered.
        guard !reports.checksumFailed else { throw error }
        while !reports.records.isEmpty { reports.discardCurrent() }
        frame.abandon("unreadable body", after: error)
      }
    }
    frame.skipRest("body")
  }

  /// Reads the head of a message and takes its end off.
  private static func open(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) -> JT808Header {
    let first = frame.peek()
    guard first == JT808Escapes.standard.delimiter || first == JT808Escapes.padlock.delimiter,
      frame.remaining > 3, frame.peek(frame.remaining - 1) == first
    else { throw DecodeError(.invalid, field: "start", at: 0) }
    var end = try frame.trailer("end", 1)
    end.skipRest("end")
    let sum = Checksum.xor8(frame.frame.extracting(1..<frame.end - 1))
    var trailer = try frame.trailer("checksum", 1)
    reports.checksumFailed = !(try trailer.checksum("checksum", bytes: 1, is: UInt64(sum)))
    let header = try JT808Header.read(&frame)
    let (short, full) = (header.identifier.short, header.identifier.full)
    reports.identifier = short
    if full != short { reports.otherIdentifiers = [full] }
    return header
  }

  private mutating func read(
    _ body: Body, _ frame: inout FieldReader, _ message: Message, _ reports: inout Reports
  ) throws(DecodeError) {
    switch body {
    case .heartbeat: try Self.heartbeat(&frame, &reports)
    case .attributes: try Self.attributes(&frame, &reports)
    case .position: try Self.position(&frame, message, &reports)
    case .status: try Self.status(&frame, message, &reports)
    case .answerText: try Self.answerText(&frame, &reports)
    case .driverCard: try Self.driverCard(&frame, message, &reports)
    case .batch: try batch(&frame, message, &reports)
    case .transparent: try Self.transparent(&frame, message, &reports)
    case .wideText: try Self.wideText(&frame, &reports)
    case .media: try media(&frame, message, &reports)
    case .acceleration: try Self.acceleration(&frame, message, &reports)
    case .encodedText: try Self.encodedText(&frame, &reports)
    case .padlock(let isValid): try Self.padlock(&frame, message, isValid: isValid, &reports)
    }
  }

  // MARK: Answers

  static func answer(
    _ header: JT808Header, _ answer: Kind.Answer, _ now: Timestamp, _ reports: inout Reports
  ) {
    switch answer {
    case .none: return
    case .general:
      reports.reply { frame in
        write(to: &frame, header, 0x8001) { body in
          append(header.serial, to: &body)
          append(header.type, to: &body)
          body.append(0)
        }
      }
    case .registration:
      reports.reply { frame in
        write(to: &frame, header, 0x8100) { body in
          append(header.serial, to: &body)
          body.append(0)
          body.append(contentsOf: header.identifier.full.utf8)
        }
      }
    case .time:
      reports.reply { frame in
        write(to: &frame, header, 0x8109) { body in
          let time = CivilTime(now)
          append(UInt16(truncatingIfNeeded: time.year), to: &body)
          for part in [time.month, time.day, time.hour, time.minute, time.second, 0] {
            body.append(UInt8(truncatingIfNeeded: part))
          }
        }
      }
    case .padlock:
      guard header.attributes & 0x8000 != 0 else { return }
      reports.reply { frame in
        write(to: &frame, header, 0x4401, serial: [1]) { body in
          append(header.type, to: &body)
          body.append(0)
        }
      }
    }
  }

  /// Appends an answer with the delimiters, version and identifier of a message.
  static func write(
    to frame: inout [UInt8], _ header: JT808Header, _ type: UInt16, serial: [UInt8] = [0, 0],
    _ body: (inout [UInt8]) -> Void
  ) {
    write(
      to: &frame, header.identifier, header.delimiter, header.version, type, serial: serial, body)
  }

  /// Appends a message from the server.
  static func write(
    to frame: inout [UInt8], _ identifier: JT808Identifier, _ delimiter: UInt8,
    _ version: UInt8?, _ type: UInt16, serial: [UInt8] = [0, 0], _ body: (inout [UInt8]) -> Void
  ) {
    let start = frame.count
    frame.append(delimiter)
    append(type, to: &frame)
    let length = frame.count
    frame.append(contentsOf: [0, 0])
    if let version { frame.append(version) }
    frame.append(contentsOf: identifier.bytes)
    frame.append(contentsOf: serial)
    let bodyStart = frame.count
    body(&frame)
    let count = frame.count - bodyStart
    frame[length] = UInt8(truncatingIfNeeded: count >> 8) | (version == nil ? 0 : 0x40)
    frame[length + 1] = UInt8(truncatingIfNeeded: count)
    frame.append(Checksum.xor8(frame.span.extracting(start + 1..<frame.count)))
    frame.append(delimiter)
    JT808Escapes.of(delimiter: delimiter)?.insert(into: &frame, messageAt: start)
  }

  static func append(_ number: UInt16, to frame: inout [UInt8]) {
    frame.append(UInt8(truncatingIfNeeded: number >> 8))
    frame.append(UInt8(truncatingIfNeeded: number))
  }

  static func append(_ number: UInt32, to frame: inout [UInt8]) {
    append(UInt16(truncatingIfNeeded: number >> 16), to: &frame)
    append(UInt16(truncatingIfNeeded: number), to: &frame)
  }
}

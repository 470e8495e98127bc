import Wire

/// The start of a message: line, type, length, number, identifier.
struct T800XHeader {
  /// The bytes of the header.
  static let count = 15

  /// The lines of products, by the byte that stands twice at the front.
  enum Line: UInt8 {
    /// The first wired models.
    case first = 0x23
    /// Wired, with a voltage and Bluetooth.
    case wired = 0x25
    /// At the vehicle's diagnostic plug.
    case diagnostic = 0x26
    /// With a battery or a solar panel.
    case battery = 0x27
  }

  /// What a message is.
  enum Kind {
    case login, position, heartbeat, alarm, network, driving, acceleration, sensors
    case longPosition, longAlarm, result
  }

  let line: Line
  /// Nil if the type is not known.
  let type: Kind?
  /// The length of the whole message.
  let total: Int

  /// Nil if no message begins so; line, type and length must be there.
  init?(_ bytes: Span<UInt8>) {
    guard bytes.count >= 5, bytes[0] == bytes[1], let line = Line(rawValue: bytes[0]) else {
      return nil
    }
    self.line = line
    type = Self.kind(bytes[2], line)
    total = Int(bytes.bigEndian16(at: 3))
    guard total >= Self.count, total <= T800X.longestFrame else { return nil }
  }

  private static func kind(_ type: UInt8, _ line: Line) -> Kind? {
    switch type {
    case 0x01: .login
    case 0x02: .position
    case 0x03: .heartbeat
    case 0x04: .alarm
    case 0x05: line == .battery ? .network : line == .diagnostic ? .driving : nil
    case 0x06: line == .diagnostic ? .acceleration : nil
    case 0x10: .sensors
    case 0x11: .network
    case 0x13: line == .wired || line == .diagnostic ? .longPosition : nil
    case 0x14: line == .wired || line == .diagnostic ? .longAlarm : nil
    case 0x81: .result
    default: nil
    }
  }

  /// Whether the message has the long block of analogue inputs.
  var isLong: Bool { type == .longPosition || type == .longAlarm }

  /// Whether it is an alarm, whose code is confirmed.
  var isAlarm: Bool { type == .alarm || type == .longAlarm }

  /// Positions are not answered.
  var isAnswered: Bool { type != .position && type != .longPosition }

  /// The types that a conversation can begin with.
  private static let types: [UInt8] = [
    0x01, 0x02, 0x03, 0x04, 0x05, 0x06, 0x10, 0x11, 0x13, 0x14, 0x81,
  ]

  /// Where something stands that a message of a stranger cannot have; nil if all is right as far
  /// as the bytes go.
  static func firstWrong(_ bytes: Span<UInt8>) -> (index: Int, expected: String)? {
    for index in 0..<min(bytes.count, count) {
      switch index {
      case 0:
        guard Line(rawValue: bytes[0]) != nil else { return (0, "23, 25, 26 or 27") }
      case 1: guard bytes[1] == bytes[0] else { return (1, "the same byte again") }
      case 2: guard types.contains(bytes[2]) else { return (2, "a type of this protocol") }
      case 7: guard bytes[7] < 10 else { return (7, "0 and the first digit of an identifier") }
      case 8...:
        guard PackedDecimal.number(bytes[index]) != nil else {
          return (index, "packed digits of an identifier")
        }
      default: continue
      }
    }
    return nil
  }
}

extension T800X {
  static func recognise(_ bytes: Span<UInt8>, _ stream: StreamState) -> Recognition {
    if let wrong = T800XHeader.firstWrong(bytes) {
      return .no(at: wrong.index, expected: wrong.expected)
    }
    guard bytes.count >= T800XHeader.count else { return .more(T800XHeader.count) }
    guard let header = T800XHeader(bytes) else {
      return .no(at: 3, expected: "a length from 15 to 4096")
    }
    // An IMEI does not begin with two zeros.
    guard bytes[7] > 0 || bytes[8] > 9 else { return .no(at: 8, expected: "an identifier") }
    if bytes.count < header.total { return .more(header.total) }
    guard canDecode(bytes.extracting(0..<header.total)) else {
      return .no(at: T800XHeader.count, expected: "a content of this type")
    }
    return .yes([.sync, .length, .grammar], frame: header.total)
  }

  mutating func nextFrame(in bytes: Span<UInt8>, _ stream: StreamState) -> FrameStep {
    guard bytes.count >= 5 else {
      let isStart = bytes.count > 0 && T800XHeader.Line(rawValue: bytes[0]) != nil
      let canBe = isStart && (bytes.count < 2 || bytes[1] == bytes[0])
      return canBe && stream.edge != .ended ? .needMore(5) : .skip(Self.distanceToStart(bytes))
    }
    guard let header = T800XHeader(bytes) else { return .skip(Self.distanceToStart(bytes)) }
    if bytes.count >= header.total { return .frame(header.total) }
    return stream.edge == .ended ? .skip(Self.distanceToStart(bytes)) : .needMore(header.total)
  }

  private static func distanceToStart(_ bytes: Span<UInt8>) -> Int {
    var index = 1
    while index < bytes.count {
      let isLine = T800XHeader.Line(rawValue: bytes[index]) != nil
      if isLine, index + 1 == bytes.count || bytes[index + 1] == bytes[index] { return index }
      index += 1
    }
    return bytes.count
  }
}

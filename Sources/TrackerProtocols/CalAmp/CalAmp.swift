import Telemetry
import Wire

/// CalAmp's LM Direct: binary datagrams, each with the unit's number in front, as a rule, and
/// acknowledged if it asks for it.
///
/// Source: fact sheet on the LMU, TTU and VPOD series, and recorded traffic.
struct CalAmp: TrackerProtocol {
  /// A conversation that has just begun. A unit that leaves its number out is known by its address.
  init() {}

  /// The largest datagram.
  static let longestFrame = 2_048

  /// What a message is.
  enum Kind: UInt8, Sendable {
    case null = 0
    case acknowledgement = 1
    case event = 2
    case identification = 3
    case userData = 4
    case applicationData = 5
    case parameters = 6
    case unitRequest = 7
    case locate = 8
    case userDataWithAccumulators = 9
    case miniEvent = 10
    case miniUserData = 11

    /// What it is, in words.
    var title: String {
      switch self {
      case .null: "keep-alive"
      case .acknowledgement: "acknowledgement"
      case .event: "event"
      case .identification: "identification"
      case .userData: "data of the user"
      case .applicationData: "data of an application"
      case .parameters: "parameters"
      case .unitRequest: "request"
      case .locate: "position"
      case .userDataWithAccumulators: "data of the user with accumulators"
      case .miniEvent: "short event"
      case .miniUserData: "short data of the user"
      }
    }

    /// The fewest bytes of its body.
    var leastBytes: Int {
      switch self {
      case .event, .userData: 40
      case .locate: 38
      case .miniEvent: 20
      default: 0
      }
    }
  }

  /// A message that wants to be acknowledged.
  private static let acknowledged: UInt8 = 1

  mutating func decode(
    _ frame: inout FieldReader, _ context: DecodeContext, into reports: inout Reports
  ) throws(DecodeError) {
    try Self.options(&frame, &reports)
    let service = try frame.u8("service")
    let type = try frame.u8("type")
    frame.note(Kind(rawValue: type)?.title ?? "unknown")
    let serial = try frame.u16("serial number")
    switch Kind(rawValue: type) {
    case .event: try Self.event(&frame, &reports)
    case .userData: try Self.userData(&frame, &reports)
    case .locate:
      try Self.place(&frame, &reports)
      try Self.accumulators(&frame, hasAppend: true, &reports)
    case .miniEvent: try Self.miniEvent(&frame, &reports)
    default: break
    }
    frame.skipRest("rest")
    guard service == Self.acknowledged else { return }
    reports.reply { answer in
      answer.append(contentsOf: [2, 1])
      answer.append(number: UInt64(serial), bytes: 2)
      answer.append(contentsOf: [type, 0, 0, 0, 0, 0])
    }
  }

  // MARK: Options

  /// The bit that says that options are in front.
  private static let hasOptions: UInt8 = 0x80

  private static let optionNames = [
    "mobile number", "kind of number", "authentication", "routing", "forwarding", "redirection",
    "extension",
  ]

  private static func options(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    guard let first = frame.peek(), first & hasOptions != 0 else { return }
    let flags = try frame.u8("options")
    for (index, name) in optionNames.enumerated()
    where flags >> UInt8(truncatingIfNeeded: index) & 1 == 1 {
      let count = try frame.u8("length")
      let option = try frame.bytes(name, Int(count))
      if index == 0 { reports.identifier = identifier(option) }
    }
  }

  /// The digits of a number that is filled up with F; nil if there are none.
  private static func identifier(_ bytes: Span<UInt8>) -> String? {
    var text = HexText.text(bytes)
    while text.hasSuffix("f") { text.removeLast() }
    return text.isEmpty ? nil : text
  }

  // MARK: Detection

  /// The lengths of a mobile number in bytes.
  private static let numberBytes = 4...10

  static func recognise(_ bytes: Span<UInt8>, _ stream: StreamState) -> Recognition {
    // Number and kind of number are always there in what a stranger sends.
    guard bytes.count > 14, bytes[0] & 0x83 == 0x83 else {
      return .no(at: 0, expected: "options with a mobile number")
    }
    let count = Int(bytes[1])
    guard numberBytes.contains(count), bytes.count > count + 4 else {
      return .no(at: 1, expected: "the length of a mobile number")
    }
    guard isNumber(bytes.extracting(2..<2 + count)) else {
      return .no(at: 2, expected: "the digits of a mobile number")
    }
    guard bytes[count + 2] == 1, (1...7).contains(bytes[count + 3]) else {
      return .no(at: count + 2, expected: "the kind of the mobile number")
    }
    var offset = count + 4
    for index in 2..<7 where bytes[0] >> UInt8(truncatingIfNeeded: index) & 1 == 1 {
      guard offset < bytes.count else { break }
      offset += 1 + Int(bytes[offset])
    }
    guard offset + 4 <= bytes.count, bytes[offset] <= 2,
      let kind = Kind(rawValue: bytes[offset + 1])
    else {
      return .no(at: min(offset, bytes.count), expected: "service and type of a message")
    }
    guard bytes.count - offset - 4 >= kind.leastBytes else {
      return .no(at: bytes.count, expected: "the bytes that the message must have")
    }
    return .yes([.sync, .length, .grammar], frame: bytes.count)
  }

  /// Whether bytes are decimal digits, two in a byte, filled up with F.
  private static func isNumber(_ bytes: Span<UInt8>) -> Bool {
    var digits = 0
    var isFilled = false
    for index in 0..<2 * bytes.count {
      let byte = bytes[index / 2]
      let nibble = index % 2 == 0 ? byte >> 4 : byte & 15
      if nibble == 15 {
        isFilled = true
      } else {
        guard nibble <= 9, !isFilled else { return false }
        digits += 1
      }
    }
    return digits >= 7
  }

  /// A datagram is a message.
  mutating func nextFrame(in bytes: Span<UInt8>, _ stream: StreamState) -> FrameStep {
    .frame(bytes.count)
  }
}

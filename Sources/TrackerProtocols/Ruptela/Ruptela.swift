import Telemetry
import Wire

/// The protocol of Ruptela's trackers: binary, every packet with its length, the IMEI, a type and
/// a checksum. Records of the longer form may be spread over several parts.
///
/// Source: fact sheet on the FM-Pro, FM-Eco, FM-Tco, HCV, LCV and Trace5 series, and recorded
/// traffic.
struct Ruptela: TrackerProtocol {
  /// A conversation that has just begun; every packet says all.
  init() {}

  /// The largest packet that was seen has 1024 bytes; a length above this is a wrong one.
  static let longestFrame = 4_096
  /// Length, IMEI and type.
  static let headCount = 11

  /// What a packet is.
  enum Kind: UInt8, Sendable {
    case records = 1
    case configuration = 2
    case version = 3
    case firmwareUpdate = 4
    case cardState = 5
    case configurationState = 6
    case commandAnswer = 7
    case troubleCodes = 9
    case identification = 15
    case heartbeat = 16
    case outputAnswer = 17
    case files = 37
    case extendedRecords = 68

    /// What it is, in words.
    var title: String {
      switch self {
      case .records: "records"
      case .configuration: "answer to a configuration"
      case .version: "answer with the version"
      case .firmwareUpdate: "answer to a firmware update"
      case .cardState, .configurationState: "answer without text"
      case .commandAnswer: "answer to a command"
      case .troubleCodes: "trouble codes"
      case .identification: "identification"
      case .heartbeat: "heartbeat"
      case .outputAnswer: "answer to setting an output"
      case .files: "files"
      case .extendedRecords: "records with wide numbers"
      }
    }

    /// Whether the body is text.
    var isText: Bool {
      switch self {
      case .configuration, .version, .firmwareUpdate, .commandAnswer: true
      default: false
      }
    }

    /// The type of the answer: as a rule 100 more.
    var answer: UInt8 {
      switch self {
      case .records, .extendedRecords: 100
      default: rawValue &+ 100
      }
    }

    /// Whether the device waits for an answer, which is always the same.
    var isAcknowledged: Bool {
      switch self {
      case .records, .extendedRecords, .troubleCodes, .identification, .heartbeat: true
      default: false
      }
    }
  }

  mutating func decode(
    _ frame: inout FieldReader, _ context: DecodeContext, into reports: inout Reports
  ) throws(DecodeError) {
    _ = try frame.u16("length")
    var trailer = try frame.trailer("trailer", 2)
    let sum = Checksum.kermit(frame.frame.extracting(2..<max(frame.end, 2)))
    reports.checksumFailed = !(try trailer.checksum("checksum", bytes: 2, is: UInt64(sum)))
    reports.identifier = try frame.decimalNumber("IMEI", bytes: 8, digits: 15)
    let type = try frame.u8("type")
    guard let kind = Kind(rawValue: type) else {
      frame.skipRest("body of an unknown message")
      return
    }
    frame.note(kind.title)
    do throws(DecodeError) {
      try Self.body(kind, &frame, &reports)
    } catch {
      // A sound packet that cannot be read would come again and again without an answer.
      guard kind.isAcknowledged, !reports.checksumFailed else { throw error }
      reports.discardCurrent()
      frame.abandon("unreadable body", after: error)
    }
    frame.skipRest("rest")
    if kind.isAcknowledged { Self.answer(kind.answer, [1], &reports) }
  }

  private static func body(
    _ kind: Kind, _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    switch kind {
    case .records: try records(&frame, isExtended: false, &reports)
    case .extendedRecords: try records(&frame, isExtended: true, &reports)
    case .troubleCodes: try troubleCodes(&frame, &reports)
    case .configuration, .version, .firmwareUpdate, .commandAnswer:
      reports.begin()
      reports.set(.type, Int64(kind.rawValue))
      reports.set(.result, text: frame.textRest("text").trimmed)
    case .outputAnswer:
      reports.begin()
      reports.set(.type, Int64(kind.rawValue))
      reports.set(.result, text: String(try frame.u8("result")))
    case .identification: identification(&frame, &reports)
    case .files: try file(&frame, &reports)
    case .heartbeat, .cardState, .configurationState: return
    }
  }

  /// The firmware's name, and settings in a form that is not known.
  private static func identification(_ frame: inout FieldReader, _ reports: inout Reports) {
    var count = 0
    while let byte = frame.peek(count), (0x21...0x7E).contains(byte) { count += 1 }
    guard count > 3, let name = try? frame.text("firmware", count: count).asciiString else {
      return
    }
    reports.notice = DeviceNotice([Attribute(.firmware, .text(name))])
  }

  // MARK: Answers

  /// Answers have no IMEI.
  static func answer(_ type: UInt8, _ content: [UInt8], _ reports: inout Reports) {
    reports.reply { frame in write(to: &frame, type) { $0.append(contentsOf: content) } }
  }

  /// Appends a packet from the server.
  static func write(
    to frame: inout [UInt8], _ type: UInt8, _ content: (inout [UInt8]) -> Void
  ) {
    let start = frame.count
    frame.append(contentsOf: [0, 0, type])
    content(&frame)
    frame.replace(at: start, number: UInt64(frame.count - start - 2), bytes: 2)
    let sum = Checksum.kermit(frame.span.extracting(start + 2..<frame.count))
    frame.append(number: UInt64(sum), bytes: 2)
  }

  // MARK: Repair

  static func reseal(_ frame: inout [UInt8]) {
    guard frame.count >= headCount + 2 else { return }
    frame.replace(at: 0, number: UInt64(frame.count - 4), bytes: 2)
    let sum = Checksum.kermit(frame.span.extracting(2..<frame.count - 2))
    frame.replace(at: frame.count - 2, number: UInt64(sum), bytes: 2)
  }
}

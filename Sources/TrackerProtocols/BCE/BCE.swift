import Telemetry
import Wire

/// The protocol of Baltic Car Equipment's trackers (now Xirgo Global): binary, least significant
/// byte first, packets of blocks of structures, each with masks that say which fields follow.
///
/// Source: fact sheet on the FM-500 series and FM-Blue, and recorded traffic.
struct BCE: TrackerProtocol {
  /// A conversation that has just begun; every packet says all.
  init() {}

  /// The longest packet.
  static let longestFrame = 16_384
  static let handshake = "#BCE#\r\n"
  /// Identifier, block head, checksum.
  static let shortestPacket = 13

  /// What a block is.
  enum Service: UInt8, Sendable {
    case stored = 0xA5
    case timed = 0xA0
    case outputAnswer = 0xC1

    /// What it is, in words.
    var title: String {
      switch self {
      case .stored: "stored records, to be confirmed"
      case .timed: "records by time"
      case .outputAnswer: "answer to setting an output"
      }
    }
  }

  mutating func decode(
    _ frame: inout FieldReader, _ context: DecodeContext, into reports: inout Reports
  ) throws(DecodeError) {
    if frame.peek() == UInt8(ascii: "#"), frame.remaining == Self.handshake.utf8.count {
      return try frame.expect("handshake", Self.handshake)
    }
    var trailer = try frame.trailer("trailer", 1)
    let sum = Checksum.sum8(frame.frame.extracting(0..<frame.end))
    reports.checksumFailed = !(try trailer.checksum("checksum", bytes: 1, is: UInt64(sum)))
    let identifier = frame.frame.number(at: 0, bytes: 8, .little)
    reports.identifier = try frame.decimalNumber("IMEI", bytes: 8, digits: 15, .little)
    while !frame.isAtEnd {
      let length = try frame.u16("length of the block", .little)
      var block = try frame.part("block", Int(length))
      let service = try block.u8("service")
      let key = try block.u8("key")
      let kind = Service(rawValue: service)
      block.note(kind?.title ?? "unknown service")
      if kind == .stored || kind == .timed {
        try Self.structures(&block, context, &reports)
      }
      block.skipRest("data")
      if kind == .stored, !reports.checksumFailed { Self.confirm(identifier, key, &reports) }
    }
  }

  /// Confirms a block, or it comes again with another key. The sum is all that guards it, so that
  /// a block without the right one shall come again.
  private static func confirm(_ identifier: UInt64, _ key: UInt8, _ reports: inout Reports) {
    reports.reply { frame in
      write(to: &frame, identifier) { $0.append(contentsOf: [0x19, key & 0x7F]) }
    }
  }

  /// Appends a packet of one block to a unit.
  private static func write(
    to frame: inout [UInt8], _ identifier: UInt64, _ content: (inout [UInt8]) -> Void
  ) {
    let start = frame.count
    frame.append(number: identifier, bytes: 8, .little)
    frame.append(contentsOf: [0, 0])
    content(&frame)
    frame.replace(
      at: start + 8, number: UInt64(frame.count - start - 10), bytes: 2, .little)
    frame.append(Checksum.sum8(frame.span.extracting(start..<frame.count)))
  }

  // MARK: Commands

  static func encode(
    _ command: Command, _ context: CommandContext, into frame: inout [UInt8]
  ) throws(CommandError) {
    guard command.type == .outputControl else { throw .unsupported(command.type) }
    let index = try command.number("index", in: 1...2)
    let value = try command.number("data", in: 0...255)
    guard let identifier = UInt64(context.identifier) else {
      throw .invalid(parameter: "uniqueId", reason: "must be an IMEI")
    }
    write(to: &frame, identifier) { content in
      content.append(contentsOf: [0x41, index == 1 ? 0x0A : 0x0B, 0xFF, 0])
      content.append(contentsOf: [value > 0 ? 0x55 : 0, 0])
    }
  }

  // MARK: Repair

  static func reseal(_ frame: inout [UInt8]) {
    guard frame.count >= shortestPacket, frame[0] != UInt8(ascii: "#") || frame[10] >= 0xA0
    else { return }
    var end = 8
    while end + 2 < frame.count - 1 {
      end += 2 + Int(truncatingIfNeeded: frame.span.number(at: end, bytes: 2, .little))
    }
    // With several blocks only those who wrote them know where one ends.
    if end != frame.count - 1 {
      frame.replace(at: 8, number: UInt64(frame.count - 11), bytes: 2, .little)
    }
    frame[frame.count - 1] = Checksum.sum8(frame.span.extracting(0..<frame.count - 1))
  }
}

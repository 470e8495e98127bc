import Telemetry
import Wire

/// The protocol of Pointer's and PowerFleet's Cellocator units: binary, least significant byte
/// first, every message with the unit's number, all of them acknowledged.
///
/// Source: fact sheet on the Cello, CelloTrack, Compact, CR and Olympic units, and recorded
/// traffic.
struct Cellocator: TrackerProtocol {
  /// A conversation that has just begun; every message says all.
  init() {}

  /// The largest message: a header of 16 bytes and what a length of 16 bits counts.
  static let longestFrame = 65_551
  private static let usual = "MCGP"
  /// The system code of another layout of the status.
  private static let alternative = "MCPG"

  /// What a message is.
  enum Kind: UInt8, Sendable {
    case status = 0x00
    case programming = 0x03
    case forwardedFragment = 0x07
    case forwarded = 0x08
    case modular = 0x09
    case extendedModular = 0x0B

    /// What it is, in words.
    var title: String {
      switch self {
      case .status: "status and location"
      case .programming: "programming data"
      case .forwardedFragment: "fragment of forwarded data"
      case .forwarded: "forwarded data"
      case .modular: "modules"
      case .extendedModular: "modules, extended"
      }
    }
  }

  mutating func decode(
    _ frame: inout FieldReader, _ context: DecodeContext, into reports: inout Reports
  ) throws(DecodeError) {
    let isAlternative = frame.frame.starts(with: Self.alternative)
    var trailer = try frame.trailer("trailer", 1)
    let sum = Checksum.sum8(frame.frame.extracting(min(4, frame.end)..<frame.end))
    reports.checksumFailed = !(try trailer.checksum("checksum", bytes: 1, is: UInt64(sum)))
    try frame.skip("system code", 4)
    let at = frame.offset
    guard let kind = Kind(rawValue: try frame.u8("type")) else {
      throw DecodeError(.unsupported, field: "type", at: at)
    }
    frame.note(kind.title)
    let unit = try frame.u32("unit", .little)
    reports.identifier = String(unit)
    if kind != .forwarded { try frame.skip("communication flags", 2) }
    let numerator = try frame.u8("numerator")
    do throws(DecodeError) {
      switch kind {
      case .status: try Self.status(&frame, isAlternative: isAlternative, &reports)
      case .extendedModular: try Self.modules(&frame, &reports)
      case .programming, .forwardedFragment, .forwarded, .modular: break
      }
    } catch {
      // A sound message that cannot be read would come again and again without an answer.
      guard !reports.checksumFailed else { throw error }
      reports.discardCurrent()
      frame.abandon("unreadable message", after: error)
    }
    frame.skipRest("content")
    Self.answer(kind, unit, numerator, &reports)
  }

  // MARK: Answers

  private static func answer(
    _ kind: Kind, _ unit: UInt32, _ numerator: UInt8, _ reports: inout Reports
  ) {
    reports.reply { frame in
      write(to: &frame, kind == .extendedModular ? 0x0B : 0x04, unit) { content in
        if kind == .extendedModular {
          // To the unit; ten bytes follow; module 9 with three bytes: taken.
          content.append(contentsOf: [numerator, 0, 0, 0, 0, 0x80, 10, 0, 0, 0, 0, 0])
          content.append(contentsOf: [9, 3, 0, 0, 0, 0])
        } else {
          content.append(contentsOf: [0, 0, 0, 0, 0, 0, numerator])
          content.append(contentsOf: repeatElement(0, count: 11))
        }
      }
    }
  }

  /// Appends a message to a unit.
  private static func write(
    to frame: inout [UInt8], _ type: UInt8, _ unit: UInt32, _ content: (inout [UInt8]) -> Void
  ) {
    let start = frame.count
    frame.append(contentsOf: usual.utf8)
    frame.append(type)
    frame.append(number: UInt64(unit), bytes: 4, .little)
    content(&frame)
    frame.append(Checksum.sum8(frame.span.extracting(start + 4..<frame.count)))
  }

  // MARK: Commands

  static func encode(
    _ command: Command, _ context: CommandContext, into frame: inout [UInt8]
  ) throws(CommandError) {
    guard command.type == .outputControl else { throw .unsupported(command.type) }
    let output = UInt8(clamping: try command.number("index", in: 0...15))
    let state = UInt8(clamping: try command.number("data", in: 0...1))
    // A unit whose number does not fit takes what is for nobody.
    write(to: &frame, 0x00, UInt32(context.identifier, radix: 10) ?? 0) { content in
      let value = state << 4 | output
      content.append(contentsOf: [0, 0, 0, 0, 0, 3, 3, value, value, 0, 0, 0, 0, 0, 0])
    }
  }

  // MARK: Framing

  /// How a message begins.
  private enum Head {
    case no(at: Int)
    case more(Int)
    case total(Int)
  }

  private static func head(_ bytes: Span<UInt8>) -> Head {
    let isAlternative = bytes.count > 2 && bytes[2] == UInt8(ascii: "P")
    let code = Array((isAlternative ? alternative : usual).utf8)
    for index in 0..<min(4, bytes.count) where bytes[index] != code[index] {
      return .no(at: index)
    }
    guard bytes.count > 4 else { return .more(5) }
    guard let kind = Kind(rawValue: bytes[4]), kind == .status || !isAlternative else {
      return .no(at: 4)
    }
    func total(_ base: Int, _ offset: Int, _ width: Int) -> Head {
      guard bytes.count >= offset + width else { return .more(offset + width) }
      return .total(
        base + Int(truncatingIfNeeded: bytes.number(at: offset, bytes: width, .little)))
    }
    switch kind {
    case .status, .forwardedFragment: return .total(70)
    case .programming: return .total(31)
    case .forwarded: return total(19, 16, 2)
    case .modular: return total(15, 13, 1)
    case .extendedModular: return total(16, 13, 2)
    }
  }

  static func recognise(_ bytes: Span<UInt8>, _ stream: StreamState) -> Recognition {
    switch head(bytes) {
    case .no(let offset): return .no(at: offset, expected: "MCGP and a type")
    case .more(let count): return .more(count)
    case .total(let total):
      guard bytes.count >= total else { return .more(total) }
      guard stream.transport == .tcp || bytes.count == total else {
        return .no(at: total, expected: "the end of the datagram")
      }
      var proofs: Proofs = [.sync, .length, .keyword, .grammar]
      if Checksum.sum8(bytes.extracting(4..<total - 1)) == bytes[total - 1] {
        proofs.insert(.checksum)
      }
      return .yes(proofs, frame: total)
    }
  }

  mutating func nextFrame(in bytes: Span<UInt8>, _ stream: StreamState) -> FrameStep {
    switch Self.head(bytes) {
    case .no: return .skip(Self.distanceToStart(bytes))
    case .more(let count):
      return stream.edge == .ended ? .skip(Self.distanceToStart(bytes)) : .needMore(count)
    case .total(let total):
      if bytes.count >= total { return .frame(total) }
      return stream.edge == .ended ? .skip(Self.distanceToStart(bytes)) : .needMore(total)
    }
  }

  private static func distanceToStart(_ bytes: Span<UInt8>) -> Int {
    var index = 1
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "M"),
        index + 1 == bytes.count || bytes[index + 1] == UInt8(ascii: "C")
      {
        return index
      }
      index += 1
    }
    return bytes.count
  }

  // MARK: Repair

  static func reseal(_ frame: inout [UInt8]) {
    guard frame.count >= 16, let kind = Kind(rawValue: frame[4]) else { return }
    switch kind {
    case .forwarded where frame.count >= 19:
      frame.replace(at: 16, number: UInt64(frame.count - 19), bytes: 2, .little)
    case .modular: frame.replace(at: 13, number: UInt64(frame.count - 15), bytes: 1)
    case .extendedModular:
      frame.replace(at: 13, number: UInt64(frame.count - 16), bytes: 2, .little)
    default: break
    }
    frame[frame.count - 1] = Checksum.sum8(frame.span.extracting(4..<frame.count - 1))
  }
}

import Telemetry
import Wire

/// Sinocastel's binary protocol: OBD units (IDD-212, IDD-213) and trackers (PT-690, MPIP-620).
///
/// Source: fact sheet on the vendor's texts and recorded traffic.
struct Castel: TrackerProtocol {
  /// A conversation that has just begun; the protocol has no state.
  init() {}

  /// The length has two bytes; real frames are far shorter.
  static let longestFrame = 4_096

  // MARK: Recognition and frames

  static func recognise(_ bytes: Span<UInt8>, _ stream: StreamState) -> Recognition {
    let header: CastelHeader
    switch CastelHeader.read(bytes) {
    case .no(let offset, let expected): return .no(at: offset, expected: expected)
    case .more(let count):
      return stream.edge == .ended
        ? .no(at: bytes.count, expected: "a whole header") : .more(max(count, bytes.count + 1))
    case .header(let found): header = found
    }
    guard bytes.count >= header.total else {
      return stream.edge == .ended
        ? .no(at: bytes.count, expected: "as many bytes as the length says")
        : .more(header.total)
    }
    guard bytes.starts(with: "\r\n", at: header.total - 2) else {
      return .no(at: header.total - 2, expected: "CR LF where the length says")
    }
    var proofs: Proofs = [.sync, .length, .terminator]
    if CastelHeader.sumHolds(bytes.extracting(0..<header.total)) { proofs.insert(.checksum) }
    return .yes(proofs, frame: header.total)
  }

  mutating func nextFrame(in bytes: Span<UInt8>, _ stream: StreamState) -> FrameStep {
    switch CastelHeader.read(bytes) {
    case .no: return .skip(Self.distanceToHeader(bytes))
    case .more(let count): return .needMore(max(count, bytes.count + 1))
    case .header(let header):
      guard bytes.count >= header.total else { return .needMore(header.total) }
      return bytes.starts(with: "\r\n", at: header.total - 2)
        ? .frame(header.total) : .skip(Self.distanceToHeader(bytes))
    }
  }

  private static func distanceToHeader(_ bytes: Span<UInt8>) -> Int {
    for index in bytes.indices.dropFirst() where CastelHeader.isStart(bytes[index]) {
      return index
    }
    return bytes.count
  }

  static func reseal(_ frame: inout [UInt8]) {
    guard (CastelHeader.shortestFrame...longestFrame).contains(frame.count) else { return }
    frame.replace(at: 2, number: UInt64(frame.count), bytes: 2, .little)
    let sum = Checksum.x25(frame.span.extracting(0..<frame.count - 4))
    frame.replace(at: frame.count - 4, number: UInt64(sum), bytes: 2, .little)
  }

  // MARK: Reading

  mutating func decode(
    _ frame: inout FieldReader, _ context: DecodeContext, into reports: inout Reports
  ) throws(DecodeError) {
    let whole = frame.frame
    guard case .header(let header) = CastelHeader.read(whole), header.total == whole.count else {
      throw DecodeError(.invalid, field: "header", at: 0)
    }
    var end = try frame.trailer("end", 2)
    try end.expect("end", "\r\n")
    let sum = Checksum.x25(whole.extracting(0..<whole.count - 4))
    var trailer = try frame.trailer("checksum", 2)
    reports.checksumFailed = try !trailer.checksum(
      "checksum", bytes: 2, .little, is: UInt64(sum))
    try frame.skip("start", 2)
    _ = try frame.u16("length", .little)
    if header.family.hasVersion { _ = try frame.u8("version") }
    let identifier = try Self.identifier(&frame, &reports)
    let type = try frame.u16("type")
    guard let layout = CastelLayout.find(header.family, type) else {
      return frame.skipRest("message that is not decoded")
    }
    frame.note(layout.title)
    var message = CastelMessage()
    for part in layout.parts { try Self.read(part, &message, &frame, &reports) }
    frame.skipRest("further fields")
    if let answer = layout.answer {
      let index = message.index
      reports.reply { bytes in
        Self.write(answer, header, identifier, index, context.receivedAt, to: &bytes)
      }
    }
  }

  /// Reads the identifier and gives it with the zeros behind it, as answers need it.
  @_lifetime(copy frame)
  private static func identifier(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) -> Span<UInt8> {
    let start = frame.offset
    var count = 0
    while count < CastelHeader.identifierCount, let byte = frame.peek(count), byte != 0 {
      count += 1
    }
    guard count > 0, let name = try frame.text("identifier", count: count).asciiString else {
      throw DecodeError(.invalid, field: "identifier", at: start)
    }
    try frame.skip("filling", CastelHeader.identifierCount - count)
    reports.identifier = name
    return frame.frame.extracting(start..<frame.offset)
  }

  // MARK: Answers

  private static func write(
    _ answer: CastelLayout.Answer, _ header: CastelHeader, _ identifier: Span<UInt8>,
    _ index: UInt32, _ now: Timestamp, to frame: inout [UInt8]
  ) {
    let version: UInt8? = answer.content == .blank ? nil : header.version ?? 0xFF
    write(version, answer.type, to: &frame) { frame in
      for index in identifier.indices { frame.append(identifier[index]) }
    } content: { frame in
      switch answer.content {
      case .none: break
      case .index: frame.append(number: UInt64(index), bytes: 4, .little)
      case .time:
        frame.append(contentsOf: [0xFF, 0xFF, 0xFF, 0xFF, 0, 0])
        frame.append(
          number: UInt64(clamping: now.milliseconds / 1_000), bytes: 4, .little)
      case .blank:
        frame.append(contentsOf: [0, 0, 0, 0])
        frame.append(contentsOf: repeatElement(0xFF, count: 8))
      }
    }
  }

  /// Appends a frame from the server.
  static func write(
    _ version: UInt8?, _ type: UInt16, to frame: inout [UInt8],
    identifier: (inout [UInt8]) -> Void, content: (inout [UInt8]) -> Void
  ) {
    var message: [UInt8] = [0x40, 0x40, 0, 0]
    if let version { message.append(version) }
    identifier(&message)
    message.append(number: UInt64(type), bytes: 2)
    content(&message)
    message.append(contentsOf: [0, 0, 13, 10])
    reseal(&message)
    frame.append(contentsOf: message)
  }
}

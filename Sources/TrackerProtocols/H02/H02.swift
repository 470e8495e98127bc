import Telemetry
import Wire

/// The relay trackers' protocol that most makers call H02: text `*HQ,…#` for events and
/// confirmations, and binary packets of packed decimal behind `$` for periodic positions, mixed in
/// one conversation.
///
/// Source: fact sheet on the vendors' texts and recorded traffic.
struct H02: TrackerProtocol {
  /// The device that spoke last; an empty identifier means it.
  var device: String?
  /// How long this device's binary packets are, once one has shown it: they say it nowhere.
  var packetLength: Int?

  /// A conversation that has just begun.
  init() {}

  static let longestFrame = 2_048

  static func recognise(_ bytes: Span<UInt8>, _ stream: StreamState) -> Recognition {
    guard bytes.count > 0 else { return .more(1) }
    return bytes[0] == UInt8(ascii: "*")
      ? recogniseText(bytes) : recognisePacket(bytes, stream)
  }

  private static func recogniseText(_ bytes: Span<UInt8>) -> Recognition {
    let envelope: H02Envelope
    switch H02Envelope.read(bytes) {
    case .no(let offset, let expected): return .no(at: offset, expected: expected)
    case .more(let count): return .more(count)
    case .envelope(let found): envelope = found
    }
    guard let end = bytes.firstIndex(of: UInt8(ascii: "#"), from: envelope.typeEnd) else {
      return .more(bytes.count + 1)
    }
    // Answers by text have line ends.
    for index in envelope.typeEnd..<end
    where bytes[index] < 0x20 && ![9, 10, 13].contains(bytes[index]) {
      return .no(at: index, expected: "text up to '#'")
    }
    var proofs: Proofs = [.sync, .terminator]
    if envelope.typeIsKnown { proofs.insert(.keyword) }
    if canDecode(bytes.extracting(0..<end + 1)) { proofs.insert(.grammar) }
    return .yes(proofs, frame: end + 1)
  }

  private static func recognisePacket(
    _ bytes: Span<UInt8>, _ stream: StreamState
  ) -> Recognition {
    let layouts: H02Layouts
    switch H02Layouts.read(bytes) {
    case .no(let offset, let expected): return .no(at: offset, expected: expected)
    case .more(let count): return .more(count)
    case .layouts(let found): layouts = found
    }
    switch layouts.length(of: bytes, stream, remembered: nil) {
    case .length(let count):
      if H02Layouts.isJT600(bytes, count) {
        return .no(at: 8, expected: "no length field, which JT600 has there")
      }
      return .yes([.sync, .grammar], frame: count)
    case .pause, .more: return .more(bytes.count + 1)
    case .none:
      return .no(
        at: bytes.count, expected: "a packet of \(H02Layouts.lengthsInWords) bytes")
    }
  }

  mutating func nextFrame(in bytes: Span<UInt8>, _ stream: StreamState) -> FrameStep {
    switch H02Start.read(bytes) {
    case .no: return .skip(H02Start.distanceToNext(bytes))
    case .more(let count): return .needMore(count)
    case .text:
      if let end = bytes.firstIndex(of: UInt8(ascii: "#"), limit: Self.longestFrame) {
        return .frame(end + 1)
      }
      return bytes.count < Self.longestFrame
        ? .needMore(bytes.count + 1) : .skip(H02Start.distanceToNext(bytes))
    case .packet:
      let layouts = H02Layouts.plausible(bytes)
      switch layouts.length(of: bytes, stream, remembered: packetLength) {
      case .length(let count):
        if bytes[0] == UInt8(ascii: "$") { packetLength = count }
        return .frame(count)
      case .more(let count): return .needMore(count)
      case .pause: return .waitForPause
      case .none: return .skip(H02Start.distanceToNext(bytes))
      }
    }
  }

  mutating func decode(
    _ frame: inout FieldReader, _ context: DecodeContext, into reports: inout Reports
  ) throws(DecodeError) {
    if frame.peek() == UInt8(ascii: "*") {
      try text(&frame, context, &reports)
    } else {
      try packet(&frame, context, &reports)
    }
    if let clock = context.settings.clock { reports.readTimes(by: clock) }
  }
}

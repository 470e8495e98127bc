import Telemetry
import TrackerProtocols
import Wire

// Decoders with a fault each, that the fuzzer must find; if it does not, it would not find ours.

extension About {
  /// What there is to say of a canary.
  fileprivate static func canary(_ name: String, _ examples: String) -> About {
    About(
      name: name, title: "Canary", transports: [.tcp], firstBytes: [UInt8(ascii: "K")],
      longestFrame: 64, identifiesEveryMessage: false, commands: [], sources: [], models: "",
      notes: "", examples: examples)
  }
}

extension Span where Element == UInt8 {
  /// `K`, a length of what follows, content, and the sum of all before it.
  fileprivate var canaryLength: Int? {
    count > 2 && self[0] == UInt8(ascii: "K") ? Int(self[1]) + 2 : nil
  }
}

/// Traps on one value of one field behind a checksum: without resealing it could hardly be found.
struct TrapCanary: TrackerProtocol {
  static let about = About.canary("canarytrap", "# Report\n> 4B 03 01 02 51")

  static func recognise(_ bytes: Span<UInt8>, _ stream: StreamState) -> Recognition {
    .no(at: 0, expected: "nothing")
  }

  mutating func nextFrame(in bytes: Span<UInt8>, _ stream: StreamState) -> FrameStep {
    guard let length = bytes.canaryLength else { return .skip(bytes.count) }
    return length > bytes.count ? .needMore(length) : .frame(length)
  }

  mutating func decode(
    _ frame: inout FieldReader, _ context: DecodeContext, into reports: inout Reports
  ) throws(DecodeError) {
    let sum = Checksum.sum8(frame.frame.extracting(0..<max(0, frame.end - 1)))
    var trailer = try frame.trailer("sum", 1)
    guard try trailer.u8("sum") == sum else { throw DecodeError(.checksum, field: "sum", at: 0) }
    try frame.skip("start and length", 2)
    let kind = try frame.u8("kind")
    let temperature = try frame.u8("temperature")
    reports.begin()
    // The fault: 40 is taken off a number without sign.
    if kind == 7 { reports.set(.temperature(1), Int64(temperature - 40)) }
  }

  static func reseal(_ frame: inout [UInt8]) {
    guard frame.count > 3, frame.count < 64 else { return }
    frame[1] = UInt8(truncatingIfNeeded: frame.count - 2)
    frame[frame.count - 1] = Checksum.sum8(frame.span.extracting(0..<frame.count - 1))
  }
}

/// Never ends on a list that has an item of length zero.
struct LoopCanary: TrackerProtocol {
  static let about = About.canary("canaryloop", "# Report\n> 4B 04 01 02 03 04")

  static func recognise(_ bytes: Span<UInt8>, _ stream: StreamState) -> Recognition {
    .no(at: 0, expected: "nothing")
  }

  mutating func nextFrame(in bytes: Span<UInt8>, _ stream: StreamState) -> FrameStep {
    .skip(bytes.count)
  }

  mutating func decode(
    _ frame: inout FieldReader, _ context: DecodeContext, into reports: inout Reports
  ) throws(DecodeError) {
    try frame.expect("start", "K")
    try frame.skip("length", 1)
    reports.begin()
    while let length = frame.peek() {
      // The fault: the length counts itself, and is not checked to.
      try frame.skip("item", Int(length))
      reports.set("item", Int64(length))
    }
  }
}

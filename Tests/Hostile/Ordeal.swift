import CHeapMeter
import Platform
import Telemetry
import TrackerProtocols
import Wire

/// Gives an input to a protocol that it may not belong to, in every way that bytes can reach it,
/// and measures what that costs.
struct Ordeal {
  /// What one input may take from the heap at once, besides ``factor`` times its size.
  static let allowance = 65_536
  static let factor = 16
  /// More is a hang, however slow the machine is.
  static let mostMilliseconds: Int64 = 2_000

  private(set) var count = 0
  private(set) var faults: [String] = []
  private(set) var mostBytes: Int64 = 0
  private(set) var mostMicroseconds: Int64 = 0
  private(set) var worst = ""

  /// One input through a protocol's recogniser, framing and decoder.
  mutating func run<Protocol: TrackerProtocol>(_ type: Protocol.Type, _ input: HostileInput) {
    heap_meter_start()
    let began = Clock.microseconds()
    for transport in Transport.allCases {
      for edge in [StreamState.Edge.open, .paused, .ended] {
        Self.converse(type, input.bytes, StreamState(transport: transport, edge: edge))
      }
    }
    let elapsed = Clock.microseconds() - began
    let bytes = heap_meter_peak()
    count += 1
    mostMicroseconds = max(mostMicroseconds, elapsed)
    if bytes > mostBytes {
      mostBytes = bytes
      worst = input.name
    }
    let limit = Int64(Self.allowance + Self.factor * input.bytes.count)
    let name = "\(type.about.name) reading \(input.name) (\(input.bytes.count) bytes)"
    if bytes > limit { faults.append("\(name) took \(bytes) bytes, more than \(limit)") }
    if elapsed > Self.mostMilliseconds * 1_000 { faults.append("\(name) took \(elapsed) µs") }
  }

  /// As the first bytes of a stranger, as a conversation, and as one frame.
  private static func converse<Protocol: TrackerProtocol>(
    _ type: Protocol.Type, _ bytes: [UInt8], _ stream: StreamState
  ) {
    _ = Protocol.recognise(bytes.span, stream)
    var session = Protocol()
    decode(&session, bytes.span, stream)
    session = Protocol()
    var start = 0
    while start < bytes.count {
      switch session.nextFrame(in: bytes.span.extracting(start...), stream) {
      case .frame(let count) where count > 0 && count <= bytes.count - start:
        decode(&session, bytes.span.extracting(start..<start + count), stream)
        start += count
      case .skip(let count) where count > 0 && count <= bytes.count - start: start += count
      default: return
      }
    }
  }

  private static func decode<Protocol: TrackerProtocol>(
    _ session: inout Protocol, _ frame: Span<UInt8>, _ stream: StreamState
  ) {
    guard !frame.isEmpty else { return }
    var reports = Reports()
    let context = DecodeContext(
      receivedAt: WorkedExample.usualTime, transport: stream.transport)
    // A refusal is as good as a reading.
    try? session.read(frame, context, into: &reports)
  }
}

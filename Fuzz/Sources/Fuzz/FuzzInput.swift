import Telemetry
import TrackerProtocols

/// An input of the fuzzer: two bytes that choose, and the bytes from the wire.
struct FuzzInput {
  /// What is tried with the bytes, in the second byte.
  struct Choices: OptionSet {
    let rawValue: UInt8
    /// Lengths and checksums are repaired first; without it, they hide the decoder.
    static let resealed = Choices(rawValue: 1)
    static let datagram = Choices(rawValue: 2)
    /// Somebody listens to the reads.
    static let traced = Choices(rawValue: 4)
    /// What was decoded is stored and read back.
    static let stored = Choices(rawValue: 8)
    /// The sender has paused.
    static let paused = Choices(rawValue: 16)
    /// The sender has closed the connection.
    static let ended = Choices(rawValue: 32)
    /// A command is written with the bytes as its parameters.
    static let command = Choices(rawValue: 64)
    /// The bytes are frames of one conversation, each behind its length in two bytes: for faults
    /// that need what an earlier frame left.
    static let sequence = Choices(rawValue: 128)
  }

  /// The protocols under test: all, one by its name, or the canary that must be found. None if
  /// the name is wrong.
  static let protocols: [any TrackerProtocol.Type] =
    switch setting("WHEREABOUTS_FUZZ_CANARY") {
    case "trap": [TrapCanary.self]
    case "loop": [LoopCanary.self]
    default: only.map { [$0] } ?? (name == nil ? Catalogue.protocols : [])
    }

  private static let name = setting("WHEREABOUTS_FUZZ_PROTOCOL")
  /// The protocol that gets all inputs, if one was named.
  private static let only = name.flatMap { Catalogue.named($0) }
  /// Whether all inputs, or none, are resealed; nil if each says it of itself.
  private static let isResealed: Bool? = ["raw": false, "resealed": true][
    setting("WHEREABOUTS_FUZZ_FORM") ?? ""]

  /// The protocol, or nil for the detector, which asks all of them.
  let type: (any TrackerProtocol.Type)?
  let choices: Choices
  let bytes: [UInt8]

  /// An input from what the fuzzer made up; nil if there is nothing to send.
  init?(_ raw: [UInt8]) {
    guard raw.count > 2 else { return nil }
    let index = Int(raw[0]) % (Self.protocols.count + 1)
    type = Self.only ?? (index < Self.protocols.count ? Self.protocols[index] : nil)
    var choices = Choices(rawValue: raw[1])
    switch Self.isResealed {
    case true: choices.insert(.resealed)
    case false: choices.remove(.resealed)
    case nil: break
    }
    self.choices = choices
    bytes = Array(raw[2...])
  }

  /// The bytes of a sequence, cut into its frames; a last one that is too short is what there is.
  var frames: [[UInt8]] {
    var frames: [[UInt8]] = []
    var rest = bytes[...]
    while rest.count > 2 {
      let length = Int(rest[rest.startIndex]) << 8 | Int(rest[rest.startIndex + 1])
      frames.append(Array(rest.dropFirst(2).prefix(length)))
      rest = rest.dropFirst(2 + length)
    }
    return frames
  }

  /// The bytes of a sequence of frames.
  static func sequence(_ frames: [[UInt8]]) -> [UInt8] {
    frames.flatMap { frame in
      [UInt8(truncatingIfNeeded: frame.count >> 8), UInt8(truncatingIfNeeded: frame.count)] + frame
    }
  }

  /// Where and how the bytes came from.
  var stream: StreamState {
    if choices.contains(.datagram) { return .datagram }
    let edge: StreamState.Edge =
      choices.contains(.ended) ? .ended : choices.contains(.paused) ? .paused : .open
    return StreamState(transport: .tcp, edge: edge)
  }
}

import Detection
import Gateway
import Telemetry
import TrackerProtocols
import Wire

/// The protocols of the tests.
let testDetector = Detector([LineProtocol.self, ColonProtocol.self, PauseProtocol.self])

extension Span where Element == UInt8 {
  /// The bytes as text.
  var text: String {
    var copy: [UInt8] = []
    for index in indices { copy.append(self[index]) }
    return String(decoding: copy, as: UTF8.self)
  }
}

/// Writes down what a conversation tells.
struct RecordingHandler: ConversationHandler {
  var directoryRevision: UInt64 = 1
  /// The admission of an identifier; an arrival if none is set.
  var admissions: [String: Admission] = [:]
  /// The settings of devices that have no admission of their own; with any, they are known.
  var usualSettings = DeviceSettings.none
  var asked: [String] = []
  /// A line for everything that was told.
  var events: [String] = []

  mutating func admit(_ claim: DeviceClaim) -> Admission {
    asked.append(claim.identifier)
    if let admission = admissions[claim.identifier] { return admission }
    let identity = DeviceIdentity(rawValue: Int64(claim.identifier.utf8.count) + 100)
    return usualSettings == .none ? .stranger(identity) : .known(identity, usualSettings)
  }

  mutating func take(_ frame: Span<UInt8>, _ reports: inout Reports, _ facts: FrameFacts) {
    let values = reports.positions.compactMap { $0[.event] }.map(\.description)
    events.append(
      "\(facts.protocolName) \(facts.identifier)=\(facts.device.rawValue) \(frame.text.dropLast())"
        + (values.isEmpty ? "" : " event " + values.joined(separator: " ")))
  }

  mutating func take(unread piece: Span<UInt8>, _ facts: FrameFacts) {
    let names: [(MessageFlags, String)] = [
      (.undetected, "undetected"), (.unidentified, "unidentified"),
      (.undecodable, "undecodable"), (.unframed, "unframed"),
    ]
    let kind = names.first { facts.flags.contains($0.0) }?.1 ?? "?"
    events.append("\(kind) \(piece.text)")
  }

  mutating func drop(_ frame: Span<UInt8>, _ facts: FrameFacts, reason: String) {
    events.append("dropped \(reason)")
  }
}

/// A conversation with everything around it.
struct Talk {
  var conversation: Conversation
  var handler = RecordingHandler()
  var reports = Reports()

  init(_ transport: Transport = .tcp, frameBytes: Int = 65_536) {
    conversation = Conversation(
      detector: testDetector, transport: transport, frameBytes: frameBytes)
  }

  mutating func hear(_ text: String, _ edge: StreamState.Edge = .open) {
    let bytes = Array(text.utf8)
    conversation.receive(
      bytes.span, edge: edge, at: Timestamp(seconds: 1_790_000_000), reports: &reports,
      handler: &handler)
  }
}

import FrontDesk
import Platform
import Telemetry
import TrackerProtocols
import Wire

/// Explains what a tracker sent.
enum DecodeCommand: Subcommand {
  static let name = "decode"
  static let summary = "explain bytes of a tracker: protocol, every field, positions, answers"
  static let help = #"""
    whereabouts decode [options] HEX | TEXT | FILE

    Tells which protocol the bytes are and why, names every byte, and shows the positions and the
    answers that they give. The argument is hexadecimal digits, text as it stands on the wire
    (\r \n \xHH for what cannot be typed), or the name of a file that holds either, a line for
    each message. Without an argument it is read from standard input.

      --protocol NAME   do not detect, read as this protocol
      --transport T     tcp (default) or udp
      --model NAME      what the operator entered as the device's model
      --now TIME        the time of receipt, such as 2026-01-02T03:04:05Z
      --json            one JSON object for programs
      --json-lines      answer JSON requests from standard input, a line each

    Example: whereabouts decode 78780d01035876504000001700018cdd0d0a
    """#

  static func run(_ words: [String]) throws -> Int32 {
    let words = try Words(
      words, withValue: ["protocol", "transport", "model", "now"], alone: ["json", "json-lines"])
    if words.has("json-lines") {
      try DecodeRequests.answerAll()
      return 0
    }
    let messages = try Input.messages(words.values)
    let transport = try self.transport(words["transport"])
    let receivedAt = try time(words["now"])
    let size = messages.reduce(0) { $0 + $1.count }
    guard size <= Explainer.mostBytes else {
      throw UsageProblem(
        "these are \(size) bytes; at most \(Explainer.mostBytes) are explained at once, so cut them"
      )
    }
    var explainer = Explainer(
      try type(words["protocol"]), settings: DeviceSettings(model: words["model"]))
    for message in messages {
      let edge: StreamState.Edge = transport == .udp ? .ended : .paused
      explainer.feed(message, StreamState(transport: transport, edge: edge), receivedAt: receivedAt)
    }
    explainer.end(transport, receivedAt: receivedAt)
    if words.has("json") {
      Terminal.write(explainer.json() + [10])
    } else {
      for line in explainer.text() { Terminal.write(line) }
    }
    return explainer.type == nil ? 1 : 0
  }

  static func type(_ name: String?) throws -> (any TrackerProtocol.Type)? {
    guard let name else { return nil }
    guard let type = Catalogue.named(name) else {
      let known = Catalogue.protocols.map { $0.about.name }.joined(separator: ", ")
      throw UsageProblem("there is no protocol '\(name)'; protocols: \(known)")
    }
    return type
  }

  /// The transport of a name; TCP if none is given.
  static func transport(_ name: String?) throws -> Transport {
    guard let name else { return .tcp }
    guard let transport = Transport.allCases.first(where: { $0.name == name }) else {
      throw UsageProblem("a transport is tcp or udp, not '\(name)'")
    }
    return transport
  }

  static func time(_ text: String?) throws -> Timestamp {
    guard let text else { return .now }
    guard let time = Timestamp(iso8601: text) else {
      throw UsageProblem("'\(text)' is no time; write it like 2026-01-02T03:04:05Z")
    }
    return time
  }
}

extension Timestamp {
  /// The machine's clock.
  static var now: Timestamp { Timestamp(milliseconds: Clock.milliseconds()) }
}

import FrontDesk
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
    (\r \n \xHH for what cannot be typed), or the name of a file: of hexadecimal digits or such
    text, a line for each message, or of the bytes themselves. Without an argument it is read from
    standard input.

      --protocol NAME   do not detect, read as this protocol
      --transport T     tcp (default) or udp
      --model NAME      what the operator entered as the device's model
      --options A=B,C=D what else was entered for it, such as decoder.timezone=+02:00
      --now TIME        the time of receipt, such as 2026-01-02T03:04:05Z
      --json            one JSON object for programs
      --json-lines      answer JSON requests from standard input, a line each

    Example: whereabouts decode 78780d01035876504000001700018cdd0d0a
    """#

  static func run(_ words: [String]) throws -> Int32 {
    let words = try Words(
      words, withValue: ["protocol", "transport", "model", "options", "now"],
      alone: ["json", "json-lines"])
    if words.has("json-lines") {
      DecodeRequests.answerAll()
      return 0
    }
    let messages = try Input.messages(words.values)
    let transport = try Words.transport(words["transport"])
    let receivedAt = try Words.time(words["now"])
    let size = messages.reduce(0) { $0 + $1.count }
    guard size > 0 else {
      throw UsageProblem("there are no bytes; give hexadecimal digits, text, or the name of a file")
    }
    guard size <= Explainer.mostBytes else {
      throw UsageProblem(
        "these are \(size) bytes; at most \(Explainer.mostBytes) are explained at once, so cut them"
      )
    }
    var explainer = Explainer(
      try Words.protocolType(words["protocol"]), settings: try words.deviceSettings())
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
}

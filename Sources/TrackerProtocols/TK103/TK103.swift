import Telemetry
import Wire

/// The bracket protocol of TK103B, KX402 and many copies: an identifier of twelve characters and a
/// command without anything between, or fields with commas.
///
/// Source: fact sheet on the vendors' texts and recorded traffic.
struct TK103: TrackerProtocol {
  /// A conversation that has just begun; the protocol has no state.
  init() {}

  static let longestFrame = 1_024

  static func recognise(_ bytes: Span<UInt8>, _ stream: StreamState) -> Recognition {
    switch TK103Header.read(bytes) {
    case .no(let offset, let expected): return .no(at: offset, expected: expected)
    case .more(let count): return .more(count)
    case .header: break
    }
    guard let end = TK103Header.end(of: bytes) else {
      return bytes.count < longestFrame
        ? .more(bytes.count + 1) : .no(at: longestFrame, expected: "')'")
    }
    var proofs: Proofs = [.sync, .terminator, .keyword]
    if canDecode(bytes.extracting(0..<end)) { proofs.insert(.grammar) }
    return .yes(proofs, frame: end)
  }

  mutating func nextFrame(in bytes: Span<UInt8>, _ stream: StreamState) -> FrameStep {
    guard bytes.count > 0, bytes[0] == UInt8(ascii: "(") else {
      return .skip(TK103Header.distanceToNext(bytes))
    }
    if let end = TK103Header.end(of: bytes) { return .frame(end) }
    return bytes.count < Self.longestFrame
      ? .needMore(bytes.count + 1) : .skip(TK103Header.distanceToNext(bytes))
  }

  mutating func decode(
    _ frame: inout FieldReader, _ context: DecodeContext, into reports: inout Reports
  ) throws(DecodeError) {
    guard case .header(let header) = TK103Header.read(frame.frame),
      let identifier = frame.frame.extracting(header.identifier).asciiString,
      let command = frame.frame.extracting(header.command).asciiString
    else { throw DecodeError(.invalid, field: "start", at: 0) }
    var end = try frame.trailer("end", 1)
    try end.expect("end", ")")
    if header.identifier.lowerBound > 0 { try frame.expect("start", "(") }
    try frame.skip("identifier", header.identifier.count)
    if header.hasCommas { try frame.expect("separator", ",") }
    try frame.skip("command", 4)
    reports.identifier = identifier
    if header.hasCommas {
      try frame.expect("separator", ",")
      try Self.commaMessage(command, &frame, &reports)
    } else {
      try Self.compactMessage(command, &frame, &reports)
      Self.reply(to: command, identifier, &reports)
    }
  }

  /// Answers logins. An identifier with the bracket in it, and one that is longer, has none.
  private static func reply(
    to command: String, _ identifier: String, _ reports: inout Reports
  ) {
    let answer =
      switch command {
      case "BP00": "AP01HSO"
      case "BP05": "AP05"
      default: ""
      }
    guard !answer.isEmpty, identifier.utf8.count == 12,
      identifier.utf8.first != UInt8(ascii: "(")
    else { return }
    reports.reply { bytes in
      bytes.append(UInt8(ascii: "("))
      bytes.append(contentsOf: identifier.utf8)
      bytes.append(contentsOf: answer.utf8)
      bytes.append(UInt8(ascii: ")"))
    }
  }

  // MARK: Messages

  private static func compactMessage(
    _ command: String, _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    if frame.peek(frame.distance(to: UInt8(ascii: "{"))) != nil {
      try cellList(&frame, &reports)
      return
    }
    switch command {
    case "BZ00": try neighbours(&frame, &reports)
    case "BV00":
      reports.begin()
      reports.set(.vin, text: frame.textRest("vehicle"))
    case "BS50": try battery(&frame, &reports)
    case "BS51": try batteryItems(&frame, &reports)
    default:
      if isPosition(frame) {
        try compactPosition(command, &frame, &reports)
      } else {
        frame.skipRest("content")
      }
    }
  }

  private static func commaMessage(
    _ command: String, _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    switch command {
    case "ZC20": try batteryReport(&frame, &reports)
    case "ZC03": try answer(&frame, &reports)
    default:
      var ahead = frame.lookahead()
      ahead.skipText("date")
      let fix = ahead.text("fix")
      if fix.equals("A") || fix.equals("V") {
        try position(isCompact: false, &frame, &reports)
        frame.skipRest("other fields")
      } else if command.hasPrefix("DW") {
        try networks(&frame, &reports)
      } else {
        frame.skipRest("content")
        return
      }
      event(command, &reports)
    }
  }

  /// Sets what a command of the comma dialect says.
  private static func event(_ command: String, _ reports: inout Reports) {
    if let alarm = alarms[command] {
      reports.raise(alarm)
    } else if ["ZC15", "DW35", "DW55", "ZC29", "DW42", "DW62"].contains(command) {
      reports.set(.ignition, true)
    } else if ["ZC16", "DW36", "DW56"].contains(command) {
      reports.set(.ignition, false)
    }
  }

  static let alarms: [String: Alarm] = [
    "ZC11": .movement, "DW31": .movement, "DW51": .movement, "ZC12": .lowBattery,
    "DW32": .lowBattery, "DW52": .lowBattery, "ZC13": .powerCut, "DW33": .powerCut,
    "DW53": .powerCut, "ZC17": .removing, "DW37": .removing, "DW57": .removing, "ZC25": .sos,
    "DW3E": .sos, "DW5E": .sos, "ZC26": .tampering, "DW3F": .tampering, "DW5F": .tampering,
    "ZC27": .lowPower, "DW40": .lowPower, "DW60": .lowPower,
  ]
}

import Telemetry
import Wire

/// Topflytech's protocol: binary messages behind two equal bytes that name the line of products,
/// with the IMEI in each.
///
/// Source: fact sheet on the maker's documents and recorded traffic.
struct T800X: TrackerProtocol {
  /// A conversation that has just begun; the protocol has no state.
  init() {}

  /// An answer to a command is some hundred bytes long.
  static let longestFrame = 4_096

  mutating func decode(
    _ frame: inout FieldReader, _ context: DecodeContext, into reports: inout Reports
  ) throws(DecodeError) {
    guard let header = T800XHeader(frame.frame), header.total == frame.frame.count else {
      throw DecodeError(.invalid, field: "length", at: 3)
    }
    try frame.skip("line", 2)
    _ = try frame.u8("type")
    frame.note(header.type.map { "\($0)" } ?? "not known")
    _ = try frame.u16("length")
    let index = try frame.u16("number")
    let start = frame.offset
    guard let first = frame.peek(), first < 0x10 else {
      throw DecodeError(.invalid, field: "identifier", at: start)
    }
    reports.identifier = try frame.digits("identifier", bytes: 8, dropping: 1)
    let alarm = try Self.content(header, index, &frame, context.settings, &reports)
    frame.skipRest("not known")
    if header.isAnswered { Self.answer(header, index, alarm: alarm, frame.frame, &reports) }
  }

  /// Reads what stands behind the header, and gives the code of an alarm that must be confirmed.
  private static func content(
    _ header: T800XHeader, _ index: UInt16, _ frame: inout FieldReader,
    _ settings: DeviceSettings, _ reports: inout Reports
  ) throws(DecodeError) -> UInt8 {
    switch header.type {
    case .login: frame.skipRest("versions")
    case .position, .alarm, .longPosition, .longAlarm:
      reports.begin()
      reports.set(.index, Int(index))
      let code =
        header.line == .battery
        ? try batteryRecord(&frame, &reports)
        : try vehicleRecord(header, &frame, settings, &reports)
      return header.isAlarm ? code : 0
    case .network: try network(&frame, &reports)
    case .driving: try driving(&frame, &reports)
    case .acceleration: try acceleration(&frame, &reports)
    case .sensors: try sensors(&frame, &reports)
    case .result:
      try frame.skip("kind of the answer", 1)
      reports.begin()
      reports.set(.result, text: try wideText("answer", bytes: frame.remaining, &frame))
    case .heartbeat, nil: break
    }
    return 0
  }

  /// Answers with line, type, number and identifier, and the code of an alarm.
  private static func answer(
    _ header: T800XHeader, _ index: UInt16, alarm: UInt8, _ frame: Span<UInt8>,
    _ reports: inout Reports
  ) {
    reports.reply { answer in
      for place in 0..<3 { answer.append(frame[place]) }
      answer.append(number: alarm > 0 ? 16 : 15, bytes: 2)
      // The first line does not count its answers.
      answer.append(number: header.line == .first ? 1 : UInt64(index), bytes: 2)
      for place in 7..<15 { answer.append(frame[place]) }
      if alarm > 0 { answer.append(alarm) }
    }
  }

  // MARK: Small messages

  /// Reads text of two bytes a character, the low byte first.
  static func wideText(
    _ name: String, bytes count: Int, _ frame: inout FieldReader
  ) throws(DecodeError) -> String {
    let bytes = try frame.bytes(name, count)
    var units: [UInt16] = []
    units.reserveCapacity(count / 2)
    var index = 0
    while index + 1 < bytes.count {
      units.append(UInt16(truncatingIfNeeded: bytes.number(at: index, bytes: 2, .little)))
      index += 2
    }
    return String(decoding: units, as: UTF16.self)
  }

  /// Reads which network the unit is in.
  private static func network(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    reports.begin()
    reports.current.deviceTime = try frame.packedTime("time")
    let count = Int(try frame.u8("length"))
    let name = try wideText("operator", bytes: count, &frame)
    if !name.isEmpty { reports.set(.networkOperator, text: name) }
    try text("networkTechnology", "technology", &frame, &reports)
    try text("networkBand", "band", &frame, &reports)
    try frame.skip("subscriber", Int(try frame.u8("length")))
    try text(.iccid, "SIM card", &frame, &reports)
  }

  private static func text(
    _ key: AttributeKey, _ name: String, _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    let count = Int(try frame.u8("length"))
    let text = try frame.text(name, count: count)
    if text.count > 0 { reports.set(key, text: text) }
  }

  // MARK: Repair

  static func reseal(_ frame: inout [UInt8]) {
    guard frame.count >= T800XHeader.count, frame.count <= longestFrame else { return }
    frame.replace(at: 3, number: UInt64(frame.count), bytes: 2)
  }
}

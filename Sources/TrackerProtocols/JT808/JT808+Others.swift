import Telemetry
import Wire

// Messages that are no positions.
extension JT808 {
  /// Message 0002: nothing, or the battery, the signal and a state.
  static func heartbeat(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    guard frame.remaining == 3 else { return }
    reports.begin()
    reports.set(.batteryLevel, Int64(try frame.u8("battery level")))
    reports.set(.rssi, Int64(try frame.u8("signal")))
    reports.set(.status, Int64(try frame.u8("state")))
  }

  /// Message 0107: what the terminal is.
  static func attributes(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    guard frame.remaining >= 44 else { return }
    try frame.skip("type", 2)
    try frame.skip("maker", 5)
    try frame.skip("model", 20)
    try frame.skip("terminal", 7)
    reports.begin()
    reports.set(.iccid, text: HexText.text(try frame.bytes("ICCID", 10)))
  }

  /// Message 0701: text with its length.
  static func answerText(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    let length = Int(try frame.u32("length"))
    reports.begin()
    reports.set(.result, text: try frame.text("text", count: min(length, frame.remaining)))
  }

  /// Message 1300: text in UTF-16.
  static func wideText(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    try frame.skip("serial number of the command", 2)
    var units: [UInt16] = []
    while frame.remaining >= 2 { units.append(try frame.u16("character")) }
    let text = String(decoding: units, as: UTF16.self)
    frame.note(text)
    reports.begin()
    var bytes = Array(text.utf8)[...]
    while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
    bytes = bytes.drop { $0 <= 0x20 }
    reports.set(.result, text: String(decoding: bytes, as: UTF8.self))
  }

  /// Message 6006: text with its encoding. Characters of Chinese encodings are not translated.
  static func encodedText(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    try frame.skip("encoding", 1)
    reports.begin()
    reports.set(.result, text: frame.textRest("text"))
  }

  /// Message 0702: a driver's card is put in or taken out.
  static func driverCard(
    _ frame: inout FieldReader, _ message: Message, _ reports: inout Reports
  ) throws(DecodeError) {
    reports.begin()
    reports.set("cardStatus", Int64(try frame.u8("status")))
    reports.current.deviceTime = try time(&frame, message)
    guard !frame.isAtEnd else { return }
    reports.set("cardResult", Int64(try frame.u8("result")))
    guard !frame.isAtEnd else { return }
    let nameCount = Int(try frame.u8("length of the name"))
    set("driver", try frame.text("driver", count: nameCount).trimmed, &reports)
    set("cardCode", try frame.text("card", count: 20).trimmed, &reports)
    let agencyCount = Int(try frame.u8("length of the agency"))
    set("cardAgency", try frame.text("agency", count: agencyCount).trimmed, &reports)
    reports.set("cardValidity", text: HexText.text(try frame.bytes("valid until", 4)))
  }

  private static func set(
    _ key: AttributeKey, _ text: Span<UInt8>, _ reports: inout Reports
  ) {
    if text.count > 0 { reports.set(key, text: text) }
  }

  /// Message 2070: samples with their times.
  static func acceleration(
    _ frame: inout FieldReader, _ message: Message, _ reports: inout Reports
  ) throws(DecodeError) {
    reports.begin()
    var samples: [String] = []
    while frame.remaining >= 12 {
      let time = try time(&frame, message)
      if samples.isEmpty { reports.current.deviceTime = time }
      let x = try axis("x", &frame)
      let y = try axis("y", &frame)
      let z = try axis("z", &frame)
      samples.append("[\(x),\(y),\(z)]")
    }
    reports.set(.gSensor, text: "[\(samples.joined(separator: ","))]")
  }

  /// A number of 15 bits with its sign in the highest.
  private static func axis(
    _ name: String, _ frame: inout FieldReader
  ) throws(DecodeError) -> Int {
    let value = try frame.u16(name)
    let size = frame.bits("size", of: value, 0..<15)
    return frame.bit("minus", of: value, 15) ? 0 - size : size
  }
}

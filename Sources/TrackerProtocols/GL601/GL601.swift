import Telemetry
import Wire

/// The later binary protocol of Queclink: records of items between `+` or `-` and `$`.
///
/// Source: fact sheet of gl200 and recorded traffic.
struct GL601: TrackerProtocol {
  /// A conversation that has just begun; the protocol has no state.
  init() {}

  /// The length has two bytes; real frames are far shorter.
  static let longestFrame = 8_192
  /// Header, record-free body and trailer.
  static let shortestFrame = 23
  /// Count of messages, checksum, `$`.
  private static let trailerCount = 4
  /// Where the identifier stands if no numbers of fragments do.
  private static let identifierStart = 5

  // MARK: Recognition and frames

  static func recognise(_ bytes: Span<UInt8>, _ stream: StreamState) -> Recognition {
    if let refusal = beginning(bytes) { return refusal }
    guard bytes.count >= 4 else { return .more(shortestFrame) }
    let total = Int(bytes.bigEndian16(at: 2))
    guard (shortestFrame...longestFrame).contains(total) else {
      return .no(at: 2, expected: "a length of \(shortestFrame) to \(longestFrame)")
    }
    guard bytes.count > 4 else { return .more(total) }
    let identifier = identifierStart + (bytes[4] & 0x80 == 0 ? 0 : 2)
    for index in 0..<8 where identifier + index < bytes.count {
      let byte = bytes[identifier + index]
      guard PackedDecimal.number(byte) != nil, index > 0 || byte < 0x10 else {
        return .no(at: identifier + index, expected: "an identifier of 15 packed digits")
      }
    }
    guard bytes.count >= total else {
      return stream.edge == .ended
        ? .no(at: bytes.count, expected: "as many bytes as the length says") : .more(total)
    }
    guard bytes[total - 1] == UInt8(ascii: "$") else {
      return .no(at: total - 1, expected: "'$' where the length says")
    }
    var proofs: Proofs = [.sync, .length, .terminator]
    if Checksum.nrsc5(bytes.extracting(0..<total - 2)) == bytes[total - 2] {
      proofs.insert(.checksum)
    }
    return .yes(proofs, frame: total)
  }

  /// Why the first two bytes are none of a frame; nil if they can be.
  private static func beginning(_ bytes: Span<UInt8>) -> Recognition? {
    if bytes.count > 0, !isSign(bytes[0]) { return .no(at: 0, expected: "'+' or '-'") }
    if bytes.count > 1, bytes[1] != 0 { return .no(at: 1, expected: "a zero byte") }
    return nil
  }

  private static func isSign(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-")
  }

  mutating func nextFrame(in bytes: Span<UInt8>, _ stream: StreamState) -> FrameStep {
    guard Self.beginning(bytes) == nil else { return .skip(Self.distanceToSign(bytes)) }
    guard bytes.count >= 4 else { return .needMore(Self.shortestFrame) }
    let total = Int(bytes.bigEndian16(at: 2))
    guard (Self.shortestFrame...Self.longestFrame).contains(total) else {
      return .skip(Self.distanceToSign(bytes))
    }
    guard bytes.count >= total else { return .needMore(total) }
    return bytes[total - 1] == UInt8(ascii: "$")
      ? .frame(total) : .skip(Self.distanceToSign(bytes))
  }

  private static func distanceToSign(_ bytes: Span<UInt8>) -> Int {
    for index in bytes.indices.dropFirst() where isSign(bytes[index]) { return index }
    return bytes.count
  }

  static func reseal(_ frame: inout [UInt8]) {
    guard (shortestFrame...longestFrame).contains(frame.count) else { return }
    frame[2] = UInt8(truncatingIfNeeded: frame.count >> 8)
    frame[3] = UInt8(truncatingIfNeeded: frame.count)
    frame[frame.count - 2] = Checksum.nrsc5(frame.span.extracting(0..<frame.count - 2))
  }

  // MARK: Reading

  mutating func decode(
    _ frame: inout FieldReader, _ context: DecodeContext, into reports: inout Reports
  ) throws(DecodeError) {
    let whole = frame.frame
    var trailer = try frame.trailer("trailer", Self.trailerCount)
    _ = try trailer.u16("count")
    let sum = Checksum.nrsc5(whole.extracting(0..<whole.count - 2))
    reports.checksumFailed = try !trailer.checksum("checksum", bytes: 1, is: UInt64(sum))
    try trailer.expect("end", "$")
    _ = try frame.u8("start")
    _ = try frame.u8("kind")
    _ = try frame.u16("length")
    let flags = try frame.u8("flags")
    if frame.bit("in fragments", of: flags, 7) { try frame.skip("number of fragment", 2) }
    reports.identifier = try frame.digits("identifier", bytes: 8, dropping: 1)
    _ = try frame.u16("device type")
    _ = try frame.u16("protocol version")
    _ = try frame.u8("custom version")
    let reserved = try frame.u8("length of reserved bytes")
    try frame.skip("reserved", Int(reserved))
    while !frame.isAtEnd {
      let (count, bytes) = try Self.number("length of record", &frame)
      // The length counts itself.
      guard count > bytes else {
        throw DecodeError(.invalid, field: "length of record", at: frame.offset)
      }
      var record = try frame.part("record", count - bytes)
      try Self.record(&record, &reports)
    }
  }

  /// Reads a number of one byte, or of 15 bits if the highest bit of the first byte is set; with
  /// how many bytes it took.
  private static func number(
    _ name: String, _ frame: inout FieldReader
  ) throws(DecodeError) -> (value: Int, bytes: Int) {
    guard let first = frame.peek(), first & 0x80 != 0 else {
      return (Int(try frame.u8(name)), 1)
    }
    return (Int(try frame.u16(name) & 0x7FFF), 2)
  }

  private static func record(
    _ record: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    reports.begin()
    reports.current.deviceTime = try record.unixTime("time")
    _ = try record.u16("number")
    _ = try record.u8("kind of record")
    reports.set(.event, Int64(try record.u8("event")))
    while !record.isAtEnd {
      let identifier = try number("item", &record).value
      let count = try number("length of item", &record).value
      var item = try record.part("item", count)
      switch identifier {
      case 0x52: try place(&item, &reports)
      case 0x61: try battery(&item, &reports)
      default: break
      }
      item.skipRest("value")
    }
  }

  private static func place(
    _ item: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    let flags = try item.u8("fix")
    let longitude = Double(try item.i32("longitude")) / 1_000_000
    let latitude = Double(try item.i32("latitude")) / 1_000_000
    reports.current.fixTime = try item.unixTime("time of fix")
    let speed = Double(try item.u16("speed")) / 10
    item.note("\(speed) km/h")
    reports.set(.hdop, Double(try item.u8("accuracy")) / 10)
    let course = Double(try item.u16("course"))
    let altitude = Double(try item.signed("altitude", bytes: 3)) / 10
    reports.set(.satellites, Int64(try item.u8("satellites")))
    guard abs(latitude) <= 90, abs(longitude) <= 180 else { return }
    reports.current.hasLocation = true
    reports.current.location = Location(
      latitude: latitude, longitude: longitude, altitude: altitude,
      speed: Units.knots(kilometresPerHour: speed), course: course,
      isValid: flags >> 2 & 3 == 2)
  }

  private static func battery(
    _ item: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    _ = try item.u8("supply")
    let millivolts = try item.u16("battery")
    reports.set(.battery, Double(millivolts) / 1_000)
    reports.set(.batteryLevel, Int64(try item.u8("battery level")))
  }
}

import Telemetry
import Wire

/// Bofan's text protocol: a record `$POS,…` or `$` and the name of an alarm, with the identifier
/// in it, up to a line break; behind a header of five bytes several records, or a part of a
/// picture. Only pictures are answered.
///
/// Source: fact sheet on the manuals of Bofan's trackers and recorded traffic.
struct PT502: TrackerProtocol {
  /// The picture that is being fetched.
  var photo: Photo?

  /// A conversation that has just begun.
  init() {}

  /// A header can carry some dozens of records.
  static let longestFrame = 16_384
  /// The longest record; about 110 bytes are usual.
  static let longestRecord = 1_024

  static let dollar = UInt8(ascii: "$")
  static let carriageReturn: UInt8 = 13
  static let lineFeed: UInt8 = 10

  mutating func decode(
    _ frame: inout FieldReader, _ context: DecodeContext, into reports: inout Reports
  ) throws(DecodeError) {
    if frame.peek() == 0xBF { try Self.header(&frame, &reports) }
    while !frame.isAtEnd {
      switch frame.peek() {
      case Self.carriageReturn, Self.lineFeed: try frame.skip("line end", 1)
      case Self.dollar where Self.beginsPicture(frame):
        try picturePart(&frame, &reports)
      case Self.dollar: try line(&frame, context, &reports)
      default: frame.skipRest("not known")
      }
    }
  }

  /// Reads `BF FB`, the exclusive or of all bytes behind the header, and the length.
  private static func header(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    guard let header = PT502Header(frame.frame) else {
      throw DecodeError(.truncated, field: "start", at: 0)
    }
    try frame.skip("start", 2)
    let sum = Checksum.xor8(frame.frame.extracting(droppingFirst: PT502Header.count))
    reports.checksumFailed = !(try frame.checksum("checksum", bytes: 1, is: UInt64(sum)))
    _ = try frame.u16("length", .little)
    frame.note(header.total == frame.frame.count ? "holds" : "should be \(frame.frame.count)")
  }

  private static func beginsPicture(_ frame: borrowing FieldReader) -> Bool {
    var ahead = frame.lookahead()
    return ahead.text("ahead").starts(with: "$PHD")
  }

  /// Reads a record and the marks behind it.
  private mutating func line(
    _ frame: inout FieldReader, _ context: DecodeContext, _ reports: inout Reports
  ) throws(DecodeError) {
    let count = min(
      frame.distance(to: Self.carriageReturn), frame.distance(to: Self.lineFeed))
    var record = try frame.part("record", count)
    while record.remaining > 1, record.peek(record.remaining - 1) == UInt8(ascii: "#") {
      var mark = try record.trailer("end mark", 1)
      mark.skipRest("end mark")
    }
    try self.record(&record, context, &reports)
    record.skipRest("rest")
  }

  // MARK: Repair

  static func reseal(_ frame: inout [UInt8]) {
    guard frame.count >= PT502Header.shortest, frame.count <= longestFrame, frame[0] == 0xBF,
      frame[1] == 0xFB
    else { return }
    frame[2] = Checksum.xor8(frame.span.extracting(droppingFirst: PT502Header.count))
    frame[3] = UInt8(truncatingIfNeeded: frame.count)
    frame[4] = UInt8(truncatingIfNeeded: frame.count >> 8)
  }
}

/// The header in front of records: `BF FB`, checksum, length of the whole with the low byte first.
struct PT502Header {
  /// The bytes of the header.
  static let count = 5
  /// Header and the shortest content.
  static let shortest = 10

  /// The length of header and content.
  let total: Int

  /// Nil if the bytes do not begin so, or the length is too short.
  init?(_ bytes: Span<UInt8>) {
    guard bytes.count >= Self.count, bytes[0] == 0xBF, bytes[1] == 0xFB else { return nil }
    total = Int(bytes[3]) | Int(bytes[4]) << 8
    guard total >= Self.shortest else { return nil }
  }

  /// Whether the checksum of the content holds, all of which must be there.
  func checksumHolds(_ bytes: Span<UInt8>) -> Bool {
    guard total <= bytes.count else { return false }
    return Checksum.xor8(bytes.extracting(Self.count..<total)) == bytes[2]
  }
}

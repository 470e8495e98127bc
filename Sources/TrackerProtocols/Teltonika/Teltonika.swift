import Telemetry
import Wire

/// The protocol of Teltonika's trackers and routers: binary, a login with the IMEI and then packets
/// of records, each with a list of numbered elements. Over UDP every datagram has the IMEI.
///
/// Source: fact sheet on codecs 7, 8, 8 Extended, 12, 13, 14, 15 and 16, and recorded traffic.
struct Teltonika: TrackerProtocol {
  /// The photo that is being fetched.
  var photo: Photo?

  /// A conversation that has just begun.
  init() {}

  /// Records are at most 255 in a packet; a length above this is a wrong one.
  static let longestFrame = 65_548

  /// A packet under way: what its records need to know besides their bytes.
  struct Packet {
    let codec: TeltonikaCodec
    let count: UInt8
    let profile: TeltonikaProfile
    /// How many bytes stand behind the records.
    let behind: ClosedRange<Int>
    /// Whether the checksum holds; nil where there is none.
    let isSound: Bool?
  }

  mutating func decode(
    _ frame: inout FieldReader, _ context: DecodeContext, into reports: inout Reports
  ) throws(DecodeError) {
    let bytes = frame.frame
    if bytes.count == 1, bytes[0] == Self.keepAlive {
      try frame.skip("keep-alive", 1)
    } else if bytes.bigEndian16(at: 0) == 0 {
      try packet(&frame, context, &reports)
    } else if bytes.count > 2, bytes.extracting(2..<bytes.count).isDigits {
      try Self.login(&frame, &reports)
    } else {
      try datagram(&frame, context, &reports)
    }
  }

  /// A single byte that keeps a connection open.
  static let keepAlive: UInt8 = 0xFF

  // MARK: Messages

  private static func login(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    let count = Int(try frame.u16("length"))
    reports.identifier = try frame.text("IMEI", count: count).asciiString
    frame.skipRest("rest")
    reports.reply { $0.append(1) }
  }

  /// A packet as it comes over TCP: a length in front, a checksum behind.
  private mutating func packet(
    _ frame: inout FieldReader, _ context: DecodeContext, _ reports: inout Reports
  ) throws(DecodeError) {
    try frame.skip("preamble", 4)
    let length = try frame.u32("length")
    if Int(length) == frame.remaining - 4 {
      var trailer = try frame.trailer("trailer", 5)
      let sum = Checksum.arc(frame.frame.extracting(frame.offset..<frame.end + 1))
      try trailer.skip("count again", 1)
      let holds = try trailer.checksum("checksum", bytes: 4, is: UInt64(sum))
      reports.checksumFailed = !holds
      let packet = try Self.head(&frame, context, behind: 5...5, isSound: holds)
      try body(packet, &frame, &reports)
      Self.answer(packet, &reports)
    } else {
      // In a datagram the length may be wrong, and the checksum may be cut off.
      reports.checksumFailed = true
      let packet = try Self.head(&frame, context, behind: 1...5, isSound: false)
      try body(packet, &frame, &reports)
      let at = frame.offset
      guard (1...5).contains(frame.remaining), try frame.u8("count again") == packet.count else {
        throw DecodeError(.invalid, field: "count again", at: at)
      }
      frame.skipRest("checksum")
      Self.answer(packet, &reports)
    }
  }

  private static func answer(_ packet: Packet, _ reports: inout Reports) {
    guard packet.codec.isAnswered else { return }
    reports.reply { $0.append(number: UInt64(packet.count), bytes: 4) }
  }

  /// A packet as it comes over UDP: the IMEI in front.
  private mutating func datagram(
    _ frame: inout FieldReader, _ context: DecodeContext, _ reports: inout Reports
  ) throws(DecodeError) {
    try frame.skip("length", 2)
    try frame.skip("packet", 2)
    try frame.skip("kind", 1)
    let number = try frame.u8("packet of records")
    let length = try frame.u16("length of the IMEI")
    let at = frame.offset
    guard let identifier = try frame.text("IMEI", count: Int(length)).asciiString else {
      throw DecodeError(.invalid, field: "IMEI", at: at)
    }
    reports.identifier = identifier
    var trailer = try frame.trailer("trailer", 1)
    try trailer.skip("count again", 1)
    let packet = try Self.head(&frame, context, behind: 1...1, isSound: nil)
    try body(packet, &frame, &reports)
    guard packet.codec.isAnswered else { return }
    reports.reply { $0.append(contentsOf: [0, 5, 0, 0, 1, number, packet.count]) }
  }

  private static func head(
    _ frame: inout FieldReader, _ context: DecodeContext, behind: ClosedRange<Int>,
    isSound: Bool?
  ) throws(DecodeError) -> Packet {
    let at = frame.offset
    guard let codec = TeltonikaCodec(rawValue: try frame.u8("codec")) else {
      throw DecodeError(.unsupported, field: "codec", at: at)
    }
    frame.note(codec.title)
    return Packet(
      codec: codec, count: try frame.u8("count"), profile: TeltonikaProfile(context.settings),
      behind: behind, isSound: isSound)
  }

  /// Reads the records of a packet. One that is sound but cannot be read is kept as it is, with
  /// the records in front of what is unreadable: it would come again and again otherwise.
  private mutating func body(
    _ packet: Packet, _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    do throws(DecodeError) {
      switch packet.codec {
      case .seven: try Self.oldRecords(&frame, packet, &reports)
      case .eight, .eightExtended, .sixteen: try Self.records(&frame, packet, &reports)
      case .twelve, .fourteen: try serialRecords(&frame, packet, &reports)
      case .thirteen, .fifteen: try Self.timedRecords(&frame, packet, &reports)
      }
    } catch {
      guard packet.isSound == true, packet.codec.isAnswered else { throw error }
      reports.discardCurrent()
      frame.abandon("unreadable records", after: error)
    }
    if packet.behind.count == 1 { frame.skipRest("rest") }
  }

  // MARK: Repair

  static func reseal(_ frame: inout [UInt8]) {
    guard frame.count >= 12 else { return }
    if frame.span.number(at: 0, bytes: 4) == 0 {
      frame.replace(at: 4, number: UInt64(frame.count - 12), bytes: 4)
      let sum = Checksum.arc(frame.span.extracting(8..<frame.count - 4))
      frame.replace(at: frame.count - 4, number: UInt64(sum), bytes: 4)
    } else if frame.span.number(at: 0, bytes: 2) > 0 {
      frame.replace(at: 0, number: UInt64(frame.count - 2), bytes: 2)
    }
  }
}

/// How the records of a packet are written.
enum TeltonikaCodec: UInt8, Sendable {
  case seven = 0x07
  case eight = 0x08
  case twelve = 0x0C
  case thirteen = 0x0D
  case fourteen = 0x0E
  case fifteen = 0x0F
  case sixteen = 0x10
  case eightExtended = 0x8E

  /// Whether the device waits for the number of records that were taken.
  var isAnswered: Bool {
    switch self {
    case .seven, .eight, .eightExtended, .sixteen: true
    case .twelve, .thirteen, .fourteen, .fifteen: false
    }
  }

  /// What it is, in words.
  var title: String {
    switch self {
    case .seven: "records of GH3000 (codec 7)"
    case .eight: "records (codec 8)"
    case .eightExtended: "records with wide numbers (codec 8 Extended)"
    case .sixteen: "records with what made them (codec 16)"
    case .twelve: "serial data, answers, pictures (codec 12)"
    case .thirteen: "serial data with a time (codec 13)"
    case .fourteen: "answers with the IMEI (codec 14)"
    case .fifteen: "serial data with time and IMEI (codec 15)"
    }
  }
}

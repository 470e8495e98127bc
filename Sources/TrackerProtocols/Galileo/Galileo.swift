import Telemetry
import Wire

/// Galileosky's binary protocol: packets of tags with a checksum, answered with that checksum;
/// pictures in parts; compressed packets; the same tags in messages of Iridium's gateway.
///
/// Source: fact sheet on the maker's manuals and recorded traffic.
struct Galileo: TrackerProtocol {
  /// The number that the next part of a picture has, as far as one has come.
  var nextPart = 0

  /// A conversation that has just begun.
  init() {}

  /// The type, the length, 15 bits of tags, the checksum.
  static let longestFrame = 5 + 0x7FFF

  /// A picture has no name on the wire: it is stored under the message's number.
  private static let pictureName = "media.jpg"

  mutating func decode(
    _ frame: inout FieldReader, _ context: DecodeContext, into reports: inout Reports
  ) throws(DecodeError) {
    if GalileoHeader.isIridium(frame.frame) {
      try Self.iridium(&frame, context, &reports)
      return
    }
    let bytes = frame.frame
    guard bytes.count > GalileoHeader.overhead else {
      throw DecodeError(.truncated, field: "length", at: 0)
    }
    let sum = Checksum.modbus(bytes.extracting(0..<bytes.count - 2))
    var trailer = try frame.trailer("checksum", 2)
    let start = trailer.offset
    // A packet that is not answered comes again, so nothing of a damaged one is taken.
    guard try trailer.checksum("checksum", bytes: 2, .little, is: UInt64(sum)) else {
      throw DecodeError(.checksum, field: "checksum", at: start)
    }
    let type = try frame.u8("type")
    let length = try frame.u16("length", .little)
    _ = frame.bit("more in the archive", of: length, 15)
    guard frame.bits("length of the tags", of: length, 0..<15) == frame.remaining else {
      throw DecodeError(.invalid, field: "length", at: 1)
    }
    switch type {
    case 0x01: try Self.records(&frame, &reports)
    case 0x07: try picture(&frame, &reports)
    case 0x08: try Self.compressedRecords(&frame, context, &reports)
    case 0x06:
      // A text for a navigation device: it is passed on, not answered.
      frame.skipRest("message of a navigation device")
      return
    default: throw DecodeError(.unsupported, field: "type", at: 0)
    }
    reports.reply { answer in
      answer.append(type == 0x07 ? 0x07 : 0x02)
      answer.append(UInt8(truncatingIfNeeded: sum))
      answer.append(UInt8(truncatingIfNeeded: sum >> 8))
    }
  }

  /// Reads a part of a picture: its number and bytes; no bytes end the picture.
  private mutating func picture(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    let number = Int(try frame.u8("part"))
    let start = frame.offset
    let data = try frame.bytes("picture", frame.remaining)
    let isLast = data.count == 0
    var bytes: [UInt8] = []
    bytes.reserveCapacity(data.count)
    for index in data.indices { bytes.append(data[index]) }
    // The end stands behind all parts, whatever number it bears.
    let place = isLast ? max(number, nextPart) : number
    nextPart = isLast ? 0 : number &+ 1
    reports.add(
      MediaPiece(
        name: Self.pictureName, place: .part(place), bytes: bytes, isLast: isLast,
        source: isLast ? nil : MediaSource(start..<start &+ data.count)))
    guard isLast else { return }
    reports.begin()
    reports.set(.image, text: Self.pictureName)
  }
}

import Telemetry
import Wire

extension Meiligao {
  /// A picture under way.
  struct Picture: Sendable {
    /// The unit's number for it, which recurs.
    var index: UInt8
    /// Its name, with the time of the offer or the first part.
    var name: String
    /// What its parts have in common, also when they come over two connections.
    var transfer: String { "picture \(index)" }
    /// The number of the part that came last.
    var part: UInt8 = 0

    init(index: UInt8, at time: Timestamp) {
      let civil = CivilTime(time)
      var digits: [UInt8] = []
      digits.append(digits: civil.yearMonthDay, count: 8)
      digits.append(digits: civil.hourMinuteSecond, count: 6)
      self.index = index
      name = "\(String(decoding: digits, as: UTF8.self))-\(index).jpg"
    }
  }

  /// Command 0800: a picture is there, and is asked for.
  mutating func offer(
    _ frame: inout FieldReader, _ identifier: UInt64, _ context: DecodeContext,
    _ reports: inout Reports
  ) throws(DecodeError) {
    let index = try frame.u8("picture")
    let picture = Picture(index: index, at: context.receivedAt)
    self.picture = picture
    reports.add(.announcement(name: picture.name, transfer: picture.transfer))
    Self.reply(0x8801, to: identifier, [index], &reports)
  }

  /// Command 9988: a part of the picture. All parts but the last are equally long, so that a part
  /// says by itself where it belongs.
  mutating func addPart(
    _ frame: inout FieldReader, _ context: DecodeContext, _ reports: inout Reports
  ) throws(DecodeError) {
    let index = try frame.u8("picture")
    let size = Int(try frame.u16("size"))
    let count = Int(try frame.u8("parts"))
    let part = try frame.u8("part")
    let start = frame.offset
    let data = try frame.bytes("data", frame.remaining)
    var picture = self.picture ?? Picture(index: index, at: context.receivedAt)
    if picture.index != index || (part == 0 && picture.part > 0) {
      picture = Picture(index: index, at: context.receivedAt)
    }
    picture.part = part
    self.picture = picture
    guard data.count > 0, Int(part) < count else { return }
    let isLast = Int(part) + 1 == count
    let offset = isLast ? size &- data.count : Int(part) &* data.count
    guard offset >= 0, offset &+ data.count <= size else { return }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(data.count)
    for place in data.indices { bytes.append(data[place]) }
    reports.add(
      MediaPiece(
        name: picture.name, transfer: picture.transfer, place: .offset(offset), bytes: bytes,
        isLast: isLast, size: size, source: MediaSource(start..<frame.offset)))
  }

  /// Command 0F80: all parts are sent.
  static func finish(
    _ frame: inout FieldReader, _ identifier: UInt64, _ reports: inout Reports
  ) throws(DecodeError) {
    let index = try frame.u8("picture")
    reply(0x6688, to: identifier, [index, 0, 0], &reports)
  }

  /// Command 9977: where a picture was taken.
  func picturePosition(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    let index = try frame.u8("picture")
    try frame.skip("type", 1)
    reports.begin()
    if let picture, picture.index == index { reports.set(.image, text: picture.name) }
    try Self.place(&frame, &reports)
  }
}

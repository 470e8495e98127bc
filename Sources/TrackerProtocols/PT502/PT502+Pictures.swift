import Telemetry
import Wire

extension PT502 {
  /// The largest picture that is fetched, in bytes.
  private static let largestPicture: Int64 = 16 * 1_024 * 1_024
  /// The most bytes of a part.
  private static let largestPart = 960

  /// A picture that is being fetched.
  struct Photo: Sendable {
    /// Its name: time and number.
    var name: String
    /// When it was offered, by the unit's clock.
    var time: Timestamp?
    /// Its size in bytes.
    var size: Int
    /// How many bytes have come.
    var received = 0
  }

  /// A picture of so many bytes is there: its first part is asked for.
  mutating func startPhoto(
    _ size: Int64, _ number: Int64?, _ time: Timestamp?, _ receivedAt: Timestamp,
    _ reports: inout Reports, at offset: Int
  ) throws(DecodeError) {
    guard size <= Self.largestPicture, let size = Int(exactly: size) else {
      throw DecodeError(.invalid, field: "size", at: offset)
    }
    let civil = CivilTime(time ?? receivedAt)
    var digits: [UInt8] = []
    digits.append(digits: civil.yearMonthDay, count: 8)
    digits.append(digits: civil.hourMinuteSecond, count: 6)
    let name = String(decoding: digits, as: UTF8.self) + (number.map { "-\($0)" } ?? "") + ".jpg"
    let photo = Photo(name: name, time: time, size: size)
    self.photo = photo
    reports.add(.announcement(name: name, size: size))
    Self.request(photo, &reports)
  }

  /// `$PHD<offset>,<size>,` and bytes: a part. One that was not asked for is passed over.
  mutating func picturePart(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    try frame.expect("start", "$PHD")
    let offset = try frame.integer("offset") ?? 0
    let at = frame.offset
    let size = try frame.integer("size") ?? 0
    guard let count = Int(exactly: size) else {
      throw DecodeError(.invalid, field: "size", at: at)
    }
    let start = frame.offset
    let data = try frame.bytes("data", count)
    guard var photo, offset == Int64(photo.received), data.count > 0,
      data.count <= photo.size &- photo.received
    else { return }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(data.count)
    for index in data.indices { bytes.append(data[index]) }
    let isLast = photo.received &+ data.count == photo.size
    reports.add(
      MediaPiece(
        name: photo.name, offset: photo.received, bytes: bytes, isLast: isLast, size: photo.size,
        source: MediaSource(start..<start &+ count)))
    photo.received &+= data.count
    self.photo = isLast ? nil : photo
    if isLast {
      reports.begin()
      reports.current.deviceTime = photo.time
      reports.set(.image, text: photo.name)
    } else {
      Self.request(photo, &reports)
    }
  }

  private static func request(_ photo: Photo, _ reports: inout Reports) {
    let count = min(photo.size &- photo.received, largestPart)
    reports.reply { frame in
      frame.append(contentsOf: "#PHD\(photo.received),\(count)\r\n".utf8)
    }
  }
}

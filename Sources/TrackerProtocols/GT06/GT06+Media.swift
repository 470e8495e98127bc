import Telemetry
import Wire

extension GT06 {
  /// The largest picture that is fetched, in bytes.
  static let largestPicture: UInt32 = 16 * 1_024 * 1_024
  /// How many bytes of a photo one request asks for.
  private static let photoPart: UInt32 = 0x400

  /// A photo that is being fetched.
  struct Photo: Sendable {
    var identifier: UInt32
    var size: UInt32
  }

  /// A picture that the device is sending by itself: when its last packet has come, if none was
  /// missing, the place of the picture is told.
  struct Media: Sendable {
    var identifier: UInt32
    var size: Int
    /// How many bytes have come.
    var received = 0
    /// The number of the packet that comes next.
    var packet: UInt16 = 0
  }

  /// Type 35: the device has taken a photo, whose first part is asked for.
  mutating func startPhoto(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    try frame.skip("time", 6)
    try frame.skip("fix", 1)
    try frame.skip("latitude", 4)
    try frame.skip("longitude", 4)
    try frame.skip("camera", 1)
    try frame.skip("source", 1)
    try frame.skip("format", 1)
    let at = frame.offset
    let size = try frame.u32("size")
    guard size <= Self.largestPicture else {
      throw DecodeError(.invalid, field: "size", at: at)
    }
    let photo = Photo(identifier: try frame.u32("picture"), size: size)
    self.photo = photo
    reports.add(.announcement(name: Self.name(photo.identifier), size: Int(size)))
    Self.request(photo, from: 0, &reports)
  }

  /// Type 36 with the long header: a part of the photo.
  mutating func addPhotoPart(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    let identifier = try frame.u32("picture")
    let offset = try frame.u32("offset")
    let count = try frame.u16("length")
    let start = frame.offset
    let bytes = try frame.bytes("data", Int(count))
    guard let photo, photo.identifier == identifier, offset < photo.size else { return }
    let end = offset &+ UInt32(count)
    let isLast = end >= photo.size
    reports.add(
      MediaPiece(
        name: Self.name(identifier), offset: Int(offset), bytes: Self.copy(bytes), isLast: isLast,
        size: Int(photo.size), source: MediaSource(start..<start &+ Int(count))))
    if isLast {
      self.photo = nil
    } else if count > 0 {
      Self.request(photo, from: end, &reports)
    }
  }

  private static func request(_ photo: Photo, from offset: UInt32, _ reports: inout Reports) {
    guard offset < photo.size else { return }
    let count = min(photo.size &- offset, photoPart)
    reports.reply { frame in
      write(to: &frame, 0x36, serial: 0) { content in
        append(photo.identifier, to: &content)
        append(offset, to: &content)
        append(UInt16(truncatingIfNeeded: count), to: &content)
      }
    }
  }

  /// Type 41: a part of a picture that the device sends by itself, packet by packet.
  mutating func addMedia(
    _ frame: inout FieldReader, _ message: Message, _ reports: inout Reports
  ) throws(DecodeError) {
    try frame.skip("device", 8)
    let time = try frame.unixTime("time")
    try frame.skip("position", 14)
    try frame.skip("cells", 8)
    let identifier = try frame.u32("media")
    let size = try frame.u32("length of the media")
    let kind = try frame.u8("kind of media")
    let format = try frame.u8("format")
    try frame.skip("event", 1)
    let packet = try frame.u16("packet")
    let start = frame.offset
    let bytes = try frame.bytes("data", frame.remaining)
    guard kind == 0, format == 0, size > 0, size <= Self.largestPicture else { return }
    let name = Self.name(identifier)
    reports.add(
      MediaPiece(
        name: name, place: .part(Int(packet)), bytes: Self.copy(bytes), isLast: false,
        size: Int(size), source: MediaSource(start..<frame.offset)))
    if packet == 0, media?.identifier != identifier {
      media = Media(identifier: identifier, size: Int(size))
    }
    guard var media, media.identifier == identifier, media.packet == packet else { return }
    media.received += bytes.count
    media.packet &+= 1
    let isLast = media.received >= media.size
    self.media = isLast ? nil : media
    if isLast {
      reports.begin()
      reports.current.deviceTime = time
      reports.set(.image, text: name)
    }
  }

  /// The device's number of a picture as a file name.
  private static func name(_ identifier: UInt32) -> String {
    let digits = String(identifier, radix: 16)
    return String(repeating: "0", count: 8 - digits.count) + digits + ".jpg"
  }

  private static func copy(_ bytes: Span<UInt8>) -> [UInt8] {
    var copy: [UInt8] = []
    copy.reserveCapacity(bytes.count)
    for index in bytes.indices { copy.append(bytes[index]) }
    return copy
  }
}

import Telemetry
import Wire

// Codecs 12 to 15: text and bytes instead of records (chapters 4.10 to 4.12 of the sheet).
extension Teltonika {
  /// A picture, in codec 12.
  static let camera: UInt8 = 0x0D

  /// Codecs 12 and 14.
  mutating func serialRecords(
    _ frame: inout FieldReader, _ packet: Packet, _ reports: inout Reports
  ) throws(DecodeError) {
    for _ in 0..<packet.count where !frame.isAtEnd {
      let type = try frame.u8("type")
      let length = try frame.u32("length")
      var data = try frame.part("data", Int(length))
      if packet.codec == .fourteen { try Self.identify(&data, &reports) }
      if type == Self.camera {
        try picture(&data, &reports)
      } else {
        reports.begin()
        reports.set(.type, Int64(type))
        Self.text(&data, &reports)
      }
      data.skipRest("rest of the data")
    }
  }

  /// Codecs 13 and 15.
  static func timedRecords(
    _ frame: inout FieldReader, _ packet: Packet, _ reports: inout Reports
  ) throws(DecodeError) {
    for _ in 0..<packet.count where !frame.isAtEnd {
      try frame.skip("type", 1)
      let length = try frame.u32("length")
      var data = try frame.part("data", Int(length))
      reports.begin()
      reports.current.deviceTime = try data.unixTime("time")
      if packet.codec == .fifteen { try identify(&data, &reports) }
      text(&data, &reports)
      data.skipRest("rest of the data")
    }
  }

  /// Reads the IMEI that codecs 14 and 15 have in front of the text.
  private static func identify(
    _ data: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    reports.identifier = try data.digits("IMEI", bytes: 8, dropping: 1)
  }

  private static func text(_ data: inout FieldReader, _ reports: inout Reports) {
    let text = data.textRest("text")
    let trimmed = text.trimmed
    if trimmed.starts(with: "GTSL|"), let driver = field(4, of: trimmed, by: UInt8(ascii: "|")) {
      reports.set(.driverUniqueId, text: driver)
    } else if trimmed.starts(with: "UUUUww"), axles(trimmed, &reports) {
      return
    } else if isPrintable(text) {
      if trimmed.count > 0 { reports.set(.result, text: trimmed) }
    } else {
      reports.set(.result, text: HexText.text(text))
    }
  }

  private static func isPrintable(_ text: Span<UInt8>) -> Bool {
    for index in text.indices {
      let byte = text[index]
      guard (0x20..<0x80).contains(byte) || byte == 0x0D || byte == 0x0A else { return false }
    }
    return true
  }

  /// One of the fields of a text, counted from 0.
  @_lifetime(copy text)
  private static func field(
    _ index: Int, of text: Span<UInt8>, by separator: UInt8
  ) -> Span<UInt8>? {
    var rest = text
    for _ in 0..<index {
      guard let end = rest.firstIndex(of: separator) else { return nil }
      rest = rest.extracting(droppingFirst: end + 1)
    }
    return rest.extracting(first: rest.firstIndex(of: separator) ?? rest.count)
  }

  private static let axleNames: [AttributeKey] = [
    "axle1", "axle2", "axle3", "axle4", "axle5", "axle6", "axle7", "axle8", "loadTruck",
    "loadTrailer", "totalTruck", "totalTrailer",
  ]

  /// The weights of a scale in the axles: twelve numbers between a head and an end.
  private static func axles(_ text: Span<UInt8>, _ reports: inout Reports) -> Bool {
    guard text.count >= 10 else { return false }
    let numbers = text.extracting(6..<text.count - 4)
    var values: [Double] = []
    for index in axleNames.indices {
      guard let field = field(index, of: numbers, by: UInt8(ascii: ";")),
        let value = TextNumber.decimal(field)
      else { return false }
      values.append(value)
    }
    for (key, value) in zip(axleNames, values) { reports.set(key, value) }
    return true
  }

  // MARK: Pictures

  /// A photo that is being fetched.
  struct Photo: Sendable {
    var identifier: UInt32
    /// How many bytes it has; nil if the device did not say.
    var size: UInt32?
  }

  /// How many bytes of a photo one request asks for.
  private static let photoPart: UInt32 = 2_048
  /// The largest photo that is fetched, in bytes.
  private static let largestPhoto: UInt32 = 16 * 1_024 * 1_024

  private mutating func picture(
    _ data: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    switch try data.u8("step") {
    case 1: try startPhoto(&data, &reports)
    case 2: try addPhotoPart(&data, &reports)
    default: return
    }
  }

  private mutating func startPhoto(
    _ data: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    var photo = Photo(identifier: try data.u32("photo"))
    if data.remaining >= 4 {
      let at = data.offset
      let size = try data.u32("size")
      guard size <= Self.largestPhoto else {
        throw DecodeError(.invalid, field: "size", at: at)
      }
      photo.size = size
    }
    self.photo = photo
    reports.add(.announcement(name: Self.name(photo), size: photo.size.map { Int($0) }))
    Self.request(photo, from: 0, &reports)
  }

  private mutating func addPhotoPart(
    _ data: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    let identifier = try data.u32("photo")
    let at = data.offset
    let offset = try data.u32("offset")
    guard offset <= Self.largestPhoto else { throw DecodeError(.invalid, field: "offset", at: at) }
    let count = try data.u16("length")
    let start = data.offset
    let bytes = try data.bytes("part", Int(count))
    var known = Photo(identifier: identifier)
    if let photo, photo.identifier == identifier { known = photo }
    let end = offset &+ UInt32(count)
    // Without a size, a part that is shorter than asked for is the last one.
    let isLast = known.size.map { end >= $0 } ?? (count < Self.photoPart)
    var copy: [UInt8] = []
    copy.reserveCapacity(bytes.count)
    for index in bytes.indices { copy.append(bytes[index]) }
    reports.add(
      MediaPiece(
        name: Self.name(known), offset: Int(offset), bytes: copy, isLast: isLast,
        size: known.size.map { Int($0) }, source: MediaSource(start..<start + Int(count))))
    if isLast {
      photo = nil
      reports.begin()
      reports.set(.image, text: Self.name(known))
    } else {
      photo = known
      Self.request(known, from: end, &reports)
    }
  }

  /// The device's number of a photo as a file name.
  private static func name(_ photo: Photo) -> String {
    var digits: [UInt8] = []
    digits.append(number: UInt64(photo.identifier), bytes: 4)
    return HexText.text(digits) + ".jpg"
  }

  private static func request(_ photo: Photo, from offset: UInt32, _ reports: inout Reports) {
    let rest = photo.size.map { $0 > offset ? $0 &- offset : 0 } ?? photoPart
    reports.reply { frame in
      write(to: &frame, camera) { data in
        data.append(2)
        data.append(number: UInt64(photo.identifier), bytes: 4)
        data.append(number: UInt64(offset), bytes: 4)
        data.append(number: UInt64(min(rest, photoPart)), bytes: 2)
      }
    }
  }
}

import Telemetry
import Wire

extension Watch {
  /// A voice message that comes in parts.
  struct Voice: Sendable {
    /// The number of the part that came last.
    var part: Int64
    /// How many bytes have come.
    var count: Int
  }

  // A picture or a message has no name on the wire: it is stored under the message's number.
  private static let pictureName = "media.jpg"
  private static let soundName = "media.amr"

  /// Reads a picture: source, time of the unit's clock, JPEG.
  static func picture(_ frame: inout FieldReader, _ reports: inout Reports) throws(DecodeError) {
    frame.skipText("source")
    frame.skipText("time of the picture")
    let bytes = try media("picture", &frame)
    guard !bytes.isEmpty else { return }
    reports.begin()
    reports.set(.image, text: pictureName)
    reports.add(MediaPiece(name: pictureName, offset: 0, bytes: bytes, isLast: true))
  }

  /// Reads a voice message (AMR); a single byte is only the unit's answer to one that it got.
  static func sound(_ frame: inout FieldReader, _ reports: inout Reports) throws(DecodeError) {
    guard frame.remaining > 1 else { return }
    let bytes = try media("sound", &frame)
    reports.begin()
    reports.set(.audio, text: soundName)
    reports.add(MediaPiece(name: soundName, offset: 0, bytes: bytes, isLast: true))
  }

  /// Reads a part of a voice message; one that comes again is answered, but not joined again.
  mutating func soundPart(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    frame.skipText("kind")
    let name = Self.fileName(frame.text("file name"))
    let part = try frame.integer("part") ?? 0
    let parts = try frame.integer("parts") ?? 0
    let bytes = try Self.media("sound", &frame)
    if part <= 1 { voice = nil }
    guard part > (voice?.part ?? 0) else { return }
    let offset = voice?.count ?? 0
    let isLast = part >= parts
    reports.add(MediaPiece(name: name, offset: offset, bytes: bytes, isLast: isLast))
    voice = isLast ? nil : Voice(part: part, count: offset &+ bytes.count)
    guard isLast else { return }
    reports.begin()
    reports.set(.audio, text: name)
  }

  private static func media(
    _ name: String, _ frame: inout FieldReader
  ) throws(DecodeError) -> [UInt8] {
    let start = frame.offset
    guard let bytes = WatchEscapes.undo(try frame.bytes(name, frame.remaining)) else {
      throw DecodeError(.invalid, field: name, at: start)
    }
    return bytes
  }

  /// The unit's name of a message without what a name of a file must not have.
  private static func fileName(_ text: Span<UInt8>) -> String {
    var name: [UInt8] = []
    for index in text.indices where name.count < 64 {
      let byte = text[index]
      let isSafe = (65...90).contains(byte & 0xDF) || TextNumber.digit(byte) != nil
      name.append(isSafe || byte == UInt8(ascii: "-") ? byte : UInt8(ascii: "_"))
    }
    return name.isEmpty ? soundName : String(decoding: name, as: UTF8.self) + ".amr"
  }
}

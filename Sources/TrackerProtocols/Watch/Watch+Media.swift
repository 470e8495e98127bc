import Telemetry
import Wire

extension Watch {
  /// A part of a voice message has a number below this.
  private static let mostParts: Int64 = 65_536

  // A picture or a message has no name on the wire: it is stored under the message's number.
  private static let pictureName = "media.jpg"
  private static let soundName = "media.amr"

  /// Reads a picture: source, time of the unit's clock, JPEG.
  static func picture(_ frame: inout FieldReader, _ reports: inout Reports) throws(DecodeError) {
    frame.skipText("source")
    frame.skipText("time of the picture")
    let (bytes, source) = try media("picture", &frame)
    guard !bytes.isEmpty else { return }
    reports.begin()
    reports.set(.image, text: pictureName)
    reports.add(
      MediaPiece(name: pictureName, offset: 0, bytes: bytes, isLast: true, source: source))
  }

  /// Reads a voice message (AMR); a single byte is only the unit's answer to one that it got.
  static func sound(_ frame: inout FieldReader, _ reports: inout Reports) throws(DecodeError) {
    guard frame.remaining > 1 else { return }
    let (bytes, source) = try media("sound", &frame)
    reports.begin()
    reports.set(.audio, text: soundName)
    reports.add(MediaPiece(name: soundName, offset: 0, bytes: bytes, isLast: true, source: source))
  }

  /// Reads a part of a voice message.
  static func soundPart(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    frame.skipText("kind")
    let name = fileName(frame.text("file name"))
    let part = try frame.integer("part") ?? 0
    let parts = try frame.integer("parts") ?? 0
    let (bytes, source) = try media("sound", &frame)
    guard part >= 1, part < mostParts, let number = Int(exactly: part &- 1) else { return }
    let isLast = part >= parts
    reports.add(
      MediaPiece(
        name: name, place: .part(number), bytes: bytes, isLast: isLast,
        parts: isLast ? number &+ 1 : Int(exactly: parts), source: source))
    guard isLast else { return }
    reports.begin()
    reports.set(.audio, text: name)
  }

  private static func media(
    _ name: String, _ frame: inout FieldReader
  ) throws(DecodeError) -> (bytes: [UInt8], source: MediaSource) {
    let start = frame.offset
    guard let bytes = WatchEscapes.undo(try frame.bytes(name, frame.remaining)) else {
      throw DecodeError(.invalid, field: name, at: start)
    }
    return (bytes, MediaSource(start..<frame.offset, escapes: WatchEscapes.escapes))
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

import Telemetry
import Wire

extension GPS103 {
  /// A photo that comes in parts.
  struct Photo: Sendable {
    /// How many parts were announced.
    var parts: Int
  }

  /// A photo has no name on the wire: it is stored under the message's number.
  private static let photoName = "media.jpg"

  /// A photo of so many parts will come.
  mutating func announcePhoto(_ parts: Int, _ reports: inout Reports) {
    photo = Photo(parts: parts)
    reports.add(.announcement(name: Self.photoName, parts: parts))
  }

  /// Reads a part of a photo, which is written in hexadecimal digits: number and length (low byte
  /// first), data, check. How many parts there are was said before, maybe on another connection.
  mutating func photoPart(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    let number = Self.swapped(try frame.hexadecimal("part", count: 4))
    frame.note("\(number)")
    let length = Self.swapped(try frame.hexadecimal("length", count: 4))
    frame.note("\(length) bytes")
    let start = frame.offset
    let text = try frame.text("data", count: length * 2)
    frame.skipRest("check")
    guard let bytes = HexText.bytes(text.string) else {
      throw DecodeError(.invalid, field: "data", at: start)
    }
    let parts = photo?.parts
    let isLast = parts == number + 1
    reports.add(
      MediaPiece(
        name: Self.photoName, place: .part(number), bytes: bytes, isLast: isLast, parts: parts,
        source: MediaSource(start..<start &+ length * 2, form: .hexadecimal)))
    guard isLast else { return }
    self.photo = nil
    reports.begin()
    reports.set(.image, text: Self.photoName)
  }

  /// The number whose low byte was read first.
  private static func swapped(_ number: UInt64) -> Int {
    Int(UInt16(truncatingIfNeeded: number).byteSwapped)
  }
}

import Telemetry
import Wire

extension GPS103 {
  /// A photo that comes in parts.
  struct Photo: Sendable {
    /// How many parts were announced.
    var parts: Int
    /// The number of the part that comes next.
    var next = 0
    /// How many bytes have come.
    var count = 0
  }

  /// A photo has no name on the wire: it is stored under the message's number.
  private static let photoName = "media.jpg"
  /// The digits of number and length in front of the data, and of the check behind it.
  private static let headerDigits = 8

  /// Reads a part of a photo, which is written in hexadecimal digits: number and length (low byte
  /// first), data, check. A part that was not announced, or comes again, is not stored.
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
    guard var photo, number >= photo.next else { return }
    let isLast = number >= photo.parts - 1
    reports.add(
      MediaPiece(name: Self.photoName, offset: photo.count, bytes: bytes, isLast: isLast))
    photo.next = number + 1
    photo.count &+= bytes.count
    self.photo = isLast ? nil : photo
    guard isLast else { return }
    reports.begin()
    reports.set(.image, text: Self.photoName)
  }

  /// The number whose low byte was read first.
  private static func swapped(_ number: UInt64) -> Int {
    Int(UInt16(truncatingIfNeeded: number).byteSwapped)
  }
}

import Telemetry
import Wire

// Pictures of cameras (chapter 4.6 of the sheet).
extension Ruptela {
  /// A part of a picture.
  private static let part: UInt8 = 2

  static func file(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    let step = try frame.u8("step")
    let source = try frame.u8("source")
    guard step == part else { return }
    let title = try frame.bytes("name", 8)
    var answer: [UInt8] = [part, source]
    for index in title.indices { answer.append(title[index]) }
    let digits = title.isHexadecimal || title.isDigits ? title.string : HexText.text(title)
    let name = digits + ".jpg"
    let count = try frame.u16("parts")
    let number = try frame.u16("part")
    let start = frame.offset
    let bytes = try frame.bytes("data", frame.remaining)
    guard number < count else { return }
    var copy: [UInt8] = []
    copy.reserveCapacity(bytes.count)
    for index in bytes.indices { copy.append(bytes[index]) }
    let isLast = number == count &- 1
    reports.add(
      MediaPiece(
        name: name, transfer: "\(digits) of \(source)", place: .part(Int(number)), bytes: copy,
        isLast: isLast, parts: Int(count), source: MediaSource(start..<frame.offset)))
    if isLast {
      reports.begin()
      reports.set(.image, text: name)
    } else {
      answer.append(number: UInt64(number &+ 1), bytes: 2)
      Self.answer(Kind.files.answer, answer, &reports)
    }
  }
}

import Telemetry
import Wire

/// Jointech's protocol for vehicle units and container locks: binary packets of packed decimal
/// behind `$` with a length, and text in parentheses.
///
/// Source: fact sheet on the maker's documents and recorded traffic.
struct JT600: TrackerProtocol {
  /// A conversation that has just begun; the protocol has no state.
  init() {}

  /// A packet can hold some hundred records.
  static let longestFrame = 16_384
  static let dollar = UInt8(ascii: "$")
  static let opening = UInt8(ascii: "(")

  mutating func decode(
    _ frame: inout FieldReader, _ context: DecodeContext, into reports: inout Reports
  ) throws(DecodeError) {
    if frame.peek() == Self.opening {
      try Self.text(&frame, &reports)
      return
    }
    guard case .packet(let header) = JT600Header.read(frame.frame, isStranger: false),
      header.total == frame.frame.count
    else { throw DecodeError(.invalid, field: "length", at: 0) }
    try frame.skip("start", 1)
    let identifier = try frame.packedDecimal("identifier", bytes: 5)
    reports.identifier = String(identifier)
    if header.isLong {
      try Self.longPacket(&frame, &reports)
    } else {
      try Self.shortPacket(&frame, &reports)
    }
  }

  // MARK: Escapes

  /// The byte that an escape begins with.
  private static let escape: UInt8 = 0x3D
  /// Bytes that cannot stand in a text: what is behind the escape is their difference to it.
  private static let escaped: [UInt8] = [0x28, 0x29, 0x2C, 0x3D]

  static func unwrap(_ frame: Span<UInt8>, into message: inout [UInt8]) -> Bool {
    guard frame.count > 0, frame[0] == opening, frame.firstIndex(of: escape) != nil else {
      return false
    }
    message.reserveCapacity(frame.count)
    var index = 0
    while index < frame.count {
      if frame[index] != escape {
        message.append(frame[index])
      } else {
        index += 1
        // The end of the text is never part of an escape; one that stands for nothing is dropped.
        guard index < frame.count - 1 else { continue }
        let byte = frame[index] ^ escape
        if escaped.contains(byte) { message.append(byte) }
      }
      index += 1
    }
    return true
  }

  static func wrap(_ message: inout [UInt8]) {
    guard message.first == opening, let start = sensorStart(message.span), start < message.count
    else { return }
    let data = message[start..<message.count - 1].flatMap { byte in
      escaped.contains(byte) ? [escape, byte ^ escape] : [byte]
    }
    message.replaceSubrange(start..<message.count - 1, with: data)
  }

  /// Where the bytes of a sensor's text begin; nil if it is another text.
  private static func sensorStart(_ message: Span<UInt8>) -> Int? {
    guard message.starts(with: ",1,168,WLNET,", at: 11) else { return nil }
    var index = 24
    for _ in 0..<2 {
      guard let comma = message.firstIndex(of: UInt8(ascii: ","), from: index) else { return nil }
      index = comma + 1
    }
    return index
  }

  // MARK: Repair

  static func reseal(_ frame: inout [UInt8]) {
    guard frame.count > JT600Header.overhead, frame.count <= longestFrame, frame[0] == dollar
    else { return }
    let length = frame.count - JT600Header.overhead
    let start = frame[8] == 0 ? 8 : 7
    // The byte at 8 says which form it is, so a length that would change that is not written.
    let isKept = start == 8 ? length < 256 : length & 0xFF != 0
    guard isKept else { return }
    frame[start] = UInt8(truncatingIfNeeded: length >> 8)
    frame[start + 1] = UInt8(truncatingIfNeeded: length)
  }
}

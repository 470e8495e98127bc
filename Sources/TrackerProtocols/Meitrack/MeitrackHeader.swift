import Telemetry
import Wire

/// The start of a frame: `$$`, flag, length, identifier and command.
struct MeitrackHeader {
  enum Result {
    case no(Int, String)
    case more(Int)
    case header(MeitrackHeader)
  }

  /// Where a frame ends.
  enum End {
    case frame(Int)
    case more(Int)
    case none
  }

  /// Where the comma behind the length stands.
  let comma: Int
  /// How long the frame is by its length field.
  let total: Int

  static func read(_ bytes: Span<UInt8>) -> Result {
    for index in 0..<2 {
      guard index < bytes.count else { return .more(26) }
      guard bytes[index] == UInt8(ascii: "$") else { return .no(index, "'$$'") }
    }
    guard bytes.count > 2 else { return .more(26) }
    guard (0x41...0x7A).contains(bytes[2]) else { return .no(2, "a flag from 'A' to 'z'") }
    var length = 0
    var index = 3
    while index < bytes.count, index < 8, let digit = TextNumber.digit(bytes[index]) {
      length = length * 10 + digit
      index += 1
    }
    guard index < bytes.count else { return .more(26) }
    guard index > 4, bytes[index] == UInt8(ascii: ",") else {
      return .no(index, "a length of two to five digits and a comma")
    }
    let comma = index
    guard (24...Meitrack.longestFrame - 8).contains(length) else {
      return .no(3, "a length of at least 24")
    }
    switch opening.match(bytes.extracting(droppingFirst: comma + 1)) {
    case .no(let offset):
      return .no(comma + 1 + offset, "an identifier of 14 to 17 digits and a command")
    case .more: return .more(max(bytes.count + 1, comma + 21))
    case .whole: return .header(MeitrackHeader(comma: comma, total: comma + length))
    }
  }

  /// Identifier and command.
  private static let opening = OpeningForm(parts: [
    .digits(14...17), .literal(","), .word(3), .oneOf(",*"),
  ])

  /// Where the frame ends: where its length says, or, where that is wrong, with the first sum and
  /// line end. A datagram is one frame, as a rule without line end.
  func end(of bytes: Span<UInt8>, _ stream: StreamState) -> End {
    if stream.edge == .ended, Self.isEnd(bytes), total >= bytes.count {
      return .frame(bytes.count)
    }
    if bytes.count < total {
      guard stream.edge != .open else { return .more(total) }
      if Self.isEnd(bytes) { return .frame(bytes.count) }
    } else if Self.isEnd(bytes.extracting(0..<total)) {
      return .frame(total)
    }
    var index = comma
    while let found = bytes.firstIndex(of: UInt8(ascii: "*"), from: index) {
      if bytes.starts(with: "\r\n", at: found + 3),
        Self.isEnd(bytes.extracting(0..<min(found + 5, bytes.count)))
      {
        return .frame(found + 5)
      }
      index = found + 1
    }
    // A datagram with its end cut off is still this protocol's; it cannot be read.
    if stream == .datagram { return .frame(bytes.count) }
    return bytes.count < total ? .more(total) : .none
  }

  /// Whether bytes end with a sum, with or without a line end behind it.
  static func isEnd(_ bytes: Span<UInt8>) -> Bool {
    let end = bytes.starts(with: "\r\n", at: bytes.count - 2) ? bytes.count - 2 : bytes.count
    return end >= 3 && bytes[end - 3] == UInt8(ascii: "*")
      && bytes.extracting(end - 2..<end).isHexadecimal
  }

  static func sumHolds(_ frame: Span<UInt8>) -> Bool {
    let end = frame.starts(with: "\r\n", at: frame.count - 2) ? frame.count - 2 : frame.count
    guard end >= 3 else { return false }
    let claimed = TextNumber.hexadecimal(frame.extracting(end - 2..<end))
    return claimed == UInt64(Checksum.sum8(frame.extracting(0..<end - 2)))
  }
}

import Telemetry
import Wire

/// The start of a message: `$$`, length, and the identifier.
struct TotemHeader {
  enum Result {
    case no(Int, String)
    case more(Int)
    case header(TotemHeader)
  }

  /// Whether it is of the fourth generation, which has a type and other lengths and sums.
  let isFourth: Bool
  /// The length of the whole message by its length field.
  let total: Int

  /// The shortest message, a heartbeat.
  private static let shortest = 20

  static func read(_ bytes: Span<UInt8>) -> Result {
    for index in 0..<2 {
      guard index < bytes.count else { return .more(shortest) }
      guard bytes[index] == UInt8(ascii: "$") else { return .no(index, "'$$'") }
    }
    guard bytes.count > 2 else { return .more(shortest) }
    let isFourth = bytes[2] == UInt8(ascii: "0")
    let digits = isFourth ? 2..<6 : 2..<4
    for index in isFourth ? 2..<8 : 2..<4 {
      guard index < bytes.count else { return .more(shortest) }
      let isDigit = TextNumber.digit(bytes[index]) != nil
      let isLetter = (65...70).contains(bytes[index]) && !(isFourth && digits.contains(index))
      guard isDigit || isLetter else {
        return .no(index, "a length in digits, and a type in hexadecimal digits")
      }
    }
    let field = bytes.extracting(digits)
    let length =
      isFourth ? TextNumber.digits(field) : TextNumber.hexadecimal(field).map { Int($0 & 0xFF) }
    guard let length, length >= shortest else { return .no(2, "a length of at least 20") }
    let header = TotemHeader(isFourth: isFourth, total: length)
    return identifier(bytes, header)
  }

  private static func identifier(_ bytes: Span<UInt8>, _ header: TotemHeader) -> Result {
    let start = header.isFourth ? 8 : 4
    var index = start
    while index < bytes.count, index < start + 18, TextNumber.digit(bytes[index]) != nil {
      index += 1
    }
    // A heartbeat ends with the identifier and its sum.
    if header.isFourth, bytes.starts(with: "BB", at: 6), index >= start + 4 {
      return .header(header)
    }
    guard index < bytes.count else { return .more(max(shortest, index + 1)) }
    guard index >= start + 4, bytes[index] == UInt8(ascii: "|") else {
      return .no(index, "an identifier of digits and '|'")
    }
    return .header(header)
  }

  /// Whether a message of this length has the right sum.
  func sumHolds(_ frame: Span<UInt8>) -> Bool {
    let digits = isFourth ? 2 : 4
    guard frame.count > digits else { return false }
    let covered = frame.extracting(0..<frame.count - digits)
    let claimed = TextNumber.hexadecimal(frame.extracting(frame.count - digits..<frame.count))
    return claimed
      == (isFourth ? UInt64(Checksum.xor8(covered)) : UInt64(Checksum.modbus(covered)))
  }

  /// Where the message ends: where its length says, or, where that is wrong, with the line, before
  /// the next `$$`, or with what is there, if it can be read as a message.
  ///
  /// - Returns: nil to wait for more.
  func end(of bytes: Span<UInt8>, _ stream: StreamState) -> Int? {
    if total <= bytes.count {
      let next = total < bytes.count ? bytes[total] : 10
      if [10, 13, UInt8(ascii: "$")].contains(next) || sumHolds(bytes.extracting(0..<total)) {
        return total
      }
    }
    let line = Self.lineEnd(bytes)
    if line == bytes.count, stream.edge == .open { return total <= bytes.count ? total : nil }
    let text = bytes.extracting(0..<line)
    // What a pause alone ends may go on, so only its sum shows that it is whole.
    let isEnded = line < bytes.count || stream.edge == .ended
    if sumHolds(text) || isEnded && Totem.canDecode(text) { return line }
    return total <= bytes.count ? total : nil
  }

  /// Where the line ends, or the next message begins.
  private static func lineEnd(_ bytes: Span<UInt8>) -> Int {
    var index = 2
    while index < bytes.count, bytes[index] != 13, bytes[index] != 10,
      !bytes.starts(with: "$$", at: index)
    {
      index += 1
    }
    return index
  }
}

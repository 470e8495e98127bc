import Telemetry
import Wire

/// What a message begins with, and how long it is.
enum ATrackHeader {
  case keepAlive
  /// A report or a part of a picture in binary, of so many bytes.
  case binary(Int)
  /// A report as text, of so many bytes.
  case text(Int)
  /// A line that answers a command.
  case line(Int)
  case more(Int)
  case no(at: Int, expected: String)

  /// Where the comma behind the sum of a text stands: prefix 2, comma 1, sum 4.
  static let sumEnd = 7
  /// The prefixes of binary messages that are not set in the unit: a report, a picture, and one
  /// that some units are delivered with.
  private static let prefixes: [(UInt8, UInt8)] = [(0x40, 0x50), (0x40, 0x52), (0x02, 0x03)]
  /// The highest unit number, which has 15 digits.
  private static let highestUnit: UInt64 = 999_999_999_999_999

  static func read(_ bytes: Span<UInt8>) -> ATrackHeader {
    guard bytes.count > 0 else { return .more(1) }
    if bytes[0] == UInt8(ascii: "$") { return line(bytes) }
    guard bytes.count > 2 else { return prefix(bytes) }
    if bytes[0] == 0xFE { return keepAlive(bytes) }
    return bytes[2] == UInt8(ascii: ",") ? text(bytes) : binary(bytes)
  }

  /// Looks at fewer than three bytes.
  private static func prefix(_ bytes: Span<UInt8>) -> ATrackHeader {
    guard [0x40, 0x02, 0x03, 0xFE].contains(bytes[0]) else {
      return .no(at: 0, expected: "'@P', FE 02 or '$'")
    }
    if bytes.count > 1, bytes[0] == 0xFE, bytes[1] != 0x02 { return .no(at: 1, expected: "02") }
    return .more(6)
  }

  private static func keepAlive(_ bytes: Span<UInt8>) -> ATrackHeader {
    guard bytes[1] == 0x02 else { return .no(at: 1, expected: "02") }
    guard isUnit(bytes.extracting(droppingFirst: 2)) else {
      return .no(at: 2, expected: "a unit number of at most 15 digits")
    }
    return bytes.count < 12 ? .more(12) : .keepAlive
  }

  private static func binary(_ bytes: Span<UInt8>) -> ATrackHeader {
    guard prefixes.contains(where: { $0 == (bytes[0], bytes[1]) }) else {
      return .no(at: 1, expected: "'P' or 'R' behind '@'")
    }
    guard bytes.count > 5 else { return .more(6) }
    let length = Int(bytes.bigEndian16(at: 4))
    guard length >= 10 else { return .no(at: 4, expected: "a length of at least 10") }
    guard isUnit(bytes.extracting(droppingFirst: 8)) else {
      return .no(at: 8, expected: "a unit number of at most 15 digits")
    }
    return bytes.count < 16 ? .more(16) : .binary(length + 6)
  }

  /// Whether bytes begin with a unit's number, as far as they go: strangers are told by the first.
  private static func isUnit(_ bytes: Span<UInt8>) -> Bool {
    guard bytes.count >= 8 else { return bytes.count == 0 || bytes[0] == 0 }
    var number: UInt64 = 0
    for index in 0..<8 { number = number << 8 | UInt64(bytes[index]) }
    return number > 0 && number <= highestUnit
  }

  /// `<prefix>,<sum>,<length>,`
  private static func text(_ bytes: Span<UInt8>) -> ATrackHeader {
    guard [0x40, 0x02, 0x03].contains(bytes[0]) else {
      return .no(at: 0, expected: "'@P', FE 02 or '$'")
    }
    for index in 3..<7 {
      guard index < bytes.count else { return .more(12) }
      guard TextNumber.hexadecimalDigit(bytes[index]) != nil else {
        return .no(at: index, expected: "a sum of four hexadecimal digits")
      }
    }
    guard bytes.count > 7 else { return .more(12) }
    guard bytes[7] == UInt8(ascii: ",") else { return .no(at: 7, expected: "a comma") }
    var length = 0
    var index = 8
    while index < bytes.count, index < 13, let digit = TextNumber.digit(bytes[index]) {
      length = length * 10 + digit
      index += 1
    }
    guard index < bytes.count else { return .more(index + 1) }
    guard bytes[index] == UInt8(ascii: ","), length >= 8, length < ATrack.longestFrame - 16 else {
      return .no(at: index, expected: "a length and a comma")
    }
    return .text(index + length)
  }

  /// `$`, a word in capitals, and what goes with it, up to the line end.
  private static func line(_ bytes: Span<UInt8>) -> ATrackHeader {
    var index = 1
    while index < bytes.count, (65...90).contains(bytes[index]) || bytes[index] == 0x2B {
      index += 1
    }
    guard index < bytes.count, index < 16 else {
      return index < 16 ? .more(index + 1) : .no(at: index, expected: "a shorter word")
    }
    guard index > 1, bytes[index] == UInt8(ascii: "=") || bytes[index] == 13 else {
      return .no(at: index, expected: "a word in capitals, '=' or CR LF")
    }
    guard let end = bytes.firstIndex(of: 10, from: index, limit: ATrack.longestLine) else {
      return bytes.count < ATrack.longestLine
        ? .more(bytes.count + 1) : .no(at: index, expected: "CR LF")
    }
    return bytes[end - 1] == 13 ? .line(end + 1) : .no(at: end, expected: "CR LF")
  }
}

import Telemetry
import Wire

extension Command {
  /// A whole number that the command needs.
  ///
  /// - Throws: ``CommandError`` if it is not given, no number, or not in the range.
  func number(
    _ name: String, in range: ClosedRange<Int64>
  ) throws(CommandError) -> Int64 {
    guard parameters[name] != nil else { throw .missing(parameter: name) }
    guard let number = integer(name), range.contains(number) else {
      throw .invalid(
        parameter: name, reason: "must be \(range.lowerBound) to \(range.upperBound)")
    }
    return number
  }

  /// Text of one line that the command needs, to be sent as it is.
  ///
  /// - Throws: ``CommandError`` if it is not given, or is not so many printable characters: a line
  ///   break would begin a second command.
  func printableText(_ name: String, longest: Int = 1_000) throws(CommandError) -> String {
    guard let text = text(name) else { throw .missing(parameter: name) }
    guard (1...longest).contains(text.utf8.count),
      text.utf8.allSatisfy({ (0x20...0x7E).contains($0) })
    else {
      throw .invalid(parameter: name, reason: "must be 1 to \(longest) printable ASCII characters")
    }
    return text
  }
}

extension CommandContext {
  /// The device's identifier for protocols in which it is digits.
  ///
  /// - Throws: ``CommandError`` if it is not so many digits.
  func identifier(digits: ClosedRange<Int>) throws(CommandError) -> String {
    guard digits.contains(identifier.utf8.count), Array(identifier.utf8).span.isDigits else {
      let count = digits.count == 1 ? "\(digits.lowerBound) " : ""
      throw .invalid(parameter: "uniqueId", reason: "must be \(count)digits")
    }
    return identifier
  }

  /// The device's identifier of 15 digits as eight bytes hold it: a zero in front, two digits in a
  /// byte.
  ///
  /// - Throws: ``CommandError`` if it is not 15 digits.
  func packedIdentifier() throws(CommandError) -> UInt64 {
    try identifier(digits: 15...15).utf8.reduce(0) { $0 << 4 | UInt64($1 & 15) }
  }

  /// The password that an operator entered for the device, or the usual one.
  ///
  /// - Throws: ``CommandError`` if it is not 1 to 32 letters and digits: another character could
  ///   be a delimiter.
  func password(usual: String) throws(CommandError) -> String {
    let name = "devicePassword"
    guard let password = settings.options[name] else { return usual }
    let isFitting = password.utf8.allSatisfy {
      (48...57).contains($0) || (65...90).contains($0 & 0xDF)
    }
    guard (1...32).contains(password.utf8.count), isFitting else {
      throw .invalid(parameter: name, reason: "must be 1 to 32 letters and digits")
    }
    return password
  }
}

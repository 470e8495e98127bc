import Telemetry

/// Something that an operator enters about a device because its messages do not say it: one of the
/// device's attributes that a protocol looks at (``DeviceSettings/options``).
///
/// The handbook, the API and the page's form show it from here, and the API checks by it.
public struct DeviceOption: Sendable, Hashable {
  /// What may be entered.
  public enum Values: Sendable, Hashable {
    /// `true` or `false`; false unless it was entered.
    case flag
    /// One of some words.
    case words([String])
    /// A number of a range.
    case number(ClosedRange<Int64>)
    /// Letters and digits, so many of them.
    case code(ClosedRange<Int>)
    /// Printable ASCII, at most so many characters.
    case text(longest: Int)
    /// An offset from UTC (`+02:00`, `GMT-3`) or the name of a region (`Europe/Berlin`).
    case zone
    /// A host and a port with a colon between them.
    case address
  }

  /// The attribute's name, such as `decoder.timezone`.
  public let key: String
  /// What may be entered.
  public let values: Values
  /// What it changes: a whole sentence, in Markdown.
  public let meaning: String
  /// What holds if nothing is entered; empty if that has no name.
  public let usual: String

  /// An option.
  public init(_ key: String, _ values: Values, usual: String = "", _ meaning: String) {
    self.key = key
    self.values = values
    self.usual = usual
    self.meaning = meaning
  }

  /// By which zone the device's clock goes (`decoder.timezone`).
  public static func zone(
    usual: String = "UTC", _ meaning: String = "By which zone the device's clock goes."
  ) -> DeviceOption {
    DeviceOption(DeviceSettings.zoneOption, .zone, usual: usual, meaning)
  }

  /// The password that commands of the device carry (`devicePassword`): letters and digits.
  public static func password(usual: String) -> DeviceOption {
    DeviceOption(
      "devicePassword", .code(1...32), usual: usual,
      "The device's password, which its commands carry.")
  }

  /// Why a value cannot be entered, as the end of a sentence such as "must be …"; nil if it can.
  ///
  /// Whether a region is known is not asked: only the system's files say that.
  public func problem(with value: String) -> String? {
    let bytes = Array(value.utf8)
    switch values {
    case .flag:
      return value == "true" || value == "false" ? nil : "must be true or false"
    case .words(let words):
      return words.contains(value) ? nil : "must be one of: \(words.joined(separator: ", "))"
    case .number(let range):
      if let number = Int64(value), range.contains(number) { return nil }
      return "must be a number from \(range.lowerBound) to \(range.upperBound)"
    case .code(let range):
      if range.contains(bytes.count), bytes.allSatisfy(Self.isLetterOrDigit) { return nil }
      let count =
        range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound) to \(range.upperBound)"
      return "must be \(count) letters and digits"
    case .text(let longest):
      let isFitting = (1...max(longest, 1)).contains(bytes.count)
      if isFitting, bytes.allSatisfy({ (0x20...0x7E).contains($0) }) { return nil }
      return "must be at most \(longest) printable ASCII characters"
    case .zone:
      if ClockZone(offset: value) != nil || Self.isRegion(bytes) { return nil }
      return "must be an offset such as +02:00 or a region such as Europe/Berlin"
    case .address:
      return Self.isAddress(bytes) ? nil : "must be a host and a port, such as 203.0.113.5:8888"
    }
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || (65...90).contains(byte & 0xDF)
  }

  /// Whether a text has the form of a region's name: words with slashes between them.
  private static func isRegion(_ bytes: [UInt8]) -> Bool {
    guard (1...64).contains(bytes.count), (65...90).contains(bytes[0] & 0xDF) else { return false }
    return bytes.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
      .allSatisfy { word in
        !word.isEmpty && word.allSatisfy { isLetterOrDigit($0) || Array("_-+".utf8).contains($0) }
      }
  }

  private static func isAddress(_ bytes: [UInt8]) -> Bool {
    guard let colon = bytes.lastIndex(of: UInt8(ascii: ":")),
      let port = Int64(String(decoding: bytes[(colon + 1)...], as: UTF8.self))
    else { return false }
    return (1...65_535).contains(port) && (1...255).contains(colon)
      && bytes[..<colon].allSatisfy { (0x21...0x7E).contains($0) }
  }
}

/// A place in a text message where a value goes.
public enum Placeholder: String, Sendable, Hashable, CaseIterable {
  case server, port, apn, apnUser, apnPassword, interval, tensOfSeconds, password, newPassword
  case phone, identifier, shortIdentifier

  /// What has to be given for it.
  var origin: Placeholder {
    switch self {
    case .tensOfSeconds: .interval
    case .shortIdentifier: .identifier
    default: self
    }
  }

  /// Those that can be given.
  public static let given = allCases.filter { $0.origin == $0 }
}

/// A value that cannot go into a text message.
public struct SetupValueError: Error, Sendable, Hashable, CustomStringConvertible {
  /// Which value.
  public let placeholder: Placeholder
  /// What it must be.
  public let reason: String
  /// One sentence for people.
  public var description: String { "\(placeholder.rawValue) \(reason)" }
}

/// The values for text messages. Each has its own narrow form, so that none can end a message's
/// field early, or begin a second command.
public struct SetupValues: Sendable, Hashable {
  /// The longest interval in seconds: a day.
  public static let longestInterval = 86_400

  private var values: [Placeholder: String] = [:]

  /// No values.
  public init() {}

  /// Values by name, such as `server`; empty texts count as not given.
  public init(_ texts: [String: String]) throws(SetupValueError) {
    for placeholder in Placeholder.given {
      guard let text = texts[placeholder.rawValue], !text.isEmpty else { continue }
      try set(placeholder, text)
    }
  }

  /// Sets a value.
  ///
  /// - Throws: ``SetupValueError`` that says what the value must be.
  public mutating func set(_ placeholder: Placeholder, _ text: String) throws(SetupValueError) {
    let bytes = Array(text.utf8)
    if let reason = bytes.isEmpty ? "is empty" : Self.problem(of: placeholder, bytes) {
      throw SetupValueError(placeholder: placeholder, reason: reason)
    }
    values[placeholder] = text
  }

  /// What goes into a place; nil if it was not given, or cannot be made of what was.
  subscript(placeholder: Placeholder) -> String? {
    guard let value = values[placeholder.origin] else { return nil }
    switch placeholder {
    case .tensOfSeconds:
      let digits = String(max((Int(value) ?? 0) / 10, 1))
      return String(repeating: "0", count: max(5 - digits.count, 0)) + digits
    case .shortIdentifier: return String(value.suffix(Self.shortIdentifierDigits))
    default: return value
    }
  }

  /// Whether the server is given as four numbers.
  var serverIsAddress: Bool? { values[.server].map { Self.isAddress(Array($0.utf8)) } }

  // MARK: Forms

  private static let longestName = 253
  private static let longestLabel = 63
  private static let longestAccess = 63
  private static let longestPassword = 16
  private static let phoneDigits = 3...20
  private static let identifierDigits = 15
  private static let shortIdentifierDigits = 14

  private static func problem(of placeholder: Placeholder, _ text: [UInt8]) -> String? {
    switch placeholder {
    case .server:
      isAddress(text) || isName(text)
        ? nil : "must be a host name or an IPv4 address; trackers know nothing else"
    case .port: number(text, in: 1...65_535) ? nil : "must be a number from 1 to 65535"
    case .interval:
      number(text, in: 1...longestInterval)
        ? nil : "must be a number of seconds from 1 to \(longestInterval)"
    case .apn:
      text.count <= longestAccess && text.allSatisfy { isLetterOrDigit($0) || $0.isOne(of: ".-_") }
        ? nil : "must be 1 to \(longestAccess) letters, digits, dots, - or _"
    case .apnUser, .apnPassword:
      text.count <= longestAccess
        && text.allSatisfy { isLetterOrDigit($0) || $0.isOne(of: ".-_@/+!") }
        ? nil : "must be 1 to \(longestAccess) letters, digits or . - _ @ / + !"
    case .password, .newPassword:
      // Digits only: what follows a password is often glued to it and begins with a letter.
      text.count <= longestPassword && text.allSatisfy(isDigit)
        ? nil : "must be 1 to \(longestPassword) digits"
    case .phone:
      phoneDigits.contains(digits(of: text).count) && digits(of: text).allSatisfy(isDigit)
        ? nil : "must be 3 to 20 digits, with or without + in front"
    case .identifier:
      text.count <= identifierDigits && text.allSatisfy(isDigit)
        ? nil : "must be 1 to \(identifierDigits) digits"
    case .tensOfSeconds, .shortIdentifier: "is made of another value"
    }
  }

  private static func digits(of phone: [UInt8]) -> ArraySlice<UInt8> {
    phone.first == UInt8(ascii: "+") ? phone.dropFirst() : phone[...]
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    isDigit(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  private static func number(_ text: some Collection<UInt8>, in range: ClosedRange<Int>) -> Bool {
    guard (1...6).contains(text.count), text.allSatisfy(isDigit) else { return false }
    return range.contains(text.reduce(0) { $0 * 10 + Int($1 & 15) })
  }

  private static func isAddress(_ text: [UInt8]) -> Bool {
    let parts = text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return parts.count == 4 && parts.allSatisfy { number($0, in: 0...255) && $0.count <= 3 }
  }

  private static func isName(_ text: [UInt8]) -> Bool {
    guard text.count <= longestName else { return false }
    let parts = text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    // What consists of numbers only is an address with a mistake.
    guard !parts.allSatisfy({ $0.allSatisfy(isDigit) }) else { return false }
    return parts.allSatisfy { label in
      (1...longestLabel).contains(label.count) && label.first != UInt8(ascii: "-")
        && label.last != UInt8(ascii: "-")
        && label.allSatisfy { isLetterOrDigit($0) || $0 == UInt8(ascii: "-") }
    }
  }
}

extension UInt8 {
  fileprivate func isOne(of characters: StaticString) -> Bool {
    "\(characters)".utf8.contains(self)
  }
}

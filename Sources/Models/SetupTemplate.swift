/// A text message with places for values, such as `{password},109,{apn}`.
public struct SetupTemplate: Sendable, Hashable {
  /// A piece of the message.
  enum Part: Sendable, Hashable {
    case literal(String)
    case value(Placeholder)
  }

  /// The most characters of a text message.
  public static let longestMessage = 160

  /// As it is written down.
  public let text: String
  let parts: [Part]

  /// Reads a template; nil if a brace is open or a placeholder is not known.
  public init?(_ text: String) {
    var parts: [Part] = []
    var rest = text[...]
    while let open = rest.firstIndex(of: "{") {
      if open > rest.startIndex { parts.append(.literal(String(rest[..<open]))) }
      guard let close = rest[open...].firstIndex(of: "}"),
        let placeholder = Placeholder(rawValue: String(rest[rest.index(after: open)..<close]))
      else { return nil }
      parts.append(.value(placeholder))
      rest = rest[rest.index(after: close)...]
    }
    if rest.contains("}") { return nil }
    if !rest.isEmpty { parts.append(.literal(String(rest))) }
    guard !parts.isEmpty else { return nil }
    self.text = text
    self.parts = parts
  }

  /// The values that have to be given.
  public var needed: [Placeholder] {
    var needed: [Placeholder] = []
    for case .value(let placeholder) in parts where !needed.contains(placeholder.origin) {
      needed.append(placeholder.origin)
    }
    return needed
  }

  /// Whether every character is in the alphabet of plain text messages, and printable.
  var isPlain: Bool { text.utf8.allSatisfy { (0x20...0x7E).contains($0) } }

  /// What parts the fields of the message: no value may hold any of it.
  private var delimiters: Set<Character> {
    var found: Set<Character> = []
    for case .literal(let text) in parts {
      found.formUnion(text.filter { !$0.isLetter && !$0.isNumber })
    }
    return found
  }

  /// Why a message cannot be written.
  public enum Problem: Error, Sendable, Hashable {
    /// Values that have to be given.
    case missing([Placeholder])
    /// A value that does not fit: which, and what is wrong with it.
    case unfit(Placeholder, String)
    /// The message would be longer than ``longestMessage``.
    case tooLong
  }

  /// The message with its values.
  public func text(with values: SetupValues) throws(Problem) -> String {
    let missing = needed.filter { values[$0] == nil }
    guard missing.isEmpty else { throw .missing(missing) }
    let delimiters = delimiters
    var message = ""
    for part in parts {
      switch part {
      case .literal(let text): message += text
      case .value(let placeholder):
        let value = values[placeholder] ?? ""
        if let delimiter = value.first(where: delimiters.contains) {
          throw .unfit(placeholder, "must not hold '\(delimiter)', which ends a field here")
        }
        message += value
      }
    }
    guard message.utf8.count <= Self.longestMessage else { throw .tooLong }
    return message
  }
}

/// The value of an attribute: what a device said about one thing.
public enum AttributeValue: Sendable, Hashable, CustomStringConvertible {
  /// A whole number.
  case integer(Int64)
  /// A number with a fraction.
  case number(Double)
  /// Yes or no.
  case boolean(Bool)
  /// Text.
  case text(String)

  /// The value as people write it; a number without needless digits.
  public var description: String {
    switch self {
    case .integer(let value): value.description
    case .number(let value): value.description
    case .boolean(let value): value.description
    case .text(let value): value
    }
  }
}

/// One attribute of a report.
public struct Attribute: Sendable, Hashable {
  /// What it is about.
  public var key: AttributeKey
  /// What the device said.
  public var value: AttributeValue

  /// An attribute and its value.
  public init(_ key: AttributeKey, _ value: AttributeValue) {
    self.key = key
    self.value = value
  }
}

import Telemetry

/// What an object of one kind consists of.
public struct ObjectForm: Sendable {
  /// What a field holds.
  public enum Content: String, Sendable, Hashable {
    case text, integer, number, boolean
  }

  /// One field.
  public struct Field: Sendable {
    /// Its name in the API.
    public let name: String
    /// What it holds. A text that is not there is null; a number is 0 then, a yes or no false.
    public let content: Content
    /// Whether an object without it is refused.
    public let isRequired: Bool
    /// The kind of the object whose number it holds; 0 is none.
    public let reference: ObjectKind?
    /// The only texts that it may have; empty for any.
    public let choices: [String]
  }

  /// The kind.
  public let kind: ObjectKind
  /// Its part of the path, such as `geofences`.
  public let path: String
  /// The fields, in the order in which they are written.
  public let fields: [Field]
  /// Whether it has further settings (`attributes`).
  public let hasAttributes: Bool
  /// What does not happen with it yet, for people; nil if all that it promises is there.
  public let missing: String?
  /// What is wrong with an object: the field, and what it must be.
  let fault: @Sendable (StoredObject) -> (field: String, reason: String)?

  init(
    _ kind: ObjectKind, _ path: String, _ fields: [Field], hasAttributes: Bool = true,
    missing: String? = nil,
    fault: @escaping @Sendable (StoredObject) -> (field: String, reason: String)? = { _ in nil }
  ) {
    self.kind = kind
    self.path = path
    self.fields = fields
    self.hasAttributes = hasAttributes
    self.missing = missing
    self.fault = fault
  }

  /// The form of a kind; nil for devices and users, which have types of their own.
  public static func of(_ kind: ObjectKind) -> ObjectForm? { all.first { $0.kind == kind } }

  /// - Throws: ``FleetError/invalid(field:reason:)``.
  func check(_ object: StoredObject) throws(FleetError) {
    for field in fields {
      guard case .text(let text) = object.values[field.name] else {
        if field.isRequired, object.values[field.name] == nil {
          throw .invalid(field: field.name, reason: "is missing")
        }
        continue
      }
      if field.isRequired, text.isEmpty {
        throw .invalid(field: field.name, reason: "must not be empty")
      }
      if !field.choices.isEmpty, !field.choices.contains(text) {
        let choices = field.choices.joined(separator: ", ")
        throw .invalid(field: field.name, reason: "must be one of \(choices)")
      }
    }
    if let fault = fault(object) { throw .invalid(field: fault.field, reason: fault.reason) }
  }
}

extension ObjectForm.Field {
  private init(
    _ name: String, _ content: ObjectForm.Content, isRequired: Bool = false,
    reference: ObjectKind? = nil, choices: [String] = []
  ) {
    self.name = name
    self.content = content
    self.isRequired = isRequired
    self.reference = reference
    self.choices = choices
  }

  static func text(_ name: String, isRequired: Bool = false) -> Self {
    Self(name, .text, isRequired: isRequired)
  }
  static func choice(_ name: String, _ choices: [String]) -> Self {
    Self(name, .text, isRequired: true, choices: choices)
  }
  static func integer(_ name: String) -> Self { Self(name, .integer) }
  static func number(_ name: String) -> Self { Self(name, .number) }
  static func boolean(_ name: String) -> Self { Self(name, .boolean) }
  static func reference(_ name: String, _ kind: ObjectKind) -> Self {
    Self(name, .integer, reference: kind)
  }
}

public import Telemetry

/// Something that people entered besides devices and users: a group, a geofence, a driver and so
/// on. Which fields it has is told by the ``ObjectForm`` of its kind.
public struct StoredObject: Sendable, Hashable {
  /// The kind.
  public let kind: ObjectKind
  /// The number among those of its kind; 0 until it is stored.
  public internal(set) var id: Int64 = 0
  /// The values of the form's fields; what is missing has the field's usual value.
  public var values: [String: AttributeValue] = [:]
  /// Further settings.
  public var attributes: [String: AttributeValue] = [:]

  /// An object without values.
  public init(_ kind: ObjectKind) { self.kind = kind }

  /// Its kind and number.
  public var reference: ObjectReference { ObjectReference(kind, id) }

  /// The text of a field; nil if there is none.
  public func text(_ field: String) -> String? {
    if case .text(let text) = values[field] { text } else { nil }
  }

  /// The whole number of a field; 0 if there is none.
  public func integer(_ field: String) -> Int64 {
    if case .integer(let number) = values[field] { number } else { 0 }
  }

  /// What people call it: its name, or what describes it.
  public var title: String {
    text("name") ?? text("description") ?? text("type") ?? "\(kind.rawValue) \(id)"
  }
}

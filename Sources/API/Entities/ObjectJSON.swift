import Fleet
import Telemetry

extension JSONWriter {
  /// Writes an object with the fields of its form.
  mutating func object(_ stored: StoredObject, _ form: ObjectForm) {
    object { json in
      json.member("id", .integer(stored.id))
      if form.hasAttributes {
        json.key("attributes")
        json.attributes(stored.attributes)
      }
      for field in form.fields {
        json.member(field.name, stored.values[field.name] ?? field.content.usual)
      }
    }
  }
}

extension ObjectForm.Content {
  /// What clients read where nothing was entered.
  var usual: AttributeValue? {
    switch self {
    case .text: nil
    case .integer: .integer(0)
    case .number: .number(0)
    case .boolean: .boolean(false)
    }
  }
}

extension JSONObject {
  /// Takes over what a client entered about an object; null takes a value away.
  func read(into object: inout StoredObject, _ form: ObjectForm) throws(Problem) {
    for field in form.fields {
      guard let member = members[field.name] else { continue }
      if member == .null {
        object.values[field.name] = nil
        continue
      }
      object.values[field.name] = try value(of: field)
    }
    if form.hasAttributes { try read("attributes", into: &object.attributes) }
  }

  private func value(of field: ObjectForm.Field) throws(Problem) -> AttributeValue? {
    switch field.content {
    case .text: return try text(field.name).map { .text($0) }
    case .integer: return try integer(field.name).map { .integer($0) }
    case .number:
      var number = 0.0
      try read(field.name, into: &number)
      return .number(number)
    case .boolean:
      var flag = false
      try read(field.name, into: &flag)
      return .boolean(flag)
    }
  }
}

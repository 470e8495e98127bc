import Fleet
import FoundationEssentials
import Telemetry

/// The type of a value in the description of the API, written as one word: `integer`, `number`,
/// `string`, `boolean`, `time`, `object`, `any`, the name of a schema, `[string]` for a list, words
/// with `|` between them for one of several, and `?` behind it where it may be null.
struct SchemaType: Sendable {
  private let word: Substring
  private let isNullable: Bool

  init(_ text: Substring) {
    isNullable = text.hasSuffix("?")
    word = isNullable ? text.dropLast() : text
  }

  /// Writes it as JSON Schema.
  ///
  /// - Parameter isFilled: whether a text must not be empty.
  func write(to json: inout JSONWriter, isFilled: Bool = false) {
    if word.hasPrefix("[") {
      json.object { json in
        kind("array", in: &json)
        json.key("items")
        SchemaType(word.dropFirst().dropLast()).write(to: &json)
      }
      return
    }
    json.object { json in
      switch word {
      case "integer":
        kind("integer", in: &json)
        json.member("format", .text("int64"))
      case "number", "boolean": kind(String(word), in: &json)
      case "string":
        kind("string", in: &json)
        if isFilled { json.member("minLength", .integer(1)) }
      case "time":
        kind("string", in: &json)
        json.member("format", .text("date-time"))
      case "object": kind("object", in: &json)
      case "any": break
      case "attributes":
        kind("object", in: &json)
        json.key("additionalProperties")
        json.object { json in
          json.key("type")
          json.array(["string", "number", "boolean"]) { $0.value(.text($1)) }
        }
      default: named(in: &json)
      }
    }
  }

  private func kind(_ name: String, in json: inout JSONWriter) {
    json.key("type")
    if isNullable {
      json.array([name, "null"]) { $0.value(.text($1)) }
    } else {
      json.value(.text(name))
    }
  }

  private func named(in json: inout JSONWriter) {
    if word.contains("|") {
      json.key("enum")
      let words: [String?] = word.split(separator: "|").map(String.init)
      json.array(isNullable ? words + [nil] : words) { json, word in
        json.value(word.map { .text($0) })
      }
    } else if isNullable {
      json.key("anyOf")
      json.array([true, false]) { json, isReference in
        json.object { json in
          if isReference {
            Self.reference(word, in: &json)
          } else {
            json.member("type", .text("null"))
          }
        }
      }
    } else {
      Self.reference(word, in: &json)
    }
  }

  private static func reference(_ name: Substring, in json: inout JSONWriter) {
    json.member("$ref", .text("#/components/schemas/\(name)"))
  }
}

/// One field of a schema or one parameter: a name, `!` behind it where it must be there, and a
/// type.
struct SchemaField: Sendable {
  let name: String
  let isRequired: Bool
  let type: SchemaType

  init?(_ text: some StringProtocol) {
    let words = text.split(separator: " ")
    guard words.count == 2 else { return nil }
    isRequired = words[0].hasSuffix("!")
    name = String(isRequired ? words[0].dropLast() : words[0][...])
    type = SchemaType(Substring(words[1]))
  }

  /// Writes its type; a text that must be there must not be empty either.
  func write(to json: inout JSONWriter) { type.write(to: &json, isFilled: isRequired) }

  /// Writes an object of fields.
  static func writeObject(of fields: [SchemaField], to json: inout JSONWriter) {
    json.object { json in
      json.member("type", .text("object"))
      json.key("properties")
      json.object { json in
        for field in fields {
          json.key(field.name)
          field.write(to: &json)
        }
      }
      let required = fields.filter(\.isRequired).map(\.name)
      if !required.isEmpty {
        json.key("required")
        json.array(required) { $0.value(.text($1)) }
      }
    }
  }
}

/// An object of the API: its name and its fields.
struct Schema: Sendable {
  let name: String
  let fields: [SchemaField]

  /// Reads schemas: a line with a name, and a line with two blanks in front for each field.
  static func parse(_ text: String) -> [Schema] {
    var schemas: [Schema] = []
    for line in text.split(separator: "\n") {
      if line.hasPrefix("  ") {
        guard let last = schemas.popLast() else { continue }
        let fields = line.split(separator: ",").compactMap { SchemaField($0) }
        schemas.append(Schema(name: last.name, fields: last.fields + fields))
      } else {
        schemas.append(Schema(name: String(line), fields: []))
      }
    }
    return schemas
  }

  /// The schema of what is stored by a form.
  init(_ form: ObjectForm) {
    name = form.schemaName
    var fields = [SchemaField("id integer")]
    if form.hasAttributes { fields.append(SchemaField("attributes attributes")) }
    for field in form.fields {
      let isOpen = field.content == .text && !field.isRequired
      let word = isOpen ? "string?" : field.content.schemaWord
      let type = field.choices.isEmpty ? word : field.choices.joined(separator: "|")
      fields.append(SchemaField("\(field.name)\(field.isRequired ? "!" : "") \(type)"))
    }
    self.fields = fields.compactMap(\.self)
  }

  private init(name: String, fields: [SchemaField]) {
    self.name = name
    self.fields = fields
  }

  func write(to json: inout JSONWriter) {
    json.key(name)
    SchemaField.writeObject(of: fields, to: &json)
  }
}

extension ObjectForm {
  /// What its objects are called in the description.
  var schemaName: String { kind == .attribute ? "ComputedAttribute" : kind.rawValue.capitalized }
}

extension ObjectForm.Content {
  fileprivate var schemaWord: String { self == .text ? "string" : rawValue }
}

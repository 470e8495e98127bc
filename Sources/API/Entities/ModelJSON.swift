import Models
import Telemetry

extension JSONWriter {
  /// Writes a model for a list.
  mutating func brief(_ model: TrackerModel) {
    object { json in json.members(of: model) }
  }

  /// Writes a model with everything that is known of it.
  mutating func model(_ model: TrackerModel) {
    object { json in
      json.members(of: model)
      json.key("abilities")
      json.array(model.abilities) { $0.fact($1, name: $1.value.rawValue, title: $1.value.title) }
      json.key("alarms")
      json.array(model.alarms) { $0.fact($1, name: $1.value.rawValue, title: nil) }
      json.key("notes")
      json.texts(model.notes)
      json.key("setup")
      json.array(model.setup) { json, group in
        json.object { json in
          json.members(of: group)
          json.key("texts")
          json.array(group.texts) { json, text in json.object { $0.members(of: text) } }
        }
      }
    }
  }

  /// Writes the text messages of a model with their values.
  mutating func setup(_ model: TrackerModel, _ values: SetupValues) {
    object { json in
      json.key("model")
      json.brief(model)
      json.key("groups")
      json.array(model.setup) { json, group in
        json.object { json in
          json.members(of: group)
          json.key("texts")
          json.array(group.rendered(with: values)) { json, text in
            json.object { json in
              json.members(of: text.setup)
              json.member("message", text.message.map { .text($0) })
              json.key("missing")
              json.texts(text.missing.map(\.rawValue))
              json.member("problem", text.problem.map { .text($0) })
            }
          }
        }
      }
    }
  }

  private mutating func members(of model: TrackerModel) {
    member("id", .text(model.id))
    member("maker", .text(model.maker))
    member("name", .text(model.name))
    member("title", .text(model.title))
    key("protocols")
    array(model.protocols) { $0.fact($1, name: $1.value, title: nil) }
  }

  private mutating func members(of group: SetupGroup) {
    member("title", .text(group.title))
    member("password", group.password.map { .text($0) })
    member("certain", .boolean(group.isCertain))
    member("remark", .text(group.remark))
    key("sources")
    texts(group.sources)
  }

  private mutating func members(of text: SetupText) {
    member("purpose", .text(text.purpose.rawValue))
    member("transport", text.transport.map { .text($0.name) })
    member("title", .text(text.title))
    member("template", .text(text.template.text))
    member("certain", .boolean(text.isCertain))
    member("remark", .text(text.remark))
    key("sources")
    texts(text.sources)
  }

  private mutating func fact<Value>(_ fact: SourcedFact<Value>, name: String, title: String?) {
    object { json in
      json.member("name", .text(name))
      if let title { json.member("title", .text(title)) }
      json.member("certain", .boolean(fact.isCertain))
      json.member("remark", .text(fact.remark))
      json.key("sources")
      json.texts(fact.sources)
    }
  }

  private mutating func texts(_ texts: [String]) { array(texts) { $0.value(.text($1)) } }
}

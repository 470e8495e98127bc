import Fleet
import Telemetry

/// What the description of the API says of one route.
///
/// It is written as a few lines: the method and the path; a sentence behind two blanks; `?` and the
/// parameters of the address; `<` and the form of the body (`json`, `form`, or a media type) with
/// its schema or fields; `>` with the status of an answer and what it holds (a schema, or a media
/// type).
struct RouteText: Sendable {
  enum Body: Sendable {
    case schema(SchemaType, isRequired: Bool)
    case form([SchemaField])
    case media(String)
  }

  let key: String
  var summary = ""
  var parameters: [SchemaField] = []
  var body: Body?
  /// The status of an answer and what it holds; empty for nothing.
  var answers: [(status: Substring, content: Substring)] = []

  /// Reads descriptions.
  static func parse(_ text: String) -> [RouteText] {
    var routes: [RouteText] = []
    for line in text.split(separator: "\n") {
      guard line.hasPrefix("  ") else {
        routes.append(RouteText(key: String(line)))
        continue
      }
      guard !routes.isEmpty else { continue }
      routes[routes.count - 1].read(line.drop { $0 == " " })
    }
    return routes
  }

  private mutating func read(_ line: Substring) {
    let rest = line.dropFirst().drop { $0 == " " }
    switch line.first {
    case "?": parameters += rest.split(separator: ",").compactMap { SchemaField($0) }
    case "<":
      let words = rest.split(separator: " ", maxSplits: 1)
      guard let form = words.first else { return }
      switch form {
      case "json", "json?":
        guard words.count == 2 else { return }
        body = .schema(SchemaType(words[1]), isRequired: form == "json")
      case "form":
        let fields = words.dropFirst().joined().split(separator: ",")
        body = .form(fields.compactMap { SchemaField($0) })
      default: body = .media(String(form))
      }
    case ">":
      let words = rest.split(separator: " ", maxSplits: 1)
      guard let status = words.first else { return }
      answers.append((status, words.count == 2 ? words[1] : ""))
    default: summary += (summary.isEmpty ? "" : " ") + line
    }
  }

  /// The descriptions of the five routes of what is stored by a form.
  static func of(_ form: ObjectForm) -> [RouteText] {
    let (name, list) = (form.schemaName, "/api/\(form.path)")
    let note = form.missing.map { " " + $0 } ?? ""
    return parse(
      """
      GET \(list)
        The objects of this kind that are linked to you, or to the user, device or group that is named.\(note)
        ? all boolean, userId integer, deviceId integer, groupId integer, keyword string
        ? excludeAttributes boolean, limit integer, offset integer
        > 200 [\(name)]
      POST \(list)
        Stores an object and links it to you.\(note)
        < json \(name)
        > 200 \(name)
      GET \(list)/{id}
        One object.
        > 200 \(name)
      PUT \(list)/{id}
        Changes an object; what is not sent stays as it is.
        < json \(name)
        > 200 \(name)
      DELETE \(list)/{id}
        Deletes an object with its links.
        > 204
      """)
  }
}

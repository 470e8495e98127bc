import Fleet
import FoundationEssentials
import Telemetry
import WebServer

/// The description of the API in the form OpenAPI 3.1, made of the routes, of ``RouteText`` and of
/// ``Schema``.
struct OpenAPI: Sendable {
  let version: String

  /// Writes the description.
  var json: [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("openapi", .text("3.1.0"))
      json.key("info")
      json.object { json in
        json.member("title", .text("Whereabouts"))
        json.member("version", .text(version))
        json.member("description", .text(Self.introduction))
        json.key("license")
        json.object { json in
          json.member("name", .text("Apache-2.0"))
          json.member("identifier", .text("Apache-2.0"))
        }
      }
      json.key("paths")
      json.object { paths(&$0) }
      json.key("components")
      json.object { components(&$0) }
    }
    return json.bytes
  }

  private static let introduction =
    "Speeds are knots, altitudes and distances metres, courses degrees clockwise from north, "
    + "voltages volts, temperatures degrees Celsius, times ISO 8601. Lists are plain arrays. An "
    + "error is application/problem+json, and its detail says what to do."

  private func paths(_ json: inout JSONWriter) {
    let texts = Dictionary(RouteText.all.map { ($0.key, $0) }) { first, _ in first }
    var order: [String] = []
    var byPath: [String: [Route]] = [:]
    for route in API.routes {
      if byPath[route.path] == nil { order.append(route.path) }
      byPath[route.path, default: []].append(route)
    }
    for path in order {
      json.key(path)
      json.object { json in
        for route in byPath[path] ?? [] {
          guard let text = texts[route.key] else { continue }
          json.key(route.method.rawValue.lowercased())
          json.object { operation(route, text, &$0) }
        }
      }
    }
  }

  private func operation(_ route: Route, _ text: RouteText, _ json: inout JSONWriter) {
    json.member("summary", .text(text.summary))
    json.member("operationId", .text(route.operationName))
    json.key("tags")
    json.array([route.subject]) { $0.value(.text($1)) }
    json.key("security")
    let doors = route.access.doors
    json.array(doors) { json, door in
      json.object { json in
        guard !door.isEmpty else { return }
        json.key(door)
        json.array([String]()) { $0.value(.text($1)) }
      }
    }
    let places = route.placeholders
    if !places.isEmpty || !text.parameters.isEmpty {
      json.key("parameters")
      json.array(places.map { ($0, true) } + text.parameters.map { ($0, false) }) { json, each in
        parameter(each.0, isInPath: each.1, &json)
      }
    }
    if let body = text.body { self.body(body, &json) }
    json.key("responses")
    json.object { json in
      for answer in text.answers { self.answer(answer.status, answer.content, &json) }
      problem(&json)
    }
  }

  private func parameter(_ field: SchemaField, isInPath: Bool, _ json: inout JSONWriter) {
    json.object { json in
      json.member("name", .text(field.name))
      json.member("in", .text(isInPath ? "path" : "query"))
      json.member("required", .boolean(isInPath || field.isRequired))
      json.key("schema")
      field.write(to: &json)
    }
  }

  private func body(_ body: RouteText.Body, _ json: inout JSONWriter) {
    json.key("requestBody")
    json.object { json in
      switch body {
      case .schema(let type, let isRequired):
        json.member("required", .boolean(isRequired))
        content("application/json", &json) { type.write(to: &$0) }
      case .form(let fields):
        json.member("required", .boolean(fields.contains { $0.isRequired }))
        content("application/x-www-form-urlencoded", &json) {
          SchemaField.writeObject(of: fields, to: &$0)
        }
      case .media(let type):
        json.member("required", .boolean(true))
        content(type, &json) { json in
          json.object { json in
            json.member("type", .text("string"))
            json.member("format", .text("binary"))
          }
        }
      }
    }
  }

  private func answer(_ status: Substring, _ content: Substring, _ json: inout JSONWriter) {
    json.key(String(status))
    json.object { json in
      json.member("description", .text(content.isEmpty ? "Done." : "What was asked for."))
      guard !content.isEmpty else { return }
      if content.contains("/") {
        self.content(String(content), &json) { json in
          json.object { json in json.member("type", .text("string")) }
        }
      } else {
        self.content("application/json", &json) { SchemaType(content).write(to: &$0) }
      }
    }
  }

  /// Everything that goes wrong has one form.
  private func problem(_ json: inout JSONWriter) {
    json.key("default")
    json.object { json in
      json.member("description", .text("Why it is not done, and what to do."))
      content("application/problem+json", &json) { SchemaType("Problem").write(to: &$0) }
    }
  }

  private func content(
    _ type: String, _ json: inout JSONWriter, _ schema: (inout JSONWriter) -> Void
  ) {
    json.key("content")
    json.object { json in
      json.key(type)
      json.object { json in
        json.key("schema")
        schema(&json)
      }
    }
  }

  private func components(_ json: inout JSONWriter) {
    json.key("schemas")
    json.object { json in
      for schema in Schema.all { schema.write(to: &json) }
    }
    json.key("securitySchemes")
    json.object { json in
      for (name, scheme) in [("basic", "basic"), ("token", "bearer")] {
        json.key(name)
        json.object { json in
          json.member("type", .text("http"))
          json.member("scheme", .text(scheme))
        }
      }
      json.key("cookie")
      json.object { json in
        json.member("type", .text("apiKey"))
        json.member("in", .text("cookie"))
        json.member("name", .text(Credentials.cookieName))
      }
    }
  }
}

extension Route {
  /// The method and the path, by which its description is found.
  var key: String { "\(method.rawValue) \(path)" }

  /// A name for generated clients, such as `getApiDevicesId`.
  fileprivate var operationName: String {
    let words = path.split { !$0.isLetter }
    return method.rawValue.lowercased() + words.map { $0.capitalized }.joined()
  }

  /// What it is about: the part of the path behind `/api`.
  fileprivate var subject: String {
    path.split(separator: "/").first { $0 != "api" }.map(String.init) ?? "api"
  }

  fileprivate var placeholders: [SchemaField] {
    path.split(separator: "/").filter { $0.hasPrefix("{") }.compactMap { part in
      let name = part.dropFirst().dropLast()
      return SchemaField("\(name) \(name.lowercased().hasSuffix("id") ? "integer" : "string")")
    }
  }
}

extension Route.Access {
  /// The ways to show who one is; an empty one where it need not be shown.
  fileprivate var doors: [String] {
    switch self {
    case .open: [""]
    case .optional: ["", "cookie", "token", "basic"]
    case .user, .administrator, .local: ["cookie", "token", "basic"]
    }
  }
}

extension API {
  /// What is described: method and path of each route.
  public static var describedRoutes: [String] { RouteText.all.map(\.key) }

  /// The description of this API.
  func readDescription() -> HTTPResponse {
    let json = OpenAPI(version: options.version).json
    return .json { $0.raw(json) }
  }
}

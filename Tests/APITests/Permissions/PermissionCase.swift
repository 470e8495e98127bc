/// One line of the table for one role: what is asked, and the answer that it must get.
struct PermissionCase: CustomStringConvertible {
  /// How the one who asks stands to the object.
  enum Relation: String {
    case own, shared, group, foreign, none
    case oneself = "self"
    case managed
    case noObject = "-"
  }

  /// Whether the object is in the answer.
  enum Content {
    case any, shown, hidden
  }

  /// The method and the path, as in the table of routes but for the names of the placeholders.
  let method: String
  let path: String
  let kind: String
  let query: String
  let header: String
  let body: String
  let role: PermissionTable.Role
  let relation: Relation
  let status: Int
  let content: Content

  /// The route without the names of its placeholders.
  var route: String { Self.route(method, path) }

  static func route(_ method: String, _ path: String) -> String {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    return method + " " + parts.map { $0.hasPrefix("{") ? "{}" : $0 }.joined(separator: "/")
  }

  var description: String {
    "\(method) \(path) \(query) \(header) \(body) as \(role.rawValue), \(relation.rawValue)"
  }
}

extension PermissionTable {
  /// A line of the table that cannot be read.
  struct Misread: Error { let line: String }

  /// Everything that is to be asked.
  static func cases() throws -> [PermissionCase] {
    var cases: [PermissionCase] = []
    var (method, path, kind, query, header, body) = ("", "", "", "", "", "")
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let words = line.split(separator: " ")
      guard let first = words.first else { continue }
      let rest = String(line.drop { $0 == " " }.dropFirst(2))
      switch first {
      case "?": (query, body) = (rest, "")
      case "<": (body, query) = (rest, "")
      case "!": header = rest
      case _ where !line.hasPrefix(" "):
        guard words.count == 2 || (words.count == 4 && words[2] == "on") else {
          throw Misread(line: String(line))
        }
        (method, path) = (String(first), String(words[1]))
        (kind, query, header, body) = (words.count == 4 ? String(words[3]) : "", "", "", "")
      default:
        for relation in words.dropLast(Role.allCases.count) {
          for (role, cell) in zip(Role.allCases, words.suffix(Role.allCases.count)) {
            guard let relation = PermissionCase.Relation(rawValue: String(relation)),
              let status = Int(cell.prefix(3))
            else { throw Misread(line: String(line)) }
            cases.append(
              PermissionCase(
                method: method, path: path, kind: kind, query: query, header: header, body: body,
                role: role, relation: relation, status: status,
                content: cell.hasSuffix("+") ? .shown : cell.hasSuffix("-") ? .hidden : .any))
          }
        }
      }
    }
    return cases
  }
}

import Fleet
import Telemetry
import WebServer

extension API {
  /// The most permissions that are given or taken at once.
  private static let mostLinks = 10_000

  /// Who may see what, of what the one who asks may know. Every number that is named in the
  /// address must be in a permission, as in `?userId=1`.
  func listLinks(_ call: Call) throws(Problem) -> HTTPResponse {
    var wanted: [ObjectReference] = []
    for kind in ObjectKind.allCases {
      if let id = try call.integer(kind.rawValue + "Id") {
        wanted.append(ObjectReference(kind, id))
      }
    }
    let links = fleet.links(for: try call.requester())
      .filter { link in wanted.allSatisfy { $0 == link.owner || $0 == link.property } }
      .sorted { $0.order < $1.order }
    let page = Page(try call.integer("offset"), try call.integer("limit")).of(links)
    return .json { json in
      json.array(page) { json, link in
        json.object { json in
          json.member(link.owner.kind.rawValue + "Id", .integer(link.owner.id))
          json.member(link.property.kind.rawValue + "Id", .integer(link.property.id))
        }
      }
    }
  }

  func link(_ call: Call) throws(Problem) -> HTTPResponse {
    try change([try link(in: try JSONValue(parsing: call.request.body))], adding: true, call)
  }

  func unlink(_ call: Call) throws(Problem) -> HTTPResponse {
    try change([try link(in: try JSONValue(parsing: call.request.body))], adding: false, call)
  }

  func linkMany(_ call: Call) throws(Problem) -> HTTPResponse {
    try change(try links(call), adding: true, call)
  }

  func unlinkMany(_ call: Call) throws(Problem) -> HTTPResponse {
    try change(try links(call), adding: false, call)
  }

  private func change(
    _ links: [Link], adding: Bool, _ call: Call
  ) throws(Problem) -> HTTPResponse {
    let requester = try call.requester()
    do throws(FleetError) {
      if adding {
        try fleet.link(links, by: requester)
      } else {
        try fleet.unlink(links, by: requester)
      }
    } catch {
      throw Problem(error)
    }
    if adding {
      for link in links where link.property.kind == .device { live.changed(link.property.id) }
    }
    live.checkClients()
    return .noContent
  }

  private func links(_ call: Call) throws(Problem) -> [Link] {
    guard case .array(let items) = try JSONValue(parsing: call.request.body) else {
      throw Problem(400, "Send a list of permissions such as [{\"userId\":1,\"deviceId\":2}].")
    }
    guard items.count <= Self.mostLinks else {
      throw Problem(400, "Send at most \(Self.mostLinks) permissions at once.")
    }
    var links: [Link] = []
    for item in items { links.append(try link(in: item)) }
    return links
  }

  /// `{"userId": 1, "deviceId": 2}`: who may see what, or what belongs to what.
  private func link(in value: JSONValue) throws(Problem) -> Link {
    guard case .object(let members) = value, members.count == 2 else { throw Self.form }
    var objects: [ObjectReference] = []
    for (name, member) in members {
      guard name.hasSuffix("Id"), let kind = ObjectKind(rawValue: String(name.dropLast(2))),
        case .integer(let id) = member
      else { throw Self.form }
      objects.append(ObjectReference(kind, id))
    }
    guard let link = Link(connecting: objects[0], objects[1]) else {
      let names = members.keys.sorted().joined(separator: " and ")
      throw Problem(400, "\(names) cannot be connected.")
    }
    return link
  }

  private static let form = Problem(
    400,
    "Send two numbers: whose it is, and what it is, such as {\"userId\":1,\"deviceId\":2}.")
}

extension Link {
  /// Where it stands in a list.
  fileprivate var order: (String, Int64, String, Int64) {
    (owner.kind.rawValue, owner.id, property.kind.rawValue, property.id)
  }
}

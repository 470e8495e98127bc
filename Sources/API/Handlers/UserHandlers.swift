import Fleet
import Telemetry
import WebServer

extension API {
  func listUsers(_ call: Call) throws(Problem) -> HTTPResponse {
    try call.requireLasting()
    let requester = try call.requester()
    let user = try call.requireCaller().user
    // Who manages nobody gets an empty list, as clients expect.
    var users = user.administrator || user.isManager ? fleet.users(for: requester) : []
    if let manager = try call.integer("userId"), manager != 0 {
      guard manager == user.id || users.contains(where: { $0.id == manager }) else {
        throw Problem(404, "There is no user \(manager).")
      }
      let managed = fleet.properties(of: ObjectReference(.user, manager), .managedUser)
      users.removeAll { !managed.contains($0.id) }
    }
    if let number = try call.integer("deviceId"), number != 0 {
      let device = try device(number, call)
      users.removeAll { !fleet.isLinked(.user($0.id, device: device.id)) }
    }
    if let keyword = call.request.query["keyword"]?.lowercased(), !keyword.isEmpty {
      users.removeAll { !$0.matches(keyword) }
    }
    if call.excludesAttributes { for index in users.indices { users[index].attributes = [:] } }
    let page = Page(try call.integer("offset"), try call.integer("limit")).of(users)
    return .json { $0.array(page) { $0.user($1) } }
  }

  func readUser(_ call: Call) throws(Problem) -> HTTPResponse {
    let id = try call.number()
    let requester = try call.requester()
    do throws(FleetError) {
      let user = try fleet.user(id, for: requester)
      return .json { $0.user(user) }
    } catch {
      throw Problem(error)
    }
  }

  func addUser(_ call: Call) throws(Problem) -> HTTPResponse {
    let body = try JSONObject(body: call.request.body)
    guard let caller = call.caller else { return try addUser(body, call) }
    let user = try newUser(body)
    let password = try body.requiredText("password")
    do throws(FleetError) {
      let made = try fleet.createUser(user, password: password, by: .user(caller.user.id))
      return .json { $0.user(made) }
    } catch {
      throw Problem(error)
    }
  }

  /// A user made by somebody who is not signed in: the first administrator by the setup code, or
  /// a visitor where visitors may register.
  private func addUser(_ body: JSONObject, _ call: Call) throws(Problem) -> HTTPResponse {
    guard fleet.hasUsers else {
      let code = call.request.headers["x-setup-code"] ?? call.request.query["setup"]
      guard let code, !code.isEmpty else {
        throw .notSignedIn(
          "Send the setup code that the server printed at its start, as the parameter setup.")
      }
      let user = try makeAdministrator(body, code: code)
      return .json { $0.user(user) }
    }
    guard fleet.server.registration else {
      throw .notSignedIn("Sign in as somebody who may make users.")
    }
    let wanted = User(
      name: try body.requiredText("name"), email: try body.requiredText("email"))
    let password = try body.requiredText("password")
    do throws(FleetError) {
      let user = try fleet.createUser(wanted, password: password, by: .machine)
      return .json { $0.user(user) }
    } catch {
      throw Problem(error)
    }
  }

  private func newUser(_ body: JSONObject) throws(Problem) -> User {
    var user = User(name: "", email: try body.requiredText("email"))
    try body.read(into: &user)
    if user.name.isEmpty { user.name = user.email }
    return user
  }

  func changeUser(_ call: Call) throws(Problem) -> HTTPResponse {
    let id = try call.number()
    let caller = try call.requireCaller()
    let body = try JSONObject(body: call.request.body)
    try body.requireNumber(id)
    var password = try body.text("password")
    if password?.isEmpty == true { password = nil }
    do throws(FleetError) {
      var user = try fleet.user(id, for: .user(caller.user.id))
      do throws(Problem) {
        try body.read(into: &user)
      } catch {
        return error.response
      }
      let changed = try fleet.updateUser(
        user, password: password, keeping: caller.session?.id, by: .user(caller.user.id))
      live.checkClients()
      return .json { $0.user(changed) }
    } catch {
      throw Problem(error)
    }
  }

  func removeUser(_ call: Call) throws(Problem) -> HTTPResponse {
    let id = try call.number()
    let requester = try call.requester()
    do throws(FleetError) {
      try fleet.deleteUser(id, by: requester)
    } catch {
      throw Problem(error)
    }
    live.checkClients()
    return .noContent
  }
}

extension User {
  /// Whether a word in lower case is in what was entered.
  fileprivate func matches(_ keyword: String) -> Bool {
    [name, email, login ?? "", phone ?? ""].contains { $0.lowercased().contains(keyword) }
  }
}

/// A part of a list.
struct Page: Sendable {
  private let offset: Int
  private let limit: Int

  /// The part that begins after `offset` items and has at most `limit`; by default all.
  init(_ offset: Int64?, _ limit: Int64?) {
    self.offset = Int(clamping: max(offset ?? 0, 0))
    let limit = limit ?? 0
    self.limit = limit > 0 ? Int(clamping: limit) : .max
  }

  func of<Item>(_ items: [Item]) -> ArraySlice<Item> {
    items.dropFirst(offset).prefix(limit)
  }
}

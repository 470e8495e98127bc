import Fleet
import Synchronization
import WebServer

/// What a request does, in the words of the record of actions.
struct Deed: Sendable, Hashable {
  /// What else is recorded of a request.
  enum Detail: Sendable {
    case nothing
    /// Its body: short, and without secrets.
    case body
    /// Its parameters, without secrets.
    case parameters
  }

  /// What is done, such as `edit`.
  let action: String
  /// To what kind of thing, such as `device`.
  let kind: String
  var detail = Detail.nothing

  /// Requests that change nothing although their method might.
  private static let harmless: Set<String> = ["decode"]

  /// What a route does; nil if it changes nothing.
  init?(_ method: HTTPMethod, _ path: String) {
    guard !method.isSafe else { return nil }
    let parts = path.split(separator: "/").drop { $0 == "api" }
    guard let first = parts.first, !Self.harmless.contains(String(first)) else { return nil }
    switch first {
    case "permissions":
      self.init(action: method == .delete ? "unlink" : "link", kind: "permission", detail: .body)
    case "session" where parts.count == 1:
      self.init(action: method == .delete ? "logout" : "login", kind: "session")
    case "session" where parts.dropFirst().first == "tokens":
      self.init(action: "revoke", kind: "token")
    case "commands" where parts.dropFirst().first == "queue":
      self.init(action: "withdraw", kind: "command")
    case "setup": self.init(action: "create", kind: "user")
    default:
      let kind = Self.kind(of: parts)
      let isWhole = method == .delete && !path.contains("{")
      self.init(
        action: Self.action(method, parts), kind: kind, detail: isWhole ? .parameters : .nothing)
    }
  }

  /// A session by a token in the address.
  static let signIn = Deed(action: "login", kind: "session")
  /// A session as another user.
  static let entry = Deed(action: "login", kind: "user")

  private init(action: String, kind: String, detail: Detail = .nothing) {
    self.action = action
    self.kind = kind
    self.detail = detail
  }

  private static func kind(of parts: ArraySlice<Substring>) -> String {
    let path = parts.prefix { !$0.hasPrefix("{") }.joined(separator: "/")
    if let form = ObjectForm.all.first(where: { path.hasPrefix($0.path) }) {
      return form.kind.rawValue
    }
    let name = String(parts.first ?? "")
    return name.hasSuffix("s") ? String(name.dropLast()) : name
  }

  /// The last word of a path that names something to do, such as `adopt`; else what the method
  /// does.
  private static func action(_ method: HTTPMethod, _ parts: ArraySlice<Substring>) -> String {
    if let last = parts.last, parts.count > 1, !last.hasPrefix("{"), last != "computed" {
      return String(last)
    }
    return switch method {
    case .post: "create"
    case .delete: "remove"
    default: "edit"
    }
  }
}

extension API {
  /// Records what was done, once it is.
  func record(_ call: Call, _ deed: Deed?, _ response: HTTPResponse) {
    guard let deed, response.status < 400 else { return }
    let made = Self.leadingNumber(response)
    var user = call.caller?.user
    if user == nil, ["session", "user"].contains(deed.kind), let made {
      // Who has just signed in, or made the first account.
      user = try? fleet.user(made, for: .machine)
    }
    let action = Action(
      time: options.clock(), address: call.address, userId: user?.id ?? 0,
      userEmail: user?.email ?? "", type: deed.action, objectType: deed.kind,
      objectId: call.parts["id"].flatMap { Int64($0) } ?? (deed.kind == "session" ? 0 : made ?? 0),
      detail: Self.detail(call, deed))
    do throws(FleetError) {
      try fleet.record(action)
    } catch {
      // What was asked for is done and in the same file; the client is not told otherwise.
      unrecorded.add(1, ordering: .relaxed)
    }
  }

  /// The number of what was made: answers begin with it.
  private static func leadingNumber(_ response: HTTPResponse) -> Int64? {
    guard case .bytes(let bytes) = response.body, bytes.starts(with: "{\"id\":".utf8) else {
      return nil
    }
    let digits = bytes.dropFirst(6).prefix(20).prefix { (48...57).contains($0) }
    return Int64(String(decoding: digits, as: UTF8.self))
  }

  private static func detail(_ call: Call, _ deed: Deed) -> String {
    switch deed.detail {
    case .nothing: ""
    case .body: String(decoding: call.request.body.prefix(Action.longestDetail), as: UTF8.self)
    case .parameters: call.request.loggable
    }
  }
}

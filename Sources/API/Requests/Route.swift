public import WebServer

/// One thing that can be asked of the API. The table of all routes is in `RouteTable.swift`.
public struct Route: Sendable {
  /// Who may ask.
  public enum Access: String, Sendable, Hashable, CaseIterable {
    /// Everybody; nobody is asked who they are.
    case open
    /// Everybody; who is signed in may get to see more.
    case optional
    /// Whoever is signed in, for what they may see.
    case user
    /// Administrators.
    case administrator
    /// Administrators, and programs on this machine that come directly.
    case local
  }

  /// Where it is done.
  enum Cost: Sendable {
    /// On the web thread: from memory, and short.
    case quick
    /// On a worker: it reads or writes files, or much.
    case slow
    /// On a worker for passwords, which are slow on purpose.
    case password
  }

  enum Action: Sendable {
    case answer(@Sendable (API, Call) throws(Problem) -> HTTPResponse)
    /// Answers later, by itself.
    case deferred(@Sendable (API, Call, Responder) -> Void)
  }

  /// The method.
  public let method: HTTPMethod
  /// The path; `{id}` stands for a part that differs.
  public let path: String
  /// Who may ask.
  public let access: Access
  let cost: Cost
  let action: Action
  /// What it does, for the record of actions; nil if it changes nothing.
  let deed: Deed?
  fileprivate let parts: [Substring]

  init(
    _ method: HTTPMethod, _ path: String, _ access: Access, _ cost: Cost,
    _ answer: @escaping @Sendable (API, Call) throws(Problem) -> HTTPResponse
  ) {
    self.init(method, path, access, cost, action: .answer(answer))
  }

  init(
    _ method: HTTPMethod, _ path: String, _ access: Access, _ cost: Cost, action: Action
  ) {
    self.method = method
    self.path = path
    self.access = access
    self.cost = cost
    self.action = action
    deed = Deed(method, path)
    parts = path.split(separator: "/")
  }

  /// Whether who may only read may ask it: it changes nothing, or ends what was given.
  var isHarmless: Bool { method.isSafe || Self.harmless.contains("\(method.rawValue) \(path)") }

  private static let harmless: Set<String> = [
    "POST /api/decode", "DELETE /api/session", "POST /api/session/token/revoke",
  ]

  /// What stands for the parts that differ; nil if the path is another one.
  fileprivate func match(_ asked: [Substring]) -> [String: String]? {
    guard asked.count == parts.count else { return nil }
    var values: [String: String] = [:]
    for (part, given) in zip(parts, asked) {
      if part.hasPrefix("{") {
        values[String(part.dropFirst().dropLast())] = String(given)
      } else if part != given {
        return nil
      }
    }
    return values
  }
}

/// Finds routes.
struct Router: Sendable {
  enum Found: Sendable {
    case route(Route, [String: String])
    /// The path is known, with other methods.
    case otherMethods([HTTPMethod])
    case nothing
  }

  private let byLength: [Int: [Route]]

  init(_ routes: [Route]) {
    byLength = Dictionary(grouping: routes) { $0.parts.count }
  }

  func find(_ method: HTTPMethod, _ path: String) -> Found {
    let parts = path.split(separator: "/")
    // What is answered to GET is answered to HEAD too, without the body.
    let wanted: HTTPMethod = method == .head ? .get : method
    var matches: [(route: Route, values: [String: String])] = []
    for route in byLength[parts.count] ?? [] {
      if let values = route.match(parts) { matches.append((route, values)) }
    }
    // `positions/csv` is that address only, not also the position with the number "csv".
    guard let fewest = matches.map(\.values.count).min() else { return .nothing }
    matches.removeAll { $0.values.count > fewest }
    if let found = matches.first(where: { $0.route.method == wanted }) {
      return .route(found.route, found.values)
    }
    return .otherMethods(matches.map(\.route.method))
  }
}

import Fleet
import Telemetry
import WebServer

/// A request on its way through the API: what is asked, and by whom.
struct Call: Sendable {
  /// The request.
  let request: HTTPRequest
  /// What stands in the path where it differs.
  let parts: [String: String]
  /// Where the request comes from, behind proxies that are trusted.
  let address: String
  /// Who is signed in.
  let caller: Caller?

  /// Who asks.
  ///
  /// - Throws: 401 if nobody is signed in.
  func requireCaller() throws(Problem) -> Caller {
    guard let caller else {
      throw .notSignedIn("Sign in with POST /api/session, or send a token or a password.")
    }
    return caller
  }

  /// The one who asks, for the fleet.
  func requester() throws(Problem) -> Requester { .user(try requireCaller().user.id) }

  /// The number in the path.
  func number(_ name: String = "id") throws(Problem) -> Int64 {
    guard let text = parts[name], let number = Int64(text) else {
      throw Problem(404, "There is nothing with the number \(parts[name] ?? "").")
    }
    return number
  }

  /// A whole number among the parameters.
  func integer(_ name: String) throws(Problem) -> Int64? {
    guard let text = request.query[name], !text.isEmpty else { return nil }
    guard let number = Int64(text) else {
      throw Problem(400, "The parameter \(name) must be a whole number.")
    }
    return number
  }

  /// All whole numbers of one name among the parameters.
  func integers(_ name: String) throws(Problem) -> [Int64] {
    var numbers: [Int64] = []
    for text in request.query.all(name) {
      guard let number = Int64(text) else {
        throw Problem(400, "The parameter \(name) must be a whole number.")
      }
      numbers.append(number)
    }
    return numbers
  }

  /// A moment among the parameters.
  func time(_ name: String) throws(Problem) -> Timestamp? {
    guard let text = request.query[name], !text.isEmpty else { return nil }
    guard let time = Timestamp(iso8601: text) else {
      throw Problem(400, "The parameter \(name) must be a moment such as 2026-11-20T09:30:00Z.")
    }
    return time
  }
}

/// Somebody who is signed in.
struct Caller: Sendable {
  /// How somebody shows who they are.
  enum Proof: Sendable {
    /// A session's cookie.
    case session(Session, secret: String)
    /// A token and its text.
    case token(AccessToken, String)
    /// A password with the request.
    case password
  }

  /// Who it is.
  let user: User
  /// How it was shown.
  let proof: Proof

  /// Whether nothing may be changed, whatever the user may.
  var isReadOnly: Bool {
    switch proof {
    case .session(let session, _): session.isReadOnly
    case .token(let token, _): token.isReadOnly
    case .password: false
    }
  }

  /// The session; nil if there is none.
  var session: Session? {
    if case .session(let session, _) = proof { return session }
    return nil
  }
}

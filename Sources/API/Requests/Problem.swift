import Fleet
import Timeline
import WebServer

/// Why a request is not done: a status, and a sentence that says what to do.
struct Problem: Error, Sendable, Hashable {
  /// The status code.
  let status: Int
  /// What happened and what to do.
  let detail: String
  /// Seconds after which it may be tried again.
  var retryAfter: Int?
  /// What somebody who is not signed in has to show, for status 401.
  var challenge = "Bearer"

  init(_ status: Int, _ detail: String, retryAfter: Int? = nil) {
    self.status = status
    self.detail = detail
    self.retryAfter = retryAfter
  }

  /// Nobody is signed in, or not rightly.
  static func notSignedIn(_ detail: String) -> Problem { Problem(401, detail) }

  /// Too much is asked for at the moment.
  static let busy = Problem(
    503, "The server has too much to do just now. Try again in a moment.", retryAfter: 1)

  /// What the fleet refused.
  init(_ error: FleetError) {
    switch error {
    case .notFound: self.init(404, error.description)
    case .forbidden: self.init(403, error.description)
    case .conflict: self.init(409, error.description)
    case .invalid: self.init(400, error.description)
    case .storage, .newerFile: self.init(500, error.description)
    }
  }

  /// What a sign-in was refused for.
  init(_ error: SignInError) {
    switch error {
    case .codeRequired, .wrongCode:
      self.init(401, error.description)
      // Existing clients ask for the code then.
      challenge = "TOTP"
    case .wrongCredentials, .disabled, .expired: self.init(401, error.description)
    case .tooManyFailures(let seconds):
      self.init(429, error.description, retryAfter: seconds)
    case .wrongSetupCode, .noSetupCode: self.init(403, error.description)
    case .failed: self.init(400, error.description)
    }
  }

  /// What the timeline could not do.
  init(_ error: TimelineError) {
    self.init(500, "The history cannot be read: \(error.description)")
  }

  /// The answer.
  var response: HTTPResponse {
    var response = HTTPResponse.problem(status, detail)
    response.fields.append(HTTPResponse.Field("Cache-Control", "no-store"))
    if let retryAfter {
      response.fields.append(HTTPResponse.Field("Retry-After", String(retryAfter)))
    }
    // `Basic` would make browsers ask for a password in a window of their own.
    if status == 401 {
      response.fields.append(HTTPResponse.Field("WWW-Authenticate", challenge))
    }
    return response
  }
}

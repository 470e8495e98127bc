public import Telemetry

/// A browser or program in which a user has signed in.
public struct Session: Sendable, Hashable {
  /// A number to list and revoke it by; not the secret.
  public internal(set) var id: Int64
  /// Who has signed in.
  public let userId: Int64
  /// When.
  public let createdAt: Timestamp
  /// When it was last used, to the hour.
  public internal(set) var lastUsedAt: Timestamp
  /// The address that it was opened from.
  public let address: String
  /// What the browser calls itself, cut to 200 bytes.
  public let agent: String
  /// The Origin that signed in; nil for programs that send none.
  public let origin: String?
  /// The token that opened it, with which it ends; nil if a password did.
  public internal(set) var tokenId: Int64?
  /// When that token ends; nil if there is none.
  public internal(set) var endsAt: Timestamp?
  /// Whether it may only read, as its token.
  public internal(set) var isReadOnly = false

  /// Milliseconds without use after which it ends.
  public static let idleLimit: Int64 = 30 * 86_400_000
  /// Milliseconds after which it ends in any case.
  public static let ageLimit: Int64 = 90 * 86_400_000

  /// Whether it still opens anything.
  public func isAlive(at time: Timestamp) -> Bool {
    if let endsAt, endsAt <= time { return false }
    return time.milliseconds - lastUsedAt.milliseconds < Self.idleLimit
      && time.milliseconds - createdAt.milliseconds < Self.ageLimit
  }
}

/// A secret that a program uses in place of signing in. The text is shown once and only its hash
/// is kept.
public struct AccessToken: Sendable, Hashable {
  /// A number to list and revoke it by; not the secret.
  public internal(set) var id: Int64
  /// Whose rights it carries.
  public let userId: Int64
  /// When it was made.
  public let createdAt: Timestamp
  /// When it ends.
  public let expiresAt: Timestamp
  /// What its owner calls it; may be empty.
  public internal(set) var name = ""
  /// Whether it is good for reading only.
  public internal(set) var isReadOnly = false

  /// The longest name in bytes.
  public static let longestName = 100
}

/// Why somebody may not come in.
public enum SignInError: Error, Sendable, Hashable, CustomStringConvertible {
  /// No such user, or another password; which of the two is not said.
  case wrongCredentials
  /// The password is right, and a code of the second factor is missing.
  case codeRequired
  /// The password is right, and the code of the second factor is not, or was used already.
  case wrongCode
  /// The user is disabled.
  case disabled
  /// The user's expiration time has passed.
  case expired
  /// Too many failures; ask again after so many seconds.
  case tooManyFailures(retryAfterSeconds: Int)
  /// The one-time setup code is wrong.
  case wrongSetupCode(triesLeft: Int)
  /// There is no setup code, or it has ended.
  case noSetupCode
  /// The sign-in could not be finished.
  case failed(String)

  /// For people.
  public var description: String {
    switch self {
    case .wrongCredentials: "The e-mail address or the password is wrong."
    case .codeRequired:
      "This user has a second factor: send the six digits of the authenticator as code as well. "
        + "Programs use a token instead."
    case .wrongCode: "The code is wrong or was used already; take the next one."
    case .disabled: "This user is disabled; an administrator can enable it."
    case .expired: "This user's time has run out; an administrator can extend it."
    case .tooManyFailures(let seconds):
      "Too many failed attempts; try again in \(seconds) seconds."
    case .wrongSetupCode(let left): "The setup code is wrong; \(left) tries are left."
    case .noSetupCode:
      "There is no valid setup code; restart the server for a new one, or use "
        + "'whereabouts user add --administrator' on its machine."
    case .failed(let reason): reason
    }
  }
}

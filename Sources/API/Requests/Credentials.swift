import Fleet
import WebServer

/// Finds out who sent a request.
struct Credentials: Sendable {
  /// The name of the cookie, which existing clients know.
  static let cookieName = "JSESSIONID"

  enum Outcome: Sendable {
    case nobody
    case caller(Caller)
    /// A password that has to be hashed to be checked, which is slow.
    case password(name: String, password: String)
    case refused(Problem)
  }

  let fleet: Fleet

  /// Looks at the header fields and parameters; fast.
  func identify(_ request: HTTPRequest) -> Outcome {
    if let header = request.headers["authorization"] { return authorization(header) }
    if let text = request.query["token"], !text.isEmpty { return token(text) }
    guard let secret = request.cookie(Self.cookieName), let found = fleet.session(secret: secret)
    else { return .nobody }
    return .caller(Caller(user: found.user, proof: .session(found.session, secret: secret)))
  }

  /// Checks a password; slow.
  func check(
    name: String, password: String, code: String? = nil, address: String
  ) throws(Problem) -> Caller {
    do throws(SignInError) {
      let user = try fleet.signIn(
        name: name, password: password, code: code, address: address)
      return Caller(user: user, proof: .password)
    } catch {
      throw Problem(error)
    }
  }

  private func authorization(_ header: String) -> Outcome {
    let parts = header.split(separator: " ", maxSplits: 1)
    guard parts.count == 2 else { return .refused(Self.unreadable) }
    switch parts[0].lowercased() {
    case "bearer": return token(String(parts[1]))
    case "basic":
      guard let bytes = Base64.decode(parts[1]),
        let text = String(validating: bytes, as: UTF8.self), let colon = text.firstIndex(of: ":")
      else { return .refused(Self.unreadable) }
      let name = String(text[..<colon])
      let password = String(text[text.index(after: colon)...])
      if let user = fleet.recentlySignedIn(name: name, password: password) {
        return .caller(Caller(user: user, proof: .password))
      }
      return .password(name: name, password: password)
    default: return .refused(Self.unreadable)
    }
  }

  private func token(_ text: String) -> Outcome {
    guard let (token, user) = fleet.access(token: text) else {
      return .refused(
        .notSignedIn(
          "This token is wrong or has ended. Make a new one with POST /api/session/token."))
    }
    return .caller(Caller(user: user, proof: .token(token, text)))
  }

  private static let unreadable = Problem.notSignedIn(
    "The Authorization field is neither Bearer with a token nor Basic with address and password.")
}

/// The base-64 encoding (RFC 4648).
enum Base64 {
  /// The bytes; nil if the text is not in this encoding.
  static func decode(_ text: some StringProtocol) -> [UInt8]? {
    var bytes: [UInt8] = []
    var buffer: UInt32 = 0
    var bits: UInt32 = 0
    for character in text.utf8 {
      if character == UInt8(ascii: "=") { break }
      guard let value = value(character) else { return nil }
      buffer = buffer << 6 | value
      bits += 6
      if bits >= 8 {
        bits -= 8
        bytes.append(UInt8(truncatingIfNeeded: buffer >> bits))
      }
    }
    return bytes
  }

  private static func value(_ character: UInt8) -> UInt32? {
    switch character {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(character - UInt8(ascii: "A"))
    case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(character - UInt8(ascii: "a") + 26)
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(character - UInt8(ascii: "0") + 52)
    case UInt8(ascii: "+"), UInt8(ascii: "-"): 62
    case UInt8(ascii: "/"), UInt8(ascii: "_"): 63
    default: nil
    }
  }
}

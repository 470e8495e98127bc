import Fleet
import WebServer

/// Keeps pages of other sites from using somebody's session.
///
/// Browsers say with `Origin` which page sends a request that may change something or opens a
/// WebSocket. Another site's is refused always. Programs send none, which is fine, unless the
/// session was opened by a browser.
struct OriginRule: Sendable {
  /// Further origins that count as our own, such as `https://fleet.example.org`.
  let allowed: Set<String>

  /// Why a request is refused; nil if it is not.
  ///
  /// - Parameter isUnsafe: whether it may change something, or opens a WebSocket.
  func problem(with request: HTTPRequest, caller: Caller?, isUnsafe: Bool) -> Problem? {
    guard let origin = request.headers["origin"] else {
      guard isUnsafe, caller?.session?.origin != nil else { return nil }
      return Problem(
        403, "This session belongs to a browser, and the request does not say where it is from.")
    }
    if isOwn(origin, host: request.headers["host"]) { return nil }
    return Problem(
      403,
      "The page \(origin) is another site. If it is yours, name its address in the setting web.url."
    )
  }

  /// Why a GET that signs somebody in is refused; nil if it is not. Such a request has no `Origin`,
  /// and a link on another site would be enough to put its visitors into a foreign account.
  static func problemWithEntering(_ request: HTTPRequest) -> Problem? {
    guard let site = request.headers["sec-fetch-site"], site != "same-origin", site != "none"
    else { return nil }
    return Problem(403, "Another site's page asks for this session. Open the page yourself.")
  }

  private func isOwn(_ origin: String, host: String?) -> Bool {
    let origin = origin.lowercased()
    if allowed.contains(origin) { return true }
    guard let host = host?.lowercased() else { return false }
    for (scheme, port) in [("http://", ":80"), ("https://", ":443")]
    where origin.hasPrefix(scheme) {
      return Self.trimmed(origin.dropFirst(scheme.count), port) == Self.trimmed(host[...], port)
    }
    return false
  }

  private static func trimmed(_ host: Substring, _ port: String) -> Substring {
    host.hasSuffix(port) ? host.dropLast(port.count) : host
  }
}

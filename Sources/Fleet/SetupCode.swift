import Secrets
import Telemetry

/// The one-time code that makes the first administrator, shown only on the machine itself.
struct SetupCode: Sendable {
  /// Milliseconds that it is valid.
  static let life: Int64 = 30 * 60_000
  /// Wrong tries after which it is worthless.
  static let tries = 5

  private let digest: Digest
  private let endsAt: Timestamp
  private(set) var triesLeft = SetupCode.tries

  init(_ code: String, at time: Timestamp) {
    digest = Self.digest(code)
    endsAt = time.advanced(byMilliseconds: Self.life)
  }

  func isAlive(at time: Timestamp) -> Bool { triesLeft > 0 && time < endsAt }

  /// Whether a try is right; a wrong one uses up a try.
  mutating func accepts(_ attempt: String) -> Bool {
    if constantTimeEqual(Self.digest(attempt).bytes, digest.bytes) { return true }
    triesLeft -= 1
    return false
  }

  /// People type with or without dashes, in small letters or capitals.
  private static func digest(_ text: String) -> Digest {
    Digest(of: text.uppercased().filter { $0.isLetter || $0.isNumber })
  }
}

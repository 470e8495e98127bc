import Secrets
import Telemetry

/// Passwords that were right a moment ago, for programs that send one with every request: hashing
/// each time would cost a core.
///
/// Only a keyed digest is kept, under a key that never leaves this run's memory, and it counts only
/// as long as the user's stored hash is the same.
struct RecentSignIns: Sendable {
  /// Sign-ins that are kept at once.
  static let bound = 1_000
  /// Milliseconds for which they are kept.
  static let life: Int64 = 300_000

  private struct Entry {
    let user: Int64
    let passwordHash: String
    let endsAt: Timestamp
  }

  private let key = SecureRandom.bytes(32)
  private var entries: [Digest: Entry] = [:]

  var count: Int { entries.count }

  mutating func add(_ account: Account, name: String, password: String, at time: Timestamp) {
    if entries.count >= Self.bound { entries = entries.filter { $0.value.endsAt > time } }
    if entries.count >= Self.bound { entries = [:] }
    entries[digest(name, password)] = Entry(
      user: account.user.id, passwordHash: account.passwordHash,
      endsAt: time.advanced(byMilliseconds: Self.life))
  }

  /// The user and the hash that the password was right for.
  func find(name: String, password: String, at time: Timestamp) -> (user: Int64, hash: String)? {
    guard let entry = entries[digest(name, password)], entry.endsAt > time else { return nil }
    return (entry.user, entry.passwordHash)
  }

  private func digest(_ name: String, _ password: String) -> Digest {
    // The length keeps name and password apart.
    Digest(of: key + Array("\(name.utf8.count):\(name)\(password)".utf8))
  }
}

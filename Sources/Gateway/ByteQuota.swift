import Synchronization

/// How many bytes of strangers are still stored in an hour: anybody may fill the quota, never the
/// disk.
final class ByteQuota<Key: Hashable & Sendable>: Sendable {
  /// Keys that are counted one by one; when there are more, new ones have to wait.
  static var mostKeys: Int { 65_536 }
  /// Milliseconds after which the counts begin anew.
  static var window: UInt64 { 3_600_000 }

  private struct State {
    var endsAt: UInt64 = 0
    var total = 0
    var perKey: [Key: Int] = [:]
  }

  private let perKey: Int
  private let total: Int
  private let state = Mutex(State())

  init(perKey: Int, total: Int) {
    self.perKey = perKey
    self.total = total
  }

  /// Takes so many bytes out of the quota; false if they are not to be stored.
  func take(_ count: Int, _ key: Key, at now: UInt64) -> Bool {
    state.withLock { state in
      if now >= state.endsAt { state = State(endsAt: now + Self.window) }
      let used = state.perKey[key]
      guard used != nil || state.perKey.count < Self.mostKeys,
        (used ?? 0) + count <= perKey, state.total + count <= total
      else { return false }
      state.perKey[key] = (used ?? 0) + count
      state.total += count
      return true
    }
  }
}

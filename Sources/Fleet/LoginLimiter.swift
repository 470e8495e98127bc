import Telemetry

/// Slows down whoever guesses passwords: after some failures each further one doubles the time
/// until the next try, up to a quarter of an hour. Three things are counted: one account from one
/// network (few failures), one account from anywhere, and one network for all accounts.
struct LoginLimiter: Sendable {
  private enum Key: Hashable {
    case pair(String, PeerNetwork)
    case account(String)
    case network(PeerNetwork)

    /// Failures that cost nothing yet.
    var free: Int {
      switch self {
      case .pair: 5
      case .account: 60
      case .network: 100
      }
    }
  }

  private struct Record {
    var failures = 0
    var lastFailure = Timestamp(milliseconds: .min)
    var blockedUntil = Timestamp(milliseconds: .min)
  }

  /// Accounts, networks and pairs that are counted at once; the longest quiet give way.
  static let bound = 30_000
  /// Milliseconds without failure after which all is forgotten.
  static let memory: Int64 = 3_600_000
  /// The longest wait in seconds.
  static let longestWait: Int64 = 900

  private var records: [Key: Record] = [:]

  var count: Int { records.count }

  /// Takes a try: it counts as a failure until ``succeed(account:network:)``, so that many tries
  /// at the same time cannot all pass.
  ///
  /// - Returns: the seconds to wait; nil if the try may be made now.
  mutating func attempt(account: String, network: PeerNetwork, at time: Timestamp) -> Int? {
    let keys = Self.keys(account, network)
    let wait = keys.compactMap { waiting($0, at: time) }.max()
    if let wait { return wait }
    makeRoom(at: time)
    for key in keys { fail(key, at: time) }
    return nil
  }

  /// The last try was right.
  mutating func succeed(account: String, network: PeerNetwork) {
    for key in Self.keys(account, network) {
      if case .pair = key { records[key] = nil } else { withdraw(key) }
    }
  }

  /// The last try was none: what came before it still counts.
  mutating func withdraw(account: String, network: PeerNetwork) {
    for key in Self.keys(account, network) { withdraw(key) }
  }

  private mutating func withdraw(_ key: Key) {
    guard var record = records[key] else { return }
    record.failures -= 1
    record.blockedUntil = Timestamp(milliseconds: .min)
    records[key] = record.failures > 0 ? record : nil
  }

  private static func keys(_ account: String, _ network: PeerNetwork) -> [Key] {
    let account = String(decoding: account.lowercased().utf8.prefix(128), as: UTF8.self)
    return [.pair(account, network), .account(account), .network(network)]
  }

  private func waiting(_ key: Key, at time: Timestamp) -> Int? {
    guard let record = records[key], record.blockedUntil > time else { return nil }
    return Int((record.blockedUntil.milliseconds - time.milliseconds + 999) / 1_000)
  }

  private mutating func fail(_ key: Key, at time: Timestamp) {
    var record = records[key] ?? Record()
    if isForgotten(record, at: time) { record = Record() }
    record.failures += 1
    record.lastFailure = time
    let excess = record.failures - key.free
    if excess >= 0 {
      let seconds = min(Int64(1) << min(Int64(excess), 20), Self.longestWait)
      record.blockedUntil = time.advanced(byMilliseconds: seconds * 1_000)
    }
    records[key] = record
  }

  private func isForgotten(_ record: Record, at time: Timestamp) -> Bool {
    record.lastFailure.advanced(byMilliseconds: Self.memory) <= time
      && record.blockedUntil <= time
  }

  private mutating func makeRoom(at time: Timestamp) {
    guard records.count + 3 > Self.bound else { return }
    records = records.filter { !isForgotten($0.value, at: time) }
    guard records.count + 3 > Self.bound else { return }
    let quiet = records.sorted { $0.value.lastFailure < $1.value.lastFailure }
    for (key, _) in quiet.prefix(Self.bound / 4) { records[key] = nil }
  }
}

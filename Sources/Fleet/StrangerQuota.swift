import Telemetry

/// How much strangers have stored, by network and in all. The bytes of one identifier are kept
/// with its identity.
struct StrangerQuota: Sendable {
  private struct Use {
    var bytes: Int64 = 0
    var arrivals = 0
  }

  /// Networks that are counted at once. When there are more, those with the fewest bytes and
  /// without arrivals are forgotten; the total still holds.
  static let networkBound = 20_000

  let limits: FleetLimits
  private var networks: [PeerNetwork: Use] = [:]
  private var days: [Int64: Int64] = [:]
  private(set) var total: Int64 = 0

  init(limits: FleetLimits) { self.limits = limits }

  /// Why this network may not bring another arrival; nil if it may.
  func refusalOfArrival(from network: PeerNetwork) -> Refusal? {
    let arrivals = networks[network]?.arrivals ?? 0
    return arrivals < limits.arrivalsPerNetwork ? nil : .tooManyArrivalsFromNetwork
  }

  /// Why so many more bytes may not be stored; nil if they may.
  func refusal(of bytes: Int, from network: PeerNetwork) -> Refusal? {
    if total + Int64(bytes) > limits.bytesInAll { return .totalQuota }
    let used = networks[network]?.bytes ?? 0
    return used + Int64(bytes) > limits.bytesPerNetwork ? .networkQuota : nil
  }

  mutating func charge(_ bytes: Int64, to network: PeerNetwork, at time: Timestamp) {
    change(network) { $0.bytes += bytes }
    addDay(time.day, bytes: bytes)
  }

  /// Counts what the file says was stored on a day.
  mutating func addDay(_ day: Int64, bytes: Int64) {
    if days[day] == nil { forgetDays(before: day) }
    days[day, default: 0] += bytes
    total += bytes
  }

  /// Takes over what another count says was stored by day.
  mutating func takeDays(of other: StrangerQuota) {
    days = other.days
    total = other.total
  }

  mutating func addArrival(from network: PeerNetwork, bytes: Int64 = 0) {
    change(network) {
      $0.arrivals += 1
      $0.bytes += bytes
    }
  }

  /// An arrival has been adopted or deleted: its network may bring others. Its bytes in all stay
  /// counted, because they stay on the disk.
  mutating func removeArrival(from network: PeerNetwork, bytes: Int64) {
    guard var use = networks[network] else { return }
    use.arrivals = max(use.arrivals - 1, 0)
    use.bytes = max(use.bytes - bytes, 0)
    networks[network] = use.arrivals == 0 && use.bytes == 0 ? nil : use
  }

  private mutating func change(_ network: PeerNetwork, _ body: (inout Use) -> Void) {
    if networks[network] == nil, networks.count >= Self.networkBound { forgetLighterHalf() }
    body(&networks[network, default: Use()])
  }

  private mutating func forgetLighterHalf() {
    let light = networks.filter { $0.value.arrivals == 0 }.sorted {
      $0.value.bytes < $1.value.bytes
    }
    for (network, _) in light.prefix(Self.networkBound / 2) { networks[network] = nil }
  }

  private mutating func forgetDays(before day: Int64) {
    guard let keep = limits.retentionDays else { return }
    for (old, bytes) in days where old < day - Int64(keep) {
      total = max(total - bytes, 0)
      days[old] = nil
    }
  }
}

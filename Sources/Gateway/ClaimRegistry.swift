import EventLoop
import Synchronization
import Telemetry

/// A connection that speaks for a device.
struct Claimant: Sendable, Hashable {
  var connection: UInt64
  var loop: Int
  var transport: Transport
  var protocolName: String
  /// The network that it comes from (/24 or /48): what a device keeps when its carrier gives it
  /// another address.
  var network: AddressPrefix
}

/// How a message stands that names a device.
enum Standing: Sendable, Hashable {
  /// The sender is the device as far as anybody can tell.
  case bound
  /// The sender has just taken the place of another connection, which is to be closed if both
  /// are streams.
  case replaced(Claimant)
  /// Another connection has the older right.
  case unconfirmed
}

/// Which connection speaks for which device, over all loops.
///
/// A device has one owner at a time. For datagrams the owner is not a loop that datagrams are
/// handed to but the holder of the claim: the system keeps a peer's datagrams on one socket, so
/// the state of a conversation never moves, and a device that appears from another port is a new
/// conversation that takes the claim over, as a reconnect does. History does not depend on the
/// order of arrival, so nothing else needs one owner.
final class ClaimRegistry: Sendable {
  /// A sender without a known interval is given this long before another may take its place, ms.
  static let usualSilence: UInt64 = 180_000
  /// Nobody is taken for silent sooner than this, ms.
  static let leastSilence: UInt64 = 10_000
  /// How many reports in a row must fit for a newcomer to be believed.
  static let reportsToConfirm = 3

  private struct Challenger {
    var claimant: Claimant
    var fitting = 0
    var last: Sighting?
  }

  private struct Claim {
    var holder: Claimant
    var interval: ReportingInterval
    var lastSeen: Sighting?
    /// Of several newcomers the last is watched; the others stay unconfirmed.
    var challenger: Challenger?
  }

  private final class Shard: Sendable {
    let claims = Mutex<[DeviceIdentity: Claim]>([:])
  }

  /// Loops rarely wait for each other when devices are spread over several locks.
  private let shards = (0..<32).map { _ in Shard() }

  private func shard(_ device: DeviceIdentity) -> Shard {
    shards[Int(UInt64(bitPattern: device.rawValue) % UInt64(shards.count))]
  }

  /// A message of a device came by a connection.
  func hear(
    _ device: DeviceIdentity, from sender: Claimant, at now: UInt64, sighting: Sighting?
  ) -> Standing {
    shard(device).claims.withLock { claims in
      guard var claim = claims[device] else {
        claims[device] = Claim(
          holder: sender, interval: ReportingInterval(at: now), lastSeen: sighting)
        return .bound
      }
      let standing = Self.judge(&claim, sender, now, sighting)
      claims[device] = claim
      return standing
    }
  }

  private static func judge(
    _ claim: inout Claim, _ sender: Claimant, _ now: UInt64, _ sighting: Sighting?
  ) -> Standing {
    if claim.holder.connection == sender.connection {
      claim.interval.heard(at: now)
      if let sighting { claim.lastSeen = sighting }
      return .bound
    }
    let isKin =
      claim.holder.protocolName == sender.protocolName && claim.holder.network == sender.network
    let usesBoth = claim.holder.transport == .tcp && sender.transport == .udp
    if isKin, usesBoth || sender.connection < claim.holder.connection {
      // A device that uses both keeps its connection. And what was still under way on the
      // connection that was replaced does not bring it back.
      claim.interval.heard(at: now)
      if let sighting { claim.lastSeen = sighting }
      return .bound
    }
    if isKin || isSilent(claim, now) || fits(&claim, sender, sighting) {
      let old = claim.holder
      claim.holder = sender
      claim.challenger = nil
      claim.interval.heard(at: now)
      if let sighting { claim.lastSeen = sighting }
      return .replaced(old)
    }
    return .unconfirmed
  }

  private static func isSilent(_ claim: Claim, _ now: UInt64) -> Bool {
    let usual = claim.interval.milliseconds.map { max($0 + $0 / 4, leastSilence) } ?? usualSilence
    return claim.interval.silence(at: now) > usual
  }

  /// Counts reports of a newcomer that continue the device's track.
  private static func fits(
    _ claim: inout Claim, _ sender: Claimant, _ sighting: Sighting?
  ) -> Bool {
    var challenger = Challenger(claimant: sender)
    if let known = claim.challenger, known.claimant.connection == sender.connection {
      challenger = known
    }
    if let sighting {
      let before = challenger.last ?? claim.lastSeen
      let isLater = challenger.last.map { $0.time < sighting.time } ?? true
      let isFitting = isLater && (before.map { sighting.isReachable(from: $0) } ?? true)
      challenger.fitting = isFitting ? challenger.fitting + 1 : 0
      challenger.last = isFitting ? sighting : nil
    }
    claim.challenger = challenger
    return challenger.fitting >= reportsToConfirm
  }

  /// A person says that this connection is the device. Returns whom it replaces.
  func confirm(_ device: DeviceIdentity, _ sender: Claimant) -> Claimant? {
    shard(device).claims.withLock { claims in
      guard var claim = claims[device], claim.holder.connection != sender.connection else {
        return nil
      }
      let old = claim.holder
      claim.holder = sender
      claim.challenger = nil
      claims[device] = claim
      return old
    }
  }

  /// A connection is gone.
  func release(_ device: DeviceIdentity, connection: UInt64) {
    shard(device).claims.withLock { claims in
      guard claims[device]?.holder.connection == connection else { return }
      claims[device] = nil
    }
  }

  /// Whom commands for a device go to.
  func holder(of device: DeviceIdentity) -> Claimant? {
    shard(device).claims.withLock { $0[device]?.holder }
  }
}

import EventLoop
import Gateway
import Synchronization
import Telemetry

/// A directory that takes everybody as an arrival but those that a test entered or banned.
final class OpenDirectory: DeviceDirectory {
  private struct State {
    var revision: UInt64 = 1
    var settings: [String: DeviceSettings] = [:]
    var banned: Set<String> = []
    var identities: [String: DeviceIdentity] = [:]
    var claims: [DeviceClaim] = []
    /// What each device that nobody entered may still store; nobody's bytes count as a device's.
    var quota: Int?
    var charged: [DeviceIdentity: Int] = [:]
  }

  private let state = Mutex(State())

  var revision: UInt64 { state.withLock { $0.revision } }

  func admit(_ claim: DeviceClaim) -> Admission {
    state.withLock { state in
      state.claims.append(claim)
      if state.banned.contains(claim.identifier) { return .refused(reason: "banned") }
      let identity =
        state.identities[claim.identifier]
        ?? DeviceIdentity(rawValue: Int64(state.identities.count + 1))
      state.identities[claim.identifier] = identity
      if let settings = state.settings[claim.identifier] { return .known(identity, settings) }
      return .stranger(identity)
    }
  }

  func charge(_ device: DeviceIdentity, bytes: Int, peer: Address, at time: Timestamp) -> Bool {
    state.withLock { state in
      let sum = state.charged[device, default: 0] + bytes
      if let quota = state.quota, sum > quota { return false }
      state.charged[device] = sum
      return true
    }
  }

  func setQuota(_ bytes: Int) { state.withLock { $0.quota = bytes } }

  func enter(_ identifier: String, _ settings: DeviceSettings = .none) {
    state.withLock { state in
      state.settings[identifier] = settings
      state.revision += 1
    }
  }

  func ban(_ identifier: String) { state.withLock { _ = $0.banned.insert(identifier) } }

  func identity(_ identifier: String) -> DeviceIdentity? {
    state.withLock { $0.identities[identifier] }
  }

  var claims: [DeviceClaim] { state.withLock { $0.claims } }
}

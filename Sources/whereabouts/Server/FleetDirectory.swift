import EventLoop
import class Fleet.Fleet
import Gateway
import Telemetry

/// The fleet as the gateway sees it.
struct FleetDirectory: DeviceDirectory {
  let fleet: Fleet
  let zones: ZoneTable

  var revision: UInt64 { fleet.revision }

  func admit(_ claim: DeviceClaim) -> Admission {
    let admission = fleet.admit(
      identifier: claim.identifier, alternatives: claim.alternatives,
      protocolName: claim.protocolName, transport: claim.transport,
      peer: claim.peer?.description ?? "", at: claim.at)
    switch admission {
    case .device(let identity, let settings): return .known(identity, zones.resolve(settings))
    case .stranger(let identity): return .stranger(identity)
    case .refused(let refusal): return .refused(reason: refusal.advice)
    }
  }

  func charge(_ device: DeviceIdentity, bytes: Int, peer: Address, at time: Timestamp) -> Bool {
    fleet.charge(device, peer: peer.description, bytes: bytes, at: time)
  }
}

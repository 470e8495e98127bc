import Fleet
import Telemetry

/// What people call the devices of a data folder.
struct FleetNames {
  private let names: [DeviceIdentity: String]

  /// Names of a fleet that cannot be read are not known, which is no error here.
  init(_ data: DataFolder, isInUse: Bool) throws {
    names = (try? StoredFleet.names(path: data.fleet, isInUse: isInUse)) ?? [:]
  }

  /// Such as `device 'Van 7' (353879234252633)`.
  subscript(identity: DeviceIdentity) -> String {
    names[identity] ?? "a device that the fleet does not know (identity \(identity.rawValue))"
  }
}

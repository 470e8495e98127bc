import Fleet
import Telemetry

/// Whether a device is there, in the words of the API.
enum DeviceStatus: String, Sendable, Hashable {
  /// It has called lately.
  case online
  /// It has not, and is not connected.
  case offline
  /// It is connected and says nothing.
  case unknown
}

/// Knows of each device what changes by itself: whether it is there, and where it was last.
struct DeviceWatch: Sendable {
  /// The newest positions.
  let positions: LastPositionIndex
  /// After how many milliseconds of silence a device no longer counts as there.
  let patience: Int64
  /// Whether a connection of the device is open.
  let isConnected: @Sendable (DeviceIdentity) -> Bool
  /// What time it is.
  let clock: @Sendable () -> Timestamp

  /// Whether a device is there now.
  func status(of device: Device) -> DeviceStatus {
    if let last = device.lastUpdate, last.advanced(byMilliseconds: patience) > clock() {
      return .online
    }
    return isConnected(device.identity) ? .unknown : .offline
  }
}

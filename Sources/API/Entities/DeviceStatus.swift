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
  /// After how many milliseconds of silence a device no longer counts as there of which nobody
  /// knows yet what is normal.
  let patience: Int64
  /// Whether a connection of the device is open.
  let isConnected: @Sendable (DeviceIdentity) -> Bool
  /// What time it is.
  let clock: @Sendable () -> Timestamp

  /// A device that calls often is missed after so many milliseconds, because networks have gaps.
  private static let leastPatience: Int64 = 180_000
  /// However rarely a device calls, it is missed after so many milliseconds.
  private static let mostPatience: Int64 = 3 * 86_400_000

  /// Whether a device is there now.
  func status(of device: Device) -> DeviceStatus {
    if let last = device.lastUpdate, last.advanced(byMilliseconds: patience(with: device)) > clock()
    {
      return .online
    }
    return isConnected(device.identity) ? .unknown : .offline
  }

  /// How long the silence of a device is normal: half as long again as its usual pause, and a
  /// minute.
  private func patience(with device: Device) -> Int64 {
    guard let pause = device.usualPause else { return patience }
    let pardoned = min(pause, Self.mostPatience) / 2 * 3 + 60_000
    return min(max(pardoned, Self.leastPatience), Self.mostPatience)
  }
}

public import Telemetry

/// What the server did in one day (UTC).
public struct Statistics: Sendable, Hashable {
  /// The start of the day.
  public var captureTime: Timestamp
  /// Users who used the API.
  public var activeUsers: Int64 = 0
  /// Devices that sent something.
  public var activeDevices: Int64 = 0
  /// How many devices spoke each protocol.
  public var protocols: [String: Int64] = [:]
  /// What was counted.
  public var counts: [Counter: Int64] = [:]

  /// What is counted.
  public enum Counter: String, Sendable, Hashable, CaseIterable {
    case requests, messagesReceived, messagesStored, mailSent, smsSent
    case geocoderRequests, geolocationRequests
  }

  /// How often something was counted.
  public subscript(_ counter: Counter) -> Int64 { counts[counter] ?? 0 }
}

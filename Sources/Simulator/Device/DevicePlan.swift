/// What a simulated device is to do.
public struct DevicePlan: Sendable {
  /// In which order a device sends what it has stored.
  public enum UploadOrder: Sendable, CaseIterable {
    case newestFirst, oldestFirst, shuffled
  }

  /// Seconds from one record to the next.
  public var interval = 10
  /// Seconds from one heartbeat to the next.
  public var heartbeat = 60
  /// Every so many records one is an alarm, each alarm in turn; 0 for none.
  public var alarmEvery = 15
  /// The alarms that it sends, by the server's names; nil for all of the protocol.
  public var alarms: [String]?
  /// Every so many records one has cells only; 0 for none.
  public var surroundingsEvery = 40
  /// Seconds without link; 0 for never.
  public var offline = 0
  /// Seconds from the start to the first outage; nil for a time of the device's own.
  public var offlineAfter: Int?
  /// In which order it sends what it stored meanwhile.
  public var uploadOrder = UploadOrder.newestFirst
  /// Percent of messages that are lost on the way, both ways.
  public var loss = 0
  /// Whether it reports to a second server as well, which here is the same.
  public var isDual = false
  /// Seconds after which it sends again what was not answered.
  public var patience = 15
  /// A path to follow; a device makes up a drive if it is empty.
  public var path: [PathPoint] = []

  /// The usual.
  public init() {}
}

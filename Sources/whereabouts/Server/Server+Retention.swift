import Configuration
import Fleet
import Telemetry
import Timeline

/// How much history is kept.
extension Server {
  /// The attributes of a device that go before the settings.
  static let daysAttribute = "history.days"
  static let bytesAttribute = "history.bytes"

  /// What the settings and the attributes of the devices say. What is no whole number of 0 or more
  /// says nothing.
  static func retention(_ configuration: Configuration, _ fleet: Fleet) -> HistoryRetention {
    let general = HistoryLimits(
      days: configuration[Settings.historyDays],
      bytes: Int64(configuration[Settings.historyBytes]))
    var retention = HistoryRetention(general: general)
    for device in fleet.devices(withAnyOf: [daysAttribute, bytesAttribute]) {
      func number(_ name: String) -> Int64? {
        device.attributes[name].flatMap { Int64($0.description) }.flatMap { $0 >= 0 ? $0 : nil }
      }
      let days = number(daysAttribute)
      let bytes = number(bytesAttribute)
      guard days != nil || bytes != nil else { continue }
      retention.own[device.identity] = HistoryLimits(
        days: days.map { Int(min($0, 36_500)) } ?? general.days, bytes: bytes ?? 0)
    }
    return retention
  }

  /// Has limits that were entered hold at once, before a device sends what they let in.
  func keepHistoryAsEntered(now: Timestamp) throws {
    guard fleet.revision != knownRevision else { return }
    knownRevision = fleet.revision
    try timeline.keep(Self.retention(configuration, fleet), now: now)
  }

  /// Removes history that is older than what is kept.
  func forgetOldHistory(now: Timestamp) throws {
    try timeline.keep(Self.retention(configuration, fleet), now: now)
    let late = try timeline.statistics().late
    let removed = try timeline.forgetOld()
    if removed > 0 {
      Log.write("\(removed) positions removed that were older than what is kept of the history")
    }
    if late > loggedLate {
      Log.write("\(late - loggedLate) positions came too late for what is kept of the history")
      loggedLate = late
    }
  }
}

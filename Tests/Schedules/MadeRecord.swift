import Telemetry

/// One record that a device made, with what is known of it without asking any timeline.
struct MadeRecord: Sendable {
  /// What the device's clock said, and what became of it.
  enum Clock: Sendable {
    case right
    /// A thousand and twenty-four weeks behind, which is put right.
    case behindByAnEra
    /// In 1970, which nothing can put right.
    case unset
    /// Without a time of the fix: a heartbeat.
    case bare
  }

  let identity: DeviceIdentity
  let clock: Clock
  /// The true time, or that of a clock that was never set.
  let time: Timestamp
  let latitude: Double
  let isValid: Bool
  let event: Int64
  /// What a resend changes.
  var index: Int64
  var isArchived = false
  var rssi: Int64

  /// Whether it stands beside the history.
  var isApart: Bool { clock == .unset }

  /// What the device says is the time.
  var said: Timestamp {
    clock == .behindByAnEra
      ? time.advanced(byMilliseconds: -1_024 * 7 * 86_400_000) : time
  }

  /// The record as a decoder gives it.
  var reports: Reports {
    var reports = Reports()
    reports.begin()
    reports.current.deviceTime = said
    if clock != .bare {
      reports.current.fixTime = said
      reports.current.hasLocation = true
      reports.current.location = Location(
        latitude: latitude, longitude: 21.5, speed: Double(index), isValid: isValid)
    }
    if event != 0 { reports.set(.event, event) }
    reports.set(.index, index)
    reports.set(.rssi, rssi)
    if isArchived { reports.set(.archive, true) }
    reports.set(.battery, Double(rssi % 10) / 10 + 12)
    reports.set("leg", text: "leg \(event / 5)")
    return reports
  }

  /// The record as the history has it: its times put right.
  var position: Position {
    var position = reports.positions[0]
    if position.fixTime != nil { position.fixTime = time }
    position.deviceTime = time
    return position
  }

  /// What it is known by however often it comes.
  var contentKey: ContentKey {
    // It has a time of its own, so its number does not matter.
    ContentKey(
      reports.positions[0], protocolName: Day.protocolName, receivedAt: time, identifier: 0)
  }
}

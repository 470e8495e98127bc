internal import Telemetry

/// A position in a ``Run``: what decides where it stands, and where its report is.
struct RunEntry: Sendable {
  /// Its time in the history, in milliseconds.
  let time: Int64
  /// Its content key as it is ordered.
  let key: Int64
  let id: Int64
  let receivedAt: Int64
  /// Its compact report, as a range of the run's bytes.
  let start: UInt32
  let length: UInt32
  private(set) var flags: PositionFlags
  /// An index into the run's protocols.
  let protocolIndex: UInt16
  /// Whether it has a place of its own.
  let hasLocation: Bool
  /// Whether the device says of that place that it is a fix.
  let isValid: Bool

  /// Whether it can give its place to positions without one.
  var hasFix: Bool { hasLocation && isValid && flags.isDisjoint(with: .withheld) }

  /// Its place in the history.
  var place: RunPlace { RunPlace(time: time, key: key) }
  /// What decides how old it is: a time that cannot be right says nothing about that.
  var age: Int64 { flags.contains(.timeImplausible) ? receivedAt : time }
  /// Whether it can be the last known position.
  var canBeLast: Bool { flags.isDisjoint(with: .withheld) }
  var range: Range<Int> { Int(start)..<Int(start) + Int(length) }

  /// Takes note of another copy of the position.
  ///
  /// - Returns: whether that has cleared anything.
  mutating func clear(by copy: PositionFlags) -> Bool {
    let left = flags.cleared(by: copy)
    defer { flags = left }
    return left != flags
  }
}

extension RunEntry {
  func moved(to start: Int, protocolIndex: UInt16) -> RunEntry {
    RunEntry(
      time: time, key: key, id: id, receivedAt: receivedAt,
      start: UInt32(truncatingIfNeeded: start), length: length, flags: flags,
      protocolIndex: protocolIndex, hasLocation: hasLocation, isValid: isValid)
  }

  /// A position that is seen for the first time, at its place by the rules of the timeline.
  init(
    _ glance: ReportGlance, id: Int64, receivedAt: Timestamp, length: Int,
    flags other: PositionFlags
  ) {
    let said = glance.fixTime ?? glance.deviceTime ?? receivedAt
    let (time, timeFlags) = SaidTime.judge(said, receivedAt: receivedAt)
    var flags = other.union(timeFlags)
    if glance.checksumFailed { flags.insert(.checksumFailed) }
    self.init(
      time: time.milliseconds, key: Int64(bitPattern: glance.contentKey.rawValue), id: id,
      receivedAt: receivedAt.milliseconds, start: 0, length: UInt32(truncatingIfNeeded: length),
      flags: flags, protocolIndex: 0, hasLocation: glance.hasLocation, isValid: glance.isValid)
  }
}

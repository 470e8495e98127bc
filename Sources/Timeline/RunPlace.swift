internal import Telemetry

/// A ``TimelineCursor`` as plain numbers.
struct RunPlace: Sendable, Hashable, Comparable {
  let time: Int64
  let key: Int64

  init(time: Int64, key: Int64) {
    self.time = time
    self.key = key
  }

  init(_ cursor: TimelineCursor) {
    time = cursor.time.milliseconds
    key = cursor.key
  }

  static func < (left: RunPlace, right: RunPlace) -> Bool {
    left.time == right.time ? left.key < right.key : left.time < right.time
  }

  var cursor: TimelineCursor {
    TimelineCursor(
      time: Timestamp(milliseconds: time),
      contentKey: ContentKey(rawValue: UInt64(bitPattern: key)))
  }
}

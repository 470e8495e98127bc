import Telemetry

/// A time whose parts are fields of their own, each a number with the usual name.
struct NamedClock: Sendable, Hashable {
  private static let names = ["year", "month", "day", "hour", "minute", "second"]

  /// The fields in the order of the names.
  private let slots: [FrameSlot]

  /// The fields of such names; nil if one is missing.
  init?(_ slots: [FrameSlot]) {
    let found = Self.names.compactMap { name in
      slots.first { $0.name == name && $0.bits == nil && $0.range.count <= 2 }
    }
    guard found.count == Self.names.count else { return nil }
    self.slots = found
  }

  /// Writes a moment; the year with all its digits if it has two bytes, the lower one first.
  func write(_ time: Timestamp, _ message: inout [UInt8]) {
    let civil = CivilTime(time)
    let year = slots[0].range.count == 2 ? civil.year : civil.year - 2_000
    let values = [year, civil.month, civil.day, civil.hour, civil.minute, civil.second]
    for (slot, value) in zip(slots, values) {
      for (place, index) in slot.range.enumerated() {
        message[index] = UInt8(truncatingIfNeeded: value >> (8 * place))
      }
    }
  }
}

import Telemetry

/// A time that stands in a message as one number: so many units since some moment.
struct CountedClock: Sendable, Hashable {
  let slot: FrameSlot
  /// Milliseconds in a unit.
  let unit: Int64
  /// Whether the least significant byte comes first.
  let isReversed: Bool
  /// When the count began, in milliseconds since 1970.
  let epoch: Int64

  private static let units: [Int64] = [1_000, 1, 2_000]

  /// All ways in which the number in a slot can be a known time. Any epoch is possible, so a trial
  /// must say which it is.
  static func candidates(
    _ slot: FrameSlot, _ message: [UInt8], _ known: Timestamp
  ) -> [CountedClock] {
    guard slot.range.count >= 4, slot.range.count <= 8 else { return [] }
    return [false, true].flatMap { isReversed -> [CountedClock] in
      guard let number = number(slot, message, isReversed), number < 1 << 48 else { return [] }
      return units.map { unit in
        CountedClock(
          slot: slot, unit: unit, isReversed: isReversed,
          epoch: known.milliseconds - Int64(number) * unit)
      }
    }
  }

  /// Writes a moment.
  ///
  /// - Returns: false if it does not fit.
  @discardableResult
  func write(_ time: Timestamp, _ message: inout [UInt8]) -> Bool {
    let count = (time.milliseconds - epoch) / unit
    guard count >= 0 else { return false }
    guard isReversed else { return slot.set(UInt64(count), in: &message) }
    message[slot.range].reverse()
    let fits = slot.set(UInt64(count), in: &message)
    message[slot.range].reverse()
    return fits
  }

  private static func number(
    _ slot: FrameSlot, _ message: [UInt8], _ isReversed: Bool
  ) -> UInt64? {
    guard isReversed else { return slot.number(in: message) }
    var turned = message
    turned[slot.range].reverse()
    return slot.number(in: turned)
  }
}

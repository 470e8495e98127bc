import Telemetry

/// A time that stands in a message as one number: so many units since some moment.
struct CountedClock: Sendable, Hashable {
  /// How the number is written.
  enum Form: Sendable, CaseIterable {
    /// Bytes, the most significant first.
    case bytes
    /// Bytes, the least significant first.
    case reversed
    /// Decimal digits as text.
    case digits
  }

  let slot: FrameSlot
  /// Milliseconds in a unit.
  let unit: Int64
  let form: Form
  /// When the count began, in milliseconds since 1970.
  let epoch: Int64

  private static let units: [Int64] = [1_000, 1, 2_000]
  /// As many digits as a count that is a time has: seconds or milliseconds.
  private static let digitCounts = 9...15

  /// All ways in which the number in a slot can be a known time. Any epoch is possible, so a trial
  /// must say which it is.
  static func candidates(
    _ slot: FrameSlot, _ message: [UInt8], _ known: Timestamp
  ) -> [CountedClock] {
    Form.allCases.flatMap { form -> [CountedClock] in
      guard let number = number(slot, message, form), number < 1 << 48 else { return [] }
      return units.map { unit in
        CountedClock(
          slot: slot, unit: unit, form: form, epoch: known.milliseconds - Int64(number) * unit)
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
    switch form {
    case .bytes: return slot.set(UInt64(count), in: &message)
    case .reversed:
      message[slot.range].reverse()
      let fits = slot.set(UInt64(count), in: &message)
      message[slot.range].reverse()
      return fits
    case .digits:
      let text = Array(String(count).utf8)
      guard text.count <= slot.range.count else { return false }
      let padding = repeatElement(UInt8(ascii: "0"), count: slot.range.count - text.count)
      message.replaceSubrange(slot.range, with: padding + text)
      return true
    }
  }

  private static func number(_ slot: FrameSlot, _ message: [UInt8], _ form: Form) -> UInt64? {
    switch form {
    case .bytes: return (4...8).contains(slot.range.count) ? slot.number(in: message) : nil
    case .reversed:
      guard (4...8).contains(slot.range.count) else { return nil }
      var turned = message
      turned[slot.range].reverse()
      return slot.number(in: turned)
    case .digits:
      let bytes = message[slot.range]
      guard slot.bits == nil, digitCounts.contains(bytes.count),
        bytes.allSatisfy({ (48...57).contains($0) })
      else { return nil }
      return bytes.reduce(0) { $0 * 10 + UInt64($1 - 48) }
    }
  }
}

import Telemetry

/// How a time, or a part of it, stands in a message: pairs of digits in an order.
struct ClockCoding: Sendable, Hashable {
  enum Part: Sendable {
    case century, year, month, day, hour, minute, second
  }

  enum Digits: Sendable, CaseIterable {
    /// Two characters.
    case text
    /// Two characters, with one between the parts.
    case separated
    /// A half byte each.
    case packed
    /// A byte for both.
    case binary
  }

  let parts: [Part]
  let digits: Digits
  /// The device's clock minus UTC, in milliseconds.
  var offset: Int64 = 0

  static let whole: [[Part]] = [
    [.year, .month, .day, .hour, .minute, .second],
    [.day, .month, .year, .hour, .minute, .second],
    [.century, .year, .month, .day, .hour, .minute, .second],
  ]
  static let dates: [[Part]] = [
    [.day, .month, .year], [.year, .month, .day], [.century, .year, .month, .day],
  ]
  static let times: [[Part]] = [[.hour, .minute, .second]]
  /// Without seconds: another field has them.
  static let local: [[Part]] = [[.year, .month, .day, .hour, .minute]]

  /// How many bytes it takes; text may go on behind it.
  private var length: Int {
    switch digits {
    case .text: 2 * parts.count
    case .separated: 3 * parts.count - 1
    case .packed, .binary: parts.count
    }
  }

  /// How many bytes a part begins behind the one before it.
  private var step: Int { digits == .separated ? 3 : 2 }

  /// Reads the parts into a time; false if the bytes have not this form.
  func read(_ slot: FrameSlot, _ message: [UInt8], into time: inout CivilTime) -> Bool {
    guard slot.bits == nil, slot.range.count >= length,
      slot.range.count == length || digits == .text || digits == .separated
    else { return false }
    var century = 2_000
    for (index, part) in parts.enumerated() {
      guard let value = value(at: index, slot, message) else { return false }
      switch part {
      case .century: century = value * 100
      case .year: time.year = century + value
      case .month: time.month = value
      case .day: time.day = value
      case .hour: time.hour = value
      case .minute: time.minute = value
      case .second: time.second = value
      }
    }
    return time.isProper
  }

  /// Writes the parts of a moment.
  func write(_ time: Timestamp, _ slot: FrameSlot, _ message: inout [UInt8]) {
    let civil = CivilTime(time.advanced(byMilliseconds: offset))
    for (index, part) in parts.enumerated() {
      let value: Int =
        switch part {
        case .century: civil.year / 100
        case .year: civil.year % 100
        case .month: civil.month
        case .day: civil.day
        case .hour: civil.hour
        case .minute: civil.minute
        case .second: civil.second
        }
      let (tens, ones) = (
        UInt8(truncatingIfNeeded: value / 10), UInt8(truncatingIfNeeded: value % 10)
      )
      let start = slot.range.lowerBound
      switch digits {
      case .text, .separated:
        message[start + step * index] = 48 + tens
        message[start + step * index + 1] = 48 + ones
      case .packed: message[start + index] = tens << 4 | ones
      case .binary: message[start + index] = UInt8(truncatingIfNeeded: value)
      }
    }
  }

  private func value(at index: Int, _ slot: FrameSlot, _ message: [UInt8]) -> Int? {
    let start = slot.range.lowerBound
    let (tens, ones): (UInt8, UInt8)
    switch digits {
    case .text, .separated:
      let place = start + step * index
      (tens, ones) = (message[place] &- 48, message[place + 1] &- 48)
    case .packed: (tens, ones) = (message[start + index] >> 4, message[start + index] & 15)
    case .binary: return Int(message[start + index])
    }
    return tens < 10 && ones < 10 ? Int(tens) * 10 + Int(ones) : nil
  }
}

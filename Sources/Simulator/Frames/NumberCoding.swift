/// How a number stands in a message.
enum NumberCoding: Sendable, Hashable {
  /// Decimal text; the value is the number times a factor.
  case text(Double)
  /// Text of degrees and minutes, `dddmm.mmmm`.
  case textMinutes
  /// A whole number, most significant byte first, or bits of one.
  case binary(Double)
  /// The same with a sign.
  case signed(Double)
  /// A whole number, least significant byte first.
  case reversed(Double)
  /// The same with a sign.
  case reversedSigned(Double)
  /// A number with a fraction in four bytes (IEEE 754), least significant byte first.
  case reversedFloat(Double)
  /// Decimal digits, one in each half byte.
  case packed(Double)
  /// Degrees and minutes in such digits, `dddmmmmmm`.
  case packedMinutes

  /// Reads the number; nil if the bytes have not this form.
  func read(_ slot: FrameSlot, _ message: [UInt8]) -> Double? {
    switch self {
    case .text(let factor):
      guard slot.bits == nil else { return nil }
      return NumberText.parse(message[slot.range]).map { $0.value * factor }
    case .textMinutes:
      guard slot.bits == nil else { return nil }
      return NumberText.parse(message[slot.range]).flatMap { Self.degrees($0.value) }
    case .binary(let factor): return slot.number(in: message).map { Double($0) * factor }
    case .signed(let factor):
      guard slot.bits == nil, let value = slot.number(in: message) else { return nil }
      let unused = UInt64(64 - 8 * slot.range.count)
      return Double(Int64(bitPattern: value << unused) >> Int64(unused)) * factor
    case .reversed(let factor): return Self.reversed(slot, message).map { Double($0) * factor }
    case .reversedSigned(let factor):
      guard let value = Self.reversed(slot, message) else { return nil }
      let unused = UInt64(64 - 8 * slot.range.count)
      return Double(Int64(bitPattern: value << unused) >> Int64(unused)) * factor
    case .reversedFloat(let factor):
      guard slot.range.count == 4, let value = Self.reversed(slot, message) else { return nil }
      return Double(Float(bitPattern: UInt32(truncatingIfNeeded: value))) * factor
    case .packed(let factor): return digits(slot, message).map { Double($0) * factor }
    case .packedMinutes: return digits(slot, message).flatMap { Self.degrees(Double($0) / 10_000) }
    }
  }

  /// Writes a number.
  ///
  /// - Returns: false if it does not fit.
  func write(_ value: Double, _ slot: FrameSlot, _ message: inout [UInt8]) -> Bool {
    switch self {
    case .text(let factor): return writeText(value / factor, slot, &message)
    case .textMinutes: return writeText(Self.minutes(value, slot, message), slot, &message)
    case .binary(let factor):
      let number = (value / factor).rounded()
      return number >= 0 && number < 1.8e19 && slot.set(UInt64(number), in: &message)
    case .signed(let factor):
      let number = (value / factor).rounded()
      guard number.magnitude < 9e18 else { return false }
      let mask: UInt64 = slot.range.count >= 8 ? .max : (1 << UInt64(8 * slot.range.count)) &- 1
      return slot.set(UInt64(bitPattern: Int64(number)) & mask, in: &message)
    case .reversed(let factor):
      let number = (value / factor).rounded()
      return number >= 0 && number < 1.8e19
        && Self.writeReversed(UInt64(number), slot, &message)
    case .reversedSigned(let factor):
      let number = (value / factor).rounded()
      guard (1...8).contains(slot.range.count), number.magnitude < 9e18 else { return false }
      let unused = UInt64(64 - 8 * slot.range.count)
      let moved = UInt64(bitPattern: Int64(number)) << unused
      guard Int64(bitPattern: moved) >> Int64(unused) == Int64(number) else { return false }
      return Self.writeReversed(moved >> unused, slot, &message)
    case .reversedFloat(let factor):
      guard slot.range.count == 4 else { return false }
      return Self.writeReversed(UInt64(Float(value / factor).bitPattern), slot, &message)
    case .packed(let factor): return writeDigits((value / factor).rounded(), slot, &message)
    case .packedMinutes:
      let scaled = (value * 600_000).rounded()
      let degrees = (scaled / 600_000).rounded(.down)
      let minutes = scaled - degrees * 600_000
      return writeDigits(degrees * 1_000_000 + minutes, slot, &message)
    }
  }

  /// The number in a slot whose least significant byte stands first.
  private static func reversed(_ slot: FrameSlot, _ message: [UInt8]) -> UInt64? {
    guard slot.bits == nil, (1...8).contains(slot.range.count) else { return nil }
    return message[slot.range].reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }

  private static func writeReversed(
    _ value: UInt64, _ slot: FrameSlot, _ message: inout [UInt8]
  ) -> Bool {
    guard slot.bits == nil, slot.range.count == 8 || value >> UInt64(8 * slot.range.count) == 0
    else { return false }
    for (place, index) in slot.range.enumerated() {
      message[index] = UInt8(truncatingIfNeeded: value >> UInt64(8 * place))
    }
    return true
  }

  private func writeText(_ value: Double, _ slot: FrameSlot, _ message: inout [UInt8]) -> Bool {
    guard let old = NumberText.parse(message[slot.range]) else { return false }
    let text = NumberText.fixed(value, count: slot.range.count, decimals: old.decimals)
    guard text.count == slot.range.count else { return false }
    message.replaceSubrange(slot.range, with: text)
    return true
  }

  /// Degrees as `dddmm.mmmm`, rounded so that minutes stay below 60.
  private static func minutes(_ value: Double, _ slot: FrameSlot, _ message: [UInt8]) -> Double {
    let decimals = NumberText.parse(message[slot.range])?.decimals ?? 0
    let unit = NumberText.power(decimals)
    let scaled = (value.magnitude * 60 * unit).rounded()
    let degrees = (scaled / (60 * unit)).rounded(.down)
    let text = degrees * 100 + (scaled - degrees * 60 * unit) / unit
    return value < 0 ? -text : text
  }

  private static func degrees(_ value: Double) -> Double? {
    let whole = (value.magnitude / 100).rounded(.down)
    let minutes = value.magnitude - whole * 100
    guard minutes < 60 else { return nil }
    return (whole + minutes / 60) * (value < 0 ? -1 : 1)
  }

  private func digits(_ slot: FrameSlot, _ message: [UInt8]) -> UInt64? {
    guard let number = slot.number(in: message) else { return nil }
    var (rest, value, place) = (number, UInt64(0), UInt64(1))
    while rest > 0 {
      guard rest & 15 < 10 else { return nil }
      value += (rest & 15) * place
      place = place &* 10
      rest >>= 4
    }
    return value
  }

  private func writeDigits(
    _ value: Double, _ slot: FrameSlot, _ message: inout [UInt8]
  ) -> Bool {
    guard value >= 0, value < 1e15 else { return false }
    var (rest, number, shift) = (UInt64(value), UInt64(0), UInt64(0))
    while rest > 0 {
      number |= (rest % 10) << shift
      shift += 4
      rest /= 10
    }
    return slot.set(number, in: &message)
  }
}

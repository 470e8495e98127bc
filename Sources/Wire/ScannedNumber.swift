/// A decimal number in usual form that is read while the end of its field is looked for: one way
/// over the bytes instead of two. What is unusual is left to ``TextNumber``.
struct ScannedNumber {
  /// How many bytes were read.
  private(set) var count = 0
  private var mantissa: UInt64 = 0
  /// How many bytes there were up to the point; 0 while there was none.
  private var point = 0
  /// 1 behind a minus sign.
  private var signs = 0
  private var isUnusual = false

  /// The most digits: the quotient of two numbers up to ten to this is the nearest to the text.
  private static let mostDigits = 15

  mutating func add(_ byte: UInt8) {
    count &+= 1
    let digit = byte &- 48
    if digit < 10 {
      mantissa = mantissa &* 10 &+ UInt64(digit)
    } else if byte == UInt8(ascii: "."), point == 0 {
      point = count
    } else if byte == UInt8(ascii: "-"), count == 1 {
      signs = 1
    } else {
      isUnusual = true
    }
  }

  /// The number, if it is a usual one without a point.
  var integer: Int64? {
    let digits = count &- signs
    guard !isUnusual, point == 0, digits > 0, digits <= Self.mostDigits else { return nil }
    let value = Int64(truncatingIfNeeded: mantissa)
    return signs == 0 ? value : 0 &- value
  }

  /// The number, if it is a usual one.
  var decimal: Double? {
    let digits = point == 0 ? count &- signs : count &- signs &- 1
    guard !isUnusual, digits > 0, digits <= Self.mostDigits else { return nil }
    let value = Double(mantissa)
    guard point > 0, point < count else { return signs == 0 ? value : -value }
    let scaled = value / TextNumber.powersOfTen[count &- point]
    return signs == 0 ? scaled : -scaled
  }
}

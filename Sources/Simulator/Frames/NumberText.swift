/// Decimal numbers as text of a given length.
enum NumberText {
  /// The number that a text is, with how many decimals; blanks in front are allowed.
  static func parse(_ text: ArraySlice<UInt8>) -> (value: Double, decimals: Int)? {
    var digits = text.drop { $0 == UInt8(ascii: " ") }
    let isNegative = digits.first == UInt8(ascii: "-")
    if isNegative { digits = digits.dropFirst() }
    guard !digits.isEmpty, digits.count <= 15 else { return nil }
    var value = 0.0
    var decimals: Int?
    for byte in digits {
      if byte == UInt8(ascii: "."), decimals == nil {
        decimals = 0
      } else if (48...57).contains(byte) {
        value = value * 10 + Double(byte - 48)
        decimals = decimals.map { $0 + 1 }
      } else {
        return nil
      }
    }
    value /= power(decimals ?? 0)
    return (isNegative ? -value : value, decimals ?? 0)
  }

  /// A number with exactly so many characters, and as many of the wanted decimals as find room;
  /// the largest that fits if it is too large.
  static func fixed(_ value: Double, count: Int, decimals: Int) -> [UInt8] {
    let room = count - (value < 0 ? 1 : 0)
    guard room > 0 else { return [] }
    for decimals in stride(from: min(decimals, max(room - 2, 0)), through: 0, by: -1) {
      let places = decimals == 0 ? room : room - 1
      let scaled = (value.magnitude * power(decimals)).rounded()
      if scaled < power(places) { return text(scaled, places, decimals, value < 0) }
    }
    return text(power(room) - 1, room, 0, value < 0)
  }

  /// Ten to the power of a small number.
  static func power(_ exponent: Int) -> Double {
    var value = 1.0
    for _ in 0..<exponent { value *= 10 }
    return value
  }

  private static func text(
    _ scaled: Double, _ places: Int, _ decimals: Int, _ isNegative: Bool
  ) -> [UInt8] {
    var rest = UInt64(scaled)
    var reversed: [UInt8] = []
    for place in 0..<places {
      if place == decimals, decimals > 0 { reversed.append(UInt8(ascii: ".")) }
      reversed.append(48 + UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
    }
    if isNegative { reversed.append(UInt8(ascii: "-")) }
    return reversed.reversed()
  }
}

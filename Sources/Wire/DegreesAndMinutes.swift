/// Angles written as degrees and minutes in one number, as receivers do in their sentences
/// (`ddmm.mmmm`, `dddmm.mmmm`).
public enum DegreesAndMinutes {
  /// Degrees from text without sign: two digits before the point are minutes, what stands left of
  /// them, possibly nothing, is degrees.
  ///
  /// - Parameter impliedDecimals: how many of the last digits are decimals of minutes where the
  ///   text has no point.
  /// - Returns: nil if the text is no such number or has 60 minutes or more.
  public static func degrees(_ text: Span<UInt8>, impliedDecimals: Int = 0) -> Double? {
    let point = text.firstIndex(of: UInt8(ascii: "."))
    var number = 0
    var digits = 0
    var index = 0
    while index < text.count {
      if index != point {
        guard let digit = TextNumber.digit(text[index]), digits < 15 else { return nil }
        number = number &* 10 &+ digit
        digits += 1
      }
      index += 1
    }
    guard digits > 0 else { return nil }
    return degrees(number, decimals: point.map { digits - $0 } ?? impliedDecimals)
  }

  /// Degrees from the digits as a whole number, of which so many (at most 12) are decimals of
  /// minutes; nil if there are 60 minutes or more.
  public static func degrees(_ number: Int, decimals: Int) -> Double? {
    guard (0...12).contains(decimals), number >= 0 else { return nil }
    let unit = (0..<decimals).reduce(1) { product, _ in product * 10 }
    let (degrees, minutes) = number.quotientAndRemainder(dividingBy: 100 * unit)
    guard minutes < 60 * unit else { return nil }
    return Double(degrees) + Double(minutes) / Double(60 * unit)
  }
}

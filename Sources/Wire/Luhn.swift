/// The check digit that an IMEI ends with, by the formula of H. P. Luhn.
public enum Luhn {
  /// The digit that goes behind these decimal digits; nil if a character is none.
  public static func checkDigit(of digits: Span<UInt8>) -> Int? {
    var sum = 0
    for index in digits.indices {
      guard let digit = TextNumber.digit(digits[index]) else { return nil }
      // Every second digit counts twice, the last one always.
      let isDoubled = (digits.count - index) % 2 == 1
      sum = (sum + (isDoubled ? digit * 2 - (digit > 4 ? 9 : 0) : digit)) % 10
    }
    return (10 - sum) % 10
  }
}

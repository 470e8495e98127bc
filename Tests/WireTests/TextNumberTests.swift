import Testing
import Wire

@Suite struct TextNumberTests {
  @Test(
    arguments: [
      ("0", 0), ("-0", 0), ("+17", 17), ("9223372036854775807", .max),
      ("-9223372036854775808", .min),
    ] as [(String, Int64)])
  func integers(_ text: String, _ value: Int64) {
    let bytes = Array(text.utf8)
    #expect(TextNumber.integer(bytes.span) == value)
  }

  @Test(arguments: [
    "", "-", "+", "1.5", " 1", "9223372036854775808", "-9223372036854775809", "1e3",
  ])
  func noIntegers(_ text: String) {
    let bytes = Array(text.utf8)
    #expect(TextNumber.integer(bytes.span) == nil)
  }

  @Test(arguments: [
    "0", "1.5", "-33.868820", "52.516275", ".5", "5.", "123456789012345", "0.000001",
    "9223372036854775808.8", "12345678901234567890.123", "-0.1",
  ])
  func decimalsAreTheNearestNumber(_ text: String) {
    let bytes = Array(text.utf8)
    #expect(TextNumber.decimal(bytes.span) == Double(text.hasSuffix(".") ? text + "0" : text))
  }

  @Test(arguments: ["", ".", "-", "1.2.3", "1e5", "nan", "0x1"])
  func noDecimals(_ text: String) {
    let bytes = Array(text.utf8)
    #expect(TextNumber.decimal(bytes.span) == nil)
  }

  @Test func hexadecimals() {
    let largest = Array("FFFFffffFFFFffff".utf8)
    let tooLong = Array("10000000000000000".utf8)
    let none = Array("G".utf8)
    #expect(TextNumber.hexadecimal(largest.span) == .max)
    #expect(TextNumber.hexadecimal(tooLong.span) == nil)
    #expect(TextNumber.hexadecimal(none.span) == nil)
  }
}

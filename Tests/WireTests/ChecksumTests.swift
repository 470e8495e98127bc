import Testing
import Wire

/// Check values are those of the usual nine digits, as every catalogue of checksums gives them.
@Suite struct ChecksumTests {
  private let digits = Array("123456789".utf8)

  @Test func checkValues() {
    #expect(Checksum.sum8(digits.span) == 0xDD)
    #expect(Checksum.xor8(digits.span) == 0x31)
    #expect(Checksum.x25(digits.span) == 0x906E)
    #expect(Checksum.ccittFalse(digits.span) == 0x29B1)
    #expect(Checksum.arc(digits.span) == 0xBB3D)
    #expect(Checksum.modbus(digits.span) == 0x4B37)
    #expect(Checksum.nrsc5(digits.span) == 0xF7)
  }

  @Test func ofNothing() {
    let nothing: [UInt8] = []
    #expect(Checksum.sum8(nothing.span) == 0)
    #expect(Checksum.xor8(nothing.span) == 0)
    #expect(Checksum.x25(nothing.span) == 0)
    #expect(Checksum.ccittFalse(nothing.span) == 0xFFFF)
  }

  /// The numbers are those that explanations of the formula work with, and an invented one.
  @Test(arguments: [("7992739871", 3), ("49015420323751", 8), ("35876504000001", 6), ("0", 0)])
  func checkDigits(_ sample: (String, Int)) {
    #expect(Luhn.checkDigit(of: Array(sample.0.utf8).span) == sample.1)
  }

  @Test func noCheckDigitOfLetters() { #expect(Luhn.checkDigit(of: Array("12A".utf8).span) == nil) }
}

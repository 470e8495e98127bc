import Testing
import Wire

/// Check values are those of the usual nine digits, as every catalogue of checksums gives them.
@Suite struct ChecksumTests {
  private let digits = Array("123456789".utf8)

  @Test func checkValues() {
    #expect(Checksum.sum8(digits.span) == 0xDD)
    #expect(Checksum.xor8(digits.span) == 0x31)
    #expect(Checksum.x25(digits.span) == 0x906E)
  }

  @Test func ofNothing() {
    let nothing: [UInt8] = []
    #expect(Checksum.sum8(nothing.span) == 0)
    #expect(Checksum.xor8(nothing.span) == 0)
    #expect(Checksum.x25(nothing.span) == 0)
  }
}

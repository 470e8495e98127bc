import Telemetry
import Testing
import Wire

/// Degrees and minutes in one number, packed decimal, digits of dates.
@Suite struct CoordinateTests {
  private func degrees(_ text: String, _ implied: Int = 0) -> Double? {
    DegreesAndMinutes.degrees(Array(text.utf8).span, impliedDecimals: implied)
  }

  @Test func degreesAndMinutes() throws {
    #expect(degrees("5230.0000") == 52.5)
    #expect(degrees("01315.00") == 13.25)
    #expect(degrees("30.6") == 0.51)
    #expect(degrees("700") == 7)
    #expect(degrees("52300000", 4) == 52.5)
    #expect(degrees("600000", 4) == nil, "60 minutes")
    #expect(degrees("3", 1) == 0.005)
    // More digits than a double has change nothing that is seen on a map.
    let long = try #require(degrees("5230.97651234567"))
    #expect(abs(long - 52.516275) < 1e-6)
  }

  @Test(arguments: ["", ".", "5260.0", "52x0.0", "5230.0.0", "-5230.0", "1234567890123456"])
  func noDegrees(_ text: String) { #expect(degrees(text) == nil) }

  @Test func packedDecimal() throws {
    #expect(PackedDecimal.number(0x0132_2662_2E >> 4, digits: 9) == 13_226_622)
    #expect(PackedDecimal.number(0x0A, digits: 2) == nil)
    #expect(PackedDecimal.number(0x1234, digits: 0) == nil)
    #expect(PackedDecimal.number(0x59) == 59)
    #expect(PackedDecimal.number(0x5A) == nil)
    let bytes: [UInt8] = [0x01, 0x23, 0x45]
    var reader = FieldReader(bytes.span)
    let word = try reader.unsigned("word", bytes: 3)
    #expect(try reader.packedDecimal("upper", of: word, 12..<24) == 12)
    #expect(try reader.packedDecimal("lower", of: word, 0..<12) == 345)
  }

  @Test func digitsOfTime() {
    let civil = CivilTime(dayMonthYear: 20_126, hourMinuteSecond: 30_405)
    #expect(civil.timestamp.brief == "2026-01-02T03:04:05Z")
    #expect(civil.yearMonthDay == 20_260_102)
    #expect(civil.hourMinuteSecond == 30_405)
    var text: [UInt8] = Array("=".utf8)
    text.append(digits: 305, count: 6)
    text.append(digits: 12_345, count: 3)
    text.append(digits: -7, count: 0)
    #expect(String(decoding: text, as: UTF8.self) == "=000305345")
  }
}

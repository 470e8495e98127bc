import Testing
import Wire

/// JSON that is read in place.
@Suite struct JSONReadingTests {
  /// Passes over a value and says whether nothing is left.
  private func isWhole(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    var reader = FieldReader(bytes.span)
    do throws(DecodeError) {
      try reader.skipJSON("value")
      try reader.endJSON()
      return true
    } catch {
      return false
    }
  }

  @Test(arguments: [
    "{}", "[]", " {\"a\": [1, 2.5e-3, -4, true, false, null, \"x\\\"]\"]} ", "\"text\"", "17",
  ])
  func valuesArePassedOver(_ text: String) { #expect(isWhole(text)) }

  @Test(arguments: ["", "{", "{]", "[1}", "\"open", "nope", "{\"a\":tru}", "1 2", "\"a\nb\"", "]"])
  func whatIsNoValueIsRefused(_ text: String) { #expect(!isWhole(text)) }

  @Test func depthHasABound() {
    let most = FieldReader.deepestJSON
    #expect(isWhole(String(repeating: "[", count: most) + String(repeating: "]", count: most)))
    #expect(
      !isWhole(String(repeating: "[", count: most + 1) + String(repeating: "]", count: most + 1)))
    #expect(!isWhole(String(repeating: "{\"a\":", count: 5_000)))
  }

  @Test func membersAreReadInTheirOrderAndEveryByteIsNamed() throws {
    let bytes = Array(" { \"a\" : 1.5e1 ,\"b\":\"x\\u00e9\" , \"c\":[ true , null ] } ".utf8)
    let trace = FieldTrace()
    var reader = FieldReader(bytes.span, trace: trace)
    var found: [String] = []
    var members = try reader.enterObject("object")
    while try reader.advance(&members) {
      let key = try reader.jsonKey().string
      switch try reader.nextJSON("value") {
      case .number: found.append("\(key) \(try reader.jsonNumber("number"))")
      case .text:
        var text: [UInt8] = []
        JSONEscapes.undo(try reader.jsonText("text"), into: &text)
        found.append("\(key) \(String(decoding: text, as: UTF8.self))")
      case .list:
        var values = try reader.enterList("list")
        while try reader.advance(&values) { try reader.skipJSON("item") }
        found.append(key)
      default: Issue.record("another kind at \(key)")
      }
    }
    try reader.endJSON()
    #expect(found == ["a 15.0", "b xé", "c"])
    #expect(trace.unclaimed(in: bytes.count) == [])
  }

  @Test(arguments: [
    ("\\n\\\"\\\\\\/", "\n\"\\/"), ("\\ud83d\\ude00", "😀"), ("\\ud83d", "\u{FFFD}"),
    ("\\u12", "\u{FFFD}12"), ("plain", "plain"),
  ])
  func escapesAreTakenOut(_ written: String, _ meant: String) {
    var text: [UInt8] = []
    JSONEscapes.undo(Array(written.utf8).span, into: &text)
    #expect(String(decoding: text, as: UTF8.self) == meant)
  }

  @Test(arguments: [("1e3", 1_000.0), ("-2.5E-1", -0.25), ("7", 7.0)])
  func numbersMayHaveExponents(_ text: String, _ value: Double) {
    #expect(TextNumber.scientific(Array(text.utf8).span) == value)
  }

  @Test(arguments: ["inf", "nan", "0x10", "1e999", "e5", "", "1e", "--1"])
  func whatIsNoNumberIsRefused(_ text: String) {
    #expect(TextNumber.scientific(Array(text.utf8).span) == nil)
  }
}

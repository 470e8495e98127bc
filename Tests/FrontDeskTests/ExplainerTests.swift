import Detection
import FrontDesk
import Telemetry
import Testing
import TrackerProtocols
import Wire

/// What the front desk says about bytes.
@Suite struct ExplainerTests {
  private let line =
    "&&A128,358765040000017,000,0,,260102030405,A,52.516275,13.377704,11,0.9,36,271,"
    + "34,48213,262|2|4E2F|01A2B3C,21,0000003D,02,00,01E2|019D9B\r\n"

  @Test func findsTheProtocolAndNamesTheFields() throws {
    var explainer = Explainer()
    explainer.feed(Array(line.utf8), .open, receivedAt: WorkedExample.usualTime)
    let frame = try #require(explainer.frames.first)
    #expect(explainer.certificate?.protocolName == "startek")
    #expect(explainer.certificate?.score == 3)
    #expect(explainer.identifier == "358765040000017")
    #expect(frame.fields.contains { $0.name == "latitude" && $0.range == 45..<54 })
    #expect(frame.unclaimed.isEmpty)
    #expect(explainer.text().contains { $0.hasPrefix("position") })
  }

  @Test func oneBadFrameDoesNotCostTheNext() {
    var explainer = Explainer()
    let bad = line.replacing("260102030405", with: "26x102030405")
    explainer.feed(Array((line + bad + line).utf8), .open, receivedAt: WorkedExample.usualTime)
    #expect(explainer.frames.map { $0.error == nil } == [true, false, true])
  }

  @Test func neighbouringBytesOfNoFrameAreOneRun() {
    var explainer = Explainer(Catalogue.named("startek"))
    for piece in ["ab", "cde"] {
      explainer.feed(Array(piece.utf8), .open, receivedAt: WorkedExample.usualTime)
      explainer.end(.tcp, receivedAt: WorkedExample.usualTime)
    }
    #expect(explainer.skipped.map(\.offset) == [0])
    #expect(explainer.skipped.map(\.bytes) == [Array("abcde".utf8)])
  }

  @Test func saysWhatElseItIs() {
    var explainer = Explainer()
    explainer.feed(
      Array("GET / HTTP/1.1\r\n\r\n".utf8), .open, receivedAt: WorkedExample.usualTime)
    #expect(explainer.type == nil)
    #expect(explainer.certificate?.summary.contains("web request") == true)
  }

  @Test func jsonHoldsWhatTheTextSays() {
    var explainer = Explainer()
    explainer.feed(Array(line.utf8), .open, receivedAt: WorkedExample.usualTime)
    let json = String(decoding: explainer.json(), as: UTF8.self)
    #expect(json.contains("\"protocol\":\"startek\""))
    #expect(json.contains("\"latitude\":52.516275"))
    #expect(json.contains("\"name\":\"voltage\""))
    // From the first byte to the last, although trailers are read first.
    let offsets = json.matches(of: /"name":"[^"]*","offset":([0-9]+)/).compactMap { Int($0.1) }
    #expect(offsets.count > 10 && offsets == offsets.sorted())
  }
}

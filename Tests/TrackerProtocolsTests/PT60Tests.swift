import Telemetry
import Testing
import Wire

@testable import TrackerProtocols

/// What the worked examples of pt60 cannot say: frames without an end, and what it must leave to
/// relatives.
@Suite struct PT60Tests {
  private let frame = Array(
    "@B#@|01|001|358765040000017|9425010450000001|1|84|20260102030405|52.5|13.4|1|@E#@".utf8)

  @Test func everyLineOfTheFunctionsIsRead() {
    let lines = PT60.functionTable.split(separator: "\n")
    #expect(PT60.rows(PT60.functionTable).count == lines.count)
    for line in lines {
      let parts = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
      #expect(parts.count == 6 && ["yes", "no", "data"].contains(parts[2]))
      #expect(parts[4] == "-" || Alarm(rawValue: parts[4]) != nil)
    }
  }

  @Test func aFrameWithoutEndCostsItself() {
    var framer = Framer(PT60.self)
    framer.feed(frame.dropLast(4) + frame + frame, .open)
    #expect(framer.frames == [frame, frame])
    #expect(framer.skipped == frame.count - 4)
  }

  @Test func aFrameThatNeverEndsIsPassedOver() {
    var framer = Framer(PT60.self)
    framer.feed(Array("@B#@|".utf8) + Array(repeating: 49, count: PT60.longestFrame), .open)
    framer.feed(frame, .open)
    #expect(framer.frames == [frame])
  }

  /// Invented frames of protocols that begin alike.
  @Test(arguments: [
    "@P,ABCD,130,1,358765040000017", "@NTC", "@L03358765040000017", "@358765040000017,00,abc",
    "@@1234567890", "@LINK,358765040000017", "@GPSD,1", "@LBSD,1", "@B#@01", "@B#@|x1|001",
    "@G#@,V01,6,35876504000001,", "@G#@,V01,6666,", "@B#@|01|001|358765040000017x",
  ])
  func othersAreRefused(_ text: String) {
    let bytes = Array(text.utf8) + Array(repeating: UInt8(ascii: "z"), count: 40)
    for stream in [StreamState.open, .datagram] {
      guard case .no = PT60.recognise(bytes.span, stream) else {
        Issue.record("\(text) passes for pt60")
        return
      }
    }
  }
}

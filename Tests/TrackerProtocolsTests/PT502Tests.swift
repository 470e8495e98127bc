import Telemetry
import Testing
import Wire

@testable import TrackerProtocols

/// What the worked examples of pt502 cannot say: line breaks, headers, and what it must leave to
/// relatives.
@Suite struct PT502Tests {
  private let record = Array(
    "$POS,40000001712,030405.000,A,5230.9765,N,01322.6622,E,0.0,0.0,020126,,,A/00000,0/0/0/".utf8)

  @Test func everyNameOfAnAlarmIsOne() {
    for line in PT502.typeTable.split(separator: "\n") {
      let parts = line.split(separator: "|").map(String.init)
      #expect(parts.count == 3 && parts[0].utf8.count == 3)
      #expect(parts[1] == "-" || Alarm(rawValue: parts[1]) != nil)
    }
  }

  @Test(arguments: ["\r\n", "\n", "\r\r", "\r", "#\n", "#\r\n"])
  func lineBreaks(_ text: String) {
    let line = record + Array(text.utf8)
    var framer = Framer(PT502.self)
    for byte in line + line { framer.feed([byte], .open) }
    framer.feed([], .paused)
    #expect(framer.frames == [line, line])
  }

  @Test func aPauseInsideALineBreakLosesNothing() {
    var framer = Framer(PT502.self)
    framer.feed(record + [13], .open)
    #expect(framer.frames.isEmpty)
    framer.feed([], .paused)
    framer.feed([10], .open)
    framer.feed(record + [13, 10], .open)
    #expect(framer.frames == [record + [13], record + [13, 10]])
    #expect(framer.skipped == 1)
  }

  @Test func aHeaderWithAWrongLengthCostsItself() {
    var frame = Array("\u{0}\u{0}\u{0}\u{0}\u{0}".utf8) + record + [13, 10]
    frame[0] = 0xBF
    frame[1] = 0xFB
    PT502.reseal(&frame)
    let sound = frame
    frame[3] &-= 3
    var framer = Framer(PT502.self)
    framer.feed(frame + sound, .open)
    // The record inside of it is found again.
    #expect(framer.frames == [record + [13, 10], sound])
    #expect(framer.skipped == 5)
  }

  @Test func aLineWithoutEndIsPassedOver() {
    var framer = Framer(PT502.self)
    framer.feed(record + Array(repeating: UInt8(ascii: "1"), count: 1_100), .open)
    framer.feed(record + [13, 10], .open)
    #expect(framer.frames == [record + [13, 10]])
  }

  @Test func severalRecordsInOneDatagram() {
    var framer = Framer(PT502.self, .udp)
    framer.feed(record + [13, 10] + record, .ended)
    #expect(framer.frames == [record + [13, 10], record])
  }

  /// Invented frames of protocols that begin alike.
  @Test(arguments: [
    "$GPRMC,030405.000,A,5230.9765,N,01322.6622,E,0.0,0.0,020126,,*10", "$FRLIN,,user,pass*5E",
    "$AVRMC,358765040000017,030405,A", "$MGV002,358765040000017,,R,020126", "$GPRS358765040000017,",
    "$GM23D358765040000017", "$GNX_LIV,358765040000017", "$SLU358765,06,1000", "$SIWI,358765,1,14",
    "$PTMLA,358765040000017,A,260102030405", "$EXT,358765040000017,A,260102030405",
    "$PRAVE,0001,0001,5230.9765", "$NRM,358765040000017,030405", "$HX,0001,358765040000017,abc",
    "$OK:TRACKING", "$RP:358765040000017", "$loc,358765040000017,020126,030405",
    "$1,358765040000017,D001", "$358765040000017,030405", "$80SLM,EASY,358765,V1", "$T,1,358765",
    "$POS,40000001712,0304,A", "$POS,4000000171A,030405.000,A", "$POS,400,030405.000,A",
    "$POS,40000001712,030405.000,X", "$PHD,1,2", "$PHD1,x", "$PHO1x,40000001712", "$FUSx,1",
    "$$A140,358765040000017,AAA,35",
  ])
  func othersAreRefused(_ text: String) {
    let bytes = Array(text.utf8) + [UInt8(ascii: ",")] + Array(repeating: 49, count: 40) + [13, 10]
    for stream in [StreamState.open, .datagram] {
      guard case .no = PT502.recognise(bytes.span, stream) else {
        Issue.record("\(text) passes for pt502")
        return
      }
    }
  }

  @Test func aHeaderOfAStrangerNeedsItsChecksum() {
    var frame = Array("\u{0}\u{0}\u{0}\u{0}\u{0}".utf8) + record + [13, 10]
    frame[0] = 0xBF
    frame[1] = 0xFB
    PT502.reseal(&frame)
    guard case .yes(let proofs, frame: frame.count) = PT502.recognise(frame.span, .open) else {
      Issue.record("a sound header is refused")
      return
    }
    #expect(proofs.score == 3)
    frame[2] ^= 1
    guard case .no = PT502.recognise(frame.span, .open) else {
      Issue.record("a wrong checksum passes")
      return
    }
  }
}

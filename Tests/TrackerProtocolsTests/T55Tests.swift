import Telemetry
import Testing
import Wire

@testable import TrackerProtocols

/// What the worked examples of t55 cannot say: lines between lines, and what it must leave to
/// relatives.
@Suite struct T55Tests {
  @Test func noticesBetweenLinesAreSkipped() {
    let first = Array("$PGID,731551*00\r\n".utf8)
    let second = Array("$GPRMC,030405,A,5230.9,N,01322.6,E,,,020126,,*00\n".utf8)
    var framer = Framer(T55.self)
    framer.feed(first + Array("No#200\r\n  \r\nDEAD\r\n".utf8) + second, .open)
    #expect(framer.frames == [first, second])
  }

  @Test(
    arguments: [
      ("2026-01-02T00:00:01Z", 86_398_000, "2026-01-01T23:59:58Z"),
      ("2026-01-02T23:59:59Z", 0, "2026-01-02T00:00:00Z"),
      ("2026-01-02T03:04:05Z", 11_046_000, "2026-01-02T03:04:06Z"),
      ("2026-01-02T03:04:05Z", 11_345_000, "2026-01-01T03:09:05Z"),
    ] as [(String, Int64, String)])
  func aTimeOfDayIsTheLastOne(_ row: (received: String, clock: Int64, moment: String)) throws {
    let received = try #require(Timestamp(iso8601: row.received))
    let moment = T55.moment(row.clock, DecodeContext(receivedAt: received))
    #expect(moment?.brief == row.moment)
  }

  @Test func aSumThatHoldsIsAProof() {
    var line = Array("$GPRMC,030405,A,5230.9,N,01322.6,E,,,020126,,*00\r\n".utf8)
    T55.reseal(&line)
    guard case .yes(let proofs, frame: line.count) = T55.recognise(line.span, .open) else {
      Issue.record("a sound sentence is refused")
      return
    }
    #expect(proofs.score == 3)
    line[line.count - 3] ^= 1
    guard case .yes(let weaker, frame: line.count) = T55.recognise(line.span, .open) else {
      Issue.record("a wrong sum costs the sentence")
      return
    }
    #expect(weaker.score == 1)
  }

  /// Invented lines of protocols that begin alike.
  @Test(arguments: [
    "$FRLIN,,user,pass*5E", "$GPRMC,358765040000017,030405", "$GPRMC,1,030405", "$AVRMC,358765",
    "$GPRS358765040000017,", "$GM23D358765040000017", "$GNX_LIV,358765", "$MGV002,358765",
    "$POS,40000001712,030405.000", "260102040405,,GPRMC,030405", "358765040000017;",
    "imei:358765040000017", "358765040000017,20260102030405", "IMEI:358765040000017", "DEADBEEF",
    "QZE,358765,1", "$GPXYZ,1,2", "123456789$POS,1",
  ])
  func othersAreRefused(_ text: String) {
    let bytes = Array((text + "\r\n").utf8)
    guard case .no = T55.recognise(bytes.span, .open) else {
      Issue.record("\(text) passes for t55")
      return
    }
  }

  @Test func anIdentifierAloneNeedsAPauseOrASentence() {
    let line = Array("358765040000017\r\n".utf8)
    #expect(T55.recognise(line.span, .open) == .more(line.count + 1))
    let paused = StreamState(transport: .tcp, edge: .paused)
    guard case .yes(_, frame: line.count) = T55.recognise(line.span, paused),
      case .yes(_, frame: line.count) = T55.recognise((line + Array("$GP".utf8)).span, .open),
      case .no = T55.recognise((line + Array("IMEI:3".utf8)).span, .open)
    else {
      Issue.record("an identifier alone is taken for the wrong thing")
      return
    }
  }

  @Test func digitsAloneInADatagramAreLeftToOthers() {
    guard case .no = T55.recognise(Array("358765040000017".utf8).span, .datagram) else {
      Issue.record("digits alone pass for t55")
      return
    }
  }
}

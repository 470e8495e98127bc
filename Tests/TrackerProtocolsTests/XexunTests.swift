import Telemetry
import Testing
import Wire

@testable import TrackerProtocols

/// What the worked examples of xexun cannot say: records that end in different ways, and what it
/// must leave to relatives.
@Suite struct XexunTests {
  private static let short =
    "GPRMC,030405.000,A,5230.9765,N,01322.6622,E,0,0,020126,,,A*74,F,,imei:358765040000017,"
  private static let full =
    "260102040405,+491701234567,\(short)11,34.4,F:4.25V,1,148,44989,262,02,4E2F,1A2B"

  @Test(arguments: [
    ("\n\r", full, full), ("\r\n", full, short), ("", short, full), ("", short, short),
    ("", full, full), ("\n", short, full),
  ])
  func recordsBehindEachOther(_ row: (end: String, first: String, second: String)) {
    var framer = Framer(Xexun.self)
    framer.feed(Array((row.first + row.end + row.second).utf8), .open)
    framer.feed([], .paused)
    // The first character of a line end ends the record.
    let first = Array((row.first + String(row.end.unicodeScalars.prefix(1))).utf8)
    #expect(framer.frames == [first, Array(row.second.utf8)])
    #expect(framer.skipped == max(0, row.end.utf8.count - 1))
  }

  @Test func aTailThatComesLateBelongsToItsRecord() {
    var framer = Framer(Xexun.self)
    for byte in Self.full.utf8 { framer.feed([byte], .open) }
    #expect(framer.frames.isEmpty)
    framer.feed([], .paused)
    #expect(framer.frames == [Array(Self.full.utf8)])
  }

  @Test func aRecordThatBreaksOffCostsItselfOnly() {
    var framer = Framer(Xexun.self)
    framer.feed(Array((Self.short.prefix(50) + "," + Self.full + "\n\r").utf8), .open)
    #expect(framer.frames == [Array((Self.full + "\n").utf8)])
  }

  /// Invented messages of protocols that begin alike.
  @Test(arguments: [
    "$GPRMC,030405.000,A,5230.9765,N", "358765040000017,$GPRMC,030405", "358765040000017;",
    "imei:358765040000017,tracker,1", "12345678901234,,GPRMC,030405", "GPGGA,030405,5230",
    "GPRMA,A,5230.9765,N", "1234567890,20260102030405,13.4,52.5", "731551,A2,GPRMC",
    "+491701234567,,GPRMC,030405", "GSr,358765040000017", "1234567890,phone,,X,",
  ])
  func othersAreRefused(_ text: String) {
    let bytes = Array((text + ",A,B,C,D,imei358765040000017,\r\n").utf8)
    guard case .no = Xexun.recognise(bytes.span, .open) else {
      Issue.record("\(text) passes for xexun")
      return
    }
  }
}

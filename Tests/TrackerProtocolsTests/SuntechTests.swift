import Telemetry
import Testing
import Wire

@testable import TrackerProtocols

/// What the worked examples of suntech cannot say: line ends within data, messages of both kinds
/// in one stream, crash records of several parts, and what it must leave to relatives.
@Suite struct SuntechTests {
  private static let serialHead =
    "ST300UEX;511731551;45;315;20260102;03:04:05;6a1f;-29.75;-57.08;0;0;10;1;72;0.00;000000;"
  private static let compact = Array(
    HexText.bytes("02 000C 14 0073155127 010203040506 03") ?? [])

  @Test(arguments: ["13;line\rand\r\nend;00", "3;\n\r\r;1D", "4;\u{1}\u{10};;\r;48;1;2"])
  func lineEndsWithinData(_ data: String) {
    let line = Array((Self.serialHead + data + "\r").utf8)
    var framer = Framer(Suntech.self)
    for byte in line + line { framer.feed([byte], .open) }
    #expect(framer.frames == [line, line])
  }

  @Test func aWrongLengthEndsAtALoneCarriageReturn() {
    let line = Array((Self.serialHead + "3;line\r\nend;00\r").utf8)
    var framer = Framer(Suntech.self)
    for byte in line { framer.feed([byte], .open) }
    #expect(framer.frames.isEmpty)
    framer.feed([], .paused)
    #expect(framer.frames == [line])
  }

  @Test func bothFormsInOneStream() {
    let line = Array("ST300ALV;511731551\r".utf8)
    var framer = Framer(Suntech.self)
    framer.feed(Self.compact + line + [10] + Self.compact + Self.compact + line, .open)
    #expect(framer.frames == [Self.compact, line, Self.compact, Self.compact, line])
    #expect(framer.skipped == 1)
  }

  @Test func crashRecordOfThreeParts() throws {
    var record: [UInt8] = [26, 1, 2, 3, 4, 5]
    for second in 0..<4 {
      for value in [Int32(525_000_000), Int32(-134_000_000)] {
        for byte in 0..<4 { record.append(UInt8(truncatingIfNeeded: value >> Int32(8 * byte))) }
      }
      record += [0x88, 0x13, 0x28, 0x23]
      for reading in 0..<100 { record += [UInt8(reading), 0, 0xFF, 0xFF, UInt8(second), 0] }
    }
    var session = Suntech()
    var reports = Reports()
    for (part, range) in [0..<13, 13..<1_500, 1_500..<record.count].enumerated() {
      let line =
        Array("CRR;0820731551;\(part + 1);3;\(range.count);".utf8) + record[range]
        + Array(";00\r".utf8)
      #expect(Suntech.lineEnd(line.span, .open).count == line.count)
      reports.removeAll()
      var reader = FieldReader(line.span)
      try session.decode(
        &reader, DecodeContext(receivedAt: WorkedExample.usualTime), into: &reports)
      #expect(reports.identifier == "0820731551")
      #expect(reports.recordCount == (part == 2 ? 4 : 0))
    }
    let first = try #require(reports.positions.first)
    #expect(first.fixTime?.brief == "2026-01-02T03:04:02Z")
    #expect(first.location?.latitude == 52.5 && first.location?.longitude == -13.4)
    #expect(abs((first.location?.speed ?? 0) - 50 / 1.852) < 0.001)
    #expect(first.location?.course == 90)
    #expect(first[.gSensor]?.description.hasPrefix("[[0,-1,0],[1,-1,0],") == true)
    #expect(reports.positions.last?.fixTime?.brief == "2026-01-02T03:04:06Z")
  }

  /// Invented messages of protocols that begin alike.
  @Test(arguments: [
    "RST;L;731551;1;2", "RST;A;731551;260102;030405", "EO;0;731551;R;1", "STX,731551,$GPRMC,0304",
    "TRVAP00358765040000017#", "ST300STT,731551", "ST30ASTT;731551;1", "ST300stt;731551;1",
    "ST300STT;ABCDEF;1", "ST910;Status;731551;1", "STT;731551;3FFFFF;1", "STT;0560731551;zz;1",
    "ALT,0560731551", "-Errors", "SA200;731551", "BC:731551", "S",
  ])
  func othersAreRefused(_ text: String) {
    let bytes = Array((text + ";020126;030405;52.5;13.4\r").utf8)
    for stream in [StreamState.open, .datagram] {
      guard case .no = Suntech.recognise(bytes.span, stream) else {
        Issue.record("\(text) passes for suntech")
        return
      }
    }
  }

  @Test(arguments: [
    "02 5500 10 0073155127", "02 000C 24 0073155127 010203040506 03",
    "02 000C 14 00731551A7 010203040506 03", "02 000C 14 0073155127 010203040506 04",
    "02 31 00 00 00 00 00 00 00", "81 91 00 10 20 30 40 50 60", "81 0010 05207315F1 08003A",
    "82 0010 0520731551 000802 1A 0102030405060708",
  ])
  func otherBytesAreRefused(_ text: String) throws {
    let bytes = try #require(HexText.bytes(text)) + [UInt8](repeating: 0xEE, count: 20)
    guard case .no = Suntech.recognise(bytes.span, .open) else {
      Issue.record("\(text) passes for suntech")
      return
    }
  }
}

extension Suntech.LineEnd {
  fileprivate var count: Int? {
    if case .count(let count) = self { return count }
    return nil
  }
}

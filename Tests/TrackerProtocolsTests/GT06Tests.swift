import Telemetry
import Testing
import Wire

@testable import TrackerProtocols

/// What the worked examples of gt06 cannot say: its tables, and what it must leave to relatives.
@Suite struct GT06Tests {
  @Test func everyLineOfTheLayoutsIsRead() {
    let lines = GT06.layoutTable.split(separator: "\n")
    let rows = GT06Layout.rows(GT06.layoutTable)
    #expect(rows.count == lines.count)
    #expect(rows.count > 80)
    for line in lines where GT06Layout.rows(String(line)).isEmpty {
      Issue.record("not read: \(line)")
    }
  }

  @Test func aVariantStandsBeforeTheUsualForm() {
    var usual: Set<String> = []
    for row in GT06Layout.rows(GT06.layoutTable) {
      for isLong in row.headers {
        let place = "\(String(row.type, radix: 16)) \(isLong)"
        #expect(!usual.contains(place), "\(row.layout.title) is never reached")
        if row.layout.condition == .always { usual.insert(place) }
      }
    }
  }

  @Test(arguments: [
    ("power:2/100", GT06Field.Form.number, 2, 100.0, false),
    ("rssi:i1", .signed, 1, 1, false), ("tagMac:x6", .hexadecimal, 6, 1, false),
    ("geofence:1?", .number, 1, 1, true), ("charge:=", .isOne, 1, 1, false),
    ("_imei:8", .skipped, 8, 1, false),
  ])
  func fields(_ sample: (String, GT06Field.Form, Int, Double, Bool)) throws {
    let field = try #require(GT06Field(sample.0))
    #expect(field.form == sample.1)
    #expect(field.bytes == sample.2)
    #expect(field.divisor == sample.3)
    #expect(field.isOptional == sample.4)
  }

  @Test(arguments: ["power", "power:", "power:0", "power:2/0", "power:2%3", ":2", "a:b:2"])
  func noField(_ text: String) { #expect(GT06Field(text) == nil) }

  /// Frames of relatives that begin alike.
  @Test(arguments: [
    "78780d01035876505000002345 0d0a",  // topin's login: CR LF after fifteen bytes
    "78780a13424008196400041f000d0a",  // topin's status: the length is right, there is no checksum
    "787801940d0a", "787801990d0a",
    "78780069260102030405010106020f1e4a9764000d0a",  // a byte more than the counts say
    "787812101a0102030405c905a2670f016f6dfb24145a0d0a",  // type 10 without trailer
    "78783500300035876505000002300000000000111111111111111111111111111111111111111111111111"
      + "0000000000000000000000000000000d0a",  // anytrek: a length with the low byte first
  ])
  func leftToRelatives(_ hex: String) throws {
    let frame = try #require(HexText.bytes(hex))
    for count in 1...frame.count {
      let piece = Array(frame.prefix(count))
      for edge in [StreamState.Edge.open, .paused, .ended] {
        if case .yes = GT06.recognise(piece.span, StreamState(transport: .tcp, edge: edge)) {
          Issue.record("taken at \(count) bytes")
        }
      }
    }
  }

  @Test func endBytesInTheDataDoNotCut() throws {
    var frame = try #require(
      HexText.bytes("78781f121a0102030405c9050d0a0f016f6dfb24145a0106024e2f01a2b3000100000d0a"))
    GT06.reseal(&frame)
    for edge in [StreamState.Edge.open, .paused] {
      for count in 5..<frame.count {
        var session = GT06()
        let piece = Array(frame.prefix(count))
        let step = session.nextFrame(in: piece.span, StreamState(transport: .tcp, edge: edge))
        if edge == .open || count < frame.count - 2 {
          #expect(step == .needMore(frame.count))
        }
      }
    }
    var session = GT06()
    #expect(session.nextFrame(in: frame.span, .open) == .frame(frame.count))
  }

  @Test func aLostEndByteCostsNoFrame() throws {
    var frame = try #require(HexText.bytes("78780a134606040002000100000d0a"))
    GT06.reseal(&frame)
    var session = GT06()
    let stream = frame.dropLast() + frame
    #expect(session.nextFrame(in: stream.span, .open) == .frame(frame.count - 1))
  }

  @Test(arguments: [
    ("UTC", 0), ("Z", 0), ("+02:00", 7_200_000), ("GMT-3", -10_800_000), ("UTC+5:30", 19_800_000),
  ])
  func clockOffset(_ sample: (String, Int64)) {
    #expect(ClockZone(offset: sample.0)?.constantOffset == sample.1)
  }

  @Test(arguments: ["", "Europe/Berlin", "+", "+25", "+02:60", "2", "+1:2:3"])
  func noClockOffset(_ text: String) { #expect(ClockZone(offset: text) == nil) }

  @Test(arguments: [
    ("lw4g-4b", GT06Model.lw), ("SeeWorld", .seeworld), ("xt40", .nt), ("vl103", .vl),
    ("r11", .r11), ("qh302r", .qh302r), ("g109", .g109),
  ])
  func models(_ sample: (String, GT06Model)) { #expect(GT06Model(name: sample.0) == sample.1) }

  @Test func modelsThatChangeNothing() { #expect(GT06Model(name: "GT06N") == nil) }
}

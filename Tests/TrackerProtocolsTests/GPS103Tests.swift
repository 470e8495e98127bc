import Telemetry
import Testing
import TrackerProtocols
import Wire

/// GPS103 has no length, several ends, and frames that are hardly more than a number.
@Suite struct GPS103Tests {
  private let login = "##,imei:358765040000017,A"
  private let heartbeat = "358765040000017"
  private let position =
    "imei:358765040000017,tracker,2601020504,,F,030405.000,A,5230.9765,N,01322.6622,E,0.00,0"

  private func type() throws -> any TrackerProtocol.Type {
    try #require(Catalogue.named("gps103"))
  }

  private func frames(_ text: String, _ edge: StreamState.Edge) throws -> [String] {
    var framer = Framer(try type())
    framer.feed(text.utf8, edge)
    return framer.frames.map { String(decoding: $0, as: UTF8.self) }
  }

  @Test func everyEndIsAnEnd() throws {
    let text = "\(position);\(heartbeat);\r\n\(position)\r\nimei:358765040000017,L,*;\(position)\n"
    #expect(
      try frames(text, .open) == [
        "\(position);", "\(heartbeat);", "\(position)\r\n", "imei:358765040000017,L,*",
        "\(position)\n",
      ])
  }

  @Test func aLoginWithoutEndIsTakenAfterAPause() throws {
    #expect(try frames(login, .open) == [])
    #expect(try frames(login, .paused) == [login])
    guard
      case .yes(_, let count) = try type().recognise(
        Array(login.utf8).span, StreamState(transport: .tcp, edge: .paused))
    else {
      Issue.record("a login without end is not recognised")
      return
    }
    #expect(count == login.utf8.count)
  }

  @Test func aPauseInsideAPositionIsNoEnd() throws {
    #expect(try frames(position, .paused) == [])
    #expect(try frames(String(position.prefix(26)), .paused) == [])
  }

  @Test(arguments: [
    "\r\n", "\r\nimei:", ";0", ",0", " ", "GPRMC", "imei=", ";\u{1}", "0",
  ])
  func digitsWithSomethingElseBehindAreNoHeartbeat(_ tail: String) throws {
    let bytes = Array((heartbeat + tail).utf8)
    let answer = try type().recognise(bytes.span, .open)
    if tail == ";0" {
      // Another heartbeat may follow.
      #expect(answer == .yes([.terminator, .grammar], frame: 16))
    } else if case .no(let offset, _) = answer {
      #expect(offset >= 15)
    } else {
      Issue.record("\(heartbeat + tail) passes for gps103")
    }
  }

  @Test func aHeartbeatWaitsForThePause() throws {
    let bytes = Array("\(heartbeat);".utf8)
    #expect(try type().recognise(bytes.span, .open) == .more(17))
    #expect(
      try type().recognise(bytes.span, StreamState(transport: .tcp, edge: .paused))
        == .yes([.terminator, .grammar], frame: 16))
    // Over TCP a number without an end is nobody's.
    #expect(
      try type().recognise(
        Array(heartbeat.utf8).span, StreamState(transport: .tcp, edge: .ended)) == .more(16))
  }

  /// Invented beginnings of protocols that begin alike.
  @Test(arguments: [
    "##S,eSeal,1000001,256,3.0.8,Normal", "##\u{1}\u{0}\u{1f}",
    "imei:358765040000017rmc:$GPRMC,0304",
    "imei=358765040000017&rmc=$GPRMC,030405", "imei:35876504000001,tracker,2601020504",
    "358765040000017,20260102030405,13.4,52.5,0", "0123456789012,+4930123456,GPRMC,030405",
    "358765040000017$GPRMC,030405.000,A,5230", "3587650400000170;",
  ])
  func othersAreRefused(_ text: String) throws {
    let bytes = Array(text.utf8)
    guard case .no = try type().recognise(bytes.span, .open) else {
      Issue.record("\(text) passes for gps103")
      return
    }
  }

  /// The zone follows from both clocks, on either side of midnight and at half a day.
  @Test(arguments: [
    ("2601020504", "030405", "2026-01-02T03:04:05Z"),
    ("2601020104", "230405", "2026-01-01T23:04:05Z"),
    ("2601012304", "030405", "2026-01-02T03:04:05Z"),
    ("2601021504", "030405", "2026-01-02T03:04:05Z"),
    ("2601020304", "150405", "2026-01-01T15:04:05Z"),
    ("2601020849", "030405", "2026-01-02T03:04:05Z"),
    ("260102050459", "030405.999", "2026-01-02T03:04:05Z"),
    ("26/01/02 05:04", "030405", "2026-01-02T03:04:05Z"),
    ("2601020504", "31.0", "2026-01-02T05:04:00Z"),
    ("2601020504", "", "2026-01-02T05:04:00Z"),
  ])
  func localTime(_ local: String, _ clock: String, _ expected: String) throws {
    let text = "imei:358765040000017,tracker,\(local),,F,\(clock),A,5230.9765,N,01322.6622,E,0,0;"
    let bytes = Array(text.utf8)
    var session = try type().init()
    var reports = Reports()
    var reader = FieldReader(bytes.span)
    try session.decode(
      &reader, DecodeContext(receivedAt: WorkedExample.usualTime), into: &reports)
    #expect(reports.positions.first?.fixTime?.brief == expected)
  }
}

import Telemetry
import Testing
import Wire

@testable import TrackerProtocols

/// What the worked examples of starlink cannot say: line ends, orders that change, and what it
/// must leave to relatives.
@Suite struct StarlinkTests {
  private func line(_ body: String) -> [UInt8] {
    var line = Array("$SLU\(body)*00\r\n".utf8)
    Starlink.reseal(&line)
    return line
  }

  @Test func blanksAndLineEndsBetweenLines() {
    let first = line("0731A5,06,1,260102030405,01")
    let second = Array(line("0731A5,06,2,260102030405,01").dropLast(2)) + Array(" \r\n".utf8)
    var framer = Framer(Starlink.self)
    framer.feed(first + Array(" \r\n noise\r\n\n".utf8) + second, .open)
    #expect(framer.frames == [first, second])
    guard case .yes(let proofs, frame: second.count) = Starlink.recognise(second.span, .open)
    else {
      Issue.record("a blank behind the sum costs the line")
      return
    }
    #expect(proofs.score == 3)
  }

  @Test func anOrderThatIsEnteredLaterCounts() throws {
    let frame = line("0731A5,06,1,260102030405,7")
    var session = Starlink()
    var reports = Reports()
    func read(_ format: String?) throws -> Position? {
      reports.removeAll()
      var reader = FieldReader(frame.span)
      let options = format.map { ["format": $0] } ?? [:]
      try session.decode(
        &reader,
        DecodeContext(
          receivedAt: WorkedExample.usualTime, settings: DeviceSettings(options: options)),
        into: &reports)
      return reports.positions.first
    }
    #expect(try read(nil)?[.event] == .integer(7))
    #expect(try read("#EDT#,#SATU#")?[.satellites] == .integer(7))
    #expect(try read("#EDT#,#VBAT#")?[.battery] == .number(7))
    #expect(try read(nil)?[.event] == .integer(7))
  }

  /// Invented lines of protocols that begin alike.
  @Test(arguments: [
    "$SIWI,358765,1,14", "$SLU0731A,06,1,26", "$SLU0731A57,06,1,26", "$SLU0731A5,xx,1,26",
    "$SLU0731A5,06,,26", "$SLU0731A5;06;1;26", "$POS,40000001712,030405.000,A",
    "$GPRMC,030405.000,A,5230.9765,N", "#SLU0731A5,06,1,26",
  ])
  func othersAreRefused(_ text: String) {
    let bytes = Array((text + ",0102*00\r\n").utf8)
    guard case .no = Starlink.recognise(bytes.span, .open) else {
      Issue.record("\(text) passes for starlink")
      return
    }
  }
}

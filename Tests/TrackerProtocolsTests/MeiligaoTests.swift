import Telemetry
import Testing
import Wire

@testable import TrackerProtocols

/// What the worked examples of meiligao cannot say: damaged lengths, and what it must leave to
/// relatives.
@Suite struct MeiligaoTests {
  /// A login of an invented unit.
  private func login() throws -> [UInt8] {
    var frame = try #require(HexText.bytes("24240011 4106550123FFFF 5000 0000 0D0A"))
    Meiligao.reseal(&frame)
    return frame
  }

  @Test func everyLineOfTheAlarmsIsRead() {
    let lines = Meiligao.alarmTable.split(separator: "\n")
    #expect(Meiligao.rows(Meiligao.alarmTable).count == lines.count)
    for line in lines {
      for name in line.split(separator: "|").enumerated().filter({ [1, 3].contains($0.offset) }) {
        #expect(name.element == "-" || Alarm(rawValue: String(name.element)) != nil)
      }
    }
  }

  @Test func aLoneZeroBetweenPacketsIsPassedOver() throws {
    let frame = try login()
    var framer = Framer(Meiligao.self)
    framer.feed(frame + [0] + frame + [0], .open)
    #expect(framer.frames == [frame, frame])
    #expect(framer.skipped == 2)
  }

  @Test func aLostByteCostsOnePacket() throws {
    let frame = try login()
    var damaged = frame
    damaged.remove(at: 9)
    var framer = Framer(Meiligao.self)
    framer.feed(damaged + frame + frame, .open)
    #expect(framer.frames == [frame, frame])
    #expect(framer.skipped == damaged.count)
  }

  @Test func aLengthThatIsTooLargeIsPutRightByTheChecksum() throws {
    var frame = try login()
    frame[3] = 0x20
    let sum = Checksum.ccittFalse(frame.span.extracting(0..<13))
    frame[13] = UInt8(sum >> 8)
    frame[14] = UInt8(sum & 0xFF)
    var framer = Framer(Meiligao.self)
    framer.feed(frame, .open)
    #expect(framer.frames.isEmpty)
    framer.feed([], .paused)
    #expect(framer.frames == [frame])
  }

  @Test func severalPacketsInOneDatagram() throws {
    let frame = try login()
    var framer = Framer(Meiligao.self, .udp)
    framer.feed(frame + frame, .ended)
    #expect(framer.frames == [frame, frame])
  }

  @Test func aLoginWithAWrongChecksumIsKnownByItsForm() throws {
    var frame = try login()
    frame[13] ^= 0xFF
    guard case .yes(let proofs, frame: 17) = Meiligao.recognise(frame.span, .open) else {
      Issue.record("a login is refused")
      return
    }
    #expect(proofs.score == 2)
  }

  @Test func anAnswerOfAStrangerNeedsItsChecksum() throws {
    var frame = try #require(HexText.bytes("24240012 4106550123FFFF 4115 01 0000 0D0A"))
    guard case .no = Meiligao.recognise(frame.span, .open) else {
      Issue.record("it passes without a checksum")
      return
    }
    Meiligao.reseal(&frame)
    guard case .yes = Meiligao.recognise(frame.span, .open) else {
      Issue.record("it is refused with its checksum")
      return
    }
  }

  /// Invented frames of protocols that begin alike.
  @Test(arguments: [
    "$$A140,358765040000017,AAA,35,52.516275", "$$A120,358765040000017,211005105836",
    "$$135,358765040000017,1,A01", "$$358765040000017,6011", "$$0128AA358765040000017|",
    "$$28SYNC_123", "$$00633037811014", "$$CLIENT_1", "$$STATUS1234567890123", "$$020040????????&A",
    "$GPRMC,030405,A,5230.9765,N", "$POS,40000001712,030405.000,A",
  ])
  func textsOfOthersAreRefused(_ text: String) {
    let bytes = Array(text.utf8) + Array(repeating: UInt8(ascii: "1"), count: 40)
    for stream in [StreamState.open, .datagram] {
      guard case .no = Meiligao.recognise(bytes.span, stream) else {
        Issue.record("\(text) passes for meiligao")
        return
      }
    }
  }

  @Test(arguments: [
    // castel: length with the low byte first, version, identifier as text
    "2424 1F00 04 3132333435363738390000000000000000000000 1001 0000 0D0A",
    "2424 0401 04 3132333435363738390000000000000000000000 1001 0000 0D0A",
    "2424 21 0006 12345678 00 0D",  // gator: a type, then the length
    "2424 0200 2A00 0102030405060708 2323",  // vnet
    "2424 1E 4C 0102030405060708090A0B0C0D0A",  // avl301
    "2424 0011 12345678901AFF 5000 6F35 0D0A",  // a nibble that is neither digit nor padding
    "2424 0011 12345678901FFF 7000 6F35 0D0A",  // a command that no unit sends
    "2424 0011 12345678901FFF 5000 6F35 0D0B",  // no CR LF where the length leads to
  ])
  func packetsOfOthersAreRefused(_ hex: String) throws {
    let bytes = try #require(HexText.bytes(hex))
    for stream in [StreamState.open, .datagram] {
      if case .yes = Meiligao.recognise(bytes.span, stream) {
        Issue.record("\(hex) passes for meiligao")
      }
    }
  }
}

import Telemetry
import Testing
import TrackerProtocols
import Wire

/// Frames of watches end with a bracket; their lengths and their brackets may be wrong.
@Suite struct WatchTests {
  private let keepAlive = Array("[3G*4106550123*0002*LK]".utf8)

  private func type() throws -> any TrackerProtocol.Type {
    try #require(Catalogue.named("watch"))
  }

  /// A position whose access point has a name.
  private func position(_ name: String, length: String = "0056") -> [UInt8] {
    Array(
      ("[3G*4106550123*\(length)*UD,020126,030405,A,52.5,N,13.4,E,0,0,0,8,19,88,0,0,00000000,"
        + "0,1,\(name),34:50:06:18:22:01,-53]").utf8)
  }

  @Test func aLoneBracketInANameEndsWithTheNextFrame() throws {
    var framer = Framer(try type())
    framer.feed(position("[x") + keepAlive + keepAlive, .open)
    #expect(framer.frames == [position("[x"), keepAlive, keepAlive])
    #expect(framer.skipped == 0)
  }

  @Test func aLoneBracketInANameIsDecidedByThePause() throws {
    var framer = Framer(try type())
    for byte in position("[x") { framer.feed([byte], .open) }
    #expect(framer.frames.isEmpty)
    framer.feed([], .paused)
    #expect(framer.frames == [position("[x")])
  }

  @Test func aPauseInsideAFrameIsNoEnd() throws {
    let sound = Array("[3G*4106550123*0010*TK,#!AMR[a]bc[d]".utf8)
    var framer = Framer(try type())
    // Nested brackets are whole here, but the frame's own is still open.
    framer.feed(sound.prefix(32), .paused)
    #expect(framer.frames.isEmpty)
    framer.feed(sound.dropFirst(32) + [UInt8(ascii: "]")], .open)
    #expect(framer.frames == [sound + [UInt8(ascii: "]")]])
  }

  @Test(arguments: ["0000", "0009", "ffff", "FFFF"])
  func aWrongLengthIsNotWaitedFor(_ length: String) throws {
    let frame = position("Cafe", length: length)
    var framer = Framer(try type())
    framer.feed(frame + keepAlive, .open)
    #expect(framer.frames == [frame, keepAlive])
    guard case .yes(let proofs, let count) = try type().recognise(frame.span, .open) else {
      Issue.record("a wrong length is refused")
      return
    }
    #expect(count == frame.count)
    #expect(!proofs.contains(.length))
  }

  @Test func aFrameThatNeverEndsIsGivenUp() throws {
    let header = Array("[3G*4106550123*ffff*img,".utf8)
    let bytes = header + Array(repeating: 0x2E, count: 2 * 0xFFFF + 64)
    var session = try type().init()
    #expect(session.nextFrame(in: bytes.span, .open) == .skip(bytes.count))
  }

  /// Invented beginnings of protocols that begin alike.
  @Test(arguments: [
    "[2026-01-02 03:04:05,T14,1,V1.3.5,202", "[7061,3041,57,20320000,710,20126,30405",
    "[#M2C,2020,P1.B1.H1.F1.R1,101,3587650", "[M358765040000017020126030405N52.516275",
    "[L358765040000017];", "[Q010001088610010024", "[L4106550123N(GSM,0,0,020126",
    "[{\"ident\":1}]",
    "[\u{1}\u{1}<\u{0}", "[%4106550123\u{1d}(1001", "[3G*12345*0002*LK]",
    "[3G*4106550123*002*LK]", "[3G*4106550123*0002*,1]", "[33*4106550123*0002*LK]",
    "[3G*4106550123*0002*L-K]",
  ])
  func othersAreRefused(_ text: String) throws {
    let bytes = Array(text.utf8)
    guard case .no = try type().recognise(bytes.span, .open) else {
      Issue.record("\(text) passes for watch")
      return
    }
  }
}

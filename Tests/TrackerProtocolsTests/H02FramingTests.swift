import Telemetry
import TestKit
import Testing
import TrackerProtocols
import Wire

/// H02 mixes text with packets that have neither length nor end.
@Suite struct H02FramingTests {
  private let text = Array("*HQ,4106550123,V1,030405,A,5230.9765,N,01322.6622,E,1,2,020126#".utf8)

  /// A packet of a length; its tail holds bytes that other frames begin with.
  private func packet(_ count: Int, second: UInt8 = 5) -> [UInt8] {
    let identifier = count == 42 ? "3587650400000170" : "4106550123"
    let head = HexText.bytes(
      "24\(identifier)0304\(HexText.text([second]))0201265230976506013226622E000000FFFFFBFF")
    let marks: [UInt8] = [0x24, 0x2A, 0x58, 0x24, 0x00]
    return (head ?? []) + (0..<count - (head?.count ?? 0)).map { marks[$0 % marks.count] }
  }

  private func framer() throws -> Framer { Framer(try #require(Catalogue.named("h02"))) }

  @Test(arguments: [32, 42, 45, 46, 47, 48])
  func heldUntilThePause(_ count: Int) throws {
    var framer = try framer()
    for byte in packet(count).dropLast() { framer.feed([byte], .open) }
    #expect(framer.frames.isEmpty)
    framer.feed(packet(count).suffix(1), .open)
    // Nothing longer than 42 has a long identifier, and nothing at all is longer than 48.
    if count != 42, count != 48 { #expect(framer.frames.isEmpty) }
    framer.feed([], .paused)
    #expect(framer.frames == [packet(count)])
    #expect(framer.skipped == 0)
  }

  @Test(arguments: [32, 42, 45, 46, 47, 48])
  func endsWhereSomethingElseBegins(_ count: Int) throws {
    for next in [text, packet(32), packet(45)] {
      var framer = try framer()
      framer.feed(packet(count) + next.prefix(28), .open)
      #expect(framer.frames == [packet(count)])
    }
  }

  @Test func aKnownLengthIsNotWaitedFor() throws {
    var framer = try framer()
    framer.feed(packet(45), .paused)
    framer.feed(packet(45, second: 6), .open)
    framer.feed(text + packet(45, second: 7), .open)
    #expect(framer.frames == [packet(45), packet(45, second: 6), text, packet(45, second: 7)])
  }

  @Test func aLengthMayChange() throws {
    var framer = try framer()
    framer.feed(packet(45), .paused)
    framer.feed(packet(32), .open)
    framer.feed([], .paused)
    framer.feed(packet(45) + text, .open)
    #expect(framer.frames == [packet(45), packet(32), packet(45), text])
  }

  @Test func lineEndsBehindTextAreNoFrame() throws {
    var framer = try framer()
    framer.feed(text + [13, 10] + text + [13, 10], .open)
    #expect(framer.frames == [text, text])
    #expect(framer.skipped == 4)
  }

  @Test(arguments: [32, 42, 45, 46, 47, 48])
  func randomCutsOfAMixture(_ count: Int) throws {
    var random = SeededGenerator(UInt64(count))
    for _ in 0..<200 {
      let frames = (0..<12).map { _ in Bool.random(using: &random) ? text : packet(count) }
      var framer = try framer()
      var rest = frames.joined()[...]
      while !rest.isEmpty {
        let size = Int.random(in: 1...min(rest.count, 70), using: &random)
        framer.feed(rest.prefix(size), .open)
        rest = rest.dropFirst(size)
      }
      framer.feed([], .paused)
      #expect(framer.frames.map { HexText.text($0) } == frames.map { HexText.text($0) })
    }
  }

  @Test func aDatagramIsOnePacket() throws {
    let type = try #require(Catalogue.named("h02"))
    for count in 29...64 {
      let isLength = [32, 45, 46, 47, 48].contains(count)
      let bytes = packet(45).prefix(29) + Array(repeating: 0, count: count - 29)
      switch type.recognise(Array(bytes).span, .datagram) {
      case .yes(_, let frame): #expect(isLength && frame == count)
      case .no, .more: #expect(!isLength, "\(count) bytes")
      }
    }
  }

  /// Invented frames of protocols that begin alike.
  @Test(arguments: [
    "*ET,358765040000017,HB,A,1A0102#", "*HQ200358765040000017,BA&A0304055230976501322662260000",
    "*AI20123456,AB#", "*GS06,358765040000017,RST#", "*TS01,358765040000017,030405020126#",
    "*ID1,358765040000017,020126,030405,A#", "*SCOR,OM,358765040000017,H0,0,412,28,80,0#",
    "*T57#F1#0123456789#", "*260102030405UB00HSO#", "*12345678901234567,01,A,020126#",
    "*ZZ,358765040000017,ABC,1#", "*HQ,12345,V1#", "*HQ,4106550123,V-1#", "$GPRMC,030405,A,5230",
    "$1,358765040000017,D001,AP29,02/01/26", "$$A120,358765040000017,211005105836,A,FLEX,KCB",
    "XX0358765040000017",
  ])
  func othersAreRefused(_ text: String) throws {
    let type = try #require(Catalogue.named("h02"))
    let bytes = Array(text.utf8) + Array(repeating: UInt8(ascii: "1"), count: 40)
    guard case .no = type.recognise(bytes.span, .open) else {
      Issue.record("\(text) passes for h02")
      return
    }
  }

  /// A packet of JT600 in the first days of a month has a valid date at the place of ours too.
  @Test func aPacketOfJT600IsRefused() throws {
    let type = try #require(Catalogue.named("h02"))
    let bytes = try #require(
      HexText.bytes(
        "24 7520770137 16 11 0023 070515 034622 12150060 0115000007 00 00"
          + "000000000021040011223344556677889901"))
    #expect(bytes.count == 45)
    guard
      case .no(let offset, _) = type.recognise(
        bytes.span, StreamState(transport: .tcp, edge: .paused))
    else {
      Issue.record("it passes for h02")
      return
    }
    #expect(offset == 8)
  }
}

import Telemetry
import Testing
import Wire

@testable import TrackerProtocols

/// What the worked examples of jt808 cannot say: its tables, its framing, and what it must leave
/// to relatives.
@Suite struct JT808Tests {
  @Test(arguments: [
    JT808.itemTable, JT808.extensionTable, JT808.vehicleTable, JT808.wideVehicleTable,
    JT808.transparentVehicleTable, JT808.surroundingsTable, JT808.cameraTable,
    JT808.padlockTable,
  ])
  func everyLineOfATableIsRead(_ text: String) {
    for line in text.split(separator: "\n") where JT808Table(String(line)).count != 1 {
      Issue.record("not read: \(line)")
    }
  }

  @Test(arguments: ["power", "power:", "power:2/0", "power:2?3", ":2", "a:b:2", "power:99"])
  func noField(_ text: String) { #expect(JT808Field(text) == nil) }

  @Test(arguments: ["01 | 4 | * | @nothing", "01 | 0 | * | a:1", "01 | 4 | none | a:1", "01 | 4"])
  func noRow(_ text: String) { #expect(JT808Table(text).count == 0) }

  /// Frames of relatives that begin alike.
  @Test(arguments: [
    "7e850200010203040506000100017e",  // solarpowered: an identifier where the message stands
    "7e410001020304050607080910117e", "7e45000102030405060708091011127e",  // navis FLEX
    "7e7e00010203040506070809107e",  // ndtpv6
    "7e040000001122334455667788990011",  // oigo
    "7e30303030303132333435363738397e",  // jmak
    "7e0200001c013912345678001700007e",  // a length that does not fit
    "7e0f010003013912345678001701020300007e",  // nobody knows it, and its checksum is wrong
    "7e000200000139123456787d03257e",  // an escape that stands for nothing
  ])
  func leftToRelatives(_ hex: String) throws { refuse(try #require(HexText.bytes(hex))) }

  @Test(arguments: [
    "(358765040000017,DW3B,020126,A,5230.9765N,01322.6622E,0.0,030405,0)",
    "(087073819397BP05000087073819397)", "(7941040140,2,001,BASE)", "(123,1,001,BASE,2)",
    "(7941040140,1,001,base,2)", "(7941040140,1,001,BASE\u{7F})", "(1234567890123456,1,001,A)",
  ])
  func leftToRelativesOfText(_ text: String) { refuse(Array(text.utf8)) }

  private func refuse(_ frame: [UInt8]) {
    for count in 1...frame.count {
      let piece = Array(frame.prefix(count))
      for edge in [StreamState.Edge.open, .paused, .ended] {
        if case .yes = JT808.recognise(piece.span, StreamState(transport: .tcp, edge: edge)) {
          Issue.record("taken at \(count) bytes")
        }
      }
    }
    if case .more = JT808.recognise(frame.span, .open), frame.last != 0x11 {
      Issue.record("waits for more")
    }
  }

  // MARK: Framing

  private static let frame = HexText.bytes("7e000200000139123456780017257e") ?? []

  private func frames(_ bytes: [UInt8]) -> [[UInt8]] {
    var framer = Framer(JT808.self)
    framer.feed(bytes, .open)
    framer.feed([], .paused)
    return framer.frames
  }

  @Test func bytesInFrontAreSkipped() {
    #expect(frames([0x24, 0x24] + Self.frame) == [Self.frame])
    #expect(frames([0x28, 0xE7, 0x31] + Self.frame) == [Self.frame])
  }

  @Test func aFrameThatHasLostItsEndCostsNoOther() {
    let cut = Array(Self.frame.dropLast(1))
    #expect(frames(cut + Self.frame + Self.frame).suffix(2) == [Self.frame, Self.frame])
    let long = HexText.bytes("7e0200001c0139123456780017000000000000000303") ?? []
    #expect(frames(long + Self.frame + Self.frame) == [Self.frame, Self.frame])
  }

  @Test func aFrameThatHasLostItsStartCostsNoOther() {
    #expect(frames(Self.frame.dropFirst(4) + Self.frame) == [Self.frame])
  }

  @Test func escapesAreThoseOfTheSheet() throws {
    let frame = try #require(HexText.bytes("7e417d02427d01437e"))
    #expect(HexText.text(JT808.message(of: frame)) == "7e417e427d437e")
    var message = JT808.message(of: frame)
    JT808.wrap(&message)
    #expect(message == frame)
    let padlock = try #require(HexText.bytes("e741e601e6023e013e02e7"))
    #expect(HexText.text(JT808.message(of: padlock)) == "e741e6e73e3de7")
  }

  @Test func nothingButEscapesIsNoTrap() {
    for frame in [[0x7E], [0x7D], [0x7E, 0x7D], [0x7E, 0x7D, 0x7E], [0xE7, 0x3E]] as [[UInt8]] {
      #expect(JT808.message(of: frame).count <= frame.count)
      var copy = frame
      JT808.reseal(&copy)
      JT808.wrap(&copy)
    }
  }

  // MARK: Names

  @Test(arguments: [
    ("AL300", JT808Model.aovx), ("gl100", .aovx), ("VL300", .vl300), ("G-508P", .padlock),
    ("G1C Pro", .g1c), ("JC450", .jimi), ("JC261", .camera), ("C5L", .c5), ("W15L", .w15l),
  ])
  func models(_ sample: (String, JT808Model)) {
    #expect(JT808Model(DeviceSettings(model: sample.0)) == sample.1)
  }

  @Test(arguments: [
    ("123456789012345", false, "0b3a73ce2ff2"), ("9590001234", false, "009590001234"),
    ("13912345678", true, "00000000013912345678"),
    ("1234567890123", false, "00000001234567890123"),
  ])
  func identifiersOfCommands(_ sample: (String, Bool, String)) {
    let identifier = JT808Identifier(text: sample.0, isLong: sample.1)
    #expect(identifier.map { HexText.text($0.bytes) } == sample.2)
  }

  @Test func anIMEIComesBack() {
    #expect(JT808Identifier(text: "123456789012345", isLong: false)?.full == "123456789012347")
  }
}

import Telemetry
import Testing
import Wire

@testable import TrackerProtocols

/// What the worked examples of teltonika, ruptela, bce, calamp and cellocator cannot say: their
/// tables, what is special in their framing, and what they must leave to relatives that begin
/// alike.
@Suite struct LengthFirstTests {
  // MARK: Tables

  @Test func everyLineOfATableIsRead() {
    for line in Teltonika.elementTable.split(separator: "\n") {
      #expect(ElementTable<Teltonika.Special>(String(line)).count == 1, "\(line)")
    }
    for line in Teltonika.oldElementTable.split(separator: "\n") {
      #expect(ElementTable<Teltonika.Special>(String(line)).count == 1, "\(line)")
    }
    for line in Ruptela.elementText.split(separator: "\n") {
      #expect(ElementTable<Ruptela.Special>(String(line)).count == 1, "\(line)")
    }
    for line in BCE.fieldText.split(separator: "\n") {
      #expect(ElementTable<BCE.Special>(String(line)).count == 1, "\(line)")
    }
  }

  @Test(arguments: [
    "1 | power | u2/0", "1 | power | u9", "1 | power | 2", "1 | @nothing | u1",
    "1 | !nothing | u=1",
    "1 | !sos | u1", "1 | !sos | u>1", "70000 | power | u", "-1 | power | u", "1 | power",
    "1 2 | power | u", "1 | power | u1x",
  ])
  func noElement(_ text: String) {
    #expect(ElementTable<Teltonika.Special>(text).count == 0)
  }

  @Test func aLineForAProfileReplacesOneForAll() {
    let text = "7 | power | u/10\n7 | battery | u | small"
    let usual = ElementTable<Teltonika.Special>(text)
    let small = ElementTable<Teltonika.Special>(text, profiles: ["small"])
    #expect(usual[7]?.name == "power")
    #expect(small[7]?.name == "battery")
    #expect(usual[6] == nil && usual[8] == nil && usual[-1] == nil)
  }

  @Test(arguments: [
    ("FMB130", "usual"), ("fmb130", "usual"), ("MTB100", "usual"), ("MSP500", "usual"),
    ("FMC640", "sixHundred"), ("FMB003", "fmb003"), ("TAT100", "towers"), ("TAT140", "small"),
    ("TST100", "small"), ("RUT955", "unknown"), ("FM1100X", "unknown"), ("", "unknown"),
  ])
  func profiles(_ sample: (String, String)) {
    #expect("\(TeltonikaProfile(name: sample.0))" == sample.1)
  }

  // MARK: Relatives

  /// Frames of relatives that begin alike, whose identifiers are invented.
  @Test(arguments: [
    "000000050001464b7ec45c11000400",  // dualcam: login
    "000d001e64736d2f706963747572652f612e6a706700",  // dualcam: name of a file
    "00010006000000110000", "0003000400000001",  // dualcam: commands
    "0012333538373635303430303030303137382e31",  // nvs: text that is not only digits
    "000a08002020202020303131373030303031323334353637",  // enfora
    "000102004459583335383736353034303030303031375c56312e307c317c7b4630327d0d0a",  // wristband
    "00004203333538373635303430303030303137000000000000000000",  // adm
    "00524f424f545241434b0000000000003335383736353034303030303031",  // robotrack
    "00042c303035462c302c47544652492c3032303130302c333538373635303430303030303137",  // tt8850
    "0005021004ffffffff0000000d313134373030303000cb0000",  // skypatrol
    "000a344f1f0259766ae002074289f8f1c4b200e800000267",  // xt2400
    "ff23ae52a969f30c45f5",  // arnavi
    "8191000000000000000000000000000000000000",  // uux
    "8200000102030405060708090a0b0c0d0e0f1011",  // suntech
  ])
  func leftToRelatives(_ hex: String) throws {
    let frame = try #require(HexText.bytes(hex))
    let types: [any TrackerProtocol.Type] = [
      Teltonika.self, Ruptela.self, BCE.self, CalAmp.self, Cellocator.self,
    ]
    for type in types {
      for transport in Transport.allCases {
        for edge in [StreamState.Edge.open, .paused, .ended] {
          let stream = StreamState(transport: transport, edge: edge)
          let answer = type.recognise(frame.span, stream)
          guard case .no = answer else {
            Issue.record("\(type.about.name) over \(transport.name), \(edge): \(answer)")
            continue
          }
        }
      }
    }
  }

  // MARK: Framing

  private static let login = Array([0, 15] + "358765040000017".utf8)
  private static let packet =
    HexText.bytes("00000000000000090c010d00000001000100000cd8") ?? []

  @Test func keepAlivesBetweenPackets() {
    var framer = Framer(Teltonika.self)
    for byte in Self.login + [0xFF, 0xFF] + Self.packet + [0xFF] { framer.feed([byte], .open) }
    #expect(framer.frames == [Self.login, [0xFF], [0xFF], Self.packet, [0xFF]])
  }

  /// Each FF is looked at once, however many there are.
  @Test func veryManyKeepAlivesAreNoProtocol() {
    let bytes = [UInt8](repeating: 0xFF, count: 100_000)
    guard case .no = Teltonika.recognise(bytes.span, .open) else {
      Issue.record("recognised")
      return
    }
  }

  @Test func aLengthThatIsTooLargeCostsNoOtherPacket() {
    var broken = Self.packet
    broken[4] = 0x7F
    var framer = Framer(Teltonika.self)
    framer.feed(broken + Self.packet, .open)
    #expect(framer.frames == [Self.packet])
  }

  @Test func aTextOfRuptelaWhoseLengthIsTooSmallIsOnePacket() throws {
    let text = try #require(
      HexText.bytes("00110001464b7ec45c110744494e313d312c44494e323d305e0e"))
    let heartbeat = try #require(HexText.bytes("00090001464b7ec45c1110b676"))
    var framer = Framer(Ruptela.self)
    for byte in text + heartbeat + text { framer.feed([byte], .open) }
    framer.feed([], .paused)
    #expect(framer.frames == [text, heartbeat, text])
  }

  /// A sum that holds by chance behind the first of two blocks ends no packet.
  @Test func aSumThatHoldsByChance() throws {
    let identifier = try #require(HexText.bytes("115cc47e4b460100"))
    var found = 0
    for key in UInt8.min...UInt8.max {
      let first = identifier + [2, 0, 0xA5, key]
      guard Checksum.sum8(first.span) == 3 else { continue }
      found += 1
      var packet = first + [3, 0, 0xC1, 0x0B, 0xFF]
      packet.append(Checksum.sum8(packet.span))
      var framer = Framer(BCE.self)
      framer.feed(packet + packet, .open)
      #expect(framer.frames == [packet, packet])
    }
    #expect(found == 1)
  }

  @Test func aCellocatorMessageOfAnUnknownTypeCostsNoOther() throws {
    let sound = try #require(HexText.bytes("4d43475009d9aa31000856080005010203040537"))
    var framer = Framer(Cellocator.self)
    framer.feed(Array("MCGP\u{20}MCMM".utf8) + sound + sound, .open)
    #expect(framer.frames == [sound, sound])
  }
}

import Testing
import TrackerProtocols

/// What the worked examples of Wialon IPS cannot show.
@Suite struct WialonTests {
  /// A file's bytes follow their line and end without a line break; they are not read, but the
  /// message behind them is.
  @Test func messageBehindTheBytesOfAFile() throws {
    let subject = try #require(Subject.all.first { $0.name == "wialon" })
    let message = "#SD#020126;030405;5230.9765;N;01322.6622;E;1;2;3;4\r\n"
    let file: [UInt8] = [0xFF, 0xD8, 0x23, 0x44, 0x0A, 0x00, 0x23, 0x23, 0x58, 0x23, 0xFF, 0xD9]
    for cut in 1...file.count {
      var framer = Framer(subject.type)
      framer.feed(Array("#I#12;0;1;020126;030405;a.jpg\r\n".utf8) + file[..<cut], .open)
      framer.feed(Array(file[cut...]) + Array(message.utf8), .open)
      let texts = framer.frames.map { String(decoding: $0, as: UTF8.self) }
      #expect(texts == ["#I#12;0;1;020126;030405;a.jpg\r\n", message])
      #expect(framer.skipped == file.count)
    }
  }

  @Test func aLineThatIsNoneIsLeftWhole() throws {
    let subject = try #require(Subject.all.first { $0.name == "wialon" })
    var framer = Framer(subject.type)
    framer.feed("\u{1}#XY#1\r\n#P#\r\n".utf8, .open)
    #expect(framer.frames.map { String(decoding: $0, as: UTF8.self) } == ["#P#\r\n"])
  }
}

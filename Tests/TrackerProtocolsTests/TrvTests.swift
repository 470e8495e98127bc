import Telemetry
import Testing
import Wire

@testable import TrackerProtocols

/// What the worked examples of trv cannot say: other prefixes, and what it must leave to relatives.
@Suite struct TrvTests {
  @Test func severalFramesInOnePiece() {
    let frames = ["TRVAP00358765040000017#", "XZAP49,68#", "IWAP03,06000908000102,5,3#"]
      .map { Array($0.utf8) }
    var framer = Framer(Trv.self)
    framer.feed(frames[0] + frames[1] + [13, 10] + frames[2], .open)
    #expect(framer.frames == frames)
    #expect(framer.skipped == 2)
  }

  @Test func anotherPrefixIsAnsweredWithItself() throws {
    let frame = Array("XZAP00358765040000017#".utf8)
    var session = Trv()
    var reports = Reports()
    var reader = FieldReader(frame.span)
    try session.decode(&reader, DecodeContext(receivedAt: WorkedExample.usualTime), into: &reports)
    #expect(reports.identifier == "358765040000017")
    #expect(reports.replies == Array("XZBP00#".utf8))
  }

  /// Invented messages of protocols that begin alike.
  @Test(arguments: [
    "TRV;0560731551;1#", "TRVXP01260102#", "TRVAPXX,1#", "TRVAP0035876#", "IWAX01#", "IMEI 35876",
    "IW,1#", "TR20,1#", "TRVAP01260102A#", "ITRVAP00358765040000017#",
  ])
  func othersAreRefused(_ text: String) {
    guard case .no = Trv.recognise(Array(text.utf8).span, .open) else {
      Issue.record("\(text) passes for trv")
      return
    }
  }
}

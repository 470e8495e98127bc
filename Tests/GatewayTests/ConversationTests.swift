import Gateway
import Telemetry
import Testing
import TrackerProtocols
import Wire

@Suite struct ConversationTests {
  @Test func framesAreReadHoweverTheyAreCut() {
    let text = "@L,500100\n@P,1\n@P,2\n@I,500200,3\n"
    var whole = Talk()
    whole.hear(text)
    #expect(
      whole.handler.events == [
        "testline 500100=106 @L,500100", "testline 500100=106 @P,1 event 1",
        "testline 500100=106 @P,2 event 2", "testline 500200=106 @I,500200,3 event 3",
      ])
    for size in 1..<text.utf8.count {
      var talk = Talk()
      var rest = Substring(text)
      while !rest.isEmpty {
        talk.hear(String(rest.prefix(size)))
        rest = rest.dropFirst(size)
      }
      #expect(talk.handler.events == whole.handler.events, "cut into \(size)")
      #expect(talk.conversation.heldBytes == 0)
    }
  }

  @Test func onlyAnIncompleteFrameIsHeld() {
    var talk = Talk()
    talk.hear("@L,1\n@P,")
    #expect(talk.conversation.heldBytes == 3)
    talk.hear("4\n")
    #expect(talk.conversation.heldBytes == 0)
    #expect(talk.handler.events.last == "testline 1=101 @P,4 event 4")
  }

  @Test func withoutAnIdentifierNothingIsAttributed() {
    var talk = Talk()
    talk.hear("@P,1\n")
    #expect(talk.handler.events == ["unidentified @P,1\n"])
    #expect(!talk.conversation.isIdentified)
    #expect(talk.conversation.whyUnidentified.contains("did not say which device"))
    talk.hear("@L,77\n@P,2\n")
    #expect(talk.conversation.isIdentified)
    #expect(talk.handler.events.last == "testline 77=102 @P,2 event 2")
  }

  @Test func settingsOfTheDeviceCountForTheFrameThatNamesIt() {
    var talk = Talk()
    talk.handler.admissions["9"] = .known(
      DeviceIdentity(rawValue: 9), DeviceSettings(model: "double"))
    talk.hear("@I,8,5\n@I,9,5\n@P,6\n@I,8,5\n")
    #expect(
      talk.handler.events == [
        "testline 8=101 @I,8,5 event 5", "testline 9=9 @I,9,5 event 10",
        "testline 9=9 @P,6 event 12", "testline 8=101 @I,8,5 event 5",
      ])
    // Frames that were read twice counted once.
    #expect(talk.reports.positions.first?[.index] == .integer(4))
  }

  @Test func theDirectoryIsAskedAgainOnlyWhenItChanged() {
    var talk = Talk()
    talk.hear("@I,8,1\n@I,8,2\n@I,8,3\n")
    #expect(talk.handler.asked == ["8"])
    talk.handler.directoryRevision = 2
    talk.handler.admissions["8"] = .known(DeviceIdentity(rawValue: 8), .none)
    talk.hear("@I,8,4\n@I,8,5\n")
    #expect(talk.handler.asked == ["8", "8"])
    #expect(talk.handler.events.last == "testline 8=8 @I,8,5 event 5")
    // A frame that does not name the device is reason enough to ask.
    talk.handler.directoryRevision = 3
    talk.handler.admissions["8"] = .known(
      DeviceIdentity(rawValue: 8), DeviceSettings(model: "double"))
    talk.hear("@P,6\n")
    #expect(talk.handler.events.last == "testline 8=8 @P,6 event 12")
    #expect(talk.reports.positions.first?[.index] == .integer(6))
  }

  @Test func refusedDevicesAreDropped() {
    var talk = Talk()
    talk.handler.admissions["8"] = .refused(reason: "the quota is used up")
    talk.hear("@L,8\n@P,1\n")
    #expect(
      talk.handler.events == ["dropped the quota is used up", "dropped the quota is used up"])
    #expect(!talk.conversation.isIdentified)
    #expect(talk.conversation.whyUnidentified == "the quota is used up")
  }

  @Test func aBadFrameNeverCostsTheNext() {
    var talk = Talk()
    talk.hear("@L,8\n@X,bad\n@P,1\njunk@X,bad\n@P,2\n")
    #expect(
      talk.handler.events == [
        "testline 8=101 @L,8", "undecodable @X,bad\n", "testline 8=101 @P,1 event 1",
        "unframed junk", "undecodable @X,bad\n", "testline 8=101 @P,2 event 2",
      ])
    #expect(talk.conversation.badFrames == 3)
    #expect(talk.conversation.lastError?.field == "kind")
  }

  @Test func aFrameWithMoreThanCanBeTakenIsNotTaken() {
    var talk = Talk()
    talk.hear("@L,8\n@N,\(Reports.mostRecords + 1)\n")
    #expect(
      talk.handler.events == ["testline 8=101 @L,8", "undecodable @N,\(Reports.mostRecords + 1)\n"])
    #expect(talk.conversation.lastError?.kind == .overflow)
  }

  @Test func lineEndsBetweenFramesAreNothing() {
    var talk = Talk()
    talk.hear("\r\n@L,8\n\r\n\0@P,1\n")
    #expect(talk.handler.events == ["testline 8=101 @L,8", "testline 8=101 @P,1 event 1"])
    #expect(talk.conversation.badFrames == 0)
  }

  @Test func twoBadFramesMakeAnUnprovenProtocolDoubtful() {
    var talk = Talk()
    talk.hear("@L,8\n@C:9:1\n@C:9:2\n@C:9:3\n")
    #expect(
      talk.handler.events == [
        "testline 8=101 @L,8", "undecodable @C:9:1\n", "testcolon 9=101 @C:9:2 event 2",
        "testcolon 9=101 @C:9:3 event 3",
      ])
    #expect(talk.conversation.protocolName == "testcolon")
  }

  @Test func doubtWithoutABetterProtocolChangesNothing() {
    var talk = Talk()
    talk.hear("@L,8\n@X,1\n@X,2\n@X,3\n@P,4\n")
    #expect(talk.conversation.protocolName == "testline")
    #expect(talk.handler.events.last == "testline 8=101 @P,4 event 4")
  }

  @Test func aPauseEndsABlockThatHasNoEnd() {
    var talk = Talk()
    talk.hear("~12345ab")
    #expect(talk.handler.events.isEmpty)
    #expect(talk.conversation.needsPause)
    talk.hear("cd")
    #expect(talk.conversation.needsPause)
    talk.hear("", .paused)
    #expect(talk.handler.events == ["testpause 12345=105 ~12345abc"])
    #expect(!talk.conversation.needsPause)
    talk.hear("~12345x")
    #expect(talk.conversation.needsPause)
    talk.hear("", .ended)
    #expect(talk.handler.events.count == 2)
  }

  @Test func framesBeyondTheLimitAreCutOff() {
    var talk = Talk(frameBytes: 32)
    talk.hear("@L,8\n")
    for _ in 0..<10 { talk.hear("@P,0000") }
    #expect(talk.conversation.heldBytes <= 32)
    talk.hear("\n@P,1\n")
    #expect(talk.handler.events.last == "testline 8=101 @P,1 event 1")
  }

  @Test func theEndLeavesNothingHeld() {
    var talk = Talk()
    talk.hear("@L,8\n@P,1")
    talk.hear("", .ended)
    #expect(talk.handler.events.last == "unframed @P,1")
    #expect(talk.conversation.heldBytes == 0)
    var stranger = Talk()
    stranger.hear("@P,1", .ended)
    #expect(stranger.handler.events == ["undetected @P,1"])
  }

  @Test(arguments: [
    ("GET / HTTP/1.1\r\nHost: a\r\n\r\n", "web request"), ("SSH-2.0-x\r\n", "secure shell"),
    ("\u{16}\u{03}\u{01}\u{02}\0\u{01}", "encrypted"), ("\u{03}\0\0\u{13}\u{0E}", "remote desktop"),
  ])
  func otherProgramsAreGivenUp(first: String, word: String) {
    var talk = Talk()
    talk.hear(first)
    #expect(talk.handler.events == ["undetected \(first)"])
    #expect(talk.conversation.probe != nil)
    #expect(talk.conversation.explanation.contains(word))
    talk.hear("@L,8\n")
    #expect(talk.handler.asked.isEmpty)
    #expect(talk.handler.events.count == 1)
  }

  @Test func unknownBytesDoNotSpoilWhatFollows() {
    var talk = Talk()
    talk.hear("CONNECTED 1\r\n")
    #expect(talk.handler.events == ["undetected CONNECTED 1\r\n"])
    talk.hear("@L,8\n")
    #expect(talk.handler.events.last == "testline 8=101 @L,8")
    #expect(talk.conversation.explanation.contains("testline: proved by"))
  }
}

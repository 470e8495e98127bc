import Telemetry
import TestKit
import Testing
import TrackerProtocols

/// However a stream is cut, the same frames come out of it.
@Suite struct FramingTests {
  @Test(arguments: Subject.all)
  func wholeFrames(_ subject: Subject) {
    for example in subject.readable {
      var framer = Framer(subject.type, example.transport)
      framer.feed(example.frame, .ended)
      #expect(hex(framer.frames) == hex([example.frame]), "\(subject.name): \(example.title)")
    }
  }

  @Test(arguments: Subject.all)
  func byteByByte(_ subject: Subject) {
    for conversation in subject.conversations where conversation.allSatisfy(isStream) {
      var framer = Framer(subject.type)
      for example in conversation {
        for byte in example.frame { framer.feed([byte], .open) }
        framer.feed([], .paused)
      }
      #expect(hex(framer.frames) == hex(conversation.map(\.frame)), "\(conversation[0].title)")
    }
  }

  @Test(arguments: Subject.all)
  func randomCuts(_ subject: Subject) {
    var random = SeededGenerator(8_888)
    for conversation in subject.conversations where conversation.allSatisfy(isStream) {
      for _ in 0..<20 {
        var framer = Framer(subject.type)
        for example in conversation {
          var rest = example.frame[...]
          while !rest.isEmpty {
            let count = Int.random(in: 1...min(rest.count, 40), using: &random)
            framer.feed(rest.prefix(count), .open)
            rest = rest.dropFirst(count)
          }
          framer.feed([], .paused)
        }
        #expect(hex(framer.frames) == hex(conversation.map(\.frame)), "\(conversation[0].title)")
      }
    }
  }

  @Test(arguments: Subject.all)
  func manyAtOnce(_ subject: Subject) {
    for conversation in subject.conversations where conversation.allSatisfy(isStream) {
      var framer = Framer(subject.type)
      let frames = conversation.map(\.frame)
      framer.feed((frames + frames + frames).joined(), .open)
      framer.feed([], .paused)
      #expect(hex(framer.frames) == hex(frames + frames + frames), "\(conversation[0].title)")
    }
  }

  @Test(arguments: Subject.all)
  func junkInFront(_ subject: Subject) {
    let junk: [UInt8] = [0x55, 0x0D, 0x0A].filter { !subject.type.about.firstBytes.contains($0) }
    for example in subject.readable where isStream(example) {
      var framer = Framer(subject.type)
      framer.feed(junk + example.frame, .open)
      framer.feed([], .paused)
      #expect(hex(framer.frames) == hex([example.frame]), "\(subject.name): \(example.title)")
      #expect(framer.skipped == junk.count)
    }
  }

  /// Frames as text, which a failure shows in a readable way.
  private func hex(_ frames: [[UInt8]]) -> [String] { frames.map { HexText.text($0) } }

  private func isStream(_ example: WorkedExample) -> Bool { example.transport == .tcp }
}

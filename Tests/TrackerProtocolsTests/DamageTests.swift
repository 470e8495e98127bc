import Telemetry
import Testing
import TrackerProtocols
import Wire

/// A damaged frame never ends the program, and never passes for a sound one.
@Suite struct DamageTests {
  @Test(arguments: Subject.all)
  func cutShort(_ subject: Subject) {
    var run = ExampleRun(subject.type)
    for example in subject.examples where !example.frame.isEmpty {
      for count in 0..<example.frame.count {
        let piece = Array(example.frame.prefix(count))
        let whole = proofs(subject, example.frame)
        let part = proofs(subject, piece)
        if whole.contains(.checksum) {
          #expect(!part.contains(.checksum), "\(example.title) cut to \(count)")
        }
        let state = run.session
        _ = run.lines(example, frame: piece)
        run.session = state
      }
      _ = run.lines(example)
    }
  }

  @Test(arguments: Subject.all)
  func everyBitFlipped(_ subject: Subject) {
    var run = ExampleRun(subject.type)
    for example in subject.examples where !example.frame.isEmpty {
      let state = run.session
      let sound = run.lines(example)
      let after = run.session
      let isProved = proofs(subject, example.frame).contains(.checksum)
      for bit in 0..<example.frame.count * 8 {
        var frame = example.frame
        frame[bit / 8] ^= 1 << UInt8(bit % 8)
        var framer = Framer(subject.type, example.transport)
        framer.feed(frame, .ended)
        run.session = state
        let lines = run.lines(example, frame: frame)
        if isProved, proofs(subject, frame).contains(.checksum) {
          #expect(lines == sound, "\(example.title): bit \(bit) goes unnoticed")
        }
      }
      run.session = after
    }
  }

  @Test(arguments: Subject.all)
  func framesOfOthers(_ subject: Subject) {
    var run = ExampleRun(subject.type)
    for other in Subject.all {
      for example in other.examples where !example.frame.isEmpty {
        _ = run.lines(example)
        var framer = Framer(subject.type, example.transport)
        framer.feed(example.frame, .ended)
        #expect(framer.frames.joined().count + framer.skipped <= example.frame.count)
      }
    }
  }

  private func proofs(_ subject: Subject, _ frame: [UInt8]) -> Proofs {
    if case .yes(let proofs, let count) = subject.type.recognise(
      frame.span, StreamState(transport: .tcp, edge: .ended)), count <= frame.count
    {
      return proofs
    }
    return []
  }
}

import Detection
import Telemetry
import Testing
import TrackerProtocols

/// Every frame is recognised by its own protocol and by no other.
@Suite struct RecognitionTests {
  @Test(arguments: Subject.all)
  func byItsOwnAndNoOther(_ subject: Subject) {
    let detector = Detector()
    for example in subject.readable {
      let stream = StreamState(transport: example.transport, edge: .ended)
      var allowed = Set([subject.name] + subject.type.about.relatives)
      if !example.isRecognised { allowed.remove(subject.name) }
      switch detector.detect(example.frame.span, stream) {
      case .found(let type, let certificate):
        #expect(allowed.contains(type.about.name), "\(example.title): \(certificate.summary)")
        #expect(certificate.rivals.allSatisfy { allowed.contains($0.protocolName) })
      case .nobody(let certificate), .undecided(_, let certificate):
        #expect(!example.isRecognised, "\(example.title): \(certificate.summary)")
      }
    }
  }

  @Test(arguments: Subject.all)
  func aPieceIsNeverTakenForAnother(_ subject: Subject) {
    let detector = Detector()
    for example in subject.readable where example.transport == .tcp && example.isRecognised {
      for count in 1..<max(example.frame.count, 2) {
        let piece = Array(example.frame.prefix(count))
        switch detector.detect(piece.span, .open) {
        case .found(let type, _): #expect(type.about.name == subject.name, "\(example.title)")
        case .undecided(let needs, _): #expect(needs > count)
        case .nobody(let certificate):
          Issue.record("\(example.title) at \(count) bytes: \(certificate.summary)")
        }
      }
    }
  }
}

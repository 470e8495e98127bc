import Detection
import Gateway
import Telemetry
import Testing
import TrackerProtocols

/// The protocols that the server speaks, through the same conversation that serves the port.
@Suite struct CatalogueConversationTests {
  /// A protocol's worked examples, as conversations of one or several frames.
  struct Sample: CustomTestStringConvertible, Sendable {
    var protocolName: String
    var examples: [WorkedExample]

    var testDescription: String { "\(protocolName): \(examples.first?.title ?? "")" }
  }

  /// Those that a conversation can begin with; some examples show frames that only a conversation
  /// that is under way may hold.
  static let samples = all.filter { sample in
    guard let first = sample.examples.first else { return false }
    let edge: StreamState.Edge = first.transport == .udp ? .ended : .paused
    let stream = StreamState(transport: first.transport, edge: edge)
    if case .found = detector.detect(first.frame.span, stream) { return true }
    return false
  }

  static let all: [Sample] = Catalogue.protocols.flatMap { type in
    var samples: [Sample] = []
    for example in (try? WorkedExample.parse(type.about.examples)) ?? []
    where example.command == nil {
      if example.continues, !samples.isEmpty {
        samples[samples.count - 1].examples.append(example)
      } else {
        samples.append(Sample(protocolName: type.about.name, examples: [example]))
      }
    }
    return samples
  }

  private static let detector = Detector()

  /// What a conversation gives for the frames of a sample, each sent in pieces of some bytes.
  private func messages(_ sample: Sample, pieces size: Int) -> [String] {
    let transport = sample.examples.first?.transport ?? .tcp
    var conversation = Conversation(detector: Self.detector, transport: transport)
    var handler = RecordingHandler()
    handler.usualSettings = sample.examples.first?.settings ?? .none
    var reports = Reports()
    for example in sample.examples {
      var start = 0
      while start < example.frame.count {
        let end = transport == .udp ? example.frame.count : min(start + size, example.frame.count)
        conversation.receive(
          Array(example.frame[start..<end]).span, edge: transport == .udp ? .ended : .open,
          at: example.receivedAt, reports: &reports, handler: &handler)
        start = end
      }
      if transport == .tcp {
        conversation.receive(
          Span(), edge: .paused, at: example.receivedAt, reports: &reports, handler: &handler)
      }
    }
    #expect(conversation.protocolName == sample.protocolName)
    return handler.events
  }

  @Test func nearlyAllExamplesCanBeginAConversation() {
    #expect(Self.samples.count * 100 > Self.all.count * 95)
  }

  @Test(arguments: samples)
  func examplesGiveTheSameHoweverTheyAreCut(sample: Sample) {
    let whole = messages(sample, pieces: 100_000)
    #expect(!whole.isEmpty)
    for size in [1, 2, 7, 50] {
      #expect(messages(sample, pieces: size) == whole, "in pieces of \(size)")
    }
  }
}

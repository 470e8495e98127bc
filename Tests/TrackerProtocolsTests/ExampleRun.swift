import Telemetry
import Testing
import TrackerProtocols
import Wire

/// Runs worked examples as a conversation with one decoder.
struct ExampleRun {
  let type: any TrackerProtocol.Type
  var session: any TrackerProtocol
  var reports = Reports()

  init(_ type: any TrackerProtocol.Type) {
    self.type = type
    session = type.init()
  }

  /// The lines that an example gives, in the state that the examples before it left.
  mutating func lines(_ example: WorkedExample, frame: [UInt8]? = nil, trace: FieldTrace? = nil)
    -> [String]
  {
    if let command = example.command { return encode(command, example) }
    if !example.continues { session = type.init() }
    // The decoder sees only what its own framing cuts off.
    let bytes = frame ?? example.frame
    let context = DecodeContext(
      receivedAt: example.receivedAt, transport: example.transport, settings: example.settings)
    reports.removeAll()
    do throws(DecodeError) {
      try session.read(bytes.span, context, trace: trace, into: &reports)
      return ExampleText.lines(reports)
    } catch {
      var answer: [UInt8] = []
      type.refuse(bytes.span, error, into: &answer)
      return [ExampleText.line(error)] + (answer.isEmpty ? [] : [ExampleText.reply(answer)])
    }
  }

  private func encode(_ command: Command, _ example: WorkedExample) -> [String] {
    let context = CommandContext(
      identifier: example.identifier ?? "123456789012345", now: example.receivedAt,
      transport: example.transport, settings: example.settings)
    var bytes: [UInt8] = []
    do throws(CommandError) {
      try type.encode(command, context, into: &bytes)
      return [ExampleText.reply(bytes)]
    } catch {
      return ["! \(error)"]
    }
  }
}

/// A protocol under test with its examples; printed by its name.
struct Subject: CustomTestStringConvertible, Sendable {
  let type: any TrackerProtocol.Type
  let examples: [WorkedExample]

  var name: String { type.about.name }
  var testDescription: String { name }

  static let all: [Subject] = Catalogue.protocols.map { type in
    Subject(type: type, examples: (try? WorkedExample.parse(type.about.examples)) ?? [])
  }

  /// The frames that came from a device, without those that must be refused.
  var readable: [WorkedExample] {
    examples.filter { $0.command == nil && $0.expected.first?.hasPrefix("!") != true }
  }

  /// Examples grouped by conversation.
  var conversations: [[WorkedExample]] {
    readable.reduce(into: []) { groups, example in
      if example.continues, !groups.isEmpty {
        groups[groups.count - 1].append(example)
      } else {
        groups.append([example])
      }
    }
  }
}

/// Cuts a stream into frames as the gateway does.
struct Framer {
  var session: any TrackerProtocol
  let transport: Transport
  var buffer: [UInt8] = []
  var frames: [[UInt8]] = []
  var skipped = 0

  init(_ type: any TrackerProtocol.Type, _ transport: Transport = .tcp) {
    session = type.init()
    self.transport = transport
  }

  /// Takes bytes; `edge` says whether more may come.
  mutating func feed(_ bytes: some Sequence<UInt8>, _ edge: StreamState.Edge) {
    buffer.append(contentsOf: bytes)
    var turns = 0
    while !buffer.isEmpty, turns < 100_000 {
      turns += 1
      let bytes = buffer
      switch session.nextFrame(in: bytes.span, StreamState(transport: transport, edge: edge)) {
      case .frame(let count):
        precondition(count > 0 && count <= buffer.count, "a frame of \(count) in \(buffer.count)")
        frames.append(Array(buffer[..<count]))
        buffer.removeFirst(count)
      case .skip(let count):
        precondition(count > 0 && count <= buffer.count, "a skip of \(count) in \(buffer.count)")
        skipped += count
        buffer.removeFirst(count)
      case .needMore(let total):
        precondition(total > buffer.count, "a wish for \(total) with \(buffer.count) at hand")
        return
      case .waitForPause: return
      }
    }
  }
}

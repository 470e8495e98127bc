import Foundation
import Telemetry
import Testing
import TrackerProtocols
import Wire

/// Every worked example of every protocol gives exactly what it says.
///
/// With `UPDATE_EXAMPLES=1` in the environment the examples' files are rewritten instead: frames
/// get their lengths and checksums, and what the program produces is filled in.
@Suite struct WorkedExamplesTests {
  private static let updates = ProcessInfo.processInfo.environment["UPDATE_EXAMPLES"] == "1"
  /// A run that rewrites the examples still has the old ones compiled in.
  private static let isCurrent = ConditionTrait.enabled(
    if: !updates, "the examples are being rewritten; run again without UPDATE_EXAMPLES")

  @Test(arguments: Subject.all)
  func exact(_ subject: Subject) throws {
    if Self.updates {
      try ExampleUpdate(subject.type).run()
      return
    }
    let examples = try WorkedExample.parse(subject.type.about.examples)
    #expect(examples.count >= 3, "\(subject.name) has hardly any examples")
    var run = ExampleRun(subject.type)
    for example in examples {
      #expect(run.lines(example) == example.expected, "\(subject.name): \(example.title)")
    }
  }

  @Test(isCurrent, arguments: Subject.all)
  func everyCommandHasAnExample(_ subject: Subject) {
    let shown = Set(subject.examples.compactMap(\.command?.type))
    #expect(shown.isSuperset(of: subject.type.about.commands))
  }

  @Test(isCurrent, arguments: Subject.all)
  func resealLeavesSealedFramesAlone(_ subject: Subject) {
    for example in subject.examples where example.isSealed && !example.frame.isEmpty {
      var frame = example.frame
      subject.type.reseal(&frame)
      #expect(frame == example.frame, "\(subject.name): \(example.title)")
    }
  }

  @Test(isCurrent, arguments: Subject.all)
  func everyByteIsNamed(_ subject: Subject) {
    var run = ExampleRun(subject.type)
    for example in subject.examples where example.command == nil {
      let trace = FieldTrace()
      let lines = run.lines(example, trace: trace)
      guard lines.first?.hasPrefix("!") != true else { continue }
      let message = subject.type.message(of: example.frame)
      #expect(trace.unclaimed(in: message.count) == [], "\(subject.name): \(example.title)")
    }
  }

  /// Two ways to write one name would be two attributes.
  @Test(isCurrent, arguments: Subject.all)
  func ownWordsAreNotInTheVocabulary(_ subject: Subject) {
    var run = ExampleRun(subject.type)
    for example in subject.readable {
      _ = run.lines(example)
      for attribute in run.reports.positions.flatMap(\.attributes) where attribute.key.code == 0 {
        let known = Vocabulary.key(named: attribute.key.name)
        #expect(known == nil, "\(subject.name) writes \(attribute.key.name) as its own word")
      }
    }
  }

  @Test(isCurrent, arguments: Subject.all)
  func storedFormKeepsEverything(_ subject: Subject) {
    var run = ExampleRun(subject.type)
    for example in subject.readable {
      _ = run.lines(example)
      var bytes: [UInt8] = []
      for index in 0..<run.reports.recordCount {
        CompactReport.append(
          run.reports, record: index, receivedAt: example.receivedAt, to: &bytes)
      }
      var offset = 0
      for position in run.reports.positions {
        let stored = CompactReport.read(bytes.span, at: &offset, receivedAt: example.receivedAt)
        #expect(stored.map { ExampleText.lines($0.position) } == ExampleText.lines(position))
      }
      #expect(offset == bytes.count)
    }
  }
}

/// Rewrites the examples of a protocol in its source file.
struct ExampleUpdate {
  let type: any TrackerProtocol.Type
  private let file: String

  init(_ type: any TrackerProtocol.Type) {
    self.type = type
    let folder = String(describing: type)
    file =
      URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
      .appending(path: "Sources/TrackerProtocols/\(folder)/\(folder)+Examples.swift").path
  }

  func run() throws {
    let text = try String(contentsOfFile: file, encoding: .utf8)
    let parts = text.components(separatedBy: "\"\"\"")
    guard parts.count == 3 else { return }
    var run = ExampleRun(type)
    var blocks: [[String]] = []
    let body = parts[1].components(separatedBy: "\n").dropFirst().dropLast()
    for line in body.map({ $0.drop { $0 == " " } }).filter({ !$0.isEmpty }) {
      if line.hasPrefix("#") || line.hasPrefix("&") { blocks.append([]) }
      if !blocks.isEmpty { blocks[blocks.count - 1].append(String(line)) }
    }
    // Parsed together, because an example that goes on with a conversation takes over its settings.
    let examples = try WorkedExample.parse(parts[1])
    let lines = zip(blocks, examples).flatMap { updated($0, $1, &run) + [""] }.dropLast()
    let new = lines.map { $0.isEmpty ? "" : "    " + $0 }.joined(separator: "\n")
    try (parts[0] + "\"\"\"\n" + new + "\n    \"\"\"" + parts[2])
      .write(toFile: file, atomically: true, encoding: .utf8)
  }

  /// The lines of one example with its frame sealed and its results filled in.
  private func updated(
    _ block: [String], _ parsed: WorkedExample, _ run: inout ExampleRun
  ) -> [String] {
    var example = parsed
    var inputs = block.filter { line in !"@=-+*~<!".contains(line.first ?? " ") }
    if example.isSealed, !example.frame.isEmpty {
      let before = example.frame
      type.reseal(&example.frame)
      if example.frame != before, let index = inputs.firstIndex(where: Self.isFrame) {
        let isText = inputs[index].hasPrefix("|")
        inputs.removeAll(where: Self.isFrame)
        inputs.insert(
          isText
            ? "| " + EscapedText.text(example.frame)
            : "> " + HexText.text(example.frame), at: index)
      }
    }
    return inputs + run.lines(example)
  }

  private static func isFrame(_ line: String) -> Bool {
    line.hasPrefix("|") || line.hasPrefix(">")
  }
}

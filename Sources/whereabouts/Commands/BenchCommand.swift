import Glibc
import Telemetry
import TrackerProtocols
import Wire

/// Measures how fast frames are cut, decoded and written in their stored form.
enum BenchCommand: Subcommand {
  static let name = "bench"
  static let summary = "measure how fast each protocol is decoded on this machine"
  static let help = """
    whereabouts bench [PROTOCOL …] [--usual] [--rounds N]
    whereabouts bench --history FOLDER

    Cuts, decodes and packs frames of each protocol for a second and prints frames per second on
    one core, without network and disk: first the mix of all worked examples, the rare and odd
    ones too, then only the first of them that has a place with a fix, which is what a device sends
    all day.

      --usual      only the usual position
      --rounds N   go through the frames N times and print how many frames that were; for
                   counting instructions (scripts/check-instructions)

    With --history it asks the history in the data folder of a server that is stopped for a day and
    a month of a device, for the last position of all devices and for single positions, with a cold
    and a warm file, and prints milliseconds.
    """

  static func run(_ words: [String]) throws -> Int32 {
    let words = try Words(words, withValue: ["rounds", "history"], alone: ["usual"])
    if let folder = words["history"] {
      try HistoryBench(DataFolder(folder)).run()
      return 0
    }
    let types = try words.values.compactMap { try Words.protocolType($0) }
    if let text = words["rounds"] {
      guard let rounds = Int(text), rounds >= 0 else {
        throw UsageProblem("--rounds takes a whole number, not '\(text)'")
      }
      for type in types {
        let examples = words.has("usual") ? usual(type) : mix(type)
        Terminal.write("\(type.about.name) \(frames(type, examples, rounds))")
      }
      return 0
    }
    Terminal.write("protocol   frames               frames/s   ns/frame  bytes/frame  stored bytes")
    for type in types.isEmpty ? Catalogue.protocols : types {
      if !words.has("usual") { Terminal.write(line(type, "mix of examples", mix(type))) }
      Terminal.write(line(type, "usual position", usual(type)))
    }
    return 0
  }

  /// The processor time that this process has used; other work on the machine does not count.
  private static var processorNanoseconds: UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
  }

  /// The examples that are read; those that are refused cost less and would flatter.
  private static func mix(_ type: any TrackerProtocol.Type) -> [WorkedExample] {
    ((try? WorkedExample.parse(type.about.examples)) ?? []).filter {
      !$0.frame.isEmpty && $0.expected.first?.hasPrefix("!") != true
    }
  }

  /// The first example that has a place with a fix, alone.
  private static func usual(_ type: any TrackerProtocol.Type) -> [WorkedExample] {
    Array(
      mix(type).filter { example in
        example.expected.contains { $0.hasPrefix("=") && $0.contains(" valid ") }
      }.prefix(1))
  }

  /// Goes through examples so many times; gives the number of frames.
  private static func frames(
    _ type: any TrackerProtocol.Type, _ examples: [WorkedExample], _ rounds: Int
  ) -> Int {
    var work = DecodeWork(type, examples)
    for _ in 0..<rounds { work.runAll() }
    return work.frames
  }

  private static func line(
    _ type: any TrackerProtocol.Type, _ title: String, _ examples: [WorkedExample]
  ) -> String {
    guard !examples.isEmpty else { return "\(type.about.name): no example of a \(title)" }
    var work = DecodeWork(type, examples)
    let started = processorNanoseconds
    var elapsed: UInt64 = 0
    while elapsed < 1_000_000_000 {
      // The clock is asked seldom: asking takes as long as a short frame.
      for _ in 0..<64 { work.runAll() }
      elapsed = processorNanoseconds - started
    }
    guard work.frames > 0 else { return "\(type.about.name): no example is read" }
    let perFrame = Double(elapsed) / Double(work.frames)
    return [
      type.about.name.padded(10), title.padded(16),
      "\(Int(1e9 / perFrame))".padded(12, right: true),
      "\(Int(perFrame))".padded(10, right: true),
      "\(work.bytes / work.frames)".padded(12, right: true),
      "\(work.stored / work.frames)".padded(13, right: true),
    ].joined(separator: " ")
  }
}

/// The hot path of one connection, without the connection.
private struct DecodeWork {
  var session: any TrackerProtocol
  let frameBytes: [[UInt8]]
  let contexts: [DecodeContext]
  var reports = Reports()
  var output: [UInt8] = []
  var frames = 0
  var bytes = 0
  var stored = 0

  init(_ type: any TrackerProtocol.Type, _ examples: [WorkedExample]) {
    session = type.init()
    frameBytes = examples.map(\.frame)
    contexts = examples.map {
      DecodeContext(
        receivedAt: $0.receivedAt, transport: $0.transport, settings: $0.settings)
    }
  }

  mutating func runAll() {
    for index in contexts.indices { run(index) }
  }

  private mutating func run(_ index: Int) {
    let context = contexts[index]
    let held = frameBytes[index]
    let frame = held.span
    let stream = StreamState(transport: context.transport, edge: .paused)
    guard case .frame(let count) = session.nextFrame(in: frame, stream) else { return }
    reports.removeAll()
    output.removeAll(keepingCapacity: true)
    do throws(DecodeError) {
      try session.read(frame.extracting(0..<count), context, into: &reports)
    } catch {
      return
    }
    for index in 0..<reports.recordCount {
      CompactReport.append(reports, record: index, receivedAt: context.receivedAt, to: &output)
    }
    frames += 1
    bytes += count
    stored += output.count
  }
}

extension String {
  /// The text with blanks up to a width.
  func padded(_ width: Int, right: Bool = false) -> String {
    let blanks = String(repeating: " ", count: max(width - count, 0))
    return right ? blanks + self : self + blanks
  }
}

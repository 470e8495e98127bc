import Glibc
import Telemetry
import TrackerProtocols
import Wire

/// Measures how fast frames are cut, decoded and written in their stored form.
enum BenchCommand: Subcommand {
  static let name = "bench"
  static let summary = "measure how fast each protocol is decoded on this machine"
  static let help = """
    whereabouts bench [PROTOCOL …] [--rounds N]
    whereabouts bench --history FOLDER

    Cuts, decodes and packs the worked examples of each protocol for a second and prints frames
    per second on one core, without network and disk.

      --rounds N   go through the examples N times and print how many frames that were; for
                   counting instructions (scripts/check-instructions)

    With --history it asks the history in the data folder of a server that is stopped for a day and
    a month of a device, for the last position of all devices and for single positions, with a cold
    and a warm file, and prints milliseconds.
    """

  static func run(_ words: [String]) throws -> Int32 {
    let words = try Words(words, withValue: ["rounds", "history"])
    if let folder = words["history"] {
      try HistoryBench(DataFolder(folder)).run()
      return 0
    }
    let types = try words.values.compactMap { try DecodeCommand.type($0) }
    if let text = words["rounds"] {
      guard let rounds = Int(text), rounds >= 0 else {
        throw UsageProblem("--rounds takes a whole number, not '\(text)'")
      }
      for type in types { Terminal.write("\(type.about.name) \(frames(type, rounds))") }
      return 0
    }
    Terminal.write("protocol    frames/s   ns/frame   bytes/frame   stored bytes/frame")
    for type in types.isEmpty ? Catalogue.protocols : types {
      Terminal.write(line(type))
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
  private static func examples(_ type: any TrackerProtocol.Type) -> [WorkedExample] {
    ((try? WorkedExample.parse(type.about.examples)) ?? []).filter {
      !$0.frame.isEmpty && $0.expected.first?.hasPrefix("!") != true
    }
  }

  /// Goes through the examples so many times; gives the number of frames.
  private static func frames(_ type: any TrackerProtocol.Type, _ rounds: Int) -> Int {
    let examples = examples(type)
    var work = DecodeWork(type)
    for _ in 0..<rounds { for example in examples { work.run(example) } }
    return work.frames
  }

  private static func line(_ type: any TrackerProtocol.Type) -> String {
    let frames = examples(type)
    guard !frames.isEmpty else { return "\(type.about.name): no examples" }
    var work = DecodeWork(type)
    let started = processorNanoseconds
    var elapsed: UInt64 = 0
    while elapsed < 1_000_000_000 {
      for example in frames { work.run(example) }
      elapsed = processorNanoseconds - started
    }
    let perFrame = Double(elapsed) / Double(work.frames)
    return [
      type.about.name.padded(10), "\(Int(1e9 / perFrame))".padded(10, right: true),
      "\(Int(perFrame))".padded(10, right: true),
      "\(work.bytes / work.frames)".padded(13, right: true),
      "\(work.stored / work.frames)".padded(20, right: true),
    ].joined(separator: " ")
  }
}

/// The hot path of one connection, without the connection.
private struct DecodeWork {
  var session: any TrackerProtocol
  var reports = Reports()
  var output: [UInt8] = []
  var frames = 0
  var bytes = 0
  var stored = 0

  init(_ type: any TrackerProtocol.Type) { session = type.init() }

  mutating func run(_ example: WorkedExample) {
    let stream = StreamState(transport: example.transport, edge: .paused)
    let count: Int
    switch session.nextFrame(in: example.frame.span, stream) {
    case .frame(let length): count = length
    case .needMore, .skip, .waitForPause: return
    }
    let context = DecodeContext(
      receivedAt: example.receivedAt, transport: example.transport, settings: example.settings)
    reports.removeAll()
    output.removeAll(keepingCapacity: true)
    do throws(DecodeError) {
      try session.read(example.frame.span.extracting(0..<count), context, into: &reports)
    } catch {
      return
    }
    for index in reports.records.indices {
      CompactReport.append(
        reports, record: index, receivedAt: example.receivedAt, to: &output)
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

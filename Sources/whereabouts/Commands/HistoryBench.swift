import Glibc
import Telemetry
import Timeline

/// Measures the questions that people ask a long history, without the server around it.
struct HistoryBench {
  /// How often each question is asked, each time of another device and another day.
  private static let rounds = 21

  private let data: DataFolder
  private let lock: DataLock

  init(_ data: DataFolder) throws {
    self.data = data
    lock = try DataLock(data)
  }

  func run() throws {
    let last = try open().lastKnown()
    guard !last.isEmpty else { throw UsageProblem("there is no history in '\(data.path)'") }
    let statistics = try open().statistics()
    Terminal.write(
      "\(statistics.positions) positions of \(statistics.devices) devices, "
        + "\(statistics.bytes / max(statistics.positions, 1)) bytes each")
    try ask("a day of a device", about: last) { timeline, newest, round in
      let end = newest.time.advanced(byMilliseconds: -Int64(round % 7) * Self.day)
      return try Self.positions(timeline, newest, end, days: 1)
    }
    try ask("a month of a device", about: last) { timeline, newest, _ in
      try Self.positions(timeline, newest, newest.time, days: 30)
    }
    try ask("the last position of all devices", about: last) { timeline, _, _ in
      try timeline.lastKnown().count
    }
    try ask("a position by its number", about: last) { timeline, newest, _ in
      try timeline.position(id: newest.id) == nil ? 0 : 1
    }
  }

  private static let day: Int64 = 86_400_000

  private static func positions(
    _ timeline: PackedTimeline, _ newest: StoredPosition, _ end: Timestamp, days: Int64
  ) throws -> Int {
    try timeline.positions(
      of: newest.identity, from: end.advanced(byMilliseconds: -days * day), to: end, after: nil,
      limit: .max
    ).count
  }

  /// Asks a question of many devices: cold, with nothing of the file in memory and a timeline that
  /// was just opened, and then once more.
  private func ask(
    _ question: String, about last: [StoredPosition],
    _ answer: (PackedTimeline, StoredPosition, Int) throws -> Int
  ) throws {
    var cold: [Double] = []
    var warm: [Double] = []
    var found = 0
    for round in 0..<Self.rounds {
      let newest = last[round * 7_919 % last.count]
      let timeline = try open()
      forgetFile()
      cold.append(
        try Self.milliseconds { found = max(found, try answer(timeline, newest, round)) })
      warm.append(try Self.milliseconds { _ = try answer(timeline, newest, round) })
    }
    Terminal.write(
      "\(question) (\(found)): cold \(Self.median(cold)) ms, warm \(Self.median(warm)) ms")
  }

  private func open() throws -> PackedTimeline { try PackedTimeline(file: data.timeline) }

  /// Has the system drop what it keeps of the file in memory.
  private func forgetFile() {
    for path in [data.timeline, data.timeline + "-wal"] {
      let descriptor = Glibc.open(path, O_RDONLY)
      guard descriptor >= 0 else { continue }
      posix_fadvise(descriptor, 0, 0, POSIX_FADV_DONTNEED)
      close(descriptor)
    }
  }

  private static func milliseconds(_ work: () throws -> Void) rethrows -> Double {
    let duration = try ContinuousClock().measure(work)
    return Double(duration.components.seconds) * 1e3
      + Double(duration.components.attoseconds) / 1e15
  }

  private static func median(_ values: [Double]) -> Double {
    (values.sorted()[values.count / 2] * 100).rounded() / 100
  }
}

import Ledger
import Telemetry
public import Timeline

/// A day that is handed to a packed timeline, with crashes between any two steps, and a ledger that
/// forgets what it may forget.
public struct TimelineSchedule {
  /// What is wrong, for people.
  public private(set) var faults: [String] = []
  /// How often the timeline crashed.
  public private(set) var crashes = 0
  /// The day.
  public let day: Day

  private let path: String
  private let settings: PackedSettings
  private let canary: Canary?
  private var random: Generator
  private var timeline: PackedTimeline
  private var ledger: ArraySlice<LedgerRecord>
  /// What a timeline would go on behind that takes what it has seen for durable.
  private var lost = LedgerToken.start

  /// - Parameters:
  ///   - path: an empty folder.
  ///   - size: how many records each device makes.
  public init(
    seed: UInt64, in path: String, size: ClosedRange<Int> = 8...40, canary: Canary? = nil
  ) throws {
    random = Generator(seed: seed)
    day = Day(&random, size: size)
    settings = Self.settings(&random)
    self.path = path
    self.canary = canary
    ledger = day.messages[...]
    timeline = try Self.open(path, settings)
  }

  /// Sizes at which everything happens to few positions that otherwise happens to many.
  public static func settings(_ random: inout Generator) -> PackedSettings {
    var settings = PackedSettings()
    settings.tailBytes = [0, 3_000, 30_000, 1 << 20].randomElement(using: &random) ?? 0
    settings.packedAt = Int.random(in: 2...40, using: &random)
    settings.transaction = Int.random(in: 1...80, using: &random)
    settings.chunk = [4, 16, 64, 2_048].randomElement(using: &random) ?? 4
    settings.busyDay = [3, 10, 256].randomElement(using: &random) ?? 3
    settings.small = [0, 2, 64].randomElement(using: &random) ?? 0
    settings.settled = [4, 20, 1_024].randomElement(using: &random) ?? 4
    settings.mostLag = [3, 50, 2_000_000].randomElement(using: &random) ?? 3
    return settings
  }

  private static func open(_ path: String, _ settings: PackedSettings) throws -> PackedTimeline {
    try PackedTimeline(file: path + "/timeline.sqlite", node: Truth.node, settings: settings)
  }

  // MARK: Running

  /// Runs to the end, half of the time with a last crash there, and compares.
  public mutating func run() throws {
    while try step() {}
    if Bool.random(using: &random) {
      try crash()
      while try step() {}
    }
    try compare(with: Truth(day))
  }

  private mutating func crash() throws {
    crashes += 1
    lost = try timeline.watermark()
    timeline = try Self.open(path, settings)
  }

  /// Where the ledger is read from.
  private func position() throws -> Int64 {
    let seen = try timeline.watermark()
    return (canary == .tail ? max(seen, lost) : seen).rawValue
  }

  /// - Returns: whether there may be more to do.
  private mutating func step() throws -> Bool {
    let seen = try position()
    let durable = try timeline.durableWatermark().rawValue
    if durable > seen { faults.append("durable up to \(durable), but seen up to \(seen) only") }
    switch Int.random(in: 0..<20, using: &random) {
    case 0...4: try crash()
    case 5: try timeline.packAll()
    case 6:
      let before = Day.midnight.advanced(byMilliseconds: 90_000_000 + (seen - 20) * 1_000)
      try timeline.pack(receivedBefore: before)
    case 7, 8: ledger = ledger.drop { $0.sequence <= durable }
    default:
      let next = ledger.drop { $0.sequence <= seen }
      if next.isEmpty { return false }
      let run = next.prefix(Int.random(in: 1...6, using: &random))
      let news: [TimelineNews] = [.none, .lastKnown, .all]
      try timeline.apply(run.map(broken), news: news[run.count % 3])
    }
    return true
  }

  /// A record of the ledger, or one whose copies look like others if that is the canary.
  private func broken(_ record: LedgerRecord) -> LedgerRecord {
    guard canary == .copies, record.connection == 2 else { return record }
    return LedgerRecord(
      sequence: record.sequence, receivedAt: record.receivedAt, identity: record.identity,
      protocolName: "beta", connection: record.connection, origin: record.origin,
      recordCount: record.recordCount, reports: record.reports)
  }

  // MARK: Comparing

  private mutating func compare(with truth: Truth) throws {
    for identity in day.devices {
      var pages: [StoredPosition] = []
      // In pages of a few, as a client asks for them.
      while true {
        let page = try timeline.positions(
          of: identity, from: Timestamp(milliseconds: .min), to: Timestamp(milliseconds: .max),
          after: pages.last?.cursor, limit: 13)
        if page.isEmpty { break }
        pages += page
      }
      if canary == .ties { pages.sort { ($0.time, $0.id) < ($1.time, $1.id) } }
      let apart = try timeline.implausible(of: identity, limit: 1_000)
      expect(pages, truth.history[identity], "the history of device \(identity.rawValue)")
      expect(apart, truth.apart[identity], "what stands beside that of \(identity.rawValue)")
      let last = try timeline.lastKnown(of: identity)
      expect(
        last.map { [$0] } ?? [], truth.history[identity]?.suffix(1).map { $0 },
        "what is last known of device \(identity.rawValue)")
      for position in pages where position.id % 7 == 0 {
        let same = try timeline.position(id: position.id)
        expect(same.map { [$0] } ?? [], [Truth.line(position)], "position \(position.id)")
      }
    }
    let count = try timeline.statistics().positions
    if count != truth.count { faults.append("\(count) positions instead of \(truth.count)") }
    faults += try timeline.check()
  }

  private mutating func expect(
    _ positions: [StoredPosition], _ truth: [String]?, _ what: String
  ) {
    let lines = positions.map(Truth.line)
    let expected = truth ?? []
    if lines == expected { return }
    let place = zip(lines, expected).prefix { $0 == $1 }.count
    faults.append(
      "\(what) differs at place \(place) of \(lines.count) (should be \(expected.count)):\n"
        + "  is        \(place < lines.count ? lines[place] : "-")\n"
        + "  should be \(place < expected.count ? expected[place] : "-")")
  }
}

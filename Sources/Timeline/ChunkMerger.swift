internal import SQLite
internal import Telemetry

/// Decides into which chunks positions go, and which chunks are merged with them.
///
/// Chunks of one span are merged as in a binary counter: with new positions go those chunks that
/// were made of no more of them. So a position is rewritten only as often as the number of its
/// neighbours doubles, whatever the order of their arrival, and a span has few chunks.
struct ChunkMerger {
  /// A part of a run.
  private struct Part {
    var run: Run
    var range: Range<Int>

    var count: Int { range.count }
    var places: ClosedRange<RunPlace> {
      run.entries[range.lowerBound].place...run.entries[range.upperBound - 1].place
    }

    func merged(with other: Run) -> Part {
      var own = run
      if range.count < run.count {
        own = Run()
        own.append(run, range)
      }
      let merged = own.merged(with: other)
      return Part(run: merged, range: 0..<merged.count)
    }
  }

  private let store: ChunkStore
  private let identity: DeviceIdentity
  private let isApart: Bool
  private let settings: PackedSettings
  /// The chunks that there are.
  private(set) var chunks: [ChunkFacts]
  private(set) var nextChunk: Int64

  /// - Parameter chunks: all chunks of the device.
  init(
    _ store: ChunkStore, _ identity: DeviceIdentity, isApart: Bool, chunks: [ChunkFacts],
    nextChunk: Int64, settings: PackedSettings
  ) {
    self.store = store
    self.identity = identity
    self.isApart = isApart
    self.chunks = chunks
    self.nextChunk = nextChunk
    self.settings = settings
  }

  /// Stores the positions of a run, in the open transaction.
  mutating func store(_ run: Run) throws(SQLiteError) {
    guard !run.isEmpty else { return }
    let whole = Part(run: run, range: 0..<run.count)
    if isApart { return try place(whole, in: ChunkSpan.apart) }
    try spread(whole)
  }

  /// Stores what is left of a chunk in its place.
  mutating func replace(_ facts: ChunkFacts, with run: Run) throws(SQLiteError) {
    try remove(facts)
    guard !run.isEmpty else { return }
    try insert(run, 0..<run.count, span: facts.span, tier: facts.tier, isApart: facts.isApart)
  }

  mutating func remove(_ facts: ChunkFacts) throws(SQLiteError) {
    try store.delete(facts)
    chunks.removeAll { $0.id == facts.id }
  }

  // MARK: Spans

  /// Gives busy days chunks of their own and what is left to the months.
  private mutating func spread(_ part: Part) throws(SQLiteError) {
    var quiet: [(month: Int64, ranges: [Range<Int>])] = []
    for range in Self.days(part) {
      let time = part.run.entries[range.lowerBound].time
      let day = ChunkSpan.day(of: time)
      if range.count >= settings.busyDay || chunks.contains(where: { $0.span == day }) {
        try place(Part(run: part.run, range: range), in: day)
        continue
      }
      let month = ChunkSpan.month(of: time)
      if quiet.last?.month != month { quiet.append((month, [])) }
      if let last = quiet[quiet.count - 1].ranges.last, last.upperBound == range.lowerBound {
        quiet[quiet.count - 1].ranges.removeLast()
        quiet[quiet.count - 1].ranges.append(last.lowerBound..<range.upperBound)
      } else {
        quiet[quiet.count - 1].ranges.append(range)
      }
    }
    for (month, ranges) in quiet { try place(Self.join(part.run, ranges), in: month) }
  }

  /// The days of a part, as ranges.
  private static func days(_ part: Part) -> [Range<Int>] {
    var days: [Range<Int>] = []
    var start = part.range.lowerBound
    var day = ChunkSpan.day(of: part.run.entries[start].time)
    for index in part.range {
      let next = ChunkSpan.day(of: part.run.entries[index].time)
      if next != day {
        days.append(start..<index)
        start = index
        day = next
      }
    }
    days.append(start..<part.range.upperBound)
    return days
  }

  private static func join(_ run: Run, _ ranges: [Range<Int>]) -> Part {
    if ranges.count == 1 { return Part(run: run, range: ranges[0]) }
    var joined = Run()
    for range in ranges { joined.append(run, range) }
    return Part(run: joined, range: 0..<joined.count)
  }

  // MARK: Merging

  /// Stores a part in a span, together with the chunks there that are due.
  private mutating func place(_ new: Part, in span: Int64) throws(SQLiteError) {
    var part = new
    var unreadable: Set<Int64> = []
    while let due = chunks.first(where: { facts in
      facts.span == span && facts.isApart == isApart && !unreadable.contains(facts.id)
        && isDue(facts, part)
    }) {
      // A damaged chunk stays as it is.
      guard let run = try store.reader.run(of: due) else {
        unreadable.insert(due.id)
        continue
      }
      part = part.merged(with: run)
      try remove(due)
    }
    // A month in which so much has gathered may have busy days.
    let isFull = !isApart && !ChunkSpan.isDay(span) && part.count > settings.settled
    if isFull, Self.days(part).contains(where: { $0.count >= settings.busyDay }) {
      return try spread(part)
    }
    let pieces = (part.count + settings.chunk - 1) / settings.chunk
    let tier = Self.tier(part.count)
    for piece in 0..<pieces {
      let start = part.range.lowerBound + part.count * piece / pieces
      let end = part.range.lowerBound + part.count * (piece + 1) / pieces
      try insert(part.run, start..<end, span: span, tier: tier, isApart: isApart)
    }
  }

  private func isDue(_ facts: ChunkFacts, _ part: Part) -> Bool {
    if facts.count <= settings.small { return true }
    guard facts.tier <= Self.tier(part.count) else { return false }
    return facts.overlaps(part.places) || facts.count + part.count <= settings.settled
  }

  private static func tier(_ count: Int) -> Int {
    Int.bitWidth - 1 - max(count, 1).leadingZeroBitCount
  }

  private mutating func insert(
    _ run: Run, _ range: Range<Int>, span: Int64, tier: Int, isApart: Bool
  ) throws(SQLiteError) {
    let facts = ChunkFacts(
      id: nextChunk, identity: identity, isApart: isApart, span: span, tier: tier, run: run,
      range: range)
    try store.insert(facts, run, range)
    nextChunk += 1
    chunks.append(facts)
  }
}

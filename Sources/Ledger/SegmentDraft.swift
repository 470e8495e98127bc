internal import Compression
internal import SQLite
internal import Telemetry

/// A file of the ledger while it is written anew from another one.
struct SegmentDraft {
  private static let compressionLevel = 3
  private static let stepSetAside = 1_000

  /// What was left out.
  private(set) var count = Removal.Count()

  private let segment: Segment
  private let reader: SegmentReader
  private let file: SegmentFile
  private let folder: SegmentFolder
  private let path: String
  private let removal: Removal
  private let compressor: Compressor?
  private var builder = BlockBuilder()
  /// The first number that is in no block of the new file yet.
  private var first: Int64
  /// The batches that end before the next block.
  private var batches: [BatchList.Entry] = []
  private var connections: Set<Int64> = []
  private var messages: Int64 = 0
  private var gaps: [Gap] = []

  init(
    of segment: Segment, path: String, _ folder: SegmentFolder, _ removal: Removal
  ) throws(SQLiteError) {
    self.segment = segment
    self.path = path
    self.folder = folder
    self.removal = removal
    reader = try SegmentReader(segment) { () throws(SQLiteError) in try folder.open(segment) }
    file = try SegmentFile(path: path, fileSystem: folder.fileSystem, for: .whole)
    compressor = try? Compressor(level: Self.compressionLevel)
    first = segment.first
  }

  /// Writes what stands beside the messages.
  mutating func begin(through last: Int64) throws(SQLiteError) {
    try file.begin()
    for (number, name) in try reader.protocolNames() { try file.insert(protocol: name, number) }
    var place = segment.first - 1
    while true {
      let entries = try reader.setAside(after: place, through: last, most: Self.stepSetAside)
      guard let newest = entries.last else { break }
      place = newest.sequence
      for entry in entries where !removal.takes(entry, &count) {
        connections.insert(Int64(bitPattern: entry.connection))
        try file.insert(entry)
      }
    }
  }

  /// Writes the messages.
  ///
  /// - Returns: false if that was not wanted any more.
  mutating func write(
    through last: Int64, while isWanted: () -> Bool
  ) throws(SQLiteError) -> Bool {
    var gapsBefore: [Gap] = []
    var isAborted = false
    // A copy, because the closures would need the same thing twice.
    let reader = reader
    var work = self
    try reader.scan(
      after: segment.first - 1, through: last, onGap: { gapsBefore.append($0) }
    ) { block throws(SQLiteError) in
      guard isWanted() else {
        isAborted = true
        return false
      }
      try work.pass(over: gapsBefore)
      gapsBefore = []
      try work.add(block)
      return true
    }
    self = work
    guard !isAborted else { return false }
    try pass(over: gapsBefore)
    if first <= last { try writeBlock(before: last + 1) }
    for connection in connections.sorted() {
      let facts = try reader.facts(of: UInt64(bitPattern: connection))
      if let facts { try file.insert(facts) }
    }
    return true
  }

  /// Whether a part could not be read.
  var isDamaged: Bool { !gaps.isEmpty }

  /// Makes the file durable, and looks whether everything is in it.
  mutating func finish() throws {
    try file.commit()
    let copy = Segment(first: segment.first, serial: segment.serial, path: path)
    let check = try SegmentReader(copy) { () throws(SQLiteError) in try folder.open(copy) }
    var found: Int64 = 0
    var lost: [Gap] = []
    if first > segment.first {
      try check.scan(
        after: segment.first - 1, through: first - 1, onGap: { lost.append($0) }
      ) { block in
        found += Int64(block.entries.count)
        return true
      }
    }
    guard found == messages, lost.map(\.numbers) == gaps.map(\.numbers) else {
      throw StoreFailure("\(path) does not have what was written to it")
    }
  }

  private mutating func add(_ block: LedgerBlock) throws(SQLiteError) {
    for entry in block.entries where !removal.takes(entry, &count) {
      if builder.isFull { try writeBlock(before: entry.sequence) }
      builder.add(entry, of: block.payload)
      connections.insert(entry.connection)
      messages += 1
    }
    batches += try reader.batches(endingAt: block.numbers.upperBound)
  }

  /// What cannot be read is missing in the new file as well.
  private mutating func pass(over gaps: [Gap]) throws(SQLiteError) {
    for gap in gaps {
      if first < gap.numbers.lowerBound { try writeBlock(before: gap.numbers.lowerBound) }
      first = gap.numbers.upperBound + 1
      self.gaps.append(gap)
    }
  }

  private mutating func writeBlock(before next: Int64) throws(SQLiteError) {
    let data = builder.finish(first...next - 1, compressor)
    try file.insert(block: data, last: next - 1, batches: batches)
    batches = []
    first = next
  }
}

internal import Platform
internal import SQLite
internal import Telemetry

/// Looks for damage in one file of a ledger.
struct SegmentInspection {
  /// So many faults of one file are told one by one.
  private static let mostFaults = 20
  private static let mostSetAside = 1_000
  private static let stepRecords = 2_000
  private static let stepBytes = 16_777_216

  private let segment: Segment
  private let reader: SegmentReader
  private let newest: Int64
  private var finding: SegmentFinding
  private var untold = 0
  /// How many numbers cannot be read.
  private var lost: Int64 = 0
  private let newestIsKnown: Bool

  /// - Parameters:
  ///   - end: the first number of the following file; nil for the last.
  ///   - isInUse: whether a server may be using the file.
  /// - Returns: nil if the file was removed meanwhile.
  static func inspect(
    _ segment: Segment, before end: Int64?, isInUse: Bool
  ) throws(SQLiteError) -> SegmentFinding? {
    let bytes = Folder.size(ofFile: segment.path) + Folder.size(ofFile: segment.path + "-wal")
    var finding = SegmentFinding(path: segment.path, bytes: bytes, first: segment.first)
    do throws(SQLiteError) {
      let database = try Database(lookingAt: segment.path, isInUse: isInUse)
      finding.faults = try database.faults(most: mostFaults)
      if finding.faults.isEmpty, let obstacle = try SegmentFile.obstacle(database) {
        finding.faults = [obstacle]
        return finding
      }
      let tables = finding.faults.isEmpty ? try SegmentSummary.hasTables(database) : true
      // A file that was just made, or one that a crash has left, has no tables and no message.
      guard tables else { return finding }
      let reader = try SegmentReader(segment) { () throws(SQLiteError) in
        try Database(lookingAt: segment.path, isInUse: isInUse)
      }
      var inspection = try SegmentInspection(segment, reader, finding, before: end)
      try inspection.readEverything()
      return inspection.finding
    } catch {
      guard Folder.has(segment.path) else { return nil }
      guard error.kind == .corrupt else { throw error }
      if finding.faults.isEmpty { finding.faults = [error.message] }
      finding.faults.append("nothing in it can be read")
      return finding
    }
  }

  private init(
    _ segment: Segment, _ reader: SegmentReader, _ finding: SegmentFinding, before end: Int64?
  ) throws(SQLiteError) {
    self.segment = segment
    self.reader = reader
    self.finding = finding
    let last = end.map { $0 - 1 } ?? segment.first + SegmentFolder.mostEntries
    let known = try reader.newest()
    newestIsKnown = known != nil
    newest = min(known ?? last, last)
  }

  private mutating func readEverything() throws(SQLiteError) {
    finding.setAside = try reader.setAside(
      after: segment.first - 1, through: newest, most: Self.mostSetAside)
    let setAside = try reader.countSetAside(through: newest)
    var place = segment.first - 1
    while place < newest {
      var reading = SegmentReader.Reading(records: Self.stepRecords, bytes: Self.stepBytes)
      try reader.read(after: place, through: newest, into: &reading)
      for gap in reading.takeGaps() {
        add(gap.description)
        if gap.numbers.upperBound < newest || newestIsKnown { lost += Int64(gap.numbers.count) }
      }
      for record in reading.records { look(at: record) }
      finding.messages += Int64(reading.records.count)
      guard reading.isFull, let last = reading.records.last else { break }
      place = last.sequence
    }
    let isEmpty = finding.messages == 0 && setAside == 0
    if !isEmpty || newestIsKnown && newest >= segment.first { finding.newest = newest }
    if lost > 0 { add("\(lost) messages are lost unless a backup has them") }
    if try !reader.batchesAreSound() { add("its list of batches is damaged") }
    if untold > 0 { finding.faults.append("and \(untold) times more") }
  }

  private mutating func look(at record: LedgerRecord) {
    let readable = record.positions().count
    guard readable < record.recordCount else { return }
    add("of message \(record.sequence) only \(readable) of \(record.recordCount) records are there")
  }

  private mutating func add(_ fault: String) {
    if finding.faults.count < 2 * Self.mostFaults {
      finding.faults.append(fault)
    } else {
      untold += 1
    }
  }
}

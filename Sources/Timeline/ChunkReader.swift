internal import SQLite
internal import Telemetry

/// Reads the chunks of a packed timeline over one connection.
final class ChunkReader {
  private static let columns = """
    id, identity, apart, span, tier, first, first_key, last, last_key, first_fix, lowest, highest,
    count
    """

  private let database: Database
  private let codec: ChunkCodec
  private let damage: DamageList
  private let selectRange: Statement
  private let selectAll: Statement
  private let selectEvery: Statement
  private let selectBefore: Statement
  private let selectIdentifier: Statement
  private let selectData: Statement
  private let selectBlock: Statement

  /// A connection of its own for queries.
  convenience init(
    _ path: String, fileSystem: String?, damage: DamageList
  ) throws(SQLiteError) {
    let database = try Database(path: path, mode: .write, fileSystem: fileSystem)
    try database.execute("PRAGMA query_only=1; PRAGMA cache_size=-8192")
    let codec: ChunkCodec
    do throws(TimelineError) {
      codec = try ChunkCodec(level: 1)
    } catch {
      throw SQLiteError(code: 7, message: error.description, file: path)
    }
    try self.init(database, codec: codec, damage: damage)
  }

  /// The statements on a connection.
  init(_ database: Database, codec: ChunkCodec, damage: DamageList) throws(SQLiteError) {
    self.database = database
    self.codec = codec
    self.damage = damage
    let select = "SELECT \(Self.columns) FROM chunk"
    selectRange = try database.prepare(
      """
      \(select) WHERE identity = ? AND apart = ? AND first BETWEEN ? AND ? AND last >= ?
      ORDER BY first
      """)
    selectAll = try database.prepare("\(select) WHERE identity = ?")
    selectEvery = try database.prepare("\(select) ORDER BY identity, apart, first, id")
    selectBefore = try database.prepare(
      """
      \(select) WHERE identity = ? AND apart = 0 AND first <= ?
      ORDER BY first DESC
      """)
    selectIdentifier = try database.prepare(
      "\(select) WHERE identity = ? AND lowest <= ? AND highest >= ?")
    selectData = try database.prepare("SELECT data FROM chunk_data WHERE id = ?")
    selectBlock = try database.prepare("SELECT data FROM sequence_block WHERE number = ?")
  }

  /// Runs a query so that it sees one state of the file throughout.
  func consistently<Result>(
    _ body: (ChunkReader) throws(SQLiteError) -> Result
  ) throws(SQLiteError) -> Result {
    try database.execute("BEGIN")
    // A transaction that only reads has nothing to lose.
    defer { database.rollBack() }
    return try body(self)
  }

  // MARK: Facts

  /// The chunks of a device that may hold positions between two times, by their first time.
  func chunks(
    of identity: DeviceIdentity, isApart: Bool, from: Int64, to: Int64
  ) throws(SQLiteError) -> [ChunkFacts] {
    // A chunk of the history that starts earlier than the longest span before ends before, too.
    let (earliest, overflow) = from.subtractingReportingOverflow(ChunkSpan.longest)
    try selectRange.bind(1, identity.rawValue)
    try selectRange.bind(2, isApart)
    try selectRange.bind(3, isApart || overflow ? .min : earliest)
    try selectRange.bind(4, to)
    try selectRange.bind(5, from)
    return try facts(selectRange)
  }

  /// All chunks of a device.
  func chunks(of identity: DeviceIdentity) throws(SQLiteError) -> [ChunkFacts] {
    try selectAll.bind(1, identity.rawValue)
    return try facts(selectAll)
  }

  /// The chunks of a device that may hold a position.
  func chunks(
    of identity: DeviceIdentity, holding id: Int64
  ) throws(SQLiteError) -> [ChunkFacts] {
    try selectIdentifier.bind(1, identity.rawValue)
    try selectIdentifier.bind(2, id)
    try selectIdentifier.bind(3, id)
    return try facts(selectIdentifier)
  }

  /// What all chunks take, or those of a device.
  func bytes(of identity: DeviceIdentity?) throws(SQLiteError) -> Int64 {
    let condition = identity.map { " WHERE identity = \($0.rawValue)" } ?? ""
    return try database.integer("SELECT sum(bytes) FROM chunk" + condition) ?? 0
  }

  private func facts(_ statement: Statement) throws(SQLiteError) -> [ChunkFacts] {
    defer { statement.reset() }
    var all: [ChunkFacts] = []
    while try statement.step() { all.append(Self.facts(of: statement)) }
    return all
  }

  private static func facts(of statement: Statement) -> ChunkFacts {
    ChunkFacts(
      id: statement.integer(0), identity: DeviceIdentity(rawValue: statement.integer(1)),
      isApart: statement.integer(2) != 0, span: statement.integer(3),
      tier: Int(statement.integer(4)),
      first: RunPlace(time: statement.integer(5), key: statement.integer(6)),
      last: RunPlace(time: statement.integer(7), key: statement.integer(8)),
      firstFix: statement.isNull(9) ? nil : statement.integer(9),
      lowestIdentifier: statement.integer(10), highestIdentifier: statement.integer(11),
      count: Int(statement.integer(12)))
  }

  // MARK: Contents

  /// The positions of a chunk; nil if it is damaged, which is noted.
  func run(of facts: ChunkFacts) throws(SQLiteError) -> Run? {
    defer { selectData.reset() }
    try selectData.bind(1, facts.id)
    guard try selectData.step() else {
      damage.note(facts, in: database.path)
      return nil
    }
    let run = selectData.withBlob(0) { codec.decode($0, facts) }
    if run == nil { damage.note(facts, in: database.path) }
    return run
  }

  /// The newest position of the history before a place that fits, as a run of its own.
  ///
  /// - Parameter needsFix: only chunks that hold a position that can give its place are read.
  func last(
    of identity: DeviceIdentity, before place: RunPlace, needsFix: Bool,
    where fits: (RunEntry) -> Bool
  ) throws(SQLiteError) -> Run? {
    defer { selectBefore.reset() }
    try selectBefore.bind(1, identity.rawValue)
    try selectBefore.bind(2, place.time)
    var best: Run?
    while try selectBefore.step() {
      let facts = Self.facts(of: selectBefore)
      if let found = best?.entries.first {
        // No chunk that starts so early can end behind what was found.
        if facts.first.time < found.time - ChunkSpan.longest { break }
        if facts.last < found.place { continue }
      }
      if needsFix && facts.firstFix.map({ $0 > place.time }) ?? true { continue }
      guard let run = try run(of: facts) else { continue }
      guard let index = run.last(before: run.index(of: place), where: fits) else { continue }
      if let found = best?.entries.first, run.entries[index].place < found.place { continue }
      best = run.alone(index)
    }
    return best
  }

  /// The messages of a block of sequence numbers.
  func sequenceBlock(_ number: Int64) throws(SQLiteError) -> SequenceBlock {
    defer { selectBlock.reset() }
    try selectBlock.bind(1, number)
    guard try selectBlock.step() else { return SequenceBlock() }
    let stored = selectBlock.withBlob(0) { codec.decompress($0) }
    return stored.map { SequenceBlock($0.span) } ?? SequenceBlock()
  }

  /// Reads every chunk as the file is at one moment, also while a server writes it.
  func checkConsistently() throws(SQLiteError) {
    _ = try consistently { reader throws(SQLiteError) in try reader.check() }
  }

  /// Reads every chunk; what is damaged is noted.
  ///
  /// - Returns: how many chunks there are.
  func check() throws(SQLiteError) -> Int {
    defer { selectEvery.reset() }
    var count = 0
    while try selectEvery.step() {
      let facts = Self.facts(of: selectEvery)
      if let run = try run(of: facts), let first = run.entries.first,
        first.place != facts.first || run.entries.last?.place != facts.last
      {
        damage.note(facts, in: database.path)
      }
      count += 1
    }
    return count
  }
}

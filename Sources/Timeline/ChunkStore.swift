internal import SQLite
internal import Telemetry

/// The connection that writes the chunks of a packed timeline.
final class ChunkStore {
  /// What a row of the table of devices says.
  struct DeviceRow {
    let identity: DeviceIdentity
    /// Everything of the device up to this sequence number is packed, or was removed.
    let sequence: Int64
    let newest: Int64?
    let newestApart: Int64?
    let lastKnown: Run
    let lastFix: Run
  }

  struct State {
    var watermark: Int64
    var positions: Int64
    var nextChunk: Int64
  }

  let database: Database
  let codec: ChunkCodec
  let reader: ChunkReader
  private let insertFacts: Statement
  private let insertData: Statement
  private let deleteFacts: Statement
  private let deleteData: Statement
  private let putDevice: Statement
  private let putBlock: Statement
  private let putState: Statement
  private let putForgotten: Statement
  private let selectOld: Statement
  private let selectOldOfDevice: Statement

  init(
    _ path: String, _ settings: PackedSettings, damage: DamageList
  ) throws(TimelineError) {
    codec = try ChunkCodec(level: settings.compressionLevel)
    do throws(SQLiteError) {
      database = try Database(path: path, fileSystem: settings.fileSystem)
      try PackedSchema.prepare(database)
      reader = try ChunkReader(database, codec: codec, damage: damage)
      insertFacts = try database.prepare(
        "INSERT INTO chunk VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)")
      insertData = try database.prepare("INSERT INTO chunk_data VALUES (?,?)")
      deleteFacts = try database.prepare(
        "DELETE FROM chunk WHERE identity = ? AND apart = ? AND first = ? AND id = ?")
      deleteData = try database.prepare("DELETE FROM chunk_data WHERE id = ?")
      putDevice = try database.prepare("INSERT OR REPLACE INTO device VALUES (?,?,?,?,?,?)")
      putBlock = try database.prepare("INSERT OR REPLACE INTO sequence_block VALUES (?,?)")
      putState = try database.prepare(
        "UPDATE state SET watermark = ?, positions = ?, next_chunk = ?")
      putForgotten = try database.prepare("INSERT OR REPLACE INTO forgotten VALUES (?,?)")
      selectOld = try database.prepare(
        """
        SELECT identity, apart, first, id, count, bytes, age FROM chunk
        WHERE age >= ? AND age < ? ORDER BY age LIMIT ?
        """)
      selectOldOfDevice = try database.prepare(
        """
        SELECT identity, apart, first, id, count, bytes, age FROM chunk
        WHERE +age >= ? AND +age < ? AND identity = ? ORDER BY +age LIMIT ?
        """)
    } catch {
      throw TimelineError(error.description)
    }
  }

  // MARK: Chunks

  /// Stores a part of a run as a chunk.
  func insert(
    _ facts: ChunkFacts, _ run: Run, _ range: Range<Int>
  ) throws(SQLiteError) {
    let data: [UInt8]
    do throws(TimelineError) {
      data = try codec.encode(run, range, facts)
    } catch {
      throw SQLiteError(code: 1, message: error.description, file: database.path)
    }
    // A time that cannot be right says nothing about the age.
    let age =
      facts.isApart ? run.entries[range].reduce(.min) { max($0, $1.age) } : facts.last.time
    try insertFacts.bind(1, facts.identity.rawValue)
    try insertFacts.bind(2, facts.isApart)
    try insertFacts.bind(3, facts.first.time)
    try insertFacts.bind(4, facts.id)
    try insertFacts.bind(5, facts.first.key)
    try insertFacts.bind(6, facts.last.time)
    try insertFacts.bind(7, facts.last.key)
    try insertFacts.bind(8, optional: facts.firstFix)
    try insertFacts.bind(9, facts.span)
    try insertFacts.bind(10, facts.tier)
    try insertFacts.bind(11, facts.lowestIdentifier)
    try insertFacts.bind(12, facts.highestIdentifier)
    try insertFacts.bind(13, facts.count)
    try insertFacts.bind(14, age)
    try insertFacts.bind(15, data.count)
    try insertFacts.run()
    try insertData.bind(1, facts.id)
    try insertData.bind(2, data)
    try insertData.run()
  }

  func delete(_ facts: ChunkFacts) throws(SQLiteError) {
    try delete(facts.identity.rawValue, facts.isApart, facts.first.time, facts.id)
  }

  private func delete(
    _ identity: Int64, _ isApart: Bool, _ first: Int64, _ id: Int64
  ) throws(SQLiteError) {
    try deleteFacts.bind(1, identity)
    try deleteFacts.bind(2, isApart)
    try deleteFacts.bind(3, first)
    try deleteFacts.bind(4, id)
    try deleteFacts.run()
    try deleteData.bind(1, id)
    try deleteData.run()
  }

  /// A chunk that retention looks at.
  struct Old {
    let identity: DeviceIdentity
    let isApart: Bool
    let first: Int64
    let id: Int64
    let count: Int64
    let bytes: Int64
    let age: Int64
  }

  /// The oldest chunks, at most so many, that are older than a moment.
  ///
  /// - Parameter start: and not older than this one.
  func oldest(
    from start: Int64, before age: Int64, of identity: DeviceIdentity?, most: Int
  ) throws(SQLiteError) -> [Old] {
    let statement = identity == nil ? selectOld : selectOldOfDevice
    defer { statement.reset() }
    try statement.bind(1, start)
    try statement.bind(2, age)
    if let identity { try statement.bind(3, identity.rawValue) }
    try statement.bind(identity == nil ? 3 : 4, most)
    var all: [Old] = []
    while try statement.step() {
      all.append(
        Old(
          identity: DeviceIdentity(rawValue: statement.integer(0)),
          isApart: statement.integer(1) != 0, first: statement.integer(2),
          id: statement.integer(3), count: statement.integer(4), bytes: statement.integer(5),
          age: statement.integer(6)))
    }
    return all
  }

  func delete(_ old: Old) throws(SQLiteError) {
    try delete(old.identity.rawValue, old.isApart, old.first, old.id)
  }

  /// Up to when history was removed because of its size, by device; see ``PackedSchema``.
  func forgotten() throws(SQLiteError) -> [DeviceIdentity: Int64] {
    let select = try database.prepare("SELECT identity, before FROM forgotten")
    var moments: [DeviceIdentity: Int64] = [:]
    while try select.step() {
      moments[DeviceIdentity(rawValue: select.integer(0))] = select.integer(1)
    }
    return moments
  }

  func put(forgotten moment: Int64, of identity: DeviceIdentity) throws(SQLiteError) {
    try putForgotten.bind(1, identity.rawValue)
    try putForgotten.bind(2, moment)
    try putForgotten.run()
  }

  // MARK: Devices, blocks, state

  func put(_ row: DeviceRow) throws(SQLiteError) {
    try putDevice.bind(1, row.identity.rawValue)
    try putDevice.bind(2, row.sequence)
    try putDevice.bind(3, optional: row.newest)
    try putDevice.bind(4, optional: row.newestApart)
    try putDevice.bind(5, optional: try stored(row.lastKnown))
    try putDevice.bind(6, optional: try stored(row.lastFix))
    try putDevice.run()
  }

  private func stored(_ run: Run) throws(SQLiteError) -> [UInt8]? {
    guard !run.isEmpty else { return nil }
    do throws(TimelineError) {
      return try codec.row(run)
    } catch {
      throw SQLiteError(code: 1, message: error.description, file: database.path)
    }
  }

  /// All devices that anything was packed of.
  func devices() throws(SQLiteError) -> [DeviceRow] {
    let select = try database.prepare(
      "SELECT identity, sequence, newest, newest_apart, last_known, last_fix FROM device")
    var rows: [DeviceRow] = []
    while try select.step() {
      rows.append(
        DeviceRow(
          identity: DeviceIdentity(rawValue: select.integer(0)), sequence: select.integer(1),
          newest: select.isNull(2) ? nil : select.integer(2),
          newestApart: select.isNull(3) ? nil : select.integer(3),
          lastKnown: select.withBlob(4) { ChunkDecoder.run($0) } ?? Run(),
          lastFix: select.withBlob(5) { ChunkDecoder.run($0) } ?? Run()))
    }
    return rows
  }

  func put(_ block: SequenceBlock, number: Int64) throws(SQLiteError) {
    let data: [UInt8]
    do throws(TimelineError) {
      data = try codec.compress(block.stored)
    } catch {
      throw SQLiteError(code: 1, message: error.description, file: database.path)
    }
    try putBlock.bind(1, number)
    try putBlock.bind(2, data)
    try putBlock.run()
  }

  func state() throws(SQLiteError) -> State {
    let select = try database.prepare("SELECT watermark, positions, next_chunk FROM state")
    guard try select.step() else {
      throw SQLiteError(code: 11, message: "the table of its state is empty", file: database.path)
    }
    return State(
      watermark: select.integer(0), positions: select.integer(1), nextChunk: select.integer(2))
  }

  func put(_ state: State) throws(SQLiteError) {
    try putState.bind(1, state.watermark)
    try putState.bind(2, state.positions)
    try putState.bind(3, state.nextChunk)
    try putState.run()
  }

  /// Runs the body in a transaction: committed when it returns, rolled back when it throws.
  func transaction<Result>(
    _ body: () throws(SQLiteError) -> Result
  ) throws(SQLiteError) -> Result {
    try database.execute("BEGIN IMMEDIATE")
    do throws(SQLiteError) {
      let result = try body()
      try database.execute("COMMIT")
      return result
    } catch {
      database.rollBack()
      throw error
    }
  }
}

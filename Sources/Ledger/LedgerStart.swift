internal import Platform
internal import SQLite

/// What a start finds in the folder of a ledger.
struct LedgerStart {
  /// The highest sequence number that was given.
  private(set) var newest: Int64 = 0
  /// The newest batches.
  private(set) var batches: RecentMap<BatchKey, RememberedBatch>
  /// What was damaged, for people.
  private(set) var damages: [String] = []

  /// Looks at the newest files.
  ///
  /// Those without a record are removed, as their names are needed again.
  init(_ folder: SegmentFolder, mostBatches: Int, notBefore: LedgerToken) throws {
    batches = RecentMap(generation: mostBatches)
    try Self.checkForm(folder)
    while let segment = folder.segments.last {
      do throws(SQLiteError) {
        let database = try folder.open(segment)
        if let highest = try SegmentSummary(database).newest {
          newest = max(newest, highest)
          break
        }
      } catch {
        guard error.kind == .corrupt else { throw error }
        // No number that may have been in it is given again.
        newest = max(newest, segment.first + SegmentFolder.mostEntries)
        if Self.canBeRead(segment, folder) {
          damages.append(
            "\(segment.path) is damaged, and is read as far as it goes: \(error.message)")
          break
        }
        damages.append("\(segment.path) is damaged and was put aside: \(error.message)")
        try folder.putAside(segment)
        continue
      }
      newest = max(newest, segment.first - 1)
      try folder.remove(segment)
    }
    try rememberBatches(folder, most: mostBatches)
    guard newest < notBefore.rawValue else { return }
    damages.append(
      "\(folder.path) ends with message \(newest), but up to \(notBefore.rawValue) have been "
        + "there: the later ones are lost unless a backup has them")
    newest = notBefore.rawValue
  }

  private mutating func rememberBatches(_ folder: SegmentFolder, most: Int) throws(SQLiteError) {
    for segment in folder.segments.suffix(2) {
      do throws(SQLiteError) {
        let database = try folder.open(segment)
        guard try SegmentSummary.hasTables(database) else {
          throw SQLiteError(corrupt: "it has no tables", file: segment.path)
        }
        for (key, batch) in try SegmentSummary.batches(database, most: most) {
          batches.insert(key, batch)
        }
      } catch {
        guard error.kind == .corrupt else { throw error }
        // A batch that comes again is stored again; the timeline keeps its records once.
        damages.append("\(segment.path): its list of batches is damaged: \(error.message)")
      }
    }
  }

  /// A folder that another version has written is not touched.
  ///
  /// Forms only ever follow each other, so the oldest and the newest file tell.
  private static func checkForm(_ folder: SegmentFolder) throws {
    for segment in Set([folder.segments.first, folder.segments.last].compactMap(\.self)) {
      let obstacle: String?
      do throws(SQLiteError) {
        obstacle = try SegmentFile.obstacle(folder.open(segment))
      } catch {
        // What is damaged is dealt with where it is read.
        guard error.kind == .corrupt else { throw error }
        continue
      }
      if let obstacle { throw StoreFailure(obstacle) }
    }
  }

  private static func canBeRead(_ segment: Segment, _ folder: SegmentFolder) -> Bool {
    do {
      let reader = try SegmentReader(segment) { () throws(SQLiteError) in
        try folder.open(segment)
      }
      let end = segment.first + SegmentFolder.mostEntries
      return try reader.firstReadable(after: segment.first - 1, through: end) ?? end < end
    } catch {
      return false
    }
  }
}

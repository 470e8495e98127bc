internal import Platform
internal import SQLite

/// What a start finds in the folder of a ledger.
struct LedgerStart {
  /// The highest sequence number that was given.
  private(set) var newest: Int64 = 0
  /// The newest batches.
  private(set) var batches: RecentMap<BatchKey, RememberedBatch>
  /// Which file was damaged, for people.
  private(set) var damage: String?

  /// Looks at the newest files.
  ///
  /// Those without a record are removed, as their names are needed again.
  init(_ folder: SegmentFolder, mostBatches: Int) throws {
    batches = RecentMap(generation: mostBatches)
    while let segment = folder.segments.last {
      do throws(SQLiteError) {
        let database = try folder.open(segment)
        if let highest = try SegmentSummary(database).newest {
          newest = max(newest, highest)
          break
        }
      } catch {
        guard error.kind == .corrupt else { throw error }
        damage = "\(segment.path) is damaged and was put aside: \(error.message)"
        // No number that may have been in it is given again.
        newest = max(newest, segment.first + SegmentFolder.mostEntries)
        try folder.putAside(segment)
        continue
      }
      newest = max(newest, segment.first - 1)
      try folder.remove(segment)
    }
    for segment in folder.segments.suffix(2) {
      for (key, batch) in try SegmentSummary.batches(folder.open(segment), most: mostBatches) {
        batches.insert(key, batch)
      }
    }
  }
}

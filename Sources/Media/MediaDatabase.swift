internal import Ledger
internal import Platform
internal import SQLite
internal import Telemetry

/// The file of the media with its contents. It belongs to whoever holds the store's lock on it.
final class MediaDatabase: StatementKeeper {
  /// So many messages may pass without a picture before it is noted that they were seen.
  private static let mostUnnoted: Int64 = 100_000

  let database: Database
  let folder: MediaFolder
  let limits: MediaLimits
  var statements: [String: Statement] = [:]
  /// Everything up to here was seen and is noted in the file.
  private(set) var watermark: LedgerToken
  /// Everything up to here was seen.
  private(set) var position: LedgerToken

  init(_ path: String, _ folder: MediaFolder, _ limits: MediaLimits) throws {
    database = try Database(path: path)
    self.folder = folder
    self.limits = limits
    try database.execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL")
    try MediaSchema.prepare(database)
    try Folder.create(folder.path)
    watermark = LedgerToken(
      rawValue: try database.integer("SELECT value FROM meta WHERE key = 'watermark'") ?? 0)
    position = watermark
    try removeUnused()
  }

  /// Takes the next messages and moves the position behind them.
  ///
  /// - Returns: the wholes that are new, or have changed so that somebody may want to look.
  func apply(_ records: [LedgerRecord]) throws -> [MediaItem] {
    guard let last = records.last?.token else { return [] }
    let wanted = records.filter {
      $0.token > watermark && $0.identity != .unknown && $0.flags.contains(.media)
    }
    guard !wanted.isEmpty else {
      position = max(position, last)
      if position.rawValue - watermark.rawValue >= Self.mostUnnoted { try note() }
      return []
    }
    let finished = try database.transaction {
      var finished: [Int64] = []
      for record in wanted {
        for (index, piece) in record.media().enumerated() {
          if let id = try take(piece, index, of: record) { finished.append(id) }
        }
      }
      try run("UPDATE meta SET value = max(value, ?) WHERE key = 'watermark'", last.rawValue)
      return finished
    }
    position = max(position, last)
    watermark = max(watermark, last)
    try removeUnused()
    return try finished.compactMap { try item(id: $0) }
  }

  /// Writes down how far the ledger was seen.
  func note() throws {
    guard position > watermark else { return }
    try run("UPDATE meta SET value = max(value, ?) WHERE key = 'watermark'", position.rawValue)
    watermark = position
  }

  /// Removes the contents that nothing refers to any more.
  func removeUnused() throws {
    let select = try statement("SELECT hash FROM removal")
    var hashes: [ContentHash] = []
    while try select.step() {
      if let hash = ContentHash(stored: select.blob(0)) { hashes.append(hash) }
    }
    for hash in hashes {
      let uses = try statement("SELECT 1 FROM item WHERE hash = ? LIMIT 1")
      try uses.bind(1, hash.bytes)
      if !(try uses.step()) { try folder.remove(hash) }
      uses.reset()
      let done = try statement("DELETE FROM removal WHERE hash = ?")
      try done.bind(1, hash.bytes)
      try done.run()
    }
  }
}

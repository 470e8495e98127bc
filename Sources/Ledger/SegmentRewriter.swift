internal import Platform
internal import SQLite

/// Writes files of a ledger anew that nobody adds to any more: to remove what was erased, or to put
/// small blocks together.
///
/// The new file is complete and durable before it takes the place of the other one in a single
/// step, so that after a crash at any moment one of the two is there, whole. Sequence numbers stay
/// as they are.
struct SegmentRewriter: Sendable {
  /// So many attempts are made while another process or thread is looking at the file.
  private static let mostAttempts = 20
  private static let retryMilliseconds: Int64 = 500

  let folder: SegmentFolder
  let readers: SegmentReaders
  let onStep: @Sendable (RewritingStep) throws -> Void
  /// One file is written anew at a time.
  let turn = Monitor(())

  /// Writes a file anew.
  ///
  /// - Parameters:
  ///   - last: the highest number that counts in it.
  ///   - removal: what is left out.
  ///   - onlyIfSound: whether a damaged file is left as it is. If not, only what cannot be read is
  ///     missing in the new one.
  ///   - isWanted: asked from time to time; if it is not, everything stays as it is.
  /// - Returns: what was left out; nil if the file stays as it was because of one of the last
  ///   two parameters, or because it is gone.
  func rewrite(
    _ segment: Segment, through last: Int64, without removal: Removal,
    onlyIfSound: Bool = false, while isWanted: () -> Bool = { true }
  ) throws -> Removal.Count? {
    try turn.withLock { _ in
      let path = SegmentFolder.draft(of: segment)
      defer { removeDraft(path) }
      removeDraft(path)
      // All connections to both files are closed behind this.
      let count = try write(path, segment, last, removal, onlyIfSound, isWanted)
      guard let count else { return nil }
      try onStep(.written)
      return try replace(segment, by: path) ? count : nil
    }
  }

  private func write(
    _ path: String, _ segment: Segment, _ last: Int64, _ removal: Removal, _ onlyIfSound: Bool,
    _ isWanted: () -> Bool
  ) throws -> Removal.Count? {
    var draft = try SegmentDraft(of: segment, path: path, folder, removal)
    try draft.begin(through: last)
    try onStep(.begun)
    guard try draft.write(through: last, while: isWanted), !(onlyIfSound && draft.isDamaged) else {
      return nil
    }
    try draft.finish()
    return draft.count
  }

  private func replace(_ segment: Segment, by path: String) throws -> Bool {
    var attempt = 1
    while true {
      do {
        return try readers.without(segment) {
          guard folder.has(segment) else { return false }
          try settle(segment)
          try onStep(.settled)
          try Folder.rename(path, to: segment.path)
          try onStep(.replaced)
          try Folder.sync(folder.path)
          try onStep(.synced)
          return true
        }
      } catch let error as SQLiteError where error.kind == .busy && attempt < Self.mostAttempts {
        attempt += 1
        Pause.milliseconds(Self.retryMilliseconds)
      }
    }
  }

  /// Moves the write-ahead log of a file into it and does away with it.
  ///
  /// A log that stayed would be taken for that of the file that comes in its place.
  private func settle(_ segment: Segment) throws(SQLiteError) {
    let database = try Database(path: segment.path, mode: .write, fileSystem: folder.fileSystem)
    try database.execute("PRAGMA synchronous=FULL")
    try database.checkpoint(.truncate)
    let mode = try database.text("PRAGMA journal_mode=DELETE")
    guard mode == "delete" else {
      throw SQLiteError(
        code: 1, message: "its journal is \(mode ?? "unknown") and cannot be changed",
        file: segment.path)
    }
  }

  private func removeDraft(_ path: String) {
    // What cannot be removed now is removed by the next start.
    for suffix in ["-journal", ""] { try? Folder.remove(file: path + suffix) }
  }
}

/// What has been done when a file is written anew; for tests.
package enum RewritingStep: CaseIterable, Sendable {
  /// The new file was begun.
  case begun
  /// The new file is durable.
  case written
  /// The old file has no write-ahead log any more.
  case settled
  /// The new file has the name of the old one.
  case replaced
  /// That is durable too.
  case synced
}

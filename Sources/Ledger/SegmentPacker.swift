internal import Platform
internal import SQLite

/// Puts the small blocks of a finished file together.
///
/// Where little happens, each message is a commit and so a block of its own, which takes several
/// times the room of a message in a big one.
struct SegmentPacker: Sendable {
  /// Fewer blocks are not worth it.
  private static let fewestBlocks: Int64 = 64
  /// Blocks with so many messages on average are big enough.
  private static let enoughMessages: Int64 = 128
  /// Blocks with so many bytes on average are big enough.
  private static let enoughBytes: Int64 = 16_384

  let folder: SegmentFolder
  let rewriter: SegmentRewriter
  let status: LedgerStatus

  /// Writes a file anew if that makes it much smaller.
  ///
  /// A damaged file is left to people. So is a disk that has no room to spare.
  func pack(_ segment: Segment, while isWanted: () -> Bool) throws {
    guard isWanted(), let last = try worthwhile(segment),
      DiskSpace(of: folder.path)?.shortage == nil
    else { return }
    _ = try rewriter.rewrite(
      segment, through: last, without: .nothing, onlyIfSound: true, while: isWanted)
  }

  /// The highest number of a file that should be packed; nil if it is not worth it.
  private func worthwhile(_ segment: Segment) throws(SQLiteError) -> Int64? {
    let file = folder.ranges(through: status.latest).first { $0.segment == segment }
    guard let file else { return nil }
    let database = try folder.open(segment)
    // A file without a log was written anew before.
    guard try database.text("PRAGMA journal_mode") == "wal",
      try SegmentSummary.hasTables(database),
      let blocks = try database.integer("SELECT count(*) FROM block"), blocks >= Self.fewestBlocks,
      let newest = try database.integer(SegmentSummary.newestSQL)
    else { return nil }
    // What is behind the numbers of the file was never committed.
    let last = min(newest, file.last)
    let numbers = last - segment.first + 1
    let isSmall =
      numbers / blocks < Self.enoughMessages && folder.size(of: segment) / blocks < Self.enoughBytes
    return isSmall ? last : nil
  }
}

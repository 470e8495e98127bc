/// What a packed timeline may take, and when it packs.
public struct PackedSettings: Sendable, Hashable {
  /// What the positions that are in no chunk yet may take in memory, for all devices together; a
  /// batch of records may come on top. Beyond it those that wait longest are packed: with half of
  /// this, many devices that report in turn cost a third more processor time.
  public var tailBytes = 128 << 20
  /// A device with so many positions in memory has them packed soon.
  public var packedAt = 1_024
  /// So many positions of devices that have enough are packed in one transaction.
  public var transaction = 16_384
  /// The most positions of a chunk.
  public var chunk = 2_048
  /// From so many positions on a day of a device has chunks of its own; the others share those of
  /// their month.
  public var busyDay = 256
  /// Chunks of up to so many positions are merged with whatever comes.
  public var small = 64
  /// Chunks that do not overlap are merged up to so many positions; beyond that nothing is won.
  public var settled = 1_024
  /// So many sequence numbers of the ledger may be read again at a restart; a device that keeps
  /// the watermark back further is packed with the little that it has.
  public var mostLag: Int64 = 2_000_000
  /// How hard chunks are compressed, 1 to 19.
  public var compressionLevel = 3

  /// The registered SQLite VFS to use; nil is the usual one.
  ///
  /// For tests.
  package var fileSystem: String?

  /// The usual settings.
  public init() {}
}

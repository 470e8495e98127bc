public import Ledger
internal import Platform
internal import Synchronization
public import Telemetry

/// The pictures and sounds of devices, put together from the ledger and stored by content. All
/// members may be called on any thread.
public final class MediaStore: Sendable {
  /// So many bytes of a content are read at once at most.
  public static let mostBytes = 262_144

  private let folder: MediaFolder
  private let database: Mutex<MediaDatabase>

  /// Opens a store, or makes one.
  ///
  /// - Parameters:
  ///   - file: the list of what there is.
  ///   - folder: the contents.
  public init(file: String, folder: String, limits: MediaLimits = MediaLimits()) throws(MediaError)
  {
    self.folder = MediaFolder(path: folder)
    do {
      let opened = try MediaDatabase(file, self.folder, limits)
      database = Mutex(opened)
    } catch {
      throw MediaError(error)
    }
  }

  // MARK: Deriving

  /// What the store will never ask for again.
  public var watermark: LedgerToken { database.withLock { $0.watermark } }

  /// Behind the last message that the store has seen.
  public var position: LedgerToken { database.withLock { $0.position } }

  /// Takes the next messages of the ledger; those that it has seen change nothing.
  ///
  /// - Returns: the wholes that are complete now.
  public func apply(_ records: [LedgerRecord]) throws(MediaError) -> [MediaItem] {
    try locked { try $0.apply(records) }
  }

  /// Ends what nobody waits for any more, removes what is too old, and notes how far the ledger
  /// was seen. To be called every hour and before the end.
  public func tidy(now: Timestamp) throws(MediaError) { try locked { try $0.tidy(now: now) } }

  /// Removes everything of a device. What the ledger still has of it comes again only if the store
  /// is made again from it.
  public func erase(_ identity: DeviceIdentity) throws(MediaError) {
    try locked { try $0.erase(identity) }
  }

  // MARK: What there is

  /// The media of a device, the newest first.
  ///
  /// - Parameter before: only those with a lower number.
  public func items(
    of identity: DeviceIdentity, before: Int64 = .max, limit: Int
  ) throws(MediaError) -> [MediaItem] {
    try locked { try $0.items(of: identity, before: before, limit: limit) }
  }

  /// One by its number; nil if there is none.
  public func item(id: Int64) throws(MediaError) -> MediaItem? {
    try locked { try $0.item(id: id) }
  }

  /// What a position speaks of; nil if that has not come.
  public func item(
    of identity: DeviceIdentity, named name: MediaName
  ) throws(MediaError) -> MediaItem? {
    try locked { try $0.item(of: identity, name) }
  }

  /// Bytes of a content, at most ``mostBytes``; none behind its end.
  public func content(_ hash: ContentHash, from offset: Int) throws(MediaError) -> [UInt8] {
    do throws(PlatformError) {
      return try folder.read(hash, from: offset, most: Self.mostBytes)
    } catch {
      throw MediaError(error)
    }
  }

  /// What has come of one that is still open.
  public func content(ofOpen item: MediaItem) throws(MediaError) -> [UInt8] {
    try locked { try $0.content(ofOpen: item.id) }
  }

  private func locked<Result: Sendable>(
    _ body: @Sendable (MediaDatabase) throws -> Result
  ) throws(MediaError) -> Result {
    do {
      return try database.withLock { try body($0) }
    } catch {
      throw MediaError(error)
    }
  }
}

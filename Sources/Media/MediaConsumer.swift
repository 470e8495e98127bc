public import Ledger

/// Feeds the media from the ledger and tells somebody what is complete.
public struct MediaConsumer: LedgerConsumer {
  private let store: MediaStore
  private let onItems: @Sendable ([MediaItem]) -> Void

  /// - Parameter onItems: called with what is complete now, on the thread of the derivation, which
  ///   it must not hold up.
  public init(
    _ store: MediaStore, onItems: @escaping @Sendable ([MediaItem]) -> Void = { _ in }
  ) {
    self.store = store
    self.onItems = onItems
  }

  /// As ``LedgerConsumer`` promises.
  public var name: String { "the media" }

  /// As ``LedgerConsumer`` promises.
  public func watermark() throws -> LedgerToken { store.watermark }

  /// As ``LedgerConsumer`` promises.
  public func position() throws -> LedgerToken { store.position }

  /// As ``LedgerConsumer`` promises.
  public func apply(_ records: [LedgerRecord]) throws {
    let items = try store.apply(records)
    if !items.isEmpty { onItems(items) }
  }
}

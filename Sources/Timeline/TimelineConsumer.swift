public import Ledger

/// Feeds a timeline from the ledger and tells somebody what is new.
public struct TimelineConsumer: LedgerConsumer {
  private let timeline: any Timeline
  private let news: TimelineNews
  private let onUpdates: @Sendable ([TimelineUpdate]) -> Void

  /// - Parameters:
  ///   - news: what `onUpdates` wants to hear of.
  ///   - onUpdates: called after each batch that had something new, on the thread of the
  ///     derivation, which it must not hold up.
  public init(
    _ timeline: any Timeline, news: TimelineNews = .all,
    onUpdates: @escaping @Sendable ([TimelineUpdate]) -> Void = { _ in }
  ) {
    self.timeline = timeline
    self.news = news
    self.onUpdates = onUpdates
  }

  /// As ``LedgerConsumer`` promises.
  public var name: String { "the timeline" }

  /// As ``LedgerConsumer`` promises.
  public func watermark() throws -> LedgerToken { try timeline.durableWatermark() }

  /// As ``LedgerConsumer`` promises.
  public func position() throws -> LedgerToken { try timeline.watermark() }

  /// As ``LedgerConsumer`` promises.
  public func apply(_ records: [LedgerRecord]) throws {
    let updates = try timeline.apply(records, news: news)
    if !updates.isEmpty { onUpdates(updates) }
  }
}

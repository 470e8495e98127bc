internal import Telemetry

/// What is known of a chunk without reading it.
struct ChunkFacts: Sendable, Hashable {
  let id: Int64
  let identity: DeviceIdentity
  /// Whether it holds positions whose time cannot be right.
  let isApart: Bool
  /// The span of time that it belongs to, see ``ChunkSpan``.
  let span: Int64
  /// The binary logarithm of how many positions were sorted together when it was made.
  let tier: Int
  let first: RunPlace
  let last: RunPlace
  /// The time of its first position that can give its place to others; nil if there is none.
  let firstFix: Int64?
  let lowestIdentifier: Int64
  let highestIdentifier: Int64
  let count: Int

  func overlaps(_ other: ClosedRange<RunPlace>) -> Bool {
    first <= other.upperBound && last >= other.lowerBound
  }

  /// The facts of a part of a run.
  init(
    id: Int64, identity: DeviceIdentity, isApart: Bool, span: Int64, tier: Int, run: Run,
    range: Range<Int>
  ) {
    let entries = run.entries[range]
    self.init(
      id: id, identity: identity, isApart: isApart, span: span, tier: tier,
      first: run.entries[range.lowerBound].place, last: run.entries[range.upperBound - 1].place,
      firstFix: entries.first { $0.hasFix }?.time,
      lowestIdentifier: entries.reduce(.max) { min($0, $1.id) },
      highestIdentifier: entries.reduce(.min) { max($0, $1.id) }, count: range.count)
  }

  init(
    id: Int64, identity: DeviceIdentity, isApart: Bool, span: Int64, tier: Int, first: RunPlace,
    last: RunPlace, firstFix: Int64?, lowestIdentifier: Int64, highestIdentifier: Int64, count: Int
  ) {
    self.id = id
    self.identity = identity
    self.isApart = isApart
    self.span = span
    self.tier = tier
    self.first = first
    self.last = last
    self.firstFix = firstFix
    self.lowestIdentifier = lowestIdentifier
    self.highestIdentifier = highestIdentifier
    self.count = count
  }
}

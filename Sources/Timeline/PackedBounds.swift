/// What the writer knows of the packed positions of a device without reading chunks.
struct PackedBounds: Sendable {
  /// So many of the newest places are remembered.
  private static let most = 32

  /// The time of the newest packed position; nil if nothing is packed.
  private(set) var newest: Int64?
  /// The newest places that are packed: all of them from the first of these on.
  private var recent: [RunPlace] = []
  /// Those of them that have marks which a copy may clear; few or none.
  private var marked: Set<RunPlace> = []
  /// Up to here it does not know which places are packed.
  private var unknownThrough: Int64 = .min

  /// What is known at the start.
  init(newest: Int64?) {
    self.newest = newest
    unknownThrough = newest ?? .min
  }

  enum Answer {
    case packed, new, unknown
  }

  /// Whether a place is packed; unknown also if a copy may have to change what is packed.
  func answer(_ place: RunPlace) -> Answer {
    guard let newest, place.time <= newest else { return .new }
    guard let first = recent.first, place >= first else { return .unknown }
    guard recent.contains(place) else { return .new }
    return marked.contains(place) ? .unknown : .packed
  }

  mutating func add(_ run: Run) {
    guard let last = run.entries.last else { return }
    newest = max(newest ?? .min, last.time)
    for entry in run.entries.suffix(Self.most) where entry.time > unknownThrough {
      if let last = recent.last, entry.place < last {
        let index = recent.firstIndex { $0 > entry.place } ?? recent.count
        recent.insert(entry.place, at: index)
      } else {
        recent.append(entry.place)
      }
      if !entry.flags.isDisjoint(with: PositionFlags.marks) { marked.insert(entry.place) }
    }
    if recent.count > Self.most {
      for place in recent.prefix(recent.count - Self.most) { marked.remove(place) }
      recent.removeFirst(recent.count - Self.most)
    }
  }
}

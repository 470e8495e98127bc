/// A map with a bound that forgets what was used least recently (roughly: it keeps two
/// generations, and what is used moves to the young one).
struct RecentMap<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  private let generation: Int
  private var young: [Key: Value] = [:]
  private var old: [Key: Value] = [:]

  /// - Parameter generation: it remembers at least so many, and at most twice as many.
  init(generation: Int) { self.generation = generation }

  subscript(key: Key) -> Value? {
    mutating get {
      if let value = young[key] { return value }
      guard let value = old.removeValue(forKey: key) else { return nil }
      insert(key, value)
      return value
    }
  }

  mutating func insert(_ key: Key, _ value: Value) {
    if young.count >= generation {
      old = young
      young = [:]
    }
    young[key] = value
  }
}

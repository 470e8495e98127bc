/// Remembers things by number up to a bound on their weight, and forgets what was used least
/// recently (roughly: it keeps two generations, and what is used moves to the young one).
struct WeightedCache<Key: Hashable, Value> {
  private let most: Int
  private var young: [Key: Value] = [:]
  private var old: [Key: Value] = [:]
  private var weight = 0

  /// - Parameter most: the bound on the weight.
  init(most: Int) { self.most = most }

  /// The value of a key, made anew if it is not remembered.
  mutating func value<Failure: Error>(
    _ key: Key, weight: (Value) -> Int, make: () throws(Failure) -> Value
  ) throws(Failure) -> Value {
    if let value = young[key] { return value }
    let value: Value
    if let remembered = old.removeValue(forKey: key) {
      value = remembered
    } else {
      value = try make()
    }
    insert(key, value, weight: weight(value))
    return value
  }

  mutating func insert(_ key: Key, _ value: Value, weight added: Int) {
    if weight + added > most / 2 {
      old = young
      young = [:]
      weight = 0
    }
    weight += added
    young[key] = value
  }

  mutating func removeAll() {
    young = [:]
    old = [:]
    weight = 0
  }
}

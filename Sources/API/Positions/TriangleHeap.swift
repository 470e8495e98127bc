/// The triangle of a point.
struct Triangle: Sendable {
  let area: Double
  let index: Int32

  static func < (left: Triangle, right: Triangle) -> Bool {
    // Of equal ones the earlier, so that the choice does not depend on anything else.
    left.area == right.area ? left.index < right.index : left.area < right.area
  }
}

/// Triangles of which the smallest is found at once.
struct TriangleHeap: Sendable {
  private var items: [Triangle] = []

  mutating func insert(_ item: Triangle) {
    var child = items.count
    items.append(item)
    while child > 0 {
      let parent = (child - 1) / 2
      guard item < items[parent] else { break }
      items[child] = items[parent]
      child = parent
    }
    items[child] = item
  }

  mutating func popFirst() -> Triangle? {
    guard let first = items.first, let last = items.popLast() else { return nil }
    guard !items.isEmpty else { return first }
    var parent = 0
    while true {
      var child = 2 * parent + 1
      guard child < items.count else { break }
      if child + 1 < items.count, items[child + 1] < items[child] { child += 1 }
      guard items[child] < last else { break }
      items[parent] = items[child]
      parent = child
    }
    items[parent] = last
    return first
  }
}

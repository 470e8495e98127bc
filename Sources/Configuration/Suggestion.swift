/// Finds what somebody probably meant.
public enum Suggestion {
  /// The nearest of some words; nil if none is near.
  public static func nearest(to word: String, among words: [String]) -> String? {
    let plain = Array(word.lowercased().utf8.prefix(80))
    let ranked = words.map { ($0, distance(plain, Array($0.lowercased().utf8))) }
    guard let best = ranked.min(by: { $0.1 < $1.1 }), best.1 <= max(2, plain.count / 4) else {
      return nil
    }
    return best.0
  }

  /// How many letters have to be changed, added, left out or swapped with their neighbour.
  static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var before: [Int] = []
    var previous = Array(0...right.count)
    for row in 0..<left.count {
      var current = [row + 1]
      for column in 0..<right.count {
        let isSame = left[row] == right[column]
        var best = min(
          previous[column] + (isSame ? 0 : 1), previous[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          best = min(best, before[column - 1] + 1)
        }
        current.append(best)
      }
      before = previous
      previous = current
    }
    return previous[right.count]
  }
}

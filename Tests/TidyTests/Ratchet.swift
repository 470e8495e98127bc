/// The known exceptions: how often a file breaks a rule. A number may only go down.
struct Ratchet: Sendable {
  /// What an exception is about.
  struct Key: Hashable, Comparable, Sendable {
    let rule: String
    let path: String

    static func < (left: Key, right: Key) -> Bool {
      (left.rule, left.path) < (right.rule, right.path)
    }
  }

  /// A line that is none.
  struct Malformed: Error {
    let line: String
  }

  let allowed: [Key: Int]

  /// Reads lines of `rule | path | count`; `#` begins a comment.
  init(text: String) throws(Malformed) {
    var allowed: [Key: Int] = [:]
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let parts = line.split(separator: "|").map { $0.trimmed }
      guard parts.count == 3, let count = Int(parts[2]), count > 0 else {
        throw Malformed(line: String(line))
      }
      guard allowed.updateValue(count, forKey: Key(rule: parts[0], path: parts[1])) == nil else {
        throw Malformed(line: "twice: \(line)")
      }
    }
    self.allowed = allowed
  }

  /// What is wrong, given how often each rule is broken now; the rules outside `rules` are not
  /// looked at.
  func complaints(about counts: [Key: Int], rules: Set<String>) -> [String] {
    let keys = Set(counts.keys).union(allowed.keys).filter { rules.contains($0.rule) }
    return keys.sorted().compactMap { key in
      let now = counts[key] ?? 0
      let before = allowed[key] ?? 0
      if now > before {
        return "\(key.path): \(key.rule): \(now), and the ratchet allows \(before)"
      }
      if now < before {
        let remedy = now == 0 ? "remove its line from" : "write \(now) into"
        return "\(key.path): \(key.rule): only \(now) instead of \(before); \(remedy) ratchet.txt"
      }
      return nil
    }
  }
}

extension Substring {
  /// Without the blanks around it.
  fileprivate var trimmed: String {
    let start = drop { $0 == " " }
    return String(start.reversed().drop { $0 == " " }.reversed())
  }
}

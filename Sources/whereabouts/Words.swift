/// The words behind a command, taken apart into flags and values.
///
/// `--name value` and `--name=value` are the same; `--` ends the flags.
struct Words {
  private(set) var values: [String] = []
  private var flags: [String: String] = [:]
  private var switches: Set<String> = []

  /// - Parameters:
  ///   - withValue: flags that take a value.
  ///   - alone: flags that take none.
  init(_ words: [String], withValue: Set<String> = [], alone: Set<String> = []) throws {
    var rest = words[...]
    while let word = rest.popFirst() {
      if word == "--" {
        values += rest
        break
      }
      guard word.hasPrefix("--") else {
        values.append(word)
        continue
      }
      let parts = word.dropFirst(2).split(separator: "=", maxSplits: 1).map(String.init)
      let name = parts.first ?? ""
      if alone.contains(name), parts.count == 1 {
        switches.insert(name)
      } else if withValue.contains(name) {
        guard let value = parts.count == 2 ? parts[1] : rest.popFirst() else {
          throw UsageProblem("--\(name) needs a value")
        }
        flags[name] = value
      } else {
        let known = withValue.union(alone).sorted().map { "--\($0)" }.joined(separator: ", ")
        throw UsageProblem("there is no flag --\(name); flags: \(known)")
      }
    }
  }

  /// The value of a flag.
  subscript(name: String) -> String? { flags[name] }

  /// Whether a flag without value was given.
  func has(_ name: String) -> Bool { switches.contains(name) }
}

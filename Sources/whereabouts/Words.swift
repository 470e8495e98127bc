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
        // A minus and a letter is a flag of other programs; such a value comes behind `--`.
        if word.utf8.count == 2, word.first == "-", word.last?.isLetter == true {
          throw Self.unknown(word, withValue, alone)
        }
        values.append(word)
        continue
      }
      let parts = word.dropFirst(2).split(separator: "=", maxSplits: 1).map(String.init)
      let name = parts.first ?? ""
      if alone.contains(name) {
        guard parts.count == 1 else {
          throw UsageProblem("--\(name) stands alone, without a value")
        }
        switches.insert(name)
      } else if withValue.contains(name) {
        guard let value = parts.count == 2 ? parts[1] : rest.popFirst() else {
          throw UsageProblem("--\(name) needs a value")
        }
        flags[name] = value
      } else {
        throw Self.unknown("--\(name)", withValue, alone)
      }
    }
  }

  private static func unknown(
    _ flag: String, _ withValue: Set<String>, _ alone: Set<String>
  ) -> UsageProblem {
    let known = withValue.union(alone).sorted().map { "--\($0)" }
    guard !known.isEmpty else { return UsageProblem("there is no flag \(flag), nor any other") }
    return UsageProblem("there is no flag \(flag); flags: \(known.joined(separator: ", "))")
  }

  /// Refuses more values than a command takes.
  func atMost(_ count: Int) throws {
    guard values.count > count else { return }
    throw UsageProblem("'\(values[count])' is one word too many")
  }

  /// The value of a flag.
  subscript(name: String) -> String? { flags[name] }

  /// Whether a flag without value was given.
  func has(_ name: String) -> Bool { switches.contains(name) }
}

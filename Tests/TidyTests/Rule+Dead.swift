extension Rule {
  /// A rule about what nothing uses.
  ///
  /// It reads words, not types: a name that stands only once in all code, where it is declared, is
  /// used by nobody. One that shares its name with something that is used stays unseen.
  static let dead: [Rule] = [
    Rule("dead declaration", advice: "remove it, or use it", in: { $0.isInSources && !$0.isTable })
    { file in
      let declared = Declaration.all(in: file.code[...])
      // A file that is none of the repository's, such as a sample, is not in the count yet.
      let own = Repository.exists(file.path) ? [:] : WordCount.of(file.code)
      return declared.filter {
        Repository.words[$0.name, default: 0] + own[$0.name, default: 0] < 2
      }
      .map { Finding(line: $0.line, what: $0.name) }
    }
  ]
}

/// How often each word stands in code.
enum WordCount {
  static func of(_ code: [Token]) -> [String: Int] {
    var counts: [String: Int] = [:]
    for token in code where token.kind == .word { counts[plain(token.text), default: 0] += 1 }
    return counts
  }

  /// A name without the backticks that make a keyword a name.
  static func plain(_ word: String) -> String {
    word.first == "`" ? word.filter { $0 != "`" } : word
  }
}

/// A name that a file gives to a type, a function, a value or a case.
struct Declaration: Equatable {
  let name: String
  let line: Int

  private static let introducers: Set<String> = [
    "actor", "class", "enum", "func", "let", "protocol", "struct", "typealias", "var",
  ]

  static func all(in code: ArraySlice<Token>) -> [Declaration] {
    code.indices.compactMap { index in
      let word = code[index]
      guard word.kind == .word, ![".", "main"].contains(code.text(index - 1)),
        code.indices.contains(index + 1),
        code[index + 1].kind == .word, code[index + 1].text != "_"
      else { return nil }
      // The case of an enumeration begins a line; `if case`, `for case` and the labels of a
      // switch, which have a point or a value, do not introduce a name.
      let isCase = word.text == "case" && introducesCase(code, index)
      guard isCase || introducers.contains(word.text) else { return nil }
      return Declaration(name: WordCount.plain(code[index + 1].text), line: code[index + 1].line)
    }
  }

  /// Whether the `case` is an enumeration's: no colon ends it as it ends a label of a switch.
  private static func introducesCase(_ code: ArraySlice<Token>, _ index: Int) -> Bool {
    guard index == code.startIndex || code[index - 1].line < code[index].line else { return false }
    if code.text(index + 2) == "(" { return true }
    return !code[index...].prefix { $0.line == code[index].line }.contains { $0.text == ":" }
  }
}

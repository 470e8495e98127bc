/// A rule that a program can check in one Swift file.
struct Rule: Sendable, CustomStringConvertible {
  /// A place where the rule does not hold.
  struct Finding: Equatable, Sendable {
    let line: Int
    let what: String
  }

  /// The rule's name in the ratchet.
  let name: String
  /// What to do instead; shown with every finding.
  let advice: String
  let applies: @Sendable (SourceFile) -> Bool
  let find: @Sendable (SourceFile) -> [Finding]

  init(
    _ name: String, advice: String, in applies: @escaping @Sendable (SourceFile) -> Bool,
    find: @escaping @Sendable (SourceFile) -> [Finding]
  ) {
    self.name = name
    self.advice = advice
    self.applies = applies
    self.find = find
  }

  var description: String { name }

  /// All rules.
  static let all: [Rule] = general + rooms + wire + dead

  /// The findings of a text as if it were a file.
  func findings(in text: String, path: String = "Sources/Gateway/Sample.swift") -> [Finding] {
    let file = SourceFile(path: path, text: text)
    return applies(file) ? find(file) : []
  }

  /// A rule that looks at each code token with its neighbours.
  static func tokens(
    _ name: String, advice: String, in applies: @escaping @Sendable (SourceFile) -> Bool,
    where matches: @escaping @Sendable (ArraySlice<Token>, Int) -> Bool
  ) -> Rule {
    Rule(name, advice: advice, in: applies) { file in
      let code = file.code[...]
      return code.indices.filter { matches(code, $0) }.map {
        Finding(line: code[$0].line, what: code[$0].text)
      }
    }
  }
}

extension ArraySlice<Token> {
  /// The text of a token, or nothing beyond the ends.
  func text(_ index: Int) -> String { indices.contains(index) ? self[index].text : "" }

  /// The bracket that closes the one at `open`; nil if none does.
  func closing(from open: Int) -> Int? {
    var depth = 0
    for position in open..<endIndex {
      switch text(position) {
      case "(", "[", "{": depth += 1
      case ")", "]", "}":
        depth -= 1
        if depth == 0 { return position }
      default: break
      }
    }
    return nil
  }
}

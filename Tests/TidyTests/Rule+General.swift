extension Rule {
  /// Columns of a line.
  static let mostColumns = 100
  /// Columns of a line within a text of several lines, such as a row of a table.
  static let mostRowColumns = 200
  /// Lines of a file.
  static let mostLines = 400
  /// Lines of a function.
  static let mostFunctionLines = 70

  private static let everywhere: @Sendable (SourceFile) -> Bool = { _ in true }
  private static let sources: @Sendable (SourceFile) -> Bool = { $0.isInSources }

  /// Rules for all code.
  static let general: [Rule] = lengths + leftovers + traps

  private static let lengths: [Rule] = [
    Rule(
      "line length", advice: "break the line before column \(mostColumns + 1)",
      in: { !$0.isTable }
    ) { file in
      let rows = file.linesOfText
      return file.lines.indices.filter {
        file.lines[$0].count > (rows.contains($0 + 1) ? mostRowColumns : mostColumns)
      }.map {
        Finding(line: $0 + 1, what: "\(file.lines[$0].count) columns")
      }
    },
    Rule("file length", advice: "find the seam and cut there", in: { !$0.isTable }) { file in
      guard file.lines.count > mostLines else { return [] }
      return [Finding(line: mostLines + 1, what: "\(file.lines.count) lines")]
    },
    Rule(
      "function length", advice: "give a part of it a name of its own", in: everywhere
    ) { file in
      FunctionBody.all(in: file.tokens).filter { $0.length > mostFunctionLines }.map {
        Finding(line: $0.line, what: "\($0.name) has \($0.length) lines")
      }
    },
  ]

  private static let leftoverWords: Set<String> = ["TODO", "FIXME", "XXX"]

  private static let leftovers: [Rule] = [
    Rule("left for later", advice: "do it, or write it where others see it", in: everywhere) {
      comments(of: $0) { text in
        text.split { !$0.isLetter }.first { leftoverWords.contains(String($0)) }.map(String.init)
      }
    },
    Rule("machine path", advice: "name it relative to the repository or the data", in: sources) {
      file in
      file.lines.indices.compactMap { index in
        Repository.machineFolders.first { file.lines[index].contains($0) }.map {
          Finding(line: index + 1, what: $0)
        }
      }
    },
  ]

  private static func comments(
    of file: SourceFile, find: (String) -> String?
  ) -> [Finding] {
    file.tokens.filter { $0.kind == .comment }.compactMap { token in
      find(token.text).map { Finding(line: token.line, what: $0) }
    }
  }

  private static let traps: [Rule] = [
    .tokens("try!", advice: "throw on, or catch and say what happened", in: everywhere) {
      $0.text($1) == "!" && $0.text($1 - 1) == "try" && $0[$1].kind == .mark
    },
    .tokens("as!", advice: "use 'as?' and say what to do without", in: everywhere) {
      $0.text($1) == "!" && $0.text($1 - 1) == "as" && $0[$1].kind == .mark
    },
    .tokens(
      "force unwrap", advice: "use 'guard let', '??' or, in tests, '#require'", in: everywhere
    ) {
      $0.text($1) == "!" && $0[$1].kind == .mark && !["try", "as"].contains($0.text($1 - 1))
    },
    .tokens("fatalError", advice: "throw, or make the state impossible", in: everywhere) {
      $0.text($1) == "fatalError" && $0.text($1 + 1) == "("
    },
    .tokens("Any", advice: "use a type, a generic parameter or an enum", in: everywhere) {
      $0.text($1) == "Any" && $0[$1].kind == .word && $0.text($1 - 1) != "."
    },
  ]
}

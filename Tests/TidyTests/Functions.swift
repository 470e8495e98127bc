/// A function with a body, as the length rule sees it.
struct FunctionBody: Equatable {
  let name: String
  /// The line of the keyword, from 1.
  let line: Int
  /// Lines from the keyword to the closing brace, both included.
  let length: Int

  /// All functions, initialisers and subscripts of a file that have a body, nested ones too, in
  /// the order of their keywords.
  static func all(in tokens: [Token]) -> [FunctionBody] {
    let code = tokens.filter { $0.kind != .comment }
    return code.indices.compactMap { index in
      guard isDeclaration(code, at: index), let open = openingBrace(code, after: index),
        let close = closingBrace(code, from: open)
      else { return nil }
      let name = code[index].text == "func" ? code[index + 1].text : code[index].text
      return FunctionBody(
        name: name, line: code[index].line, length: code[close].line - code[index].line + 1)
    }
  }

  private static func isDeclaration(_ code: [Token], at index: Int) -> Bool {
    guard code[index].kind == .word, index + 1 < code.count else { return false }
    let before = index > 0 ? code[index - 1].text : ""
    switch code[index].text {
    case "func": return before != "."
    // A call is `.init(` or `self.init(`, which a point gives away.
    case "init": return before != "." && ["(", "<", "?", "!"].contains(code[index + 1].text)
    case "deinit": return code[index + 1].text == "{"
    case "subscript": return before != "." && ["(", "<"].contains(code[index + 1].text)
    default: return false
    }
  }

  /// What a declaration without a body may be followed by, at the beginning of a line.
  private static let declarationWords: Set<String> = [
    "associatedtype", "case", "class", "enum", "extension", "fileprivate", "final", "func", "init",
    "internal", "let", "mutating", "nonmutating", "open", "override", "package", "private",
    "protocol", "public", "static", "struct", "subscript", "typealias", "var", "#if", "#endif",
    "#else",
  ]

  /// The brace that opens the body, or nil for a requirement of a protocol.
  private static func openingBrace(_ code: [Token], after index: Int) -> Int? {
    var depth = 0
    for position in code.indices[(index + 1)...] {
      let token = code[position]
      switch token.text {
      case "(", "[": depth += 1
      case ")", "]": depth -= 1
      case "{" where depth == 0: return position
      case "}" where depth == 0: return nil
      case "@" where depth == 0 && token.line > code[position - 1].line: return nil
      default:
        let beginsLine = token.line > code[position - 1].line
        if depth == 0, beginsLine, declarationWords.contains(token.text) { return nil }
      }
    }
    return nil
  }

  private static func closingBrace(_ code: [Token], from open: Int) -> Int? {
    var depth = 0
    for position in code.indices[open...] {
      switch code[position].text {
      case "{": depth += 1
      case "}":
        depth -= 1
        if depth == 0 { return position }
      default: break
      }
    }
    return nil
  }
}

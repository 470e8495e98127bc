/// What the tests read from a Markdown file.
enum Markdown {
  /// The targets of all links and pictures outside of code.
  static func links(in text: String) -> [String] {
    var links: [String] = []
    var isCode = false
    for line in text.split(separator: "\n") {
      if line.hasPrefix("```") {
        isCode.toggle()
      } else if !isCode {
        links += Self.links(inLine: line)
      }
    }
    return links
  }

  private static func links(inLine line: Substring) -> [String] {
    // What stands between backquotes is code.
    let prose = line.split(separator: "`", omittingEmptySubsequences: false).enumerated()
      .map { $0.offset.isMultiple(of: 2) ? $0.element : "" }.joined()
    return prose.split(separator: "](", omittingEmptySubsequences: false).dropFirst()
      .compactMap { $0.firstIndex(of: ")").map($0.prefix(upTo:)) }.map(String.init)
  }

  /// The names by which the headings of a text are linked to.
  static func anchors(in text: String) -> Set<String> {
    Set(
      text.split(separator: "\n").filter { $0.hasPrefix("#") }.map { line in
        String(
          line.drop { $0 == "#" }.drop { $0 == " " }.lowercased().compactMap { character in
            character == " "
              ? "-"
              : character.isLetter || character.isNumber
                ? character
                : "-_".contains(character) ? character : nil
          })
      })
  }

  /// The path that a link of a file leads to, without `.` and `..`; nil if it leaves the root.
  static func resolve(_ link: String, from path: String) -> String? {
    var parts = path.split(separator: "/").dropLast().map(String.init)
    for part in link.split(separator: "/") {
      if part == ".." {
        guard parts.popLast() != nil else { return nil }
      } else if part != "." {
        parts.append(String(part))
      }
    }
    return parts.joined(separator: "/")
  }
}

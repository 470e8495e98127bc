import FoundationEssentials
import FrontDesk

/// Writes the pages of the protocols.
enum HandbookCommand: Subcommand {
  static let name = "handbook"
  static let summary = "write the handbook's pages on the protocols into a folder"
  static let help = """
    whereabouts handbook FOLDER

    Writes a page in Markdown for each protocol: devices, fields of every worked example, answers
    and commands.
    """

  static func run(_ words: [String]) throws -> Int32 {
    let words = try Words(words)
    guard words.values.count == 1 else { throw UsageProblem("name the folder to write into") }
    let folder = words.values[0]
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let pages = Handbook.pages()
    for (name, page) in pages {
      try Data(page.utf8).write(to: URL(filePath: "\(folder)/\(name)"), options: .atomic)
    }
    Terminal.write("handbook: \(pages.count) pages in \(folder)")
    return 0
  }
}

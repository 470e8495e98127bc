import FoundationEssentials
import FrontDesk
import Simulator

/// Writes the pages of the protocols and of the models.
enum HandbookCommand: Subcommand {
  static let name = "handbook"
  static let summary = "write the handbook's pages on protocols and models into a folder"
  static let help = """
    whereabouts handbook FOLDER

    Writes a page in Markdown for each protocol into FOLDER/protocols: devices, what they say,
    fields of every worked example, answers and commands. FOLDER/models.md is the page of all
    models. What FOLDER/known-differences.jsonl lists is told on the protocol's page.
    """

  static func run(_ words: [String]) throws -> Int32 {
    let words = try Words(words)
    guard words.values.count == 1 else { throw UsageProblem("name the folder to write into") }
    let folder = words.values[0]
    try FileManager.default.createDirectory(
      atPath: "\(folder)/protocols", withIntermediateDirectories: true)
    let pages = Handbook.pages(
      differences: try differences("\(folder)/known-differences.jsonl"),
      alarms: ProtocolScript.alarmNames)
    for (name, page) in pages { try write(page, "\(folder)/protocols/\(name)") }
    try write(Handbook.modelsPage(), "\(folder)/models.md")
    Terminal.write("handbook: \(pages.count + 1) pages in \(folder)")
    return 0
  }

  private static func differences(_ path: String) throws -> [KnownDifference] {
    guard let data = FileManager.default.contents(atPath: path) else { return [] }
    do {
      return try KnownDifference.list(String(decoding: data, as: UTF8.self))
    } catch {
      throw UsageProblem(
        "\(path) must have one JSON object with id and reason in each line: \(error)")
    }
  }

  private static func write(_ page: String, _ path: String) throws {
    try Data(page.utf8).write(to: URL(filePath: path), options: .atomic)
  }
}

import Configuration
import Glibc

/// The program: the first word says what to do.
@main
enum Whereabouts {
  static func main() {
    var words = Array(CommandLine.arguments.dropFirst())
    let name = words.isEmpty ? "help" : words.removeFirst()
    let status: Int32
    if ["help", "--help", "-h"].contains(name) {
      // 'help decode' is what 'decode --help' is.
      if let topic = words.first, let command = Help.command(topic) {
        Terminal.write(command.help)
      } else {
        Terminal.write(Help.general)
      }
      status = 0
    } else if name == "version" || name == "--version" {
      Terminal.write("whereabouts \(Version.text)")
      status = 0
    } else if let command = Help.command(name) {
      if words.contains("--help") || words.contains("-h") {
        Terminal.write(command.help)
        status = 0
      } else {
        status = run(command, words)
      }
    } else {
      let known = Help.commands.map { $0.name }
      let near = Suggestion.nearest(to: name, among: known).map { " Did you mean '\($0)'?" } ?? ""
      Terminal.complain(
        "there is no command '\(name)'.\(near) Commands: \(known.joined(separator: ", "))")
      status = 2
    }
    exit(status)
  }

  private static func run(_ command: any Subcommand.Type, _ words: [String]) -> Int32 {
    do {
      return try command.run(words)
    } catch let problem as UsageProblem {
      Terminal.complain("\(command.name): \(problem.sentence)")
      Terminal.complain("'whereabouts \(command.name) --help' tells how it is used")
      return 2
    } catch {
      Terminal.complain("\(command.name): \(error)")
      return 1
    }
  }
}

/// The version of the program.
enum Version {
  static let text = "0.1.0"
}

/// One word of the command line and what it does.
protocol Subcommand {
  /// The word.
  static var name: String { get }
  /// What it does, in one line.
  static var summary: String { get }
  /// How it is used, with examples.
  static var help: String { get }
  /// Does it; gives the exit status.
  static func run(_ words: [String]) throws -> Int32
}

/// A command line that cannot be understood, with a sentence that says what to write instead.
struct UsageProblem: Error {
  let sentence: String
  init(_ sentence: String) { self.sentence = sentence }
}

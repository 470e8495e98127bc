import Configuration
import FoundationEssentials

/// Prints the settings.
enum ConfigCommand: Subcommand {
  static let name = "config"
  static let summary = "show the settings in force and where each comes from"
  static let help = """
    whereabouts config [NAME] [--sample] [settings]

    Prints every setting with its value and its origin, or those of a NAME: a setting such as
    gateway.port, or a section such as gateway. A setting comes from, the later the
    stronger: its default, the file (whereabouts.conf, or --config FILE), the environment
    (WHEREABOUTS_GATEWAY_PORT), a flag (--gateway-port 8888).

      --sample    print a commented file with all settings instead
    """

  static func run(_ words: [String]) throws -> Int32 {
    if words.contains("--sample") {
      Terminal.write(Configuration.sample)
      return 0
    }
    let configuration = try load(words)
    guard let name = configuration.rest.first else {
      Terminal.write(Array(configuration.table.utf8))
      return 0
    }
    guard let table = configuration.table(named: name) else {
      let keys = Settings.all.map(\.key)
      let near = Suggestion.nearest(to: name, among: keys).map { " Did you mean '\($0)'?" } ?? ""
      throw UsageProblem(
        "there is no setting '\(name)'.\(near) 'whereabouts config' lists them all")
    }
    Terminal.write(Array(table.utf8))
    return 0
  }

  /// The settings of a command line; words that are none are an error.
  static func configuration(_ words: [String]) throws -> Configuration {
    let configuration = try load(words)
    if let word = configuration.rest.first {
      throw UsageProblem("'\(word)' is no setting; 'whereabouts config' lists them all")
    }
    return configuration
  }

  private static func load(_ words: [String]) throws -> Configuration {
    try Configuration.load(
      arguments: words, environment: ProcessInfo.processInfo.environment)
  }
}

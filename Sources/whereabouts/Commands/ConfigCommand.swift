import Configuration
import FoundationEssentials

/// Prints the settings.
enum ConfigCommand: Subcommand {
  static let name = "config"
  static let summary = "show the settings in force and where each comes from"
  static let help = """
    whereabouts config [--sample] [settings]

    Prints every setting with its value and its origin. A setting comes from, the later the
    stronger: its default, the file (whereabouts.conf, or --config FILE), the environment
    (WHEREABOUTS_GATEWAY_PORT), a flag (--gateway-port 8888).

      --sample    print a commented file with all settings instead
    """

  static func run(_ words: [String]) throws -> Int32 {
    if words.contains("--sample") {
      Terminal.write(Configuration.sample)
      return 0
    }
    Terminal.write(try configuration(words).table)
    return 0
  }

  /// The settings of a command line; words that are none are an error.
  static func configuration(_ words: [String]) throws -> Configuration {
    let configuration = try Configuration.load(
      arguments: words, environment: ProcessInfo.processInfo.environment)
    if let word = configuration.rest.first {
      throw UsageProblem("'\(word)' is no setting; 'whereabouts config' lists them all")
    }
    return configuration
  }
}

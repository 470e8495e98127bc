import Configuration
import Fleet
import FoundationEssentials

/// Opens the fleet's file for a command, also while a server is using it.
enum FleetFile {
  /// The fleet and the words that are no settings.
  static func open(_ words: [String]) throws -> (fleet: Fleet, rest: [String]) {
    let configuration = try Configuration.load(
      arguments: words, environment: ProcessInfo.processInfo.environment,
      leavingUnknownFlags: true)
    let data = DataFolder(configuration[Settings.dataFolder])
    try data.make()
    return (try Fleet(path: data.fleet), configuration.rest)
  }
}

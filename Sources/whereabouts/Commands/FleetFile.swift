import Configuration
import Fleet
import FoundationEssentials

/// Opens the fleet's file for a command, also while a server is using it.
enum FleetFile {
  /// The fleet and the words that are no settings.
  ///
  /// Only `add` makes the file if it is missing: with every other word a folder without one is a
  /// wrong folder.
  static func open(_ words: [String]) throws -> (fleet: Fleet, rest: [String]) {
    let configuration = try Configuration.load(
      arguments: words, environment: ProcessInfo.processInfo.environment,
      leavingUnknownFlags: true)
    let data = DataFolder(configuration[Settings.dataFolder])
    if configuration.rest.first == "add" {
      try data.make()
    } else if !FileManager.default.fileExists(atPath: data.fleet) {
      throw UsageProblem(
        "'\(data.path)' is no folder of a server's data; name that with --data-folder, or start "
          + "the server first, which makes it")
    }
    return (try Fleet(path: data.fleet), configuration.rest)
  }
}

import Configuration
import FoundationEssentials

/// Verifies a data folder.
enum CheckCommand: Subcommand {
  static let name = "check"
  static let summary = "verify the stored data, and say what is lost if it is damaged"
  static let help = """
    whereabouts check [FOLDER] [--repair]

    Reads every file of a data folder and every message in it, changes nothing, and prints a line
    for each file. Ends with status 1 if something is damaged, with what is lost and what to do.
    FOLDER may be a backup too; without it, it is the server's data. Works beside a running server.

    Messages that were set aside, because they could not be stored as they should be, are listed.

      --data-folder FOLDER   the server's data (./data)
      --repair               make positions of the history that cannot be read again from the
                             ledger; no server may be running
    """

  static func run(_ words: [String]) throws -> Int32 {
    let (data, rest) = try DataWords.read(words, alone: ["repair"])
    let values = rest.values
    guard values.count <= 1 else { throw UsageProblem("name one folder, or none") }
    let folder = values.first.map(DataFolder.init) ?? data
    guard FileManager.default.fileExists(atPath: folder.path) else {
      throw UsageProblem("there is no folder '\(folder.path)'")
    }
    let lock = DataLock(ifFree: folder)
    if lock == nil, rest.has("repair") {
      throw UsageProblem("a server is using '\(folder.path)'; stop it before a repair")
    }
    var check = DataCheck(folder, isInUse: lock == nil)
    if try check.run() { return 0 }
    guard rest.has("repair"), check.hasDamagedHistory else { return 1 }
    try HistoryRepair.run(folder)
    check = DataCheck(folder, isInUse: false)
    return try check.run() ? 0 : 1
  }
}

/// What the commands on stored data are told.
enum DataWords {
  /// The server's data folder and the words that are no settings.
  static func read(_ words: [String]) throws -> (data: DataFolder, values: [String]) {
    let (data, words) = try read(words, alone: [])
    return (data, words.values)
  }

  /// The same with flags of the command's own.
  static func read(
    _ words: [String], withValue: Set<String> = [], alone: Set<String>
  ) throws -> (data: DataFolder, words: Words) {
    let configuration = try Configuration.load(
      arguments: words, environment: ProcessInfo.processInfo.environment,
      leavingUnknownFlags: true)
    let rest = try Words(configuration.rest, withValue: withValue, alone: alone)
    return (DataFolder(configuration[Settings.dataFolder]), rest)
  }
}

import FoundationEssentials
import Platform

/// Puts a backup back.
enum RestoreCommand: Subcommand {
  static let name = "restore"
  static let summary = "put a backup back into an empty data folder, and verify it"
  static let help = """
    whereabouts restore FOLDER

    Copies the backup in FOLDER to the data folder, which must be empty or missing, and verifies
    it. No server may be running on that folder. What trackers have sent since the backup is not
    in it, of course; those that keep what was not answered send it again.

      --data-folder FOLDER   the server's data (./data)
    """

  static func run(_ words: [String]) throws -> Int32 {
    let (data, values) = try DataWords.read(words)
    guard let path = values.first, values.count == 1 else {
      throw UsageProblem("name the folder of the backup, such as 'whereabouts restore /mnt/monday'")
    }
    let manifest = try Manifest(reading: path)
    guard try data.names().isEmpty else {
      throw UsageProblem(
        "the data folder '\(data.path)' is not empty, and nothing in it is overwritten; move it "
          + "away, or name another folder with --data-folder")
    }
    let changed = manifest.changed()
    guard changed.isEmpty else {
      throw UsageProblem(
        "the backup is damaged: not as they were when it was made are "
          + "\(changed.joined(separator: ", ")); 'whereabouts check \(path)' tells what can still "
          + "be read")
    }
    try data.make()
    let lock = try DataLock(data)
    try copy(manifest, to: data)
    var check = DataCheck(data, isInUse: false)
    let isSound = try check.run()
    _ = consume lock
    Terminal.write("restore: \(manifest.entries.count) files are in \(data.path)")
    return isSound ? 0 : 1
  }

  /// Copies everything beside its place first, so that a restore that is cut short leaves no data
  /// that looks whole.
  private static func copy(_ manifest: Manifest, to data: DataFolder) throws {
    let stage = DataFolder(data.path + "/restoring")
    try Folder.create(stage.path)
    for entry in manifest.entries {
      let target = "\(stage.path)/\(entry.name)"
      if let slash = entry.name.lastIndex(of: "/") {
        try Folder.create("\(stage.path)/\(entry.name[..<slash])")
      }
      try Folder.copy(file: "\(manifest.folder)/\(entry.name)", to: target)
    }
    for name in try Folder.names(in: stage.path) {
      let path = "\(stage.path)/\(name)"
      if name == "ledger" { try Folder.sync(path) }
      try Folder.rename(path, to: "\(data.path)/\(name)")
    }
    try FileManager.default.removeItem(atPath: stage.path)
    try Folder.sync(data.path)
  }
}

import Fleet
import FoundationEssentials
import Ledger
import Media
import Platform
import Timeline

/// Copies the stored data while a server goes on.
enum BackupCommand: Subcommand {
  static let name = "backup"
  static let summary = "copy the stored data to a folder, also while the server is running"
  static let help = """
    whereabouts backup FOLDER

    Makes FOLDER, which must not be there yet, and copies everything into it: every message that
    was answered before is in the copy. A running server goes on meanwhile. The folder is laid out
    as the data folder is, with the hash of each file in SHA256SUMS, so 'whereabouts check FOLDER'
    and 'sha256sum --check' verify it, and every program can pack it, send it, or copy only what
    is new. 'whereabouts restore FOLDER' puts it back.

      --data-folder FOLDER   the server's data (./data)
    """

  static func run(_ words: [String]) throws -> Int32 {
    let (data, values) = try DataWords.read(words)
    guard let path = values.first, values.count == 1 else {
      throw UsageProblem("name the folder of the backup, such as 'whereabouts backup /mnt/monday'")
    }
    guard Folder.has(data.fleet), Folder.has(data.ledger) else {
      throw UsageProblem("there is no server's data in '\(data.path)'; name it with --data-folder")
    }
    guard !Folder.has(path) else {
      throw UsageProblem("'\(path)' is there already; name a folder that is not")
    }
    // A backup that was not finished has another name, so nobody takes it for a whole one.
    let target = DataFolder(path + ".incomplete")
    guard !Folder.has(target.path) else {
      throw UsageProblem("'\(target.path)' is left of a backup that failed; remove it")
    }
    let faults = try copy(data, to: target)
    try Folder.rename(target.path, to: path)
    try Folder.sync(parent(of: path))
    for fault in faults { Terminal.complain(fault) }
    let end = faults.isEmpty ? "" : "; damaged files were copied as they are"
    Terminal.write("backup: everything is in \(path)\(end)")
    return faults.isEmpty ? 0 : 1
  }

  /// Copies history, media, ledger and then the fleet, in this order: so the ledger goes at least
  /// as far as the history and the media, and the fleet knows every device in the ledger.
  ///
  /// - Returns: what is damaged.
  private static func copy(_ data: DataFolder, to target: DataFolder) throws -> [String] {
    try Folder.create(target.path)
    try Folder.create(target.ledger)
    var manifest = Manifest(target.path)
    var faults: [String] = []
    if Folder.has(data.timeline) {
      do {
        try StoredTimeline.copy(path: data.timeline, to: target.timeline)
        try manifest.add(target.timeline)
      } catch {
        // It can be made anew from the ledger.
        try Folder.remove(file: target.timeline)
        faults.append("the history was left out: \(error)")
      }
    }
    if Folder.has(data.media) {
      faults += try StoredMedia.copy(
        file: data.media, folder: data.mediaContents, to: target.media, target.mediaContents
      ) { try manifest.add($0) }
    }
    let ledger = try SQLiteLedger.copy(folder: data.ledger, to: target.ledger) { file in
      Terminal.write(file)
    }
    for name in try Folder.names(in: target.ledger) {
      try manifest.add("\(target.ledger)/\(name)")
    }
    try StoredFleet.copy(
      path: data.fleet, to: target.fleet, watermark: ledger.latest.rawValue)
    try manifest.add(target.fleet)
    try manifest.write()
    try Folder.sync(target.path)
    return faults + ledger.faults
  }

  private static func parent(of path: String) -> String {
    let parent = URL(filePath: path).deletingLastPathComponent().path
    return parent.isEmpty ? "." : parent
  }
}

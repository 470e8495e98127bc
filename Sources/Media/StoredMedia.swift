internal import Platform
public import SQLite

/// What an operator does with stored media, whether a server is using them or not.
public enum StoredMedia {
  /// So many faults of contents are told.
  private static let mostFaults = 20

  /// Looks at the list and at every content; its number says how far the ledger was seen.
  public static func inspect(
    file: String, folder: String, isInUse: Bool
  ) throws(MediaError) -> (finding: DatabaseFinding, contents: Int, faults: [String]) {
    do {
      let finding = try DatabaseFinding(
        path: file, isInUse: isInUse, number: "SELECT value FROM meta WHERE key = 'watermark'")
      guard finding.faults.isEmpty else { return (finding, 0, []) }
      let database = try Database(lookingAt: file, isInUse: isInUse)
      var faults: [String] = []
      var contents = 0
      for hash in try hashes(database) {
        contents += 1
        let path = "\(folder)/\(hash.path)"
        let content = try? Folder.read(
          file: path, from: 0, most: Int(Folder.size(ofFile: path)))
        if content.map({ ContentHash(of: $0) }) == hash { continue }
        // A server may have removed it meanwhile.
        if isInUse, content == nil, try !hashes(database).contains(hash) { continue }
        faults.append("\(path) is \(content == nil ? "missing" : "not what it was")")
        if faults.count >= mostFaults { break }
      }
      return (finding, contents, faults)
    } catch {
      throw MediaError(error)
    }
  }

  /// Copies the list as it is at this moment and then the contents that it names, also while a
  /// server goes on.
  ///
  /// - Parameter onFile: called with the path of every copy.
  /// - Returns: what could not be copied.
  public static func copy(
    file: String, folder: String, to targetFile: String, _ targetFolder: String,
    onFile: (String) throws -> Void
  ) throws -> [String] {
    try Database(lookingAt: file, isInUse: true).copy(to: targetFile)
    try onFile(targetFile)
    try Folder.create(targetFolder)
    var faults: [String] = []
    for hash in try hashes(try Database(lookingAt: targetFile, isInUse: false)) {
      let path = "\(targetFolder)/\(hash.path)"
      let source = "\(folder)/\(hash.path)"
      do throws(PlatformError) {
        try Folder.create("\(targetFolder)/\(hash.text.prefix(2))")
        try Folder.copy(file: source, to: path)
      } catch {
        if Folder.has(source) { throw error }
        faults.append("a picture or sound was left out: \(source) is missing")
        continue
      }
      try onFile(path)
    }
    return faults
  }

  private static func hashes(_ database: Database) throws(SQLiteError) -> Set<ContentHash> {
    let select = try database.prepare("SELECT DISTINCT hash FROM item WHERE hash IS NOT NULL")
    var hashes: Set<ContentHash> = []
    while try select.step() {
      if let hash = ContentHash(stored: select.blob(0)) { hashes.insert(hash) }
    }
    return hashes
  }
}

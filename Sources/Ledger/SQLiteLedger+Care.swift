internal import Platform
internal import SQLite

/// What an operator does with the files of a ledger, whether a server is using them or not.
extension SQLiteLedger {
  /// Looks at every file of a ledger, and reads every message; changes nothing.
  ///
  /// - Parameters:
  ///   - isInUse: whether a server may be using the files.
  ///   - onFile: called after each file.
  /// - Throws: if the folder or a file cannot be opened for another reason than damage.
  public static func inspect(
    folder: String, isInUse: Bool, onFile: (SegmentFinding) -> Void = { _ in }
  ) throws(LedgerError) -> LedgerFindings {
    do {
      var findings = LedgerFindings()
      let segments = try SegmentFolder.files(in: folder)
      for (index, segment) in segments.enumerated() {
        let end = index + 1 < segments.count ? segments[index + 1].first : nil
        guard let finding = try SegmentInspection.inspect(segment, before: end, isInUse: isInUse)
        else { continue }
        onFile(finding)
        findings.segments.append(finding)
      }
      findings.faults = try faults(between: findings.segments, folder)
      return findings
    } catch {
      throw .storage("\(error)")
    }
  }

  /// Numbers of which no file is there, and files that an earlier start has put aside.
  private static func faults(
    between segments: [SegmentFinding], _ folder: String
  ) throws(PlatformError) -> [String] {
    var faults: [String] = []
    for (segment, next) in zip(segments, segments.dropFirst()) where segment.faults.isEmpty {
      let newest = segment.newest ?? segment.first - 1
      if newest < next.first - 1 {
        faults.append("messages \(newest + 1) to \(next.first - 1) are in no file")
      }
    }
    for name in try Folder.names(in: folder) where name.hasSuffix(".sqlite.damaged") {
      faults.append("\(folder)/\(name) was put aside because nothing in it could be read")
    }
    return faults
  }

  /// Copies the files of a ledger to another folder, which must be there, also while a server
  /// goes on writing them: everything that was durable before is in the copy, and no message
  /// without those before it.
  ///
  /// - Parameter onFile: called with the path of each copy.
  /// - Returns: how far the copy goes, and which files are damaged, for people. Those were copied
  ///   as they are.
  public static func copy(
    folder: String, to target: String, onFile: (String) -> Void = { _ in }
  ) throws(LedgerError) -> (latest: LedgerToken, faults: [String]) {
    do {
      var faults: [String] = []
      var latest = LedgerToken.start
      // Those that are there now and no later ones: the last may be copied before it is full, and
      // then nothing may follow it.
      for segment in try SegmentFolder.files(in: folder) {
        let name = segment.path.split(separator: "/").last.map(String.init) ?? ""
        let path = "\(target)/\(name)"
        do throws(SQLiteError) {
          try SegmentFolder.open(segment).copy(to: path)
          let newest = try SegmentSummary(Database(lookingAt: path, isInUse: false)).newest
          latest = LedgerToken(rawValue: newest ?? segment.first - 1)
        } catch {
          // Retention may have removed it meanwhile.
          guard Folder.has(segment.path) else { continue }
          guard error.kind == .corrupt else { throw error }
          faults.append(error.description)
          try copyAsItIs(segment, to: path)
        }
        onFile(path)
      }
      try Folder.sync(target)
      return (latest, faults)
    } catch {
      throw .storage("\(error)")
    }
  }

  private static func copyAsItIs(_ segment: Segment, to path: String) throws(PlatformError) {
    // The log first: a checkpoint between the two may only move pages to the file.
    for suffix in ["-wal", ""] {
      try Folder.remove(file: path + suffix)
      if Folder.has(segment.path + suffix) {
        try Folder.copy(file: segment.path + suffix, to: path + suffix)
      }
    }
  }
}

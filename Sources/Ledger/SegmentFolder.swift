internal import Platform
internal import SQLite
internal import Synchronization

/// One file of the ledger.
struct Segment: Sendable, Hashable {
  /// The lowest sequence number that it may hold.
  ///
  /// Nothing in it counts from the first number of the following file on: a commit that failed may
  /// have left something there.
  let first: Int64
  /// Its place among all files that this process has used, which no other file has, even if it
  /// has the name of one that was removed.
  let serial: Int
  let path: String
}

/// The files of a ledger, oldest first; shared by the writer, the readers and the checkpointer.
final class SegmentFolder: Sendable {
  /// So many numbers belong to one file at most.
  static let mostEntries: Int64 = 1 << 24
  private static let draftSuffix = ".new"

  private struct State: Sendable {
    var segments: [Segment] = []
    var serial = 0
    /// Serial numbers of files that failed outside of a commit.
    var failed: Set<Int> = []
    /// Files up to this serial number are not written any more.
    var retired = 0
  }

  let path: String
  let fileSystem: String?
  private let state = Mutex(State())
  private let lock = Mutex<FolderLock?>(nil)

  /// Takes over a folder, which is made if it is missing.
  init(path: String, fileSystem: String?) throws(PlatformError) {
    self.path = path
    self.fileSystem = fileSystem
    try Folder.create(path)
    // Two writers would take each other's files for their own.
    let taken = try FolderLock(path)
    lock.withLock { $0 = taken }
    for segment in try Self.files(in: path) { _ = add(first: segment.first) }
    try removeUnfinished()
  }

  /// Where a file is written anew, before it takes the place of the one that is there.
  static func draft(of segment: Segment) -> String { segment.path + draftSuffix }

  /// What a crash has left of files that were being written anew.
  private func removeUnfinished() throws(PlatformError) {
    for name in try Folder.names(in: path)
    where name.hasSuffix(Self.draftSuffix) || name.hasSuffix(Self.draftSuffix + "-journal") {
      try Folder.remove(file: "\(path)/\(name)")
    }
  }

  /// The files of a folder as they are found, oldest first; also while a ledger is using it.
  static func files(in path: String) throws(PlatformError) -> [Segment] {
    let firsts = try Folder.names(in: path).compactMap { name -> Int64? in
      guard name.hasPrefix("ledger-"), name.hasSuffix(".sqlite") else { return nil }
      return Int64(name.dropFirst(7).dropLast(7))
    }
    return firsts.sorted().enumerated().map { index, first in
      Segment(first: first, serial: index, path: "\(path)/\(name(first: first))")
    }
  }

  private static func name(first: Int64) -> String {
    let digits = String(first)
    return "ledger-" + String(repeating: "0", count: max(0, 12 - digits.count)) + digits + ".sqlite"
  }

  /// Lets another process have the folder.
  func unlock() { lock.withLock { $0 = nil } }

  var segments: [Segment] { state.withLock { $0.segments } }

  /// Where the numbers of each file end, for reading: before the next file's first, or at the
  /// newest committed one.
  func ranges(through latest: LedgerToken) -> [(segment: Segment, last: Int64)] {
    let segments = segments
    return segments.indices.map { index in
      let isLast = index + 1 == segments.count
      let last = isLast ? latest.rawValue : segments[index + 1].first - 1
      return (segments[index], min(last, latest.rawValue))
    }
  }

  /// Adds the name of a file, which replaces one with the same first number.
  func add(first: Int64) -> Segment {
    state.withLock { state in
      state.serial += 1
      let segment = Segment(
        first: first, serial: state.serial, path: "\(path)/\(Self.name(first: first))")
      state.segments.removeAll { $0.first >= first }
      state.segments.append(segment)
      return segment
    }
  }

  /// Removes a file's name from the list, and then the file.
  func remove(_ segment: Segment) throws(PlatformError) {
    state.withLock { state in state.segments.removeAll { $0 == segment } }
    try removeFiles(of: segment)
  }

  /// Removes a file with what SQLite keeps beside it, the main file last: if only a part of them
  /// goes, the rest is found again at the next start.
  func removeFiles(of segment: Segment) throws(PlatformError) {
    for suffix in ["-shm", "-wal", "-journal", ""] {
      try Folder.remove(file: segment.path + suffix)
    }
  }

  /// Puts a file that cannot be read out of the way.
  func putAside(_ segment: Segment) throws(PlatformError) {
    state.withLock { state in state.segments.removeAll { $0 == segment } }
    for suffix in ["-wal", ""] where Folder.size(ofFile: segment.path + suffix) > 0 {
      try Folder.rename(segment.path + suffix, to: "\(segment.path)\(suffix).damaged")
    }
  }

  /// Remembers that a file failed outside of a commit, so that nothing more is stored in it.
  func markFailed(_ segment: Segment) {
    state.withLock { state in _ = state.failed.insert(segment.serial) }
  }

  func hasFailed(_ segment: Segment) -> Bool {
    state.withLock { $0.failed.contains(segment.serial) }
  }

  /// No message is added to the files that are there now; the writer finds that out at its next
  /// commit.
  func retireAll() { state.withLock { $0.retired = $0.serial } }

  func isRetired(_ segment: Segment) -> Bool { state.withLock { segment.serial <= $0.retired } }

  func has(_ segment: Segment) -> Bool { state.withLock { $0.segments.contains(segment) } }

  func size(of segment: Segment) -> Int64 {
    Folder.size(ofFile: segment.path) + Folder.size(ofFile: segment.path + "-wal")
  }

  func logSize(of segment: Segment) -> Int64 { Folder.size(ofFile: segment.path + "-wal") }

  /// Opens a file of the ledger for reading.
  ///
  /// The mode is not `read`, because only a writer may tidy up what SQLite keeps beside the file.
  func open(_ segment: Segment) throws(SQLiteError) -> Database {
    try Self.open(segment, fileSystem: fileSystem)
  }

  /// Opens a file of a ledger that may be in use, for reading.
  static func open(_ segment: Segment, fileSystem: String? = nil) throws(SQLiteError) -> Database {
    let database = try Database(path: segment.path, mode: .write, fileSystem: fileSystem)
    try database.execute("PRAGMA wal_autocheckpoint=0; PRAGMA query_only=1")
    return database
  }
}

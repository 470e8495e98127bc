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

  private struct State: Sendable {
    var segments: [Segment] = []
    var serial = 0
    /// Serial numbers of files that failed outside of a commit.
    var failed: Set<Int> = []
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
    for name in try Folder.names(in: path) {
      guard name.hasPrefix("ledger-"), name.hasSuffix(".sqlite"),
        let first = Int64(name.dropFirst(7).dropLast(7))
      else { continue }
      _ = add(first: first)
    }
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
    let digits = String(first)
    let name = "ledger-" + String(repeating: "0", count: max(0, 12 - digits.count)) + digits
    return state.withLock { state in
      state.serial += 1
      let segment = Segment(
        first: first, serial: state.serial, path: "\(path)/\(name).sqlite")
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

  func size(of segment: Segment) -> Int64 {
    Folder.size(ofFile: segment.path) + Folder.size(ofFile: segment.path + "-wal")
  }

  func logSize(of segment: Segment) -> Int64 { Folder.size(ofFile: segment.path + "-wal") }

  /// Opens a file of the ledger for reading.
  ///
  /// The mode is not `read`, because only a writer may tidy up what SQLite keeps beside the file.
  func open(_ segment: Segment) throws(SQLiteError) -> Database {
    let database = try Database(path: segment.path, mode: .write, fileSystem: fileSystem)
    try database.execute("PRAGMA wal_autocheckpoint=0; PRAGMA query_only=1")
    return database
  }
}

import Glibc

/// Keeps a second server off the same data.
struct DataLock: ~Copyable {
  private let file: Int32

  /// Takes the lock, which ends with the process.
  init(_ folder: DataFolder) throws {
    file = open(folder.lock, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard file >= 0 else {
      throw UsageProblem("'\(folder.lock)' cannot be opened: \(String(cString: strerror(errno)))")
    }
    guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
      close(file)
      throw UsageProblem(
        "another server is using the data in '\(folder.path)'; stop it, or name another folder "
          + "with --data-folder")
    }
  }

  deinit { close(file) }
}

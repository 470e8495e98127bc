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
        "another server is using the data in '\(folder.path)', or it is being checked or restored; "
          + "stop that, or name another folder with --data-folder")
    }
  }

  /// Takes the lock if nobody has it, and makes no file for that.
  ///
  /// - Returns: nil if a server is using the data.
  init?(ifFree folder: DataFolder) {
    file = open(folder.lock, O_RDWR | O_CLOEXEC)
    // Without the file no server has ever been here.
    guard file >= 0 else { return }
    guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
      close(file)
      return nil
    }
  }

  deinit { if file >= 0 { close(file) } }
}

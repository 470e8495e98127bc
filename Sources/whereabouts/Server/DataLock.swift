import Glibc
import Platform

/// Keeps a second server off the same data.
struct DataLock {
  private let lock: FolderLock

  /// Takes the lock, which ends with the process.
  init(_ folder: DataFolder) throws {
    do throws(PlatformError) {
      lock = try FolderLock(folder.path)
    } catch {
      guard error.number == EWOULDBLOCK else { throw error }
      throw UsageProblem(
        "another server is using the data in '\(folder.path)'; stop it, or name another folder "
          + "with --data-folder")
    }
  }
}

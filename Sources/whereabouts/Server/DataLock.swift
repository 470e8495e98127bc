import FoundationEssentials
import Glibc
import Platform

/// Keeps a second server off the same data.
struct DataLock {
  private let lock: FolderLock?

  /// Takes the lock, which ends with the process.
  init(_ folder: DataFolder) throws {
    do throws(PlatformError) {
      lock = try FolderLock(folder.path)
    } catch {
      guard error.number == EWOULDBLOCK else { throw error }
      throw UsageProblem(
        "another server is using the data in '\(folder.path)', or it is being checked or restored; "
          + "stop that, or name another folder with --data-folder")
    }
  }

  /// Takes the lock if nobody has it, and makes no file for that.
  ///
  /// - Returns: nil if a server is using the data.
  init?(ifFree folder: DataFolder) {
    // Without the file no server has ever been here.
    guard FileManager.default.fileExists(atPath: folder.path + "/lock") else {
      lock = nil
      return
    }
    guard let taken = try? FolderLock(folder.path) else { return nil }
    lock = taken
  }
}

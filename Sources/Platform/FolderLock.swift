internal import Glibc

/// Keeps a folder for one process: a second one that asks is refused, and so is a second holder in
/// this process.
///
/// The operating system lets go of it when the process ends, however it ends.
public final class FolderLock: Sendable {
  private let descriptor: Int32

  /// Takes the lock, through a file named `lock` in the folder.
  ///
  /// - Throws: if somebody else has it, or the file cannot be made.
  public init(_ folder: String) throws(PlatformError) {
    let path = folder + "/lock"
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw PlatformError("open", path, errno) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      let number = errno
      close(descriptor)
      throw PlatformError("get for this process alone", path, number)
    }
  }

  deinit { close(descriptor) }
}

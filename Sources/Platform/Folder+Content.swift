internal import Glibc

extension Folder {
  /// Writes a file so that after a crash it is there as a whole or not at all; only this user may
  /// read it. A file of this name is replaced.
  public static func write(_ bytes: [UInt8], durablyTo path: String) throws(PlatformError) {
    let draft = path + ".new"
    let file = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw PlatformError("make", draft, errno) }
    do throws(PlatformError) {
      defer { close(file) }
      var done = 0
      while done < bytes.count {
        // Within the array, of which the bytes up to `done` are written.
        let count = bytes.withUnsafeBytes { buffer in
          Glibc.write(file, buffer.baseAddress?.advanced(by: done), buffer.count - done)
        }
        guard count > 0 else { throw PlatformError("write", draft, errno) }
        done += count
      }
      guard fsync(file) == 0 else { throw PlatformError("sync", draft, errno) }
    } catch {
      unlink(draft)
      throw error
    }
    try rename(draft, to: path)
    if let slash = path.lastIndex(of: "/") { try sync(String(path[..<slash])) }
  }

  /// Reads bytes of a file from an offset on; fewer than asked for only at its end.
  public static func read(
    file path: String, from offset: Int, most: Int
  ) throws(PlatformError) -> [UInt8] {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw PlatformError("open", path, errno) }
    defer { close(file) }
    var buffer = [UInt8](repeating: 0, count: max(most, 0))
    var done = 0
    while done < buffer.count {
      // Within the array, whose bytes up to `done` are filled.
      let count = buffer.withUnsafeMutableBytes { bytes in
        pread(file, bytes.baseAddress?.advanced(by: done), bytes.count - done, off_t(offset + done))
      }
      guard count >= 0 else { throw PlatformError("read", path, errno) }
      if count == 0 { break }
      done += count
    }
    buffer.removeSubrange(done...)
    return buffer
  }
}

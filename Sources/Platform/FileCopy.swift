internal import Glibc

extension Folder {
  /// Whether there is a file or folder of this name.
  public static func has(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// Copies a file as it is at this moment, byte for byte, and makes the copy durable; only this
  /// user may read the copy.
  ///
  /// - Throws: also if there is a file at the target.
  public static func copy(file path: String, to target: String) throws(PlatformError) {
    let source = open(path, O_RDONLY | O_CLOEXEC)
    guard source >= 0 else { throw PlatformError("open", path, errno) }
    defer { close(source) }
    let copy = open(target, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard copy >= 0 else { throw PlatformError("make", target, errno) }
    defer { close(copy) }
    var buffer = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      let count = Glibc.read(source, &buffer, buffer.count)
      if count == 0 { break }
      guard count > 0 else { throw PlatformError("read", path, errno) }
      var done = 0
      while done < count {
        // Within the buffer, of which `count` bytes were just read.
        let written = buffer.withUnsafeBytes { bytes in
          Glibc.write(copy, bytes.baseAddress?.advanced(by: done), count - done)
        }
        guard written > 0 else { throw PlatformError("write", target, errno) }
        done += written
      }
    }
    guard fsync(copy) == 0 else { throw PlatformError("sync", target, errno) }
  }
}

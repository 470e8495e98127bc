internal import Glibc

/// What is needed of files and folders where Foundation is not.
public enum Folder {
  /// Makes a folder and those that it is in, as far as they are missing; only this user may
  /// enter what is made.
  public static func create(_ path: String) throws(PlatformError) {
    if mkdir(path, 0o700) == 0 || errno == EEXIST { return }
    guard errno == ENOENT, let slash = path.lastIndex(of: "/"), slash != path.startIndex else {
      throw PlatformError("make folder", path, errno)
    }
    try create(String(path[..<slash]))
    guard mkdir(path, 0o700) == 0 || errno == EEXIST else {
      throw PlatformError("make folder", path, errno)
    }
  }

  /// The names in a folder in byte order, without `.` and `..`.
  public static func names(in path: String) throws(PlatformError) -> [String] {
    guard let stream = opendir(path) else { throw PlatformError("list", path, errno) }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      // d_name ends with a zero within the entry, which is valid until the next readdir.
      let offset = MemoryLayout<dirent>.offset(of: \.d_name) ?? 0
      let start = UnsafeRawPointer(entry).advanced(by: offset)
      let name = String(cString: start.assumingMemoryBound(to: CChar.self))
      if name != "." && name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// Removes a file; it is no error if there is none.
  public static func remove(file path: String) throws(PlatformError) {
    guard unlink(path) == 0 || errno == ENOENT else {
      throw PlatformError("remove", path, errno)
    }
  }

  /// Gives a file another name, replacing what has that name.
  public static func rename(_ path: String, to other: String) throws(PlatformError) {
    guard Glibc.rename(path, other) == 0 else { throw PlatformError("rename", path, errno) }
  }

  /// The size of a file in bytes; 0 if there is none.
  public static func size(ofFile path: String) -> Int64 {
    var facts = stat()
    return stat(path, &facts) == 0 ? Int64(facts.st_size) : 0
  }

  /// Makes the names in a folder durable.
  public static func sync(_ path: String) throws(PlatformError) {
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw PlatformError("open", path, errno) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw PlatformError("sync", path, errno) }
  }
}

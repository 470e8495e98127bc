internal import Platform

/// The files of the contents: two digits of the hash are a folder, all of them the name.
struct MediaFolder: Sendable {
  let path: String

  /// Stores a content durably; one that is there already is left as it is.
  func store(_ content: [UInt8], _ hash: ContentHash) throws(PlatformError) {
    let file = "\(path)/\(hash.path)"
    if Folder.has(file), Folder.size(ofFile: file) == content.count { return }
    let folder = "\(path)/\(hash.text.prefix(2))"
    if !Folder.has(folder) {
      try Folder.create(folder)
      try Folder.sync(path)
    }
    try Folder.write(content, durablyTo: file)
  }

  /// Bytes of a content.
  func read(_ hash: ContentHash, from offset: Int, most: Int) throws(PlatformError) -> [UInt8] {
    try Folder.read(file: "\(path)/\(hash.path)", from: offset, most: most)
  }

  /// Removes a content.
  func remove(_ hash: ContentHash) throws(PlatformError) {
    try Folder.remove(file: "\(path)/\(hash.path)")
  }
}

import FoundationEssentials
import Platform
import Secrets

/// The list of a backup's files with their hashes, in the form of `sha256sum`.
struct Manifest {
  static let name = "SHA256SUMS"

  let folder: String
  private(set) var entries: [(name: String, digest: String)] = []

  /// An empty list for the files of a folder.
  init(_ folder: String) { self.folder = folder }

  /// The list that is in a folder.
  init(reading folder: String) throws {
    self.folder = folder
    let path = "\(folder)/\(Self.name)"
    guard let content = FileManager.default.contents(atPath: path) else {
      throw UsageProblem("'\(folder)' is no backup: it has no file \(Self.name)")
    }
    for line in String(decoding: content, as: UTF8.self).split(separator: "\n") {
      let parts = line.split(separator: " ", maxSplits: 1)
      let name = parts.count == 2 ? parts[1].drop { $0 == " " || $0 == "*" } : ""
      // A name that leaves the folder is none of ours.
      guard !name.isEmpty, !name.hasPrefix("/"), !name.split(separator: "/").contains("..") else {
        throw UsageProblem("'\(path)' has a line that names no file of the backup: \(line)")
      }
      entries.append((String(name), String(parts[0])))
    }
  }

  /// Adds a file that is in the folder.
  mutating func add(_ path: String) throws {
    entries.append(
      (String(path.dropFirst(folder.count + 1)), try FileDigest.sha256(ofFile: path)))
  }

  /// Writes the list into the folder, durably.
  func write() throws {
    let text = entries.map { "\($0.digest)  \($0.name)\n" }.joined()
    let path = "\(folder)/\(Self.name)"
    try Data(text.utf8).write(to: URL(filePath: path + ".new"))
    try Folder.copy(file: path + ".new", to: path)
    try Folder.remove(file: path + ".new")
  }

  /// The files whose content is not what it was, or that are missing.
  func changed() -> [String] {
    entries.filter { entry in
      let now = try? FileDigest.sha256(ofFile: "\(folder)/\(entry.name)")
      return now != entry.digest
    }.map(\.name)
  }
}

import Foundation

/// The files of this repository, as its own tests see them.
enum Repository {
  /// The folder that holds Package.swift.
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Folders that hold nothing of ours.
  private static let foreign: Set<String> = [".build", ".git", "artefacts", "data", "vendor"]

  /// Folders of somebody's machine, which no file of ours has a reason to name.
  static let machineFolders = ["home", "root", "work", "tmp"].map { "/\($0)/" }

  /// Paths below the root, with `/`, in order, of all files that are ours.
  static let paths: [String] = {
    let walker = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)
    let prefix = root.standardizedFileURL.path + "/"
    var paths: [String] = []
    while let url = walker?.nextObject() as? URL {
      if foreign.contains(url.lastPathComponent) {
        walker?.skipDescendants()
      } else if !url.hasDirectoryPath {
        paths.append(String(url.standardizedFileURL.path.dropFirst(prefix.count)))
      }
    }
    return paths.sorted()
  }()

  /// The Swift files that the rules are about.
  static let swiftFiles: [SourceFile] =
    paths
    .filter { $0.hasSuffix(".swift") }
    .filter { path in ["Sources/", "Tests/", "Fuzz/"].contains { path.hasPrefix($0) } }
    .map { SourceFile(path: $0, text: text(of: $0)) }

  /// How often each word stands in the code of all those files.
  static let words: [String: Int] = swiftFiles.reduce(into: [:]) { counts, file in
    counts.merge(WordCount.of(file.code)) { $0 + $1 }
  }

  /// The text of a file; empty if there is none.
  static func text(of path: String) -> String {
    let data = FileManager.default.contents(atPath: root.appending(path: path).path)
    return String(decoding: data ?? Data(), as: UTF8.self)
  }

  /// Whether there is a file or folder at a path.
  static func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: root.appending(path: path).path)
  }

  /// Whether a file may be executed.
  static func isExecutable(_ path: String) -> Bool {
    FileManager.default.isExecutableFile(atPath: root.appending(path: path).path)
  }
}

/// A Swift file with its tokens.
struct SourceFile: Sendable {
  let path: String
  let lines: [Substring]
  let tokens: [Token]

  init(path: String, text: String) {
    self.path = path
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    self.lines = lines
    self.tokens = SwiftTokens.all(in: text)
  }

  /// The target that the file belongs to: the folder below Sources or Tests.
  var room: String {
    let parts = path.split(separator: "/")
    return parts.count > 1 ? String(parts[1]) : ""
  }

  var isInSources: Bool { path.hasPrefix("Sources/") }

  /// Whether the file reads bytes from the wire as part of a protocol.
  var isProtocol: Bool {
    path.hasPrefix("Sources/TrackerProtocols/")
      && !path.hasPrefix("Sources/TrackerProtocols/Kit/")
      && path.split(separator: "/").count > 3
  }

  /// Long texts and tables, which the length rules leave alone.
  var isTable: Bool {
    ["+Examples.swift", "+Vocabulary.swift"].contains { path.hasSuffix($0) }
  }

  /// The lines, from 1, within texts of several lines.
  var linesOfText: Set<Int> {
    var lines: Set<Int> = []
    for token in tokens where token.kind == .string {
      let count = token.text.count { $0 == "\n" }
      if count > 1 { lines.formUnion(token.line + 1..<token.line + count) }
    }
    return lines
  }

  /// The tokens without the comments.
  var code: [Token] { tokens.filter { $0.kind != .comment } }
}

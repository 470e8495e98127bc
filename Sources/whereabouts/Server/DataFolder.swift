import FoundationEssentials
import Platform

/// The folder of everything that the server stores.
struct DataFolder {
  /// Its path.
  let path: String

  init(_ path: String) { self.path = path }

  /// The folder of the ledger's segments.
  var ledger: String { path + "/ledger" }
  /// The file of the timeline.
  var timeline: String { path + "/timeline.sqlite" }
  /// The list of pictures and sounds.
  var media: String { path + "/media.sqlite" }
  /// The folder of their contents.
  var mediaContents: String { path + "/media" }
  /// The file of devices, people and settings.
  var fleet: String { path + "/fleet.sqlite" }

  /// Makes the folder if it is missing; only its owner may look into it.
  func make() throws {
    do throws(PlatformError) {
      try Folder.create(path)
    } catch {
      throw UsageProblem("the data folder '\(path)' cannot be made: \(error)")
    }
  }

  /// The names in it that somebody has put there; none if it is missing.
  func names() throws -> [String] {
    guard FileManager.default.fileExists(atPath: path) else { return [] }
    let own: Set<String> = ["lock", "lost+found"]
    return try FileManager.default.contentsOfDirectory(atPath: path).filter { !own.contains($0) }
  }
}

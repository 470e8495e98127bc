import Configuration
import FoundationEssentials
import WebServer

/// Finds the files of the web page.
enum PageFolder {
  /// How far above the program its folder is looked for: a build lies four folders deep in the
  /// project.
  private static let mostFolders = 5

  /// The files of the folder that is set, or of the one that came with the program.
  static func files(_ configuration: Configuration) throws -> StaticFiles {
    do throws(StaticFiles.Failure) {
      return try StaticFiles(folder: path(configuration))
    } catch {
      throw UsageProblem("\(error) The setting web.files (--web-files FOLDER) names it.")
    }
  }

  /// What nobody has set is also found when the server is started in another folder.
  private static func path(_ configuration: Configuration) -> String {
    let path = configuration[Settings.webFiles]
    guard configuration.origin(of: Settings.webFiles.description) == "default", !isPage(path) else {
      return path
    }
    let program = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    var folder = program.deletingLastPathComponent()
    for _ in 0..<mostFolders {
      let candidate = folder.appending(path: "Web").path
      if isPage(candidate) { return candidate }
      folder = folder.deletingLastPathComponent()
    }
    return path
  }

  private static func isPage(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: path + "/index.html")
  }
}

public import Foundation

/// A folder of a test's own, removed with everything in it when the test lets go of it.
public final class TemporaryFolder: Sendable {
  /// Where it is.
  public let url: URL

  /// Makes a folder.
  public init() throws {
    url = FileManager.default.temporaryDirectory
      .appendingPathComponent("whereabouts-\(UUID().uuidString)", isDirectory: true)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit {
    // The system clears its temporary folder anyway.
    try? FileManager.default.removeItem(at: url)
  }

  /// Its path.
  public var path: String { url.path }

  /// The path of a file or folder in it.
  public func path(_ name: String) -> String { url.appendingPathComponent(name).path }
}

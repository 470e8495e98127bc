public import Foundation

/// A folder of a test's own, removed with everything in it when the test lets go of it.
public final class TemporaryFolder: Sendable {
  /// Where it is.
  public let url: URL

  /// Makes a folder.
  ///
  /// - Parameter inMemory: whether to have it in memory where the system offers that, for tests
  ///   that write very many files and do not care for the disk.
  public init(inMemory: Bool = false) throws {
    let memory = URL(fileURLWithPath: "/dev/shm", isDirectory: true)
    let isThere = inMemory && FileManager.default.isWritableFile(atPath: memory.path)
    url = (isThere ? memory : FileManager.default.temporaryDirectory)
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

import Foundation
import TestKit
import Testing

/// A full disk costs no message: nothing is answered while it is full, and it goes on by itself.
@Suite(.serialized) struct DiskFullTests {
  /// A file system of a few megabytes in memory; only root can make one.
  private final class SmallDisk {
    let folder: TemporaryFolder
    let path: String

    init(megabytes: Int) throws {
      folder = try TemporaryFolder()
      path = folder.path("disk")
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
      let mount = try Program(
        ["-t", "tmpfs", "-o", "size=\(megabytes)m", "tmpfs", path], executable: "/bin/mount"
      ).wait(seconds: 10)
      guard mount.status == 0 else { throw TestServerFailure("no mount: \(mount.complaints)") }
    }

    deinit { _ = try? Program([path], executable: "/bin/umount").wait(seconds: 10) }
  }

  private static let isAllowed =
    geteuid() == 0 && (try? SmallDisk(megabytes: 1)) != nil

  @Test(.enabled(if: isAllowed, "this machine does not allow a file system of our own"))
  func goesOnWhenThereIsRoomAgain() async throws {
    let disk = try SmallDisk(megabytes: 256)
    let ballast = disk.path + "/ballast"
    let server = try TestServer(data: disk.path + "/data")
    let free = try #require(
      FileManager.default.attributesOfFileSystem(forPath: disk.path)[.systemFreeSize] as? Int)
    try Data(count: free - (4 << 20)).write(to: URL(filePath: ballast))
    let flood = try Program([
      "flood", "--to", "127.0.0.1:\(server.trackerPort)", "--rate", "5000", "--connections", "20",
      "--devices", "100", "--messages", "40000", "--silence", "300",
    ])
    // The disk is full within seconds; then health says so, and nothing is answered.
    try await Self.until("the server notices the full disk") {
      try await server.ask("GET", "/health").status == 503
    }
    #expect(flood.isRunning)
    #expect(server.program.isRunning)
    let devices = try await server.ask("GET", "/api/devices")
    #expect(devices.status == 200, "the API does not read while the disk is full")

    try FileManager.default.removeItem(atPath: ballast)
    try await Self.until("it stores again") {
      try await server.ask("GET", "/health").status == 200
    }
    let result = flood.wait(seconds: 60)
    #expect(result.output.contains("40000 sent, 40000 answered"), "\(result.output)")
    #expect(server.stop().status == 0)
  }

  private static func until(
    _ what: String, _ condition: () async throws -> Bool
  ) async throws {
    for _ in 0..<600 {
      if try await condition() { return }
      try await Task.sleep(for: .milliseconds(100))
    }
    throw TestServerFailure("never came: \(what)")
  }
}

import Foundation
import Ledger
import Telemetry
import TestKit
import Testing

/// `whereabouts backup` and `whereabouts restore`.
@Suite struct BackupTests {
  /// Every message that was answered before the backup began is in it, and in the history of the
  /// machine that it is restored on.
  @Test func aBackupUnderLoadHasEverythingThatWasAnsweredBefore() async throws {
    let folder = try TemporaryFolder()
    let server = try TestServer(data: folder.path("data"))
    let data = try StoredData()
    try data.load(server, messages: 6_000)
    let known = try Self.messages(folder.path("data/ledger"))
    #expect(known.count == 6_100)
    let flood = try Program([
      "flood", "--to", "127.0.0.1:\(server.trackerPort)", "--rate", "2000", "--messages", "1000000",
      "--connections", "50", "--devices", "500", "--first", "2026-02-01T00:00:00Z",
    ])
    try await Task.sleep(for: .milliseconds(1_500))
    let before = try Self.messages(folder.path("data/ledger"))
    #expect(before.count > known.count)
    let backup = try Program.run(
      ["backup", folder.path("backup"), "--data-folder", folder.path("data")])
    #expect(backup.status == 0, "\(backup.complaints)")
    #expect(flood.isRunning && server.program.isRunning)
    flood.signal(SIGKILL)
    flood.wait()
    #expect(server.stop().status == 0)

    let sums = try Program(
      ["-c", "cd '\(folder.path("backup"))' && sha256sum --check --quiet SHA256SUMS"],
      executable: "/bin/sh"
    ).wait()
    #expect(sums.status == 0, "\(sums.complaints)")
    #expect(try data.check(folder.path("backup")).status == 0)

    let restored = folder.path("elsewhere/data")
    let restore = try Program.run(["restore", folder.path("backup"), "--data-folder", restored])
    #expect(restore.status == 0, "\(restore.output) \(restore.complaints)")
    #expect(restore.output.contains("check: all is well"))
    let after = try Self.messages(restored + "/ledger")
    #expect(before.subtracting(after).isEmpty)
    let all = try Self.messages(folder.path("data/ledger"))
    #expect(after.subtracting(all).isEmpty)

    // The restored server goes on, and everybody in the ledger is known.
    let second = try TestServer(data: restored)
    try data.load(second, messages: 1_000, first: "2026-03-01T00:00:00Z")
    #expect(second.stop().status == 0)
    let check = try data.check(restored)
    #expect(check.status == 0, "\(check.output)")
  }

  @Test func nothingIsOverwritten() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("data")
    let backup = folder.path("backup")
    try StoredData().fill(path, messages: 300)
    #expect(try Program.run(["backup", backup, "--data-folder", path]).status == 0)
    let again = try Program.run(["backup", backup, "--data-folder", path])
    #expect(again.status == 2)
    #expect(again.complaints.contains("'\(backup)' is there already"))
    let over = try Program.run(["restore", backup, "--data-folder", path])
    #expect(over.status == 2)
    #expect(over.complaints.contains("is not empty"))
    let nothing = try Program.run(["backup", folder.path("b"), "--data-folder", folder.path("no")])
    #expect(nothing.status == 2)
    #expect(nothing.complaints.contains("there is no server's data in '\(folder.path("no"))'"))
    #expect(!FileManager.default.fileExists(atPath: folder.path("no")))
  }

  @Test func aBackupThatHasChangedIsRefused() throws {
    let folder = try TemporaryFolder()
    let data = try StoredData()
    let backup = folder.path("backup")
    try data.fill(folder.path("data"), messages: 300)
    let made = try Program.run(["backup", backup, "--data-folder", folder.path("data")])
    #expect(made.status == 0, "\(made.complaints)")
    try data.damage(backup + "/fleet.sqlite") { $0[$0.count / 2] ^= 4 }
    let restored = folder.path("restored")
    let result = try Program.run(["restore", backup, "--data-folder", restored])
    #expect(result.status == 2)
    #expect(result.complaints.contains("fleet.sqlite"))
    #expect(!FileManager.default.fileExists(atPath: restored))
    let noBackup = try Program.run(["restore", folder.path("data"), "--data-folder", restored])
    #expect(noBackup.status == 2)
    #expect(noBackup.complaints.contains("is no backup"))
  }

  /// What tells one stored message from every other.
  private struct Message: Hashable {
    let sequence: Int64
    let identity: Int64
    let raw: [UInt8]
  }

  /// The messages of a ledger, also of one that is being written.
  private static func messages(_ folder: String) throws -> Set<Message> {
    let copy = try TemporaryFolder()
    _ = try SQLiteLedger.copy(folder: folder, to: copy.path)
    let ledger = try SQLiteLedger(folder: copy.path)
    defer { ledger.close() }
    var messages: Set<Message> = []
    var place = LedgerToken.start
    while true {
      let records = try ledger.read(after: place, most: 5_000)
      guard let last = records.last else { return messages }
      place = last.token
      for record in records {
        messages.insert(
          Message(
            sequence: record.sequence, identity: record.identity.rawValue, raw: record.raw))
      }
    }
  }
}

import Fleet
import FoundationEssentials
import Ledger
import Media
import Timeline

/// Erases everything that a tracker has sent.
enum EraseCommand: Subcommand {
  static let name = "erase"
  static let summary = "erase everything that a tracker has sent, for good"
  static let help = """
    whereabouts erase [FOLDER] --identifier IDENTIFIER

    Removes all positions, all messages and every trace of the calls of one tracker from the data
    in FOLDER; without it, from the server's data. No server may be running on it: a running one
    erases a device on request (POST /api/devices/NUMBER/erase). The device stays as it was
    entered; an arrival goes altogether. There is no way back, but backups still have everything.

      --identifier IDENTIFIER  what the tracker calls itself, such as its IMEI
      --data-folder FOLDER     the server's data (./data)
    """

  static func run(_ words: [String]) throws -> Int32 {
    let (data, rest) = try DataWords.read(words, withValue: ["identifier"], alone: [])
    guard let identifier = rest["identifier"], rest.values.count <= 1 else {
      throw UsageProblem("say whose: 'whereabouts erase --identifier IDENTIFIER'")
    }
    let folder = rest.values.first.map(DataFolder.init) ?? data
    guard FileManager.default.fileExists(atPath: folder.fleet) else {
      throw UsageProblem("there is no server's data in '\(folder.path)'")
    }
    let lock = try DataLock(folder)
    let fleet = try Fleet(path: folder.fleet)
    guard let identity = fleet.identity(of: identifier) else {
      throw UsageProblem(
        "nothing is stored of '\(identifier)'; 'whereabouts device list' and 'whereabouts "
          + "arrivals' show who has called")
    }
    let ledger = try SQLiteLedger(folder: folder.ledger)
    defer { ledger.close() }
    let eraser = Eraser(
      fleet: fleet, timeline: try PackedTimeline(file: folder.timeline),
      media: try MediaStore(file: folder.media, folder: folder.mediaContents), ledger: ledger
    ) { _ in }
    let erasure = try fleet.requestErasure(of: identity, by: .machine)
    Terminal.write("erase: \(try eraser.carryOut(erasure))")
    _ = consume lock
    return 0
  }
}

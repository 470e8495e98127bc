import Ledger
import Timeline

/// Makes damaged parts of the history again from the ledger.
enum HistoryRepair {
  /// So many messages are read at once.
  private static let messagesOfRead = 2_000

  /// To be called while no server is running on the folder.
  static func run(_ data: DataFolder) throws {
    let ledger = try SQLiteLedger(folder: data.ledger)
    defer { ledger.close() }
    let timeline = try PackedTimeline(file: data.timeline)
    let names = try FleetNames(data, isInUse: false)
    let repaired = try timeline.repair { after in
      try ledger.read(after: after, most: messagesOfRead)
    }
    for item in repaired {
      let whose = "\(names[item.chunk.identity]), \(item.chunk.days)"
      switch item.restored {
      case nil:
        Terminal.write("repair: \(whose): the ledger no longer has the messages; left as it is")
      case item.chunk.positions?:
        Terminal.write("repair: \(whose): all \(item.chunk.positions) positions are back")
      case let count?:
        Terminal.write(
          "repair: \(whose): \(count) of \(item.chunk.positions) positions are back; the ledger "
            + "no longer has the messages of the others")
      }
    }
  }
}

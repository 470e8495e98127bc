import Ledger
import Platform

/// What an operator has to know of the ledger, as lines for the log: the same thing once a minute
/// at most.
struct StoreWatch {
  /// Seconds until the same thing is said again.
  private static let interval = 60

  private var damage: String?
  private var setAside: Int64 = 0
  private var secondsSinceTrouble = interval
  private var secondsSinceShortage = interval
  private var shortage: DiskSpace.Shortage?

  /// To be called once a second.
  mutating func lines(_ statistics: LedgerStatistics, folder: String) -> [String] {
    var lines: [String] = []
    if statistics.damage != damage {
      damage = statistics.damage
      if let damage { lines.append("messages are lost: \(damage); 'whereabouts check' tells more") }
    }
    if statistics.setAside > setAside {
      lines.append(
        "\(statistics.setAside - setAside) messages could not be stored as they should be and were "
          + "set aside; 'whereabouts check' lists them")
      setAside = statistics.setAside
    }
    secondsSinceTrouble += 1
    if let trouble = statistics.trouble, secondsSinceTrouble >= Self.interval {
      secondsSinceTrouble = 0
      lines.append("nothing can be stored, and trackers are not answered: \(trouble)")
    }
    if let line = shortage(statistics.space, folder) { lines.append(line) }
    return lines
  }

  /// A shortage that has become worse is told at once.
  private mutating func shortage(_ space: DiskSpace?, _ folder: String) -> String? {
    secondsSinceShortage += 1
    guard let space, let now = space.shortage else {
      shortage = nil
      return nil
    }
    let isWorse = shortage.map { $0 < now } ?? false
    guard isWorse || secondsSinceShortage >= Self.interval else { return nil }
    secondsSinceShortage = 0
    shortage = now
    let percent = space.free * 100 / max(space.total, 1)
    return "the disk of \(folder) is nearly full: \(percent) % (\(space.free >> 20) MB) are free; "
      + "when nothing is left, trackers are no longer answered"
  }
}

import Fleet
import FoundationEssentials
import Ledger
import Media
import SQLite
import Telemetry
import Timeline

/// Looks at all files of a data folder and tells what it finds, a line for each.
struct DataCheck {
  /// So many entries that were set aside are listed.
  private static let mostListed = 100

  let data: DataFolder
  /// Whether a server may be using the files.
  let isInUse: Bool
  /// The chunks of the history that cannot be read, after ``run()``.
  private(set) var hasDamagedHistory = false
  private var faults = 0
  private var watermarks: [(name: String, number: Int64)] = []

  init(_ data: DataFolder, isInUse: Bool) {
    self.data = data
    self.isInUse = isInUse
  }

  /// - Returns: whether everything is sound.
  mutating func run() throws -> Bool {
    // What follows the ledger comes first: the ledger may only grow meanwhile.
    try lookAtFleet()
    try lookAtTimeline()
    try lookAtMedia()
    let ledger = try lookAtLedger()
    for mark in watermarks where mark.number > ledger.latest.rawValue {
      report(
        data.ledger,
        "\(mark.name) has seen message \(mark.number), but the ledger ends with "
          + "\(ledger.latest.rawValue): the later ones are lost unless a backup has them")
    }
    list(ledger.segments.flatMap(\.setAside))
    let what = "\(ledger.messages) messages in \(ledger.segments.count) ledger files"
    Terminal.write(
      faults == 0 ? "check: all is well; \(what)" : "check: \(faults) faults, see above; \(what)")
    return faults == 0
  }

  private mutating func lookAtFleet() throws {
    guard exists(data.fleet) else { return missing(data.fleet, "devices and users") }
    let finding = try StoredFleet.inspect(path: data.fleet, isInUse: isInUse)
    tell(data.fleet, finding, "devices and users", advice: "restore it from a backup")
    if let number = finding.number { watermarks.append(("the list of arrivals", number)) }
  }

  private mutating func lookAtTimeline() throws {
    guard exists(data.timeline) else { return missing(data.timeline, "the history") }
    let finding = try StoredTimeline.inspect(path: data.timeline, isInUse: isInUse)
    tell(
      data.timeline, finding.file, "the history", isSound: finding.damaged.isEmpty,
      advice: "restore it from a backup, or remove it while no server is running: the next start "
        + "makes it anew from the ledger, as far back as that goes")
    if let number = finding.file.number { watermarks.append(("the history", number)) }
    if !finding.damaged.isEmpty { try tell(finding) }
  }

  /// Which devices and days have lost positions, and how they come back.
  private mutating func tell(_ finding: TimelineFinding) throws {
    hasDamagedHistory = true
    let names = try FleetNames(data, isInUse: isInUse)
    for chunk in finding.damaged.prefix(Self.mostListed) {
      Terminal.write(
        "  \(names[chunk.identity]), \(chunk.days): \(chunk.positions) positions cannot be read "
          + "(chunk \(chunk.number))")
    }
    let more = max(finding.damaged.count - Self.mostListed, 0) + finding.more
    if more > 0 { Terminal.write("  \(more) more") }
    Terminal.write(
      "  stop the server and run 'whereabouts check --repair': it makes them again from the ledger")
    faults += finding.damaged.count + finding.more
  }

  private mutating func lookAtMedia() throws {
    guard exists(data.media) else {
      // Data of earlier versions have none.
      guard !exists(data.mediaContents) else { return missing(data.media, "pictures and sounds") }
      return
    }
    let found = try StoredMedia.inspect(
      file: data.media, folder: data.mediaContents, isInUse: isInUse)
    let advice =
      "restore it from a backup, or remove it while no server is running: the next "
      + "start makes it anew from the ledger, as far back as that goes"
    tell(data.media, found.finding, "\(found.contents) pictures and sounds", advice: advice)
    for fault in found.faults { report(data.mediaContents, fault) }
    if let number = found.finding.number { watermarks.append(("the media", number)) }
  }

  private mutating func lookAtLedger() throws -> LedgerFindings {
    guard exists(data.ledger) else {
      missing(data.ledger, "the ledger")
      return LedgerFindings()
    }
    let findings = try SQLiteLedger.inspect(folder: data.ledger, isInUse: isInUse) { segment in
      let numbers = segment.newest.map { "\(segment.first) to \($0)" } ?? "none yet"
      Terminal.write(
        "\(segment.path)  \(segment.bytes >> 10) KB  messages \(numbers), "
          + "\(segment.messages) can be read  \(segment.faults.isEmpty ? "sound" : "DAMAGED")")
      for fault in segment.faults { Terminal.write("  \(fault)") }
    }
    for fault in findings.faults { Terminal.write("\(data.ledger): \(fault)") }
    faults += findings.allFaults.count
    return findings
  }

  private mutating func tell(
    _ path: String, _ finding: DatabaseFinding, _ what: String, isSound: Bool = true,
    advice: String
  ) {
    let state = finding.faults.isEmpty && isSound ? "sound" : "DAMAGED"
    Terminal.write("\(path)  \(finding.bytes >> 10) KB  \(what)  \(state)")
    for fault in finding.faults { Terminal.write("  \(fault)") }
    if !finding.faults.isEmpty { Terminal.write("  \(advice)") }
    faults += finding.faults.count
  }

  private mutating func missing(_ path: String, _ what: String) {
    report(path, "is missing: \(what)")
  }

  private mutating func report(_ path: String, _ fault: String) {
    Terminal.write("\(path): \(fault)")
    faults += 1
  }

  private func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

  /// What was set aside is no damage, but waits for somebody.
  private func list(_ entries: [SetAsideEntry]) {
    for entry in entries.prefix(Self.mostListed) {
      let name = entry.protocolName.isEmpty ? "no protocol" : entry.protocolName
      Terminal.write(
        "set aside: message \(entry.sequence), \(name), received \(entry.receivedAt.brief), "
          + "\(entry.raw.count) bytes: \(entry.reason)")
    }
    if entries.count > Self.mostListed {
      Terminal.write("set aside: \(entries.count - Self.mostListed) more")
    }
  }
}

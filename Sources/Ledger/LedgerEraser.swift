internal import Platform
internal import SQLite
internal import Telemetry

/// Finds what belongs to devices in all files of a ledger, and has those files written anew.
struct LedgerEraser {
  /// What one file has of the devices.
  private struct Find {
    let segment: Segment
    let last: Int64
    /// Whether there are messages of the devices.
    var isHit = false
    /// Connections by which they came and of which nothing more is known; their numbers mean
    /// nothing in other files.
    var connections: Set<Int64> = []
    /// What cannot be read.
    var gaps: [Gap] = []

    /// Whether nothing of it can be read.
    var isLost: Bool { gaps.first?.numbers == segment.first...last }
  }

  private let identities: Set<Int64>
  private let folder: SegmentFolder
  private let rewriter: SegmentRewriter
  /// The connections of the devices in all files. A number alone would not do: it may come again
  /// in another run of the program.
  private var connections: Set<LedgerConnection> = []
  private(set) var erasure = LedgerErasure()

  init(_ identities: Set<DeviceIdentity>, _ folder: SegmentFolder, _ rewriter: SegmentRewriter) {
    self.identities = Set(identities.map(\.rawValue).filter { $0 > 0 })
    self.folder = folder
    self.rewriter = rewriter
  }

  /// Erases everything up to a place.
  ///
  /// - Parameter files: those that have it, to which nobody adds any more, with the highest number
  ///   that counts in each.
  mutating func run(
    through token: LedgerToken, in files: [(segment: Segment, last: Int64)]
  ) throws {
    erasure.through = token
    guard !identities.isEmpty else { return }
    var finds: [Find] = []
    // All are searched before the first is written anew: a device may have said who it is in a
    // later file than the one with the first bytes of its connection.
    for (segment, last) in files where last >= segment.first {
      finds.append(try search(segment, through: last))
    }
    for find in finds { try erase(find) }
    for name in try Folder.names(in: folder.path) where name.hasSuffix(".damaged") {
      erasure.leftovers.append(
        "\(folder.path)/\(name) was put aside because it is damaged, and may hold anything; "
          + "remove it when it is not needed any more")
    }
  }

  private func reader(_ segment: Segment) throws(SQLiteError) -> SegmentReader {
    try SegmentReader(segment) { () throws(SQLiteError) in try folder.open(segment) }
  }

  private mutating func search(_ segment: Segment, through last: Int64) throws -> Find {
    var find = Find(segment: segment, last: last)
    do throws(SQLiteError) {
      let reader = try reader(segment)
      var numbers: Set<Int64> = []
      var gaps: [Gap] = []
      try reader.scan(after: segment.first - 1, through: last, onGap: { gaps.append($0) }) {
        for entry in $0.entries where identities.contains(entry.identity) {
          numbers.insert(entry.connection)
          find.isHit = true
        }
        return true
      }
      let setAside = try reader.setAside(after: segment.first - 1, through: last, most: .max)
      for entry in setAside where identities.contains(entry.identity.rawValue) {
        numbers.insert(Int64(bitPattern: entry.connection))
        find.isHit = true
      }
      for number in numbers {
        let facts = try reader.facts(of: UInt64(bitPattern: number))
        if let facts { connections.insert(facts) } else { find.connections.insert(number) }
      }
      find.gaps = gaps
    } catch {
      guard error.kind == .corrupt, folder.has(segment) else {
        // Retention may have removed it meanwhile, which is as good.
        if !folder.has(segment) { return find }
        throw error
      }
      find.gaps = [Gap(numbers: segment.first...last, reason: error.message)]
    }
    return find
  }

  private mutating func erase(_ find: Find) throws {
    guard folder.has(find.segment) else { return }
    let removal = try removal(for: find)
    guard let removal else {
      for gap in find.gaps {
        erasure.leftovers.append("\(find.segment.path): \(gap), so nobody knows whose they were")
      }
      return
    }
    let count = try rewriter.rewrite(find.segment, through: find.last, without: removal)
    guard let count else { return }
    erasure.files += 1
    erasure.messages += count.messages
    erasure.unidentified += count.unidentified
    erasure.setAside += count.setAside
  }

  /// What is to go from a file; nil if nothing.
  private func removal(for find: Find) throws(SQLiteError) -> Removal? {
    guard find.isHit || !connections.isEmpty, !find.isLost else { return nil }
    let reader = try reader(find.segment)
    var own = find.connections
    for number in try reader.connectionNumbers() {
      let facts = try reader.facts(of: UInt64(bitPattern: number))
      if let facts, connections.contains(facts) { own.insert(number) }
    }
    let removal = Removal(identities: identities, connections: own)
    if find.isHit { return removal }
    guard !own.isEmpty else { return nil }
    var count = Removal.Count()
    try reader.scan(after: find.segment.first - 1, through: find.last, onGap: { _ in }) { block in
      for entry in block.entries where removal.takes(entry, &count) { return false }
      return true
    }
    let setAside = try reader.setAside(
      after: find.segment.first - 1, through: find.last, most: .max)
    for entry in setAside where count.isZero { _ = removal.takes(entry, &count) }
    return count.isZero ? nil : removal
  }
}

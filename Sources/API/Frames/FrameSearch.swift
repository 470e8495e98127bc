import Ledger
import Telemetry

/// Finds what a device sent in the ledger, which is in the order of arrival of all devices.
struct FrameSearch: Sendable {
  /// So many messages of others are looked at for one answer; then the client may go on.
  private static let mostLookedAt = 100_000
  /// How many numbers are read at once.
  private static let windowLength: Int64 = 2_000
  /// By so much the times of receipt may be out of the ledger's order, in milliseconds.
  private static let disorder: Int64 = 60_000

  /// Messages, the newest first.
  struct Found: Sendable {
    var records: [LedgerRecord] = []
    /// The number before which there may be more; nil if there is no more.
    var next: Int64?
  }

  /// Which messages of a device are looked for, if not all.
  enum Choice: String, Sendable, CaseIterable {
    /// Those that gave positions.
    case positions
    /// Those that could not be read, or that something else is wrong with.
    case problems
    /// Those that were answered.
    case answered

    func fits(_ record: LedgerRecord) -> Bool {
      switch self {
      case .positions: record.recordCount > 0
      case .problems: !record.flags.isDisjoint(with: .remarkable)
      case .answered: !record.reply.isEmpty
      }
    }
  }

  /// What is looked for.
  struct Wish: Sendable {
    let identity: DeviceIdentity
    let from: Timestamp?
    let to: Timestamp?
    /// Only those of this kind; nil for all.
    let choice: Choice?
    /// Only messages with a smaller number.
    let before: Int64?
    /// So many at most.
    let count: Int
    /// So many bytes at most, but always one message.
    let bytes: Int

    func fits(_ record: LedgerRecord) -> Bool {
      record.identity == identity && from.map { $0 <= record.receivedAt } ?? true
        && to.map { record.receivedAt <= $0 } ?? true && choice?.fits(record) ?? true
    }
  }

  let ledger: any Ledger
  let recent: RecentFrames

  /// - Parameter lastSeen: when the device last called, which spares a search behind that.
  func find(_ wish: Wish, lastSeen: Timestamp?) throws(LedgerError) -> Found {
    var before = min(wish.before ?? .max, ledger.latest.rawValue + 1)
    let end = [wish.to, wish.before == nil ? lastSeen : nil].compactMap(\.self).min()
    if let end {
      before = min(before, try number(at: end.advanced(byMilliseconds: Self.disorder)))
    }
    var lowest: Int64 = 1
    if let from = wish.from {
      lowest = try number(at: from.advanced(byMilliseconds: -Self.disorder))
    }
    var found = Found()
    let (known, completeFrom) = recent.newest(of: wish.identity)
    for sequence in known where sequence < before && sequence >= lowest {
      let read = try ledger.read(after: LedgerToken(rawValue: sequence - 1), most: 1)
      guard let record = read.first, record.sequence == sequence, wish.fits(record) else {
        continue
      }
      if add(record, wish, to: &found) { return found }
    }
    try searchBack(wish, from: min(before, completeFrom), downTo: lowest, into: &found)
    return found
  }

  /// - Returns: whether there is no room for more.
  private func add(_ record: LedgerRecord, _ wish: Wish, to found: inout Found) -> Bool {
    let taken = found.records.reduce(0) { $0 + $1.raw.count }
    if let last = found.records.last, taken + record.raw.count > wish.bytes {
      found.next = last.sequence
      return true
    }
    found.records.append(record)
    guard found.records.count >= wish.count else { return false }
    found.next = record.sequence
    return true
  }

  private func searchBack(
    _ wish: Wish, from start: Int64, downTo lowest: Int64, into found: inout Found
  ) throws(LedgerError) {
    var before = start
    var lookedAt = 0
    while before > lowest {
      let lower = max(before - Self.windowLength, lowest)
      let window = try records(from: lower, before: before)
      lookedAt += window.count
      for record in window.reversed() where wish.fits(record) {
        if add(record, wish, to: &found) { return }
      }
      before = lower
      if window.isEmpty, try isNothing(before: before) { break }
      if lookedAt >= Self.mostLookedAt, before > lowest {
        found.next = before
        return
      }
    }
    found.next = nil
  }

  /// Whether the ledger begins behind a number, because the older part was dropped.
  private func isNothing(before number: Int64) throws(LedgerError) -> Bool {
    let first = try ledger.read(after: .start, most: 1).first
    return first.map { $0.sequence >= number } ?? true
  }

  /// The records of a range of numbers; a read may end early because of its bytes.
  private func records(
    from first: Int64, before end: Int64
  ) throws(LedgerError) -> [LedgerRecord] {
    var records: [LedgerRecord] = []
    var token = LedgerToken(rawValue: first - 1)
    while token.rawValue < end - 1 {
      let read = try ledger.read(after: token, most: Int(end - 1 - token.rawValue))
      guard let last = read.last else { break }
      records += read.prefix { $0.sequence < end }
      token = last.token
    }
    return records
  }

  /// The number from which on messages were received at a moment or later, found by halving.
  func number(at time: Timestamp) throws(LedgerError) -> Int64 {
    var low: Int64 = 1
    var high = ledger.latest.rawValue + 1
    while low < high {
      let middle = low + (high - low) / 2
      let read = try ledger.read(after: LedgerToken(rawValue: middle - 1), most: 1)
      if let record = read.first, record.receivedAt < time {
        low = record.sequence + 1
      } else {
        high = middle
      }
    }
    return low
  }

  /// The first messages of a connection, in order.
  ///
  /// - Parameter most: how many are looked for, among a bounded number of others.
  func beginning(
    of connection: LedgerConnection, before end: Int64, most: Int
  ) throws(LedgerError) -> [LedgerRecord] {
    let start = try number(at: connection.openedAt.advanced(byMilliseconds: -1_000))
    let window = try records(from: start, before: min(end, start + Self.windowLength))
    return Array(window.lazy.filter { $0.connection == connection.id }.prefix(most))
  }
}

internal import Telemetry

/// Positions of one device in the order of their places, with their reports in one array.
///
/// The tail of a device, a chunk that was read, and chunks that are being merged all have this
/// form.
struct Run: Sendable {
  private(set) var entries: [RunEntry] = []
  private(set) var bytes: [UInt8] = []
  private(set) var protocols: [String] = []

  var isEmpty: Bool { entries.isEmpty }
  var count: Int { entries.count }

  /// What it takes in memory.
  var memory: Int { entries.capacity * MemoryLayout<RunEntry>.stride + bytes.capacity }

  mutating func reserve(entries count: Int, bytes byteCount: Int) {
    entries.reserveCapacity(count)
    bytes.reserveCapacity(byteCount)
  }

  /// The index of the first entry that is not before a place.
  func index(of place: RunPlace) -> Int {
    var low = 0
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].place < place { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// What became of a position that a run was given.
  enum Insertion: Equatable {
    /// It is new and has this index.
    case new(Int)
    /// A copy is there already, and marks of it were cleared.
    case cleared(Int)
    /// A copy is there already.
    case copy
  }

  /// Takes a position to where it belongs.
  mutating func insert(
    _ entry: RunEntry, protocolName: String, report: ArraySlice<UInt8>
  ) -> Insertion {
    var index = entries.count
    if let last = entries.last, entry.place <= last.place {
      index = self.index(of: entry.place)
      if entries[index].place == entry.place {
        return entries[index].clear(by: entry.flags) ? .cleared(index) : .copy
      }
    }
    let placed = entry.moved(to: bytes.count, protocolIndex: number(of: protocolName))
    grow(by: report.count)
    if index == entries.count { entries.append(placed) } else { entries.insert(placed, at: index) }
    bytes.append(contentsOf: report)
    return .new(index)
  }

  /// Makes room for one more position. An array that grows by itself doubles, and then a third of
  /// what all devices have in memory would be empty.
  private mutating func grow(by reportLength: Int) {
    if entries.count == entries.capacity {
      entries.reserveCapacity(entries.count + max(entries.count / 4, 4))
    }
    if bytes.count + reportLength > bytes.capacity {
      bytes.reserveCapacity(bytes.count + max(bytes.count / 4, reportLength * 4))
    }
  }

  /// Takes note of a copy of a position.
  ///
  /// - Returns: the position's index if that has cleared marks of it.
  mutating func clear(_ place: RunPlace, by copy: PositionFlags) -> Int? {
    let index = index(of: place)
    guard index < count, entries[index].place == place, entries[index].clear(by: copy) else {
      return nil
    }
    return index
  }

  /// Takes positions of another run that belong behind all others.
  mutating func append(_ other: Run, _ range: Range<Int>) {
    for index in range { append(other, index) }
  }

  private mutating func append(_ other: Run, _ index: Int) {
    let entry = other.entries[index]
    let protocolIndex = number(of: other.protocols[Int(entry.protocolIndex)])
    entries.append(entry.moved(to: bytes.count, protocolIndex: protocolIndex))
    bytes.append(contentsOf: other.bytes[entry.range])
  }

  /// This run and another one; of two copies the one with the lower identifier stays, without the
  /// marks that the other does not have.
  func merged(with other: Run) -> Run {
    var merged = Run()
    merged.reserve(entries: count + other.count, bytes: bytes.count + other.bytes.count)
    var left = 0
    var right = 0
    while left < count || right < other.count {
      if right == other.count
        || (left < count && entries[left].place < other.entries[right].place)
      {
        merged.append(self, left)
        left += 1
      } else {
        let isCopy = left < count && entries[left].place == other.entries[right].place
        if isCopy && entries[left].id < other.entries[right].id {
          merged.append(self, left)
          merged.clearLast(by: other.entries[right].flags)
        } else {
          merged.append(other, right)
          if isCopy { merged.clearLast(by: entries[left].flags) }
        }
        left += isCopy ? 1 : 0
        right += 1
      }
    }
    return merged
  }

  private mutating func clearLast(by copy: PositionFlags) {
    if !entries.isEmpty { _ = entries[entries.count - 1].clear(by: copy) }
  }

  /// What a condition leaves of it.
  func filtered(_ isKept: (RunEntry) -> Bool) -> Run {
    var kept = Run()
    for index in entries.indices where isKept(entries[index]) { kept.append(self, index) }
    return kept
  }

  /// The number of a protocol's name; with names beyond what a number can say, the last one.
  private mutating func number(of protocolName: String) -> UInt16 {
    // A device speaks one protocol, so this is one comparison nearly always.
    for index in protocols.indices where protocols[index] == protocolName { return UInt16(index) }
    protocols.append(protocolName)
    return UInt16(truncatingIfNeeded: protocols.count - 1)
  }

  init() {}

  /// A run by its parts, which are in order and belong together.
  init(entries: [RunEntry], bytes: [UInt8], protocols: [String]) {
    self.entries = entries
    self.bytes = bytes
    self.protocols = protocols
  }
}

extension Run {
  /// The whole position; nil if its report cannot be read.
  func position(at index: Int) -> Position? {
    let entry = entries[index]
    return DerivedPosition.read(
      bytes.span.extracting(entry.range), receivedAt: Timestamp(milliseconds: entry.receivedAt),
      time: Timestamp(milliseconds: entry.time), flags: entry.flags)
  }

  /// What later positions borrow from it.
  func fix(at index: Int) -> Fix? {
    guard entries[index].hasFix, let location = position(at: index)?.location else { return nil }
    return Fix(location: location, time: Timestamp(milliseconds: entries[index].time))
  }

  /// What queries give of it.
  func stored(
    at index: Int, of identity: DeviceIdentity, lastFix: Fix?
  ) -> StoredPosition? {
    guard let position = position(at: index) else { return nil }
    let entry = entries[index]
    return StoredPosition(
      id: entry.id, identity: identity, protocolName: protocols[Int(entry.protocolIndex)],
      receivedAt: Timestamp(milliseconds: entry.receivedAt), cursor: entry.place.cursor,
      position: position, flags: entry.flags, lastFix: lastFix)
  }

  /// The newest entry before an index that fits.
  func last(before end: Int, where fits: (RunEntry) -> Bool) -> Int? {
    var index = end
    while index > 0 {
      index -= 1
      if fits(entries[index]) { return index }
    }
    return nil
  }

  /// One entry as a run of its own.
  func alone(_ index: Int) -> Run {
    var run = Run()
    run.append(self, index..<index + 1)
    return run
  }
}

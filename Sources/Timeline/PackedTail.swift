internal import Ledger
internal import Synchronization
internal import Telemetry

/// What a packed timeline has in memory of a device.
struct DeviceTail: Sendable {
  let identity: DeviceIdentity
  /// Positions that are in no chunk yet.
  var history = Run()
  /// The same of positions whose time cannot be right.
  var apart = Run()
  /// Whether positions of `history` can give their place to others.
  private var hasFix = false
  /// The newest place in all of the history that can be the last known one.
  var last: RunPlace?
  /// The last known position among what is packed, as a run of its own; empty if there is none.
  var packedLast = Run()
  /// The newest packed position that can give its place to others, in the same way.
  var packedFix = Run()
  init(_ identity: DeviceIdentity) { self.identity = identity }

  /// How many positions are in no chunk yet.
  var count: Int { history.count + apart.count }
  var memory: Int { history.memory + apart.memory }

  /// What taking a position has changed.
  struct Insertion {
    /// The position that is new, or that was there and has lost marks, as a run and an index.
    let isNew: Bool
    let index: Int
    let isApart: Bool
    /// Whether it is now the last known one.
    let isLast: Bool
  }

  /// Takes a position.
  ///
  /// - Returns: nil if a copy is there already that is no worse.
  mutating func insert(
    _ entry: RunEntry, protocolName: String, report: ArraySlice<UInt8>
  ) -> Insertion? {
    if entry.flags.contains(.timeImplausible) {
      switch apart.insert(entry, protocolName: protocolName, report: report) {
      case .copy: return nil
      case .new(let index):
        return Insertion(isNew: true, index: index, isApart: true, isLast: false)
      case .cleared(let index):
        return Insertion(isNew: false, index: index, isApart: true, isLast: false)
      }
    }
    let isNew: Bool
    let index: Int
    switch history.insert(entry, protocolName: protocolName, report: report) {
    case .copy: return nil
    case .new(let place): (isNew, index) = (true, place)
    case .cleared(let place): (isNew, index) = (false, place)
    }
    let taken = history.entries[index]
    if taken.hasFix { hasFix = true }
    // Also of one that has just become fit for it.
    let isLast = taken.canBeLast && last.map { $0 < taken.place } ?? true
    if isLast { last = taken.place }
    return Insertion(isNew: isNew, index: index, isApart: false, isLast: isLast)
  }

  /// A position that was taken, as a run of its own.
  func position(_ taken: Insertion) -> Run {
    taken.isApart ? apart.alone(taken.index) : history.alone(taken.index)
  }

  /// Forgets the positions that were packed.
  mutating func empty() {
    history = Run()
    apart = Run()
    hasFix = false
  }

  /// The last known position, as an index into a run.
  var lastKnown: (run: Run, index: Int)? {
    guard let last else { return nil }
    let index = history.index(of: last)
    if index < history.count && history.entries[index].place == last { return (history, index) }
    return packedLast.entries.first?.place == last ? (packedLast, 0) : nil
  }

  /// The newest fix in the tail before a place, and the place that it has in the history.
  func fix(before place: RunPlace) -> (place: RunPlace, fix: Fix)? {
    guard hasFix,
      let index = history.last(before: history.index(of: place), where: \.hasFix),
      let fix = history.fix(at: index)
    else { return nil }
    return (history.entries[index].place, fix)
  }
}

/// What a packed timeline has in memory, for its writer and for queries.
///
/// Only the writer changes it, and only for short moments; queries copy what they need.
final class PackedTail: Sendable {
  struct State: Sendable {
    var slots: [DeviceIdentity: Int] = [:]
    var devices: [DeviceTail] = []
    /// What the positions that are in no chunk take.
    var bytes = 0
    /// How many they are.
    var positions: Int64 = 0
    /// How many positions are in chunks.
    var packedPositions: Int64 = 0
    /// How much history is kept, and from when on it is there.
    var retention = HistoryRetention()
    var horizon = HistoryHorizon()
    /// How many positions were removed or not taken because of that.
    var forgotten: Int64 = 0
    var late: Int64 = 0
    /// How far the ledger has been seen.
    var seen = LedgerToken.start
    /// Everything up to here is in chunks.
    var watermark = LedgerToken.start
    /// Who sent the messages that are in no stored block yet, or in one that is not complete.
    var blocks: [Int64: SequenceBlock] = [:]

    /// The device's number, a new one if it is the first time.
    mutating func slot(of identity: DeviceIdentity) -> Int {
      if let known = slots[identity] { return known }
      slots[identity] = devices.count
      devices.append(DeviceTail(identity))
      return devices.count - 1
    }
  }

  let state = Mutex(State())

  /// From when on there is history of a device, in milliseconds.
  func start(of identity: DeviceIdentity) -> Int64 { state.withLock { $0.horizon[identity] } }

  /// What is known of a device at this moment.
  func device(_ identity: DeviceIdentity) -> DeviceTail? {
    state.withLock { state in state.slots[identity].map { state.devices[$0] } }
  }
}

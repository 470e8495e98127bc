internal import Synchronization

/// What the writer tells everybody else.
final class LedgerStatus: Sendable {
  private struct State: Sendable {
    var statistics = LedgerStatistics()
    var observers: [@Sendable (LedgerToken) -> Void] = []
    var damages: [String] = []
    var damageCount = 0
  }

  /// So many damages are told one by one.
  private static let mostDamages = 8

  private let state = Mutex(State())
  private let newest: Atomic<Int64>

  init(latest: LedgerToken) { newest = Atomic(latest.rawValue) }

  var latest: LedgerToken { LedgerToken(rawValue: newest.load(ordering: .acquiring)) }

  var statistics: LedgerStatistics { state.withLock { $0.statistics } }

  func observe(_ body: @escaping @Sendable (LedgerToken) -> Void) {
    state.withLock { $0.observers.append(body) }
  }

  func committed(through sequence: Int64, entries: Int, setAside: Int) {
    newest.store(sequence, ordering: .releasing)
    state.withLock { state in
      state.statistics.commits += 1
      state.statistics.stored += Int64(entries)
      state.statistics.setAside += Int64(setAside)
      state.statistics.trouble = nil
    }
  }

  func repeated() { state.withLock { $0.statistics.repeated += 1 } }

  func failed(_ reason: String) {
    state.withLock { state in
      state.statistics.trouble = reason
      state.statistics.lastError = reason
    }
  }

  /// Records that were answered cannot be found again.
  func lost(_ reason: String) {
    state.withLock { state in
      state.statistics.lastError = reason
      guard !state.damages.contains(reason) else { return }
      state.damageCount += 1
      if state.damages.count < Self.mostDamages { state.damages.append(reason) }
      let more = state.damageCount - state.damages.count
      state.statistics.damage =
        state.damages.joined(separator: "; ") + (more > 0 ? "; and \(more) times more" : "")
    }
  }

  /// Something went wrong that storing does not wait for.
  func noted(_ reason: String) { state.withLock { $0.statistics.lastError = reason } }

  func tellObservers() {
    let observers = state.withLock { $0.observers }
    let token = latest
    for observer in observers { observer(token) }
  }
}

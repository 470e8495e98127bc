internal import CFaultVFS
internal import Platform

/// Takes down what a power loss would leave before one of the calls that change a file, and which
/// records had been answered by then.
final class PowerCut: Sendable {
  private struct State: Sendable {
    var answered: Set<Int>
    var calls = 0
    var left: Set<Int>?
    var failure: String?
  }

  private let path: String
  private let copy: String
  private let call: Int?
  private let seed: UInt64
  private let state: Monitor<State>

  /// - Parameters:
  ///   - copy: the folder for what is left; it must not be there.
  ///   - call: before which call the power goes; nil for never.
  ///   - answered: what was answered already.
  init(_ path: String, to copy: String, before call: Int?, seed: UInt64, answered: Set<Int>) {
    self.path = path
    self.copy = copy
    self.call = call
    self.seed = seed
    state = Monitor(State(answered: answered))
  }

  /// Begins to watch; ``end()`` must follow before this object goes.
  func begin() {
    // It lives until the watch has ended.
    let context = Unmanaged.passUnretained(self)
    fault_watch(
      path,
      { context in
        guard let context else { return }
        Unmanaged<PowerCut>.fromOpaque(context).takeUnretainedValue().count()
      }, context.toOpaque())
  }

  func end() { fault_watch(path, nil, nil) }

  /// Records were answered; that no longer counts once the power has gone.
  func answer(_ records: Set<Int>) { state.change { $0.answered.formUnion(records) } }

  /// What was answered.
  var answered: Set<Int> { state.withLock { $0.left ?? $0.answered } }

  /// Whether the power has gone.
  var isOver: Bool { state.withLock { $0.left != nil } }

  /// Why what is left could not be taken down.
  var failure: String? { state.withLock { $0.failure } }

  /// Waits until records were answered or the power has gone.
  func wait(for records: Set<Int>) {
    _ = state.wait(microseconds: 60_000_000) { state in
      state.left != nil || records.isSubset(of: state.answered) ? true : nil
    }
  }

  private func count() {
    state.change { state in
      state.calls += 1
      guard state.left == nil, state.calls == call else { return }
      state.left = state.answered
      do {
        try Folder.create(copy)
        // What nobody has opened since it was there is as it was.
        for name in try Folder.names(in: path)
        where name.hasSuffix(".sqlite") || name.hasSuffix(".sqlite-wal") {
          guard fault_knows("\(path)/\(name)") == 0 else { continue }
          try Folder.copy(file: "\(path)/\(name)", to: "\(copy)/\(name)")
        }
        if fault_power_loss(path, copy, seed) != 0 { state.failure = "\(copy) cannot be written" }
      } catch {
        state.failure = "\(error)"
      }
    }
  }
}

internal import Platform

/// Batches that wait to be stored, with a bound on their bytes.
final class CommitQueue: Sendable {
  typealias Completion = @Sendable (Result<LedgerReceipt, LedgerError>) -> Void

  struct Pending: Sendable {
    let batch: LedgerBatch
    let completion: Completion
  }

  private struct State: Sendable {
    var waiting: [Pending] = []
    /// What waits and what is being stored.
    var bytes = 0
    /// What waits.
    var waitingBytes = 0
    var firstArrival: Int64 = 0
    var isClosed = false
    var roomRequests: [@Sendable () -> Void] = []
  }

  private let state = Monitor(State())
  private let mostBytes: Int

  init(mostBytes: Int) { self.mostBytes = mostBytes }

  var pendingBytes: Int { state.withLock { $0.bytes } }
  var isClosed: Bool { state.withLock { $0.isClosed } }

  func append(_ batch: LedgerBatch, _ completion: @escaping Completion) throws(LedgerError) {
    let weight = batch.weight
    // Only the writer waits, and only for these: the first batch, enough for a commit, the end.
    try state.change { (state: inout State) throws(LedgerError) in
      if state.isClosed { throw .closed }
      // A batch that is bigger than the bound must get through when it is alone.
      if state.bytes > 0 && state.bytes + weight > mostBytes { throw .full }
      if state.waiting.isEmpty { state.firstArrival = Clock.microseconds() }
      state.waiting.append(Pending(batch: batch, completion: completion))
      state.bytes += weight
      state.waitingBytes += weight
    }
  }

  func whenThereIsRoom(_ body: @escaping @Sendable () -> Void) {
    let atOnce = state.withLock { state in
      if state.bytes <= mostBytes / 2 || state.isClosed { return true }
      state.roomRequests.append(body)
      return false
    }
    if atOnce { body() }
  }

  /// Waits for batches and takes them all.
  ///
  /// - Parameters:
  ///   - linger: how many microseconds after the first arrival to wait for more.
  ///   - enough: with so many bytes waiting, there is no lingering.
  /// - Returns: nil if the queue is closed and empty.
  func take(linger: Int64, enough: Int) -> [Pending]? {
    let arrival: Int64? = state.wait { state in
      if !state.waiting.isEmpty { return state.firstArrival }
      return state.isClosed ? .some(0) : nil
    }
    guard let arrival else { return nil }
    let rest = linger - (Clock.microseconds() - arrival)
    if rest > 0 {
      // Nothing is to be done when the time is over but to take what there is.
      _ = state.wait(microseconds: rest) { state -> Bool? in
        state.waitingBytes >= enough || state.isClosed ? true : nil
      }
    }
    return state.withLock { state in
      if state.waiting.isEmpty { return nil }
      var taken: [Pending] = []
      swap(&taken, &state.waiting)
      state.waitingBytes = 0
      return taken
    }
  }

  /// Gives back the room of batches that are completed.
  func release(_ done: [Pending]) {
    let bytes = done.reduce(0) { $0 + $1.batch.weight }
    let requests = state.withLock { state -> [@Sendable () -> Void] in
      state.bytes -= bytes
      guard state.bytes <= mostBytes / 2, !state.roomRequests.isEmpty else { return [] }
      defer { state.roomRequests = [] }
      return state.roomRequests
    }
    for request in requests { request() }
  }

  /// Takes no more from now on.
  func close() { state.change { $0.isClosed = true } }

  /// Waits until the queue is closed, but no longer than so many microseconds.
  func waitForClose(microseconds: Int64) {
    _ = state.wait(microseconds: microseconds) { $0.isClosed ? true : nil }
  }
}

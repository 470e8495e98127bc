import Dispatch
import Synchronization

/// Runs slow secret work (hashing passwords) beside the loops: few at once, because each takes
/// much memory, and with a bounded queue, because strangers can ask for it.
public final class PasswordWorker: Sendable {
  /// Too much work is waiting already; ask again later.
  public struct Busy: Error, Hashable, CustomStringConvertible {
    /// For people.
    public var description: String { "Too many sign-ins are waiting; try again in a moment." }
  }

  private struct State {
    var running = 0
    var waiting: [@Sendable () -> Void] = []
  }

  private let concurrency: Int
  private let queueLimit: Int
  private let state = Mutex(State())

  /// A worker.
  ///
  /// - Parameters:
  ///   - concurrency: how much runs at once.
  ///   - queueLimit: how much may wait.
  public init(concurrency: Int = 4, queueLimit: Int = 64) {
    self.concurrency = max(concurrency, 1)
    self.queueLimit = max(queueLimit, 0)
  }

  /// Runs the work soon on a thread of its own; throws when too much is waiting.
  public func submit(_ work: @escaping @Sendable () -> Void) throws(Busy) {
    let (accepted, starts) = state.withLock { state in
      if state.running < concurrency {
        state.running += 1
        return (true, true)
      }
      guard state.waiting.count < queueLimit else { return (false, false) }
      state.waiting.append(work)
      return (true, false)
    }
    guard accepted else { throw Busy() }
    if starts {
      DispatchQueue.global().async { self.run(work) }
    }
  }

  private func run(_ first: @Sendable () -> Void) {
    first()
    while let next = takeNext() { next() }
  }

  /// The work that has waited longest; without any the place becomes free.
  private func takeNext() -> (@Sendable () -> Void)? {
    state.withLock { state in
      guard !state.waiting.isEmpty else {
        state.running -= 1
        return nil
      }
      return state.waiting.removeFirst()
    }
  }
}

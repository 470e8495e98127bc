/// A few threads for work that must not hold up the web thread: reading much, hashing passwords.
public final class WorkerPool: Sendable {
  private struct State {
    var jobs: [@Sendable () -> Void] = []
    var isStopping = false
  }

  private let monitor = Monitor(State())
  private let threads: [WorkThread]
  /// The most jobs that may wait.
  public let limit: Int

  /// Starts the threads. If the system gives none, ``submit(_:)`` refuses everything.
  public init(name: String, threads count: Int, limit: Int) {
    self.limit = limit
    let monitor = monitor
    threads = (0..<count).compactMap { _ in
      WorkThread(name: name) {
        while let job = monitor.wait(Self.next) { job() }
      }
    }
  }

  /// Has a job done later; false if too many wait already or the pool is stopped.
  public func submit(_ job: @escaping @Sendable () -> Void) -> Bool {
    monitor.change { state in
      guard !threads.isEmpty, !state.isStopping, state.jobs.count < limit else { return false }
      state.jobs.append(job)
      return true
    }
  }

  /// Finishes what was submitted and ends the threads.
  public func stop() {
    monitor.change { $0.isStopping = true }
    for thread in threads { thread.join() }
  }

  deinit { stop() }

  /// The next job; nil in a result for the end, nil instead of a result to go on waiting.
  private static func next(_ state: inout State) -> (@Sendable () -> Void)?? {
    if !state.jobs.isEmpty { return .some(state.jobs.removeFirst()) }
    return state.isStopping ? .some(nil) : nil
  }
}

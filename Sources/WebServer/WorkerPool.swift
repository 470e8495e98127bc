import Platform
import Synchronization

/// A few threads for work that must not hold up the web thread: reading much, hashing passwords.
public final class WorkerPool: Sendable {
  private struct State: Sendable {
    var jobs: [@Sendable () -> Void] = []
    var isStopping = false
  }

  private let monitor = Monitor(State())
  private let hasThreads: Bool
  private let threads: Mutex<[WorkerThread]>
  /// The most jobs that may wait.
  public let limit: Int

  /// Starts the threads. If the system gives none, ``submit(_:)`` refuses everything.
  ///
  /// - Parameter isBackground: whether they give way to other threads where the processor is short.
  public init(name: String, threads count: Int, limit: Int, isBackground: Bool = false) {
    self.limit = limit
    let monitor = monitor
    let started = (0..<count).compactMap { _ in
      try? WorkerThread(name: name, isBackground: isBackground) {
        while let job = Self.next(monitor) { job() }
      }
    }
    hasThreads = !started.isEmpty
    threads = Mutex(started)
  }

  /// Has a job done later; false if too many wait already or the pool is stopped.
  public func submit(_ job: @escaping @Sendable () -> Void) -> Bool {
    monitor.change { state in
      guard hasThreads, !state.isStopping, state.jobs.count < limit else { return false }
      state.jobs.append(job)
      return true
    }
  }

  /// Finishes what was submitted and ends the threads. Not to be called on one of them.
  public func stop() {
    monitor.change { $0.isStopping = true }
    let ending = threads.withLock { threads in
      defer { threads = [] }
      return threads
    }
    for thread in ending { thread.join() }
  }

  deinit { stop() }

  /// Waits for the next job; nil at the end.
  private static func next(_ monitor: Monitor<State>) -> (@Sendable () -> Void)? {
    let job = monitor.wait { state -> (@Sendable () -> Void)?? in
      if !state.jobs.isEmpty { return .some(state.jobs.removeFirst()) }
      return state.isStopping ? .some(nil) : nil
    }
    return job ?? nil
  }
}

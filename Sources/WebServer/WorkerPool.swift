import Platform
import Synchronization

/// A few threads for work that must not hold up the web thread: reading much, hashing passwords.
public final class WorkerPool: Sendable {
  private struct Job: Sendable {
    let owner: Int64?
    let body: @Sendable () -> Void
  }

  private struct State: Sendable {
    var jobs: [Job] = []
    /// How many of the jobs that wait are of whom; nobody has an entry of 0.
    var waiting: [Int64: Int] = [:]
    var isStopping = false

    mutating func takeFirst() -> Job {
      let job = jobs.removeFirst()
      if let owner = job.owner, let count = waiting[owner] {
        waiting[owner] = count > 1 ? count - 1 : nil
      }
      return job
    }
  }

  /// One owner may have this part of the waiting jobs.
  private static let share = 4

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
        while let job = Self.next(monitor) { job.body() }
      }
    }
    hasThreads = !started.isEmpty
    threads = Mutex(started)
  }

  /// Has a job done later; false if too many wait already, too many of them for the same owner, or
  /// the pool is stopped.
  ///
  /// - Parameter owner: for whom it is done, so that nobody can fill all the places.
  public func submit(for owner: Int64? = nil, _ job: @escaping @Sendable () -> Void) -> Bool {
    monitor.change { state in
      guard hasThreads, !state.isStopping, state.jobs.count < limit else { return false }
      if let owner {
        let waiting = state.waiting[owner, default: 0]
        guard waiting < max(limit / Self.share, 1) else { return false }
        state.waiting[owner] = waiting + 1
      }
      state.jobs.append(Job(owner: owner, body: job))
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
  private static func next(_ monitor: Monitor<State>) -> Job? {
    let job = monitor.wait { state -> Job?? in
      if !state.jobs.isEmpty { return .some(state.takeFirst()) }
      return state.isStopping ? .some(nil) : nil
    }
    return job ?? nil
  }
}

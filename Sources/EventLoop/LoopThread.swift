internal import CUV
internal import Synchronization

/// A thread of the operating system that runs one closure.
public final class LoopThread: Sendable {
  /// The closure on its way to the thread.
  private final class Body {
    let run: () -> Void
    init(_ run: @escaping () -> Void) { self.run = run }
  }

  /// The thread, until somebody has waited for it.
  private let thread: Mutex<uv_thread_t?>

  /// Starts a thread.
  ///
  /// - Parameter body: runs on the thread. What it holds is handed over with it, so that a loop may
  ///   be prepared on one thread and run on another.
  public init(_ body: sending @escaping () -> Void) throws(LoopError) {
    var thread = uv_thread_t()
    let argument = Unmanaged.passRetained(Body(body))
    let result = uv_thread_create(
      &thread,
      { argument in
        guard let argument else { return }
        // Balances the retain above: the thread owns the closure.
        Unmanaged<Body>.fromOpaque(argument).takeRetainedValue().run()
      }, argument.toOpaque())
    guard result >= 0 else {
      argument.release()
      throw LoopError(result, "start a thread")
    }
    self.thread = Mutex(thread)
  }

  /// Waits until the closure has returned; a second call returns at once.
  public func join() {
    let taken = thread.withLock { thread in
      defer { thread = nil }
      return thread
    }
    guard var taken else { return }
    uv_thread_join(&taken)
  }
}

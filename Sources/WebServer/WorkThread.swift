import CWebSockets
import Glibc
import Synchronization

/// A thread of the operating system.
final class WorkThread: Sendable {
  private let handle: Mutex<pthread_t?>

  /// Starts a thread; nil if the system has no more threads.
  init?(name: String, _ work: @escaping @Sendable () -> Void) {
    let box = Unmanaged.passRetained(WorkBox(name: name, work: work))
    var thread = pthread_t()
    // The box is passed with a reference of its own, which the new thread takes over.
    guard pthread_create(&thread, nil, runWorkBox, box.toOpaque()) == 0 else {
      box.release()
      return nil
    }
    handle = Mutex(thread)
  }

  /// Waits for the end of the thread; only the first call does. Called on the thread itself it
  /// lets go of it instead, as a thread cannot wait for itself.
  func join() {
    let thread = handle.withLock { handle in
      defer { handle = nil }
      return handle
    }
    guard let thread else { return }
    if pthread_equal(thread, pthread_self()) != 0 {
      pthread_detach(thread)
    } else {
      pthread_join(thread, nil)
    }
  }
}

private final class WorkBox: Sendable {
  let name: String
  let work: @Sendable () -> Void

  init(name: String, work: @escaping @Sendable () -> Void) {
    self.name = name
    self.work = work
  }
}

private func runWorkBox(_ argument: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  guard let argument else { return nil }
  let box = Unmanaged<WorkBox>.fromOpaque(argument).takeRetainedValue()
  cws_name_thread(box.name)
  box.work()
  return nil
}

internal import CPlatform
internal import Glibc

/// A thread of the operating system that runs one closure to its end.
public final class WorkerThread: Sendable {
  /// How much a thread in the background gives way, as `nice` counts it: where the processor is
  /// short, it gets a tenth of what others get.
  private static let backgroundNice: Int32 = 10

  private let handle: pthread_t

  /// Starts a thread.
  ///
  /// - Parameters:
  ///   - name: what debuggers and `top` call it; at most 15 bytes are kept.
  ///   - isBackground: whether it gives way to other threads where the processor is short.
  /// - Throws: if the operating system has no thread left.
  public init(
    name: String, isBackground: Bool = false, _ body: @escaping @Sendable () -> Void
  ) throws(PlatformError) {
    // The box goes over with one reference, which the thread takes.
    let box = Unmanaged.passRetained(Box(name, isBackground, body))
    var created = pthread_t()
    let code = pthread_create(
      &created, nil,
      { argument in
        // Exactly the pointer that was given to this thread below.
        guard let argument else { return nil }
        let box = Unmanaged<Box>.fromOpaque(argument).takeRetainedValue()
        platform_name_thread(box.name)
        if box.isBackground { platform_give_way(WorkerThread.backgroundNice) }
        box.body()
        return nil
      }, box.toOpaque())
    guard code == 0 else {
      box.release()
      throw PlatformError("start thread", name, code)
    }
    handle = created
  }

  /// Waits until the closure has returned.
  ///
  /// To be called once, from another thread.
  public func join() { pthread_join(handle, nil) }

  private final class Box: Sendable {
    let name: String
    let isBackground: Bool
    let body: @Sendable () -> Void

    init(_ name: String, _ isBackground: Bool, _ body: @escaping @Sendable () -> Void) {
      self.name = name
      self.isBackground = isBackground
      self.body = body
    }
  }
}

internal import CUV

/// Calls a closure after a time, once or again and again.
public final class LoopTimer: Handle {
  private var action: (() -> Void)?

  /// A timer that is not running yet.
  public init(on loop: Loop, action: @escaping () -> Void) throws(LoopError) {
    self.action = action
    let system = loop.system
    try super.init(UV_TIMER, "open a timer") { memory in
      uv_timer_init(system, memory.assumingMemoryBound(to: uv_timer_t.self))
    }
  }

  /// Starts the timer, or starts it anew.
  ///
  /// - Parameters:
  ///   - milliseconds: until the first call.
  ///   - every: milliseconds between further calls; 0 for none.
  public func start(milliseconds: UInt64, every: UInt64 = 0) {
    guard !isClosed else { return }
    let timer = memory.assumingMemoryBound(to: uv_timer_t.self)
    // Fails only for a handle that is closing, which was asked above.
    uv_timer_start(
      timer,
      { handle in
        (Handle.owner(of: UnsafeMutableRawPointer(handle)) as? LoopTimer)?.action?()
      }, milliseconds, every)
  }

  /// Stops the timer; ``start(milliseconds:every:)`` starts it again.
  public func stop() {
    guard !isClosed else { return }
    uv_timer_stop(memory.assumingMemoryBound(to: uv_timer_t.self))
  }

  /// Whether a call is due some time.
  public var isRunning: Bool { !isClosed && uv_is_active(base) != 0 }

  override func willClose() { action = nil }
}

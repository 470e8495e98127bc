internal import CPlatform
internal import CUV

/// A request to the process by the operating system.
public enum ProcessSignal: Int32, Sendable, CaseIterable {
  /// SIGHUP: read the configuration anew.
  case hangUp = 1
  /// SIGINT: stop, asked from a terminal.
  case interrupt = 2
  /// SIGTERM: stop.
  case terminate = 15
}

/// Calls a closure on the loop whenever the process gets a signal.
public final class SignalWatcher: Handle {
  private var action: (() -> Void)?

  /// A watcher of one signal.
  public init(
    _ signal: ProcessSignal, on loop: Loop, action: @escaping () -> Void
  ) throws(LoopError) {
    self.action = action
    let system = loop.system
    try super.init(UV_SIGNAL, "watch signal \(signal.rawValue)") { memory in
      uv_signal_init(system, memory.assumingMemoryBound(to: uv_signal_t.self))
    }
    let result = uv_signal_start(
      memory.assumingMemoryBound(to: uv_signal_t.self),
      { handle, _ in
        (Handle.owner(of: UnsafeMutableRawPointer(handle)) as? SignalWatcher)?.action?()
      }, signal.rawValue)
    if result < 0 {
      close()
      throw LoopError(result, "watch signal \(signal.rawValue)")
    }
    // Whoever started the process may have left the signal blocked, and a blocked one never comes.
    platform_unblock_signal(signal.rawValue)
  }

  override func willClose() { action = nil }
}

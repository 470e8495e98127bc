internal import CUV

/// Calls a closure in every turn of a loop, after all sockets and messages of the turn.
///
/// It does not keep the loop running by itself.
public final class TurnHook: Handle {
  private var action: (() -> Void)?

  /// A hook that is called from the next turn on.
  public init(on loop: Loop, action: @escaping () -> Void) throws(LoopError) {
    self.action = action
    let system = loop.system
    try super.init(UV_CHECK, "watch the turns of a loop") { memory in
      uv_check_init(system, memory.assumingMemoryBound(to: uv_check_t.self))
    }
    uv_unref(base)
    uv_check_start(memory.assumingMemoryBound(to: uv_check_t.self)) { handle in
      (Handle.owner(of: UnsafeMutableRawPointer(handle)) as? TurnHook)?.action?()
    }
  }

  override func willClose() { action = nil }
}

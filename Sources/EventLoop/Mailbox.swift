internal import CUV
internal import Synchronization

/// The way into a loop from other threads: messages posted here are handled on the loop's thread,
/// in the order in which they were posted.
///
/// The handler is an ordinary closure of the loop's thread, so it may use what belongs to the loop;
/// only the messages cross the border.
public final class Mailbox<Message: Sendable>: Sendable {
  private struct State {
    var messages: [Message] = []
    /// Nil before the mailbox is connected and after it was closed.
    var wakeUp: WakeUp?
    var isClosed = false
  }

  /// The pointer of the C handle, which may be signalled from any thread (the library promises
  /// it) as long as it is open; ``State`` is locked while it is.
  private struct WakeUp: @unchecked Sendable {
    let handle: UnsafeMutablePointer<uv_async_t>
  }

  /// The most messages that may wait; a post beyond it is refused.
  public let capacity: Int
  private let state: Mutex<State>

  /// A mailbox that nobody empties yet; messages posted meanwhile wait.
  public init(capacity: Int = 1_048_576) {
    self.capacity = capacity
    state = Mutex(State())
  }

  /// Hands a message to the loop.
  ///
  /// - Returns: false if the mailbox is full or closed; the message is dropped then.
  @discardableResult
  public func post(_ message: Message) -> Bool {
    state.withLock { state in
      guard state.messages.count < capacity, !state.isClosed else { return false }
      state.messages.append(message)
      // One wake-up serves all messages that wait.
      if state.messages.count == 1, let wakeUp = state.wakeUp { uv_async_send(wakeUp.handle) }
      return true
    }
  }

  /// Connects the mailbox with a loop; call it on the loop's thread, once.
  ///
  /// - Returns: the handle whose closing disconnects it. What was posted until then is still
  ///   handled, while the handle closes.
  public func connect(
    to loop: Loop, handler: @escaping (Message) -> Void
  ) throws(LoopError) -> Handle {
    var spare: [Message] = []
    let empty = { [self] in
      // The two arrays change places, so that none is allocated in the long run.
      state.withLock { swap(&$0.messages, &spare) }
      for message in spare { handler(message) }
      spare.removeAll(keepingCapacity: spare.count <= 4_096)
    }
    let handle = try AsyncHandle(
      on: loop, action: empty,
      beforeClose: { [self] in
        state.withLock { state in
          state.wakeUp = nil
          state.isClosed = true
        }
        empty()
      })
    let wakeUp = WakeUp(handle: handle.async)
    state.withLock { state in
      state.wakeUp = wakeUp
      if !state.messages.isEmpty { uv_async_send(wakeUp.handle) }
    }
    return handle
  }
}

/// The C side of a mailbox.
final class AsyncHandle: Handle {
  private var action: (() -> Void)?
  private var beforeClose: (() -> Void)?

  var async: UnsafeMutablePointer<uv_async_t> { memory.assumingMemoryBound(to: uv_async_t.self) }

  init(
    on loop: Loop, action: @escaping () -> Void, beforeClose: @escaping () -> Void
  ) throws(LoopError) {
    self.action = action
    self.beforeClose = beforeClose
    let system = loop.system
    try super.init(UV_ASYNC, "open a mailbox") { memory in
      uv_async_init(system, memory.assumingMemoryBound(to: uv_async_t.self)) { handle in
        (Handle.owner(of: UnsafeMutableRawPointer(handle)) as? AsyncHandle)?.action?()
      }
    }
  }

  override func willClose() {
    beforeClose?()
    beforeClose = nil
    action = nil
  }
}
